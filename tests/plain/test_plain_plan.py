"""The plan and a worksheet in lines."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from allycoach.conversation.events import PersonSpoke, PlanStep, ReplySent, SittingStarted
from allycoach.conversation.sitting import Sitting, fold
from allycoach.plain.plan import PlainPlan, fill
from allycoach.reading import Reading
from tests.shipped import shipped
from tests.stand_ins import Typed

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
TALK: Sitting = fold(
    [
        SittingStarted(
            at=AT, sitting="s", scenario="x", scenario_version="1", title="t", person="Amina", model="m", mode="coach",
            seed=1, app="0",
        ),
        PersonSpoke(at=AT, turn=0, text="Hi."),
        ReplySent(at=AT, turn=1, text="And?", reading=Reading("And?")),
        PersonSpoke(at=AT, turn=1, text="I'll ask Jean.", step="I'll ask Jean."),
    ]
)  # fmt: skip


class Written:
    def __init__(self) -> None:
        self.steps: Sequence[PlanStep] | None = None
        self.setback = ""

    def __call__(self, steps: Sequence[PlanStep], setback: str) -> None:
        self.steps, self.setback = steps, setback


def test_enter_takes_the_words_they_said() -> None:
    kept, terminal = Written(), Typed("", "Thursday", "6", "a card", "", "I'll go next week.")
    assert PlainPlan(TALK, terminal, kept).run()
    assert kept.steps == [PlanStep(text="I'll ask Jean.", when="Thursday", confidence=6, stronger="a card")]
    assert kept.setback == "I'll go next week."
    assert any(line.startswith("WHOSE WORDS: 100%") for line in terminal.said)


@pytest.mark.parametrize("typed", ["11", "0", "x", "²", "-3"])
def test_a_number_that_is_none_is_left(typed: str) -> None:
    kept = Written()
    PlainPlan(TALK, Typed("", "", typed, ""), kept).run()
    assert kept.steps is not None
    assert kept.steps[0].confidence is None


def test_a_fourth_step_is_not_asked_for() -> None:
    kept = Written()
    PlainPlan(TALK, Typed(*["I'll do one thing.", "", "", ""] * 6), kept).run()
    assert kept.steps is not None
    assert len(kept.steps) == 3


def test_nothing_typed_keeps_nothing() -> None:
    kept = Written()
    assert not PlainPlan(TALK, Typed("-"), kept).run()
    assert kept.steps is None


def test_a_worksheet_keeps_what_was_there() -> None:
    sheet = shipped().worksheet("scaling")
    answers = fill(sheet, {"what": "interviews"}, Typed("", "4", "I did one"))
    assert answers == {"what": "interviews", "number": "4", "in_it": "I did one"}
