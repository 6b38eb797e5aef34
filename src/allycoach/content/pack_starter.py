"""A new pack from a few plain answers: whole, so that it can be run at once and changed bit by bit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .scenario_file import content_text
from .schema.pack import Pack

SHORTEST, LONGEST = 10, 120
"""Minutes."""

_SHARES = {"welcome": 3, "drill": 7, "room": 7, "reflect": 4, "close": 1}
"""How long each part is beside the others."""

_REMARKS = {
    "schema": "A session for a workshop. docs/facilitators.md explains every part; `allycoach check FILE` reads it all.",
    "aims": "What people will have tried by the end.",
    "minutes": "In all: what the minutes of the parts come to.",
    "bring": "What to have ready.",
    "parts": "`task` is what everybody sees; `do` and `say` are for whoever runs it; `write` are lines to finish on paper.",
    "take_away": "One sentence to go home with.",
}


@dataclass(frozen=True, slots=True)
class PackAnswers:
    """What somebody said of a session. `drill` and `scenario` are ids, and one of them may be ""."""

    title: str
    for_whom: str
    minutes: int
    aim: str
    drill: str
    level: int
    scenario: str
    take_away: str


def new_pack(answers: PackAnswers, *, pack_id: str) -> Pack:
    """The whole pack. ValueError when there is neither a drill nor a person, or too little time."""
    kinds = [kind for kind in _SHARES if (kind != "drill" or answers.drill) and (kind != "room" or answers.scenario)]
    if not answers.drill and not answers.scenario:
        raise ValueError("a session needs a drill or a person")
    if not SHORTEST <= answers.minutes <= LONGEST:
        raise ValueError(f"a session takes {SHORTEST} to {LONGEST} minutes")
    minutes = apportioned(answers.minutes, [_SHARES[kind] for kind in kinds])
    parts = dict(_parts(answers))
    return Pack.model_validate(
        {
            "schema": 1,
            "id": pack_id,
            "title": answers.title,
            "for_whom": answers.for_whom,
            "aims": [answers.aim],
            "minutes": answers.minutes,
            "bring": ["One laptop and a projector.", "The printed cards, one set for two people, and pens."],
            "parts": [
                {"kind": kind, "minutes": each, **parts[kind]} for kind, each in zip(kinds, minutes, strict=True)
            ],
            "take_away": answers.take_away,
        }
    )


def pack_text(pack: Pack) -> str:
    """YAML that loads as exactly this pack, with remarks."""
    return content_text(pack, _REMARKS)


def apportioned(total: int, shares: Sequence[int]) -> list[int]:
    """Whole minutes in these proportions, one at least each, that come to the total. `total` is no less than their number."""
    each = [max(1, total * share // sum(shares)) for share in shares]
    while sum(each) != total:
        step = 1 if sum(each) < total else -1
        wanted = [total * share / sum(shares) - given for share, given in zip(shares, each, strict=True)]
        at = max((n for n in range(len(each)) if each[n] + step >= 1), key=lambda n: step * wanted[n])
        each[at] += step
    return each


def _parts(answers: PackAnswers) -> Iterator[tuple[str, dict[str, Any]]]:
    yield (
        "welcome",
        {
            "title": "Welcome",
            "task": "Say your name, and one word for what you hope for today.",
            "do": ["Go round once. Begin with yourself, and keep it short."],
            "say": [
                "You can pass on anything, at any time, without a reason.",
                "Please keep real people's names and stories out of the room.",
            ],
        },
    )
    yield (
        "drill",
        {
            "title": "Try it in twos",
            "task": "In twos: one reads what they say, the other answers. Change over after two.",
            "do": ["Do the first one together, aloud.", "Walk round, and listen more than you speak."],
            "drill": answers.drill,
            "level": answers.level,
        },
    )
    yield (
        "room",
        {
            "title": "All together",
            "task": "What shall we say? Call out lines; we vote, play one, and see what it does.",
            "do": [
                "Read what the person says aloud, twice.",
                "Step back once, and play another line from the same place.",
            ],
            "say": ["We are testing the line, not whoever thought of it."],
            "scenario": answers.scenario,
        },
    )
    yield (
        "reflect",
        {
            "title": "What did you notice?",
            "task": "A minute alone with your card, then with your neighbour.",
            "do": ["Quiet first, then talk in twos, then whoever would like to share."],
            "write": ["What I noticed", "What I will try this week"],
        },
    )
    yield (
        "close",
        {
            "title": "One thing",
            "task": "Read the last line of the card aloud, together or one for all.",
            "do": ["Thank them. Finish on time."],
        },
    )
