"""A talk whose every word is somebody's attempt at mischief."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from allycoach.conversation.events import (
    Event,
    FlagDismissed,
    NoteWritten,
    PersonSpoke,
    PlanKept,
    PlanStep,
    Reflected,
    ReplySent,
    SittingEnded,
    SittingStarted,
    SteppedBack,
    Why,
)
from allycoach.conversation.sitting import Sitting, advance, fold
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "<script>alert('x')</script><img src=x onerror=y>",
    "\x1b[2J\x1b]0;title\x07 \x9b31m",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "+1+1\r\n=cmd|' /C calc'!A1",
    "@SUM(A1) \ttab \x00 nul",
    "half \ud800 pair",
    "a, \"quoted\"; 'cell'\n-2+3",
    "x" * 1_000_000,
)

Talk = Callable[..., Sitting]


@pytest.fixture
def talk() -> Talk:
    return make


def make(*replies: str, answer: str = "Hm.", why: Why | None = "goodbye", scenario: str = "library-amina") -> Sitting:
    events: list[Event] = [
        SittingStarted(
            at=AT, sitting="20261121-200000-amina-7f3a", scenario=scenario, scenario_version="1", title="A talk",
            person="Amina", model="four_question", mode="coach", seed=1, app="0.1.0",
        ),
        PersonSpoke(at=AT, turn=0, text=answer, meters={"openness": 30}),
    ]  # fmt: skip
    for number, text in enumerate(replies, 1):
        at = AT + timedelta(seconds=30 * number)
        flag = Flag(FlagKind.ADVICE, 0, min(4, len(text)), "advice.x", Strength.NOTICE, "An idea.")
        seen = Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN)
        flags = (flag,) if number % 2 else ()
        events += [
            ReplySent(at=at, turn=number, text=text, reading=Reading(text, (seen,), flags)),
            PersonSpoke(at=at, turn=number, text=answer, meters={"openness": 40}),
        ]
    events += [
        FlagDismissed(at=AT, turn=1, kind="advice", rule="advice.x", start=0, end=4, reason=replies[0]),
        Reflected(at=AT, prompt="What did you notice?", text=replies[0], turn=1),
        NoteWritten(at=AT, turn=1, author="facilitator", text=replies[0]),
        PlanKept(at=AT, steps=(PlanStep(text=replies[0], confidence=7),)),
    ]
    if why is not None:
        events.append(SittingEnded(at=AT + timedelta(minutes=8), why=why))
    return fold(events)


@pytest.fixture
def hostile() -> Sitting:
    return make(*HOSTILE, answer=HOSTILE[1] + HOSTILE[2])


@pytest.fixture
def branched() -> Sitting:
    sitting = make("You should ring them.", "What matters most?")
    return advance(sitting, SteppedBack(at=AT, turn=2, name="the first"))
