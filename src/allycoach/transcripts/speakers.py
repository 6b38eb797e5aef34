"""Who in a transcript is the ally and who the person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from allycoach.catalogue import _

from .said import Said

Role = Literal["ally", "person"]
Others = Literal["drop", "person"]

_ALLY = frozenset("ally helper coach adviser advisor counsellor facilitator interviewer practitioner mentor".split())
_PERSON = frozenset("person client customer visitor participant interviewee mentee learner".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """`first` is the beginning of what they say first."""

    name: str
    times: int
    first: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Whose words are the ally's and whose the person's, by `key`. What anybody else says is left out, or is the
    person's."""

    of: Mapping[str, Role]
    others: Others = "drop"

    def role(self, speaker: str) -> Role | None:
        return self.of.get(key(speaker), "person" if self.others == "person" else None)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two says before the other speaks; `lines` are those of the file on which it begins and goes on."""

    role: Role
    text: str
    lines: tuple[int, ...]


def key(name: str) -> str:
    """The same for a name however it is written."""
    return " ".join(name.split()).casefold()


def speakers(said: Iterable[Said]) -> tuple[Speaker, ...]:
    """Everybody who speaks, in the order in which they begin."""
    found: dict[str, tuple[str, int, str]] = {}
    for one in said:
        name, times, first = found.get(key(one.speaker), (one.speaker, 0, one.text))
        found[key(one.speaker)] = (name, times + 1, first)
    return tuple(Speaker(*one) for one in found.values())


def roles_in(words: str, there: Sequence[Speaker], others: Others = "drop") -> Roles:
    """From `ally=Jo,person=Sam`; a role may be given to several. Raises ValueError that says in plain English what is
    wrong."""
    known = {key(one.name) for one in there}
    of: dict[str, Role] = {}
    for part in words.split(","):
        role, equals, name = part.partition("=")
        meant = role.strip().lower()
        if not equals or meant not in ("ally", "person"):
            raise ValueError(_("“{part}” is not understood; write ally=NAME,person=NAME").format(part=part.strip()))
        if there and key(name) not in known:
            raise ValueError(
                _("nobody here is called “{name}”; there are {names}").format(name=name.strip(), names=listed(there))
            )
        if of.setdefault(key(name), "ally" if meant == "ally" else "person") != meant:
            raise ValueError(_("“{name}” cannot be both").format(name=name.strip()))
    return complete(Roles(of, others), there)


def complete(roles: Roles, there: Sequence[Speaker]) -> Roles:
    """With the second of two speakers in the role that is left. Raises ValueError when a role is left to nobody."""
    left = [one for one in there if key(one.name) not in roles.of]
    missing: list[Role] = [role for role in ("ally", "person") if role not in roles.of.values()]
    if len(missing) == 1 and len(left) == 1:
        return Roles({**roles.of, key(left[0].name): missing[0]}, roles.others)
    if missing and not (missing == ["person"] and roles.others == "person" and left):
        raise ValueError(
            _("nobody is named as the ally") if missing[0] == "ally" else _("nobody is named as the person")
        )
    return roles


def guessed(there: Sequence[Speaker], others: Others = "drop") -> Roles | None:
    """Where the names themselves say it, such as Coach and Client; None where they do not."""
    allies = [one for one in there if key(one.name) in _ALLY]
    people = [one for one in there if key(one.name) in _PERSON]
    if len(allies) != 1 or len(people) != 1:
        return None
    return Roles({key(allies[0].name): "ally", key(people[0].name): "person"}, others)


def is_role(word: str) -> bool:
    """Whether a word of a name says what somebody does here, and not who they are."""
    return key(word) in _ALLY | _PERSON | {"speaker", "unknown", "me", "you"}


def listed(there: Sequence[Speaker]) -> str:
    return ", ".join(one.name for one in there[:8])


def turns(said: Iterable[Said], roles: Roles) -> tuple[Turn, ...]:
    """What the two say in turn: all that one of them says before the other does is one turn."""
    found: list[tuple[Role, list[str], list[int]]] = []
    for one in said:
        role = roles.role(one.speaker)
        if role is None:
            continue
        if not found or found[-1][0] != role:
            found.append((role, [], []))
        found[-1][1].append(one.text)
        found[-1][2].append(one.line)
    return tuple(Turn(role, "\n".join(texts), tuple(lines)) for role, texts, lines in found)
