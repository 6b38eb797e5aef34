"""A saved talk to be walked through: where its flags, pins and slips are, and what today's rules see otherwise. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from allycoach.conversation.sitting import Sitting, Turn
from allycoach.reading import Context, Flag, Reader, Reading, Utterance

from .debrief import standing
from .slips import Slip, slips

Landmark = Literal["flag", "pin", "slip"]

_WORDS_A_SECOND = 3.5
"""Of easy silent reading, about 210 words a minute (Brysbaert 2019 finds 238 for adults; this leaves room to think)."""
_LEAST_SECONDS = 1.2


@dataclass(frozen=True)
class Replay:
    """A talk with its landmarks. Turns count from 1; 0 is the opening. Looking one up costs no more in a long talk."""

    sitting: Sitting

    @property
    def last(self) -> int:
        return len(self.sitting.turns)

    def turn(self, number: int) -> Turn:
        """The turn of that number, from 1. IndexError if there is none."""
        if number < 1:
            raise IndexError(number)
        return self.sitting.turns[number - 1]

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        return slips([standing(turn, self.sitting) for turn in self.sitting.turns])

    @cached_property
    def landmarks(self) -> dict[Landmark, tuple[int, ...]]:
        """The turns at which there is something of each kind, in order."""
        flagged = tuple(n for n, turn in enumerate(self.sitting.turns, 1) if standing(turn, self.sitting).flags)
        pinned = tuple(sorted({min(pin.turn, self.last) for pin in self.sitting.pins}))
        return {"flag": flagged, "pin": pinned, "slip": tuple(slip.turn for slip in self.slips)}

    def next(self, kind: Landmark, after: int) -> int | None:
        """The next turn with such a landmark; None when there is no more."""
        there = self.landmarks[kind]
        at = bisect_right(there, after)
        return there[at] if at < len(there) else None

    def before(self, kind: Landmark, turn: int) -> int | None:
        """The last turn with such a landmark before this one."""
        there = self.landmarks[kind]
        at = bisect_left(there, turn)
        return there[at - 1] if at else None

    def notes(self, turn: int) -> tuple[str, ...]:
        """What has been written beside a turn, each with its author."""
        return tuple(f"{each.author}: {each.text}" for each in self.sitting.written if each.turn == turn)


def reading_seconds(text: str) -> float:
    """How long a line stays before the next one comes, when a talk is played at reading speed."""
    return max(len(text.split()) / _WORDS_A_SECOND, _LEAST_SECONDS)


@dataclass(frozen=True, slots=True)
class Difference:
    """What today's rules see otherwise in one reply: flags that are new, and flags that are no longer raised."""

    turn: int
    text: str
    new: tuple[Flag, ...]
    gone: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Reread:
    """A sitting read again. `rules_then` and `rules_now` name the versions."""

    readings: tuple[Reading, ...]
    differences: tuple[Difference, ...]
    rules_then: str
    rules_now: str


def reread(sitting: Sitting, reader: Reader) -> Reread:
    """The stored words with today's rules, and where that differs. The log is not changed."""
    readings = tuple(reader.read(turn.reply.text, context) for turn, context in _in_context(sitting))
    differences = (_difference(turn, now) for turn, now in zip(sitting.turns, readings, strict=True))
    return Reread(
        readings,
        tuple(each for each in differences if each.new or each.gone),
        sitting.turns[-1].reply.reading.rules if sitting.turns else "",
        readings[-1].rules if readings else "",
    )


def _in_context(sitting: Sitting) -> Iterator[tuple[Turn, Context]]:
    said: list[Utterance] = [Utterance("person", sitting.opening.text)] if sitting.opening else []
    for turn in sitting.turns:
        answering = bool(said) and said[-1].speaker == "person"
        yield turn, Context(said[-1].text if answering else "", tuple(said[:-1] if answering else said))
        said.append(Utterance("helper", turn.reply.text))
        if turn.answer is not None:
            said.append(Utterance("person", turn.answer.text))


def _difference(turn: Turn, now: Reading) -> Difference:
    then = turn.reply.reading
    return Difference(
        turn.reply.turn, turn.reply.text, _without(now.flags, then.flags), _without(then.flags, now.flags)
    )


def _without(flags: Sequence[Flag], others: Sequence[Flag]) -> tuple[Flag, ...]:
    """Those flags that overlap none of the same kind among the others."""
    return tuple(
        flag
        for flag in flags
        if not any(o.kind == flag.kind and o.start < flag.end and flag.start < o.end for o in others)
    )
