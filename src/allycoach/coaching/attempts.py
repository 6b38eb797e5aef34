"""Two ways that one talk went, side by side from the turn where they part."""

from dataclasses import dataclass
from itertools import zip_longest

from allycoach.catalogue import _
from allycoach.conversation.sitting import Branch, Sitting, Turn

_SAME = 3
"""Points of openness that make no difference to anybody."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The same turn in both; None where one of them had ended."""

    turn: int
    first: Turn | None
    second: Turn | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """`shared` are the turns before the two part; `pairs` the rest, aligned by turn."""

    shared: tuple[Turn, ...]
    pairs: tuple[Pairing, ...]


def compare(first: Sitting | Branch, second: Sitting | Branch) -> Comparison:
    """Two branches of a sitting, or two sittings with the same person; turns that are equal stand once."""
    same = 0
    for one, other in zip(first.turns, second.turns, strict=False):
        if (one.reply.turn, one.reply.text) != (other.reply.turn, other.reply.text):
            break
        same += 1
    pairs = (
        Pairing(same + number, one, other)
        for number, (one, other) in enumerate(zip_longest(first.turns[same:], second.turns[same:]), 1)
    )
    return Comparison(first.turns[:same], tuple(pairs))


def other_ways(sitting: Sitting) -> tuple[Branch, ...]:
    """Other ways that the talk went, the latest first; one that was gone again word for word is no other."""
    return tuple(branch for branch in reversed(sitting.branches) if compare(branch, sitting).pairs)


def more_open(name: str, found: Comparison, person: str) -> str:
    """Which of the two ways left the person more open where both still went on, in a sentence; `name` is the first way's.
    "" where there is nothing to say, as for a real person, who has no meters."""
    for pair in reversed(found.pairs):
        first, second = _openness_after(pair.first), _openness_after(pair.second)
        if first is None or second is None:
            continue
        if abs(first - second) < _SAME:
            words = _("At turn {turn} {person} is about as open either way.")
        elif first > second:
            words = _("At turn {turn} {person} is more open in “{name}”.")
        else:
            words = _("At turn {turn} {person} is more open in the talk as it is now.")
        return words.format(turn=pair.turn, person=person, name=name)
    return ""


def _openness_after(turn: Turn | None) -> int | None:
    """How open the person was after this turn, 0 to 100."""
    return turn.answer.meters.get("openness") if turn is not None and turn.answer is not None else None
