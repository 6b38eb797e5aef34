"""A drill: which items come, and what is said to a line. Pure."""

import random
import re
from collections.abc import Collection, Mapping, Sequence

from allycoach.catalogue import _
from allycoach.content.schema.drill import Drill, Item, Level, Step
from allycoach.reading import FlagKind, Function, Move, MoveKind, Reading, Strength

from . import trait_words

A_ROUND = 5
"""Items in one go: three to five minutes, with an end in sight."""

LEVELS: Mapping[Level, str] = {1: _("plain and short"), 2: _("a feeling in it"), 3: _("long or tempting")}
"""What the lines of each level are like."""

_WORD = re.compile(r"[\w’']+")
_OWNS = re.compile(
    r"\b(?:me|my|mine|oops|ouch|wrong question)\b"
    r"|\bI(?:['’]\w+)? (?!see\b|hear\b|understand|think|know|get\b|guess\b|hope|agree|like|love|wonder)",
    re.IGNORECASE,
)
_SORRY = re.compile(r"\bsorry\b(?! (?:to hear|you\b|for your|about your|that you|it))", re.IGNORECASE)
_ABOUT_THEM = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_TO_THEM = re.compile(r"(?:(?:so|and|but|then|right|wow|oh),? )?you\b", re.IGNORECASE)
_SHORT = 5
_TELLS_NOTHING = frozenset(
    "about after again being could doing going maybe other really should something still their there these thing things"
    " think those where which would".split()
)
_TOLD_BY_WORDS = {
    "limit": trait_words.LIMIT,
    "deficit": trait_words.DEFICIT,
    "addition": trait_words.ADDITION,
    "reframe": trait_words.REFRAME,
}
_PLAIN = frozenset({MoveKind.OTHER, MoveKind.INFORMATION, MoveKind.AFFIRMATION, MoveKind.AUTONOMY})


def chosen(drill: Drill, level: Level, *, seen: Collection[str], seed: int, count: int = A_ROUND) -> tuple[Item, ...]:
    """The items of a round: those not met before first, each group in an order that the seed decides."""
    chance = random.Random(f"{drill.id}:{level}:{seed}")
    items = list(drill.at_level(level))
    chance.shuffle(items)
    return tuple(sorted(items, key=lambda item: item.id in seen)[:count])


def feedback(step: Step, item: Item, reading: Reading) -> str:
    """What is said to a line: the first of the step's feedback that fits."""
    return next(each.say for each in step.feedback if found(each.when, item, reading))


def met(step: Step, item: Item, reading: Reading) -> bool:
    """Whether nothing else than `met` was found."""
    return next(each.when for each in step.feedback if found(each.when, item, reading)) == "met"


def found(what: str, item: Item, reading: Reading) -> bool:
    """Whether a line has what a `Finding` names."""
    match what.split(" ", 1):
        case ["met"]:
            return True
        case ["flag", kind]:
            return reading.flagged(FlagKind(kind))
        case ["no", rest] if rest.startswith("flag "):
            return not reading.flagged(FlagKind(rest.removeprefix("flag ")))
        case ["no", trait]:
            return not (_has(trait, reading) or _may_have(trait, item, reading))
        case ["has", trait]:
            return _has(trait, reading)
        case ["question", _]:
            return _question_first(item, reading)
        case ["keeps", _]:
            return bool(item.keep) and not _says_any(item.keep, reading.text)
        case _:
            return _says_any(item.identifies, reading.text)


def _has(trait: str, reading: Reading) -> bool:
    if trait == "open_question":
        return any(move.function == Function.OPEN for move in reading.questions)
    if trait == "scaling_question":
        return any(move.subtype == "scaling" for move in reading.questions)
    if trait in _TOLD_BY_WORDS:
        return _TOLD_BY_WORDS[trait].search(reading.text) is not None
    if trait == "slip":
        return any(flag.strength.rank >= Strength.NOTICE.rank for flag in reading.flags)
    return reading.has(MoveKind(trait))


def _may_have(trait: str, item: Item, reading: Reading) -> bool:
    """Whether a line may have it in words that no cue knows. On thin evidence nobody is told that something is missing."""
    if trait == MoveKind.REFLECTION:
        return bool(_given_back(item, reading))
    if trait == MoveKind.RECOVERY:
        said = (_words_of(move, reading) for move in _plain(reading))
        return _SORRY.search(reading.text) is not None or any(_OWNS.search(each) for each in said)
    if trait == MoveKind.REFERRAL:
        return trait_words.REFERS.search(reading.text) is not None
    if trait == "scaling_question":
        return bool(reading.questions) and trait_words.ON_A_SCALE.search(reading.text) is not None
    return False


def _question_first(item: Item, reading: Reading) -> bool:
    """Whether it asks before it gives anything back."""
    asks = [move.start for move in reading.questions]
    gives_back = _given_back(item, reading)
    return bool(asks) and (not gives_back or min(asks) < min(gives_back))


def _given_back(item: Item, reading: Reading) -> list[int]:
    """Where something is given back: reflections, and plain statements that may be one."""
    known = [move.start for move in reading.moves if move.kind == MoveKind.REFLECTION]
    return known + [move.start for move in _plain(reading) if _may_reflect(_words_of(move, reading), item)]


def _may_reflect(said: str, item: Item) -> bool:
    """Whether it begins with "you", or is about them, or just a few words, and has a word of theirs."""
    if _TO_THEM.match(said):
        return True
    of_theirs = bool(_telling(item.person) & _telling(said))
    return of_theirs and (_ABOUT_THEM.search(said) is not None or len(_words(said)) <= _SHORT)


def _plain(reading: Reading) -> list[Move]:
    return [move for move in reading.moves if move.kind in _PLAIN and move.function is None]


def _words_of(move: Move, reading: Reading) -> str:
    return reading.text[move.start : move.end]


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if len(word) > 4) - _TELLS_NOTHING


def _says_any(phrases: Sequence[str], text: str) -> bool:
    said = " ".join(_words(text))
    return any(re.search(rf"\b{re.escape(' '.join(_words(phrase)))}\b", said) for phrase in phrases)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))
