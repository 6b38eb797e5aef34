from collections.abc import Callable

import pytest

from allycoach.content.library import Library
from allycoach.conversation.events import Event, Mode
from allycoach.plain.face import PlainFace
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from tests.shipped import shipped
from tests.stand_ins import Kept, Typed, ticking


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


class Room:
    """A practice and what it needs."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.log = Kept[Event]()
        self.scenario = sorted(library.scenarios)[0]
        self.clock = ticking()

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
        script = Typed(*typed, interactive=interactive)
        PlainFace(practice or self.begin(mode), script).run()
        return script.said


@pytest.fixture(scope="session")
def library() -> Library:
    return shipped()


@pytest.fixture
def room(library: Library) -> Room:
    return Room(library)
