"""Slips and the ways back from them: the headline of a debrief."""

from collections.abc import Sequence
from dataclasses import dataclass

from allycoach.reading import FlagKind, Function, MoveKind, Reading, Strength

WITHIN = 2
"""Replies after a slip in which a return to open questions or reflection still counts as a way back from it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Reply `turn` (from 1) carried flags of these kinds; `recovered_at` is the turn that came back, if one did."""

    turn: int
    kinds: tuple[FlagKind, ...]
    recovered_at: int | None


def slips(readings: Sequence[Reading]) -> tuple[Slip, ...]:
    """The slips in a sitting's replies, in order. A lone closed question or another `note` is not a slip."""
    found = []
    for index, reading in enumerate(readings):
        kinds = tuple(dict.fromkeys(flag.kind for flag in reading.flags if flag.strength.rank >= Strength.NOTICE.rank))
        if kinds:
            found.append(Slip(index + 1, kinds, _recovered_at(readings, index)))
    return tuple(found)


def _recovered_at(readings: Sequence[Reading], index: int) -> int | None:
    if readings[index].has(MoveKind.RECOVERY) and opens(readings[index]):
        return index + 1
    for later in range(index + 1, min(index + 1 + WITHIN, len(readings))):
        if opens(readings[later]) and not any(f.strength.rank >= Strength.NOTICE.rank for f in readings[later].flags):
            return later + 1
    return None


def opens(reading: Reading) -> bool:
    """Whether a reply asks an open question or gives something back."""
    return reading.has(MoveKind.REFLECTION) or any(move.function == Function.OPEN for move in reading.questions)
