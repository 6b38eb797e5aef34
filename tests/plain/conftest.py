from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from allycoach.content.library import Library
from allycoach.conversation.events import Event, Mode
from allycoach.errors import NotSaved
from allycoach.plain.face import PlainFace
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from tests.shipped import shipped

START = datetime(2026, 11, 21, 20, 31, 4, tzinfo=UTC)


class FakeReader:
    """Sees advice in "have you thought", an open question after what or how, a reflection after so."""

    def read(self, text: str, context: Context = Context()) -> Reading:  # noqa: ARG002, B008
        low = text.lower()
        if low.startswith("have you thought"):
            move = Move(MoveKind.QUESTION, 0, len(text), Form.POLAR, Function.CLOSED)
            advice = Flag(FlagKind.ADVICE, 0, len(text), "a", Strength.NOTICE, "These words bring an idea.")
            closed = Flag(FlagKind.CLOSED_QUESTION, 0, 8, "c", Strength.NOTE, "This can be answered with a yes.")
            return Reading(text, (move,), (closed, advice))
        if low.startswith(("what", "how")):
            return Reading(text, (Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN),))
        if low.startswith("so "):
            return Reading(text, (Move(MoveKind.REFLECTION, 0, len(text)),))
        return Reading(text, (Move(MoveKind.OTHER, 0, len(text)),))

    def content_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.lower().split())


class MemoryLog:
    """Keeps events; while `full`, saves nothing."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.full = False

    def append(self, event: Event) -> None:
        if self.full:
            raise NotSaved("The disk is full.", kept="Your words are here.", mend="Make room.")
        self.events.append(event)


class Script:
    """Typed lines, and everything said. A callable among the lines is done instead of typed."""

    def __init__(self, typed: Sequence[str | Callable[[], None]], *, interactive: bool = True) -> None:
        self.typed = list(typed)
        self.interactive = interactive
        self.said: list[str] = []
        self.prompts: list[str] = []

    def ask(self, prompt: str) -> str | None:
        self.prompts.append(prompt)
        while self.typed:
            line = self.typed.pop(0)
            if isinstance(line, str):
                return line
            line()
        return None

    def say(self, line: str) -> None:
        self.said.append(line)


class Room:
    """A practice and what it needs."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.log = MemoryLog()
        self.scenario = sorted(library.scenarios)[0]
        self._ticks = 0

    def clock(self) -> datetime:
        self._ticks += 1
        return START + timedelta(seconds=self._ticks)

    def begin(self, mode: Mode = "coach") -> Practice:
        return Practice.begin(
            sitting_id="s",
            beginning=Beginning(self.scenario, mode, seed=1),
            library=self.library,
            reader=FakeReader(),
            log=self.log,
            clock=self.clock,
        )

    def resume(self) -> Practice:
        return Practice.resume(
            events=self.log.events, library=self.library, reader=FakeReader(), log=self.log, clock=self.clock
        )

    def play(
        self,
        *typed: str | Callable[[], None],
        mode: Mode = "coach",
        interactive: bool = True,
        practice: Practice | None = None,
    ) -> list[str]:
        """Everything said when these lines are typed."""
        script = Script(typed, interactive=interactive)
        PlainFace(practice or self.begin(mode), script).run()
        return script.said


@pytest.fixture(scope="session")
def library() -> Library:
    return shipped()


@pytest.fixture
def room(library: Library) -> Room:
    return Room(library)
