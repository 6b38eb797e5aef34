"""Runs a round of a drill. Both faces drive this, as they drive `practice` for talks."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from allycoach.coaching.drilling import chosen, feedback, met
from allycoach.coaching.rounds import DrillDone, DrillLine, Round
from allycoach.content.schema.drill import Drill, Item, Level, Step
from allycoach.reading import Context, Reader, Reading, Utterance


class RoundLog(Protocol):
    """Where drills go. `append` returns once it is on disk and raises NotSaved otherwise."""

    def append(self, happened: Round) -> None: ...


@dataclass(frozen=True, slots=True)
class Response:
    """What came of a line. `said` is the feedback, `met` whether nothing else was found; `others` are three ways that
    others said it, and empty while another step or another try comes first."""

    text: str
    reading: Reading
    said: str
    met: bool
    others: tuple[str, ...]


class DrillRound:
    """A round in progress: a few items, each with one line to write, or two."""

    def __init__(
        self,
        drill: Drill,
        level: Level,
        *,
        reader: Reader,
        log: RoundLog,
        clock: Callable[[], datetime],
        seed: int,
        seen: Collection[str] = (),
    ) -> None:
        self.drill = drill
        self.level = level
        self.items = chosen(drill, level, seen=seen, seed=seed)
        self._reader, self._log, self._clock = reader, log, clock
        self._at = 0
        self._step = 0
        self._slip = ""
        self._answered = False

    @property
    def over(self) -> bool:
        return self._at >= len(self.items)

    @property
    def item(self) -> Item:
        """The item at hand. IndexError once the round is over."""
        return self.items[self._at]

    @property
    def step(self) -> Step:
        return self.drill.steps[self._step]

    @property
    def number(self) -> int:
        """Of the item at hand, from 1."""
        return self._at + 1

    @property
    def person_says(self) -> str:
        """The line to answer: theirs, or how they take the slip made on purpose."""
        after = self.item.after_slip if self._step else None
        return after if after is not None else self.item.person

    @property
    def answered(self) -> bool:
        """Whether the item has had its last line, so that `next` goes on."""
        return self._answered

    def read(self, text: str) -> Reading:
        """Reads a line for the step at hand. It changes nothing and may be called from a worker thread."""
        return self._reader.read(text, self._context())

    def write(self, text: str, reading: Reading | None = None) -> Response:
        """A line for the step at hand: on disk, then looked at. NotSaved when the disk refuses; then it has not happened.

        A line may be written again as often as the trainee likes; each is kept. `reading` is that of `read`, if it is
        there already.
        """
        if reading is None or reading.text != text:
            reading = self.read(text)
        said, good = feedback(self.step, self.item, reading), met(self.step, self.item, reading)
        self._log.append(
            DrillLine(
                at=self._clock(),
                drill=self.drill.id,
                level=self.level,
                item=self.item.id,
                step=self._step,
                text=text,
                said=said,
                met=good,
            )
        )
        last = self._step == len(self.drill.steps) - 1
        if last:
            self._answered = True
        elif good:
            self._slip, self._step = text, self._step + 1
        return Response(text, reading, said, good, self.item.good if last else ())

    def next(self) -> None:
        """On to the next item, whether or not this one was answered; after the last the round is over and kept as done."""
        self._at, self._step, self._slip, self._answered = self._at + 1, 0, "", False
        if self.over:
            self._done(len(self.items))

    def leave(self) -> None:
        """Stop before the end; what was written is kept."""
        if not self.over:
            self._done(self._at + self._answered)
            self._at = len(self.items)

    def _done(self, items: int) -> None:
        of = len(self.items)
        self._log.append(DrillDone(at=self._clock(), drill=self.drill.id, level=self.level, items=items, of=of))

    def _context(self) -> Context:
        if self._step:
            return Context(self.person_says, (Utterance("person", self.item.person), Utterance("helper", self._slip)))
        return Context(self.item.person)
