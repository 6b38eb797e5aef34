"""A drill: which items come, and what is said to a line. Pure."""

import random
import re
from collections.abc import Collection, Sequence

from allycoach.content.schema.drill import Drill, Item, Level, Step
from allycoach.reading import FlagKind, Function, MoveKind, Reading

A_ROUND = 5
"""Items in one go: three to five minutes, with an end in sight."""

_WORD = re.compile(r"[\w’']+")
_LIMIT = re.compile(
    r"\b(unless|except|apart from|safe|safety|harm|danger|risk|limits?|can't promise|cannot promise|have to (?:tell|pass|share)"
    r"|need to (?:tell|pass|share)|might have to|would have to)\b",
    re.IGNORECASE,
)


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
            return not _has(trait, reading)
        case ["has", trait]:
            return _has(trait, reading)
        case ["question", _]:
            return _question_first(reading)
        case ["keeps", _]:
            return not _says_any(item.keep, reading.text)
        case _:
            return _says_any(item.identifies, reading.text)


def _has(trait: str, reading: Reading) -> bool:
    if trait == "open_question":
        return any(move.function == Function.OPEN for move in reading.questions)
    if trait == "scaling_question":
        return any(move.subtype == "scaling" for move in reading.questions)
    if trait == "limit":
        return _LIMIT.search(reading.text) is not None
    return reading.has(MoveKind(trait))


def _question_first(reading: Reading) -> bool:
    """Whether it asks before it gives anything back."""
    asks = [move.start for move in reading.questions]
    gives_back = [move.start for move in reading.moves if move.kind == MoveKind.REFLECTION]
    return bool(asks) and (not gives_back or min(asks) < min(gives_back))


def _says_any(phrases: Sequence[str], text: str) -> bool:
    said = " ".join(_words(text))
    return any(re.search(rf"\b{re.escape(' '.join(_words(phrase)))}\b", said) for phrase in phrases)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))
