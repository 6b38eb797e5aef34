"""What can be written into a sitting at any time, also long after its talk is over: no reader and no person is needed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol

from allycoach.coaching.if_then import halves
from allycoach.conversation.events import (
    Event,
    FlagDismissed,
    Intended,
    IntentionAnswered,
    NoteWritten,
    PlanKept,
    PlanStep,
    Reflected,
    WorksheetKept,
)
from allycoach.conversation.sitting import Sitting, advance
from allycoach.reading import Flag


class SessionLog(Protocol):
    """Where a sitting's events go. `append` returns once the event is on disk and raises NotSaved otherwise."""

    def append(self, event: Event) -> None: ...


class LookingBack:
    """A sitting that is looked back at. Each method writes one event; NotSaved is raised when the disk refuses, and then
    nothing has happened."""

    def __init__(self, sitting: Sitting, *, log: SessionLog, clock: Callable[[], datetime]) -> None:
        self.sitting = sitting
        self._log = log
        self._clock = clock

    def reflect(self, prompt: str, text: str, turn: int | None = None) -> None:
        """Keep the trainee's own words from the debrief."""
        self._happened(Reflected(at=self._clock(), prompt=prompt, text=text, turn=turn))

    def intend(self, notice: str, then: str) -> None:
        """Keep an if-then plan for next time; a later one replaces it."""
        noticed, doing = halves(notice, then)
        self._happened(Intended(at=self._clock(), notice=noticed, then=doing))

    def answer_intention(self, *, used: bool) -> None:
        """Keep whether the trainee got to use this sitting's if-then plan."""
        self._happened(IntentionAnswered(at=self._clock(), used=used))

    def keep_plan(self, steps: Sequence[PlanStep], setback: str = "") -> None:
        """Keep the person's plan; a later one replaces it. Raises ValueError for more than three steps."""
        self._happened(PlanKept(at=self._clock(), steps=tuple(steps), setback=setback.strip()))

    def keep_worksheet(self, sheet: str, answers: Mapping[str, str]) -> None:
        """Keep a worksheet as filled in; a later one of the same kind replaces it."""
        self._happened(WorksheetKept(at=self._clock(), sheet=sheet, answers=dict(answers)))

    def write_note(self, turn: int, text: str, author: Literal["trainee", "facilitator"] = "trainee") -> None:
        """Keep a note beside reply `turn`, or with turn 0 about the whole talk."""
        self._happened(NoteWritten(at=self._clock(), turn=turn, author=author, text=text))

    def set_aside(self, turn: int, flag: Flag, reason: str = "") -> None:
        """Set a flag on reply `turn` aside; kept with the trainee's reason."""
        self._happened(
            FlagDismissed(
                at=self._clock(),
                turn=turn,
                kind=flag.kind.value,
                rule=flag.rule,
                start=flag.start,
                end=flag.end,
                reason=reason,
            )
        )

    def _happened(self, event: Event) -> None:
        """On disk first, then true."""
        self._log.append(event)
        self.sitting = advance(self.sitting, event)
