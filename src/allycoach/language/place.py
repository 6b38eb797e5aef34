"""Where a sentence stands in its reply, and what the rules heard there: what the trained component is told beside the words."""

from collections.abc import Sequence
from typing import NamedTuple

from allycoach.reading import Move, MoveKind

MOST = 4

_TOLD = frozenset(MoveKind) - {
    MoveKind.ADVICE,
    MoveKind.REASSURANCE,
    MoveKind.QUESTION,
    MoveKind.INFORMATION,
    MoveKind.OTHER,
}
"""Moves that the component hears of. What it votes on itself it should not learn from rules that know its corpus."""


class Place(NamedTuple):
    """`position` is only, first, mid or last, `sentences` how many sentences there are (no more than MOST are counted), `later`
    says that a question mark follows; `before` is "asks" or "states" of the sentence before, "-" where there is none;
    `asks` are form and function of what is asked, `does` other moves."""

    position: str
    sentences: int
    later: bool
    before: str
    asks: tuple[str, ...]
    does: frozenset[str]


NOWHERE = Place("only", 1, False, "-", (), frozenset())


def place_of(number: int, count: int, *, later: bool, asked_before: bool, moves: Sequence[Move]) -> Place:
    """The place of sentence `number` of `count`; `moves` are those of the rules in it."""
    ends = "only" if count == 1 else "first" if number == 0 else "last" if number == count - 1 else "mid"
    before = "-" if number == 0 else "asks" if asked_before else "states"
    asks = tuple(f"{move.form}|{move.function}" for move in moves if move.function is not None)
    does = frozenset(move.kind.value for move in moves if move.kind in _TOLD)
    return Place(ends, min(count, MOST), later, before, asks, does)
