"""Those of whom the person speaks by name: who each is, for whoever asks, and said unasked where they are named first."""

import re
from itertools import pairwise

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.hearing.asking_words import EMPTY
from allycoach.conversation.hearing.kin import KIN, ROLES
from allycoach.conversation.hearing.words import as_typed, stem, stems, tokens

from .anybodys_words import presenting
from .beforehand import told_beforehand
from .lines import every_line, lines
from .once import once
from .situation import Piece, Situation

_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_ENDS = re.compile(r"(?<=[.?!…])\s+")
_WHO_IS = re.compile(r"\b(?:who|what)(?:['’]?s| is| are| was| were)\s+(.+)", re.IGNORECASE)
_POINTS = frozenset("he she they that this it him her them".split())
TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "old", "our", "auntie", "uncle"))
_NO_NAMES = frozenset(
    stems(
        """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November
December Christmas Easter English British French German Spanish Polish Welsh Mr Mrs Ms Miss Dr CV CVs GP God Street Road Lane
"""
    )
) | {stem(f"i'{rest}") for rest in ("d", "m", "ll", "ve")}
"""Words with a capital that name nobody and no place."""
_BESIDE_A_NAME = frozenset(stems("again then exactly anyway to you your yours this that the sorry a by way"))
"""What stands beside the name where only that is asked: "What's Kyle doing now?" asks for more."""
_NAME_AND_MORE = 4
"""Words after "who's": "this Mr Osei again"."""
_ENDS_A_PHRASE = tuple(".,;:!?…)")


@once
def names_of(scenario: Scenario) -> frozenset[str]:
    """Words that the person spells with a capital in the middle of a sentence and never without: people and places."""
    capital = {
        plain(typed)
        for text in every_line(scenario).values()
        for before, typed in pairwise(("", *as_typed(text)))
        if before and typed[:1].isupper()
    }
    return frozenset(capital - _small(scenario) - EMPTY - _NO_NAMES - set(stems(scenario.person.name)))


@once
def _small(scenario: Scenario) -> frozenset[str]:
    """The stems of words that the person spells without a capital anywhere."""
    return frozenset(
        plain(typed) for text in every_line(scenario).values() for typed in as_typed(text) if typed[:1].islower()
    )


def in_small_letters(scenario: Scenario, word: str) -> bool:
    """Whether a word that begins a sentence has its capital only for that."""
    return plain(word) in EMPTY | _small(scenario) and plain(word) not in names_of(scenario)


def plain(typed: str) -> str:
    """A noun without its possessive, as a stem: "Keti's" is keti."""
    return stem(_POSSESSIVE.sub("", typed).lower())


def who_is(s: Situation) -> Piece | None:
    """Who somebody is, when a reply asks that of a name, or of the he or she of their last line."""
    asks = _WHO_IS.search(s.heard.asked or s.reading.text)
    if asks is None or len(tokens(asks[1])) > _NAME_AND_MORE:
        return None
    said = set(stems(asks[1].replace("’s", "").replace("'s", "")))
    known = (each for each in s.scenario.people if set(stems(each)) - TITLES <= said)
    name = next((each for each in known if said <= {*stems(each), *TITLES, *_BESIDE_A_NAME}), None)
    if name is None and set(tokens(asks[1])) <= _POINTS | {"again", "then"}:
        named = _named_in(s.scenario)
        name = next((each for line in reversed(s.state.last) for each in reversed(named.get(line, ()))), None)
    return _presented(s, name) if name else None


def _presented(s: Situation, name: str) -> Piece | None:
    line = s.choose(lines(f"people.{name}", presenting(name, s.scenario.people[name])), "who_is")
    return Piece((line,), "restated", s.state.current) if line else None


def introduced(s: Situation, piece: Piece) -> dict[str, str]:
    """The texts of those lines of a piece in which somebody is named for the first time, by their ids, with who that is."""
    if not s.scenario.people:
        return {}
    named, own = _named_in(s.scenario), _introduced_in(s.scenario)
    if not any(line.id in named for line in piece.said):
        return {}
    met = {name for line in s.state.said for name in named.get(line, ())} | _met_before(s)
    changed: dict[str, str] = {}
    for line in piece.said:
        for name in named.get(line.id, ()):
            if name not in met and name not in own.get(line.id, ()):
                changed[line.id] = with_who(changed.get(line.id, line.text), name, s.scenario.people[name])
            met.add(name)
    return changed


def _met_before(s: Situation) -> set[str]:
    words = {*stems(told_beforehand(s.scenario)), *stems(s.reading.text)}
    return {name for name in s.scenario.people if set(stems(name)) - TITLES <= words}


def with_who(text: str, name: str, who: str) -> str:
    """A text with who somebody is put after their name, or after it all where the name stands in no place for that."""
    at = re.search(rf"\b{re.escape(name)}\b(?!['’\-])", text)
    if at is None or text[: at.start()].count('"') % 2:
        return f"{text} {name}'s {who}."
    after = text[at.end() :]
    comma = "" if not after or after.startswith(_ENDS_A_PHRASE) else ","
    return f"{text[: at.end()]}, {who}{comma}{after}"


@once
def _named_in(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Whom each line names, of those the scenario presents."""
    patterns = {name: re.compile(rf"\b{re.escape(name)}\b") for name in scenario.people}
    found = {
        line: tuple(name for name, pattern in patterns.items() if pattern.search(text))
        for line, text in every_line(scenario).items()
    }
    return {line: names for line, names in found.items() if names}


@once
def _introduced_in(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Whom each line itself presents."""
    texts = every_line(scenario)
    return {
        line: tuple(name for name in names if presents(texts[line], name, scenario.people[name]))
        for line, names in _named_in(scenario).items()
    }


def presents(text: str, name: str, who: str = "") -> bool:
    """Whether a line says who it is that it names: by a word for what they are, within the sentence or the one beside it."""
    sentences = _SENTENCE_ENDS.split(text)
    at = next((number for number, each in enumerate(sentences) if name in each), 0)
    near = set(stems(" ".join(sentences[max(0, at - 1) : at + 2])))
    return bool(near & (KIN | ROLES | {"call", "named"})) or bool((set(stems(who)) - EMPTY) & near)
