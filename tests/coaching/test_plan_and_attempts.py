"""Whose words a plan is in, what is worth a second look, and two attempts side by side."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.attempts import compare, more_open
from allycoach.coaching.plan import MOST_STEPS, provenance, remarks, steps_said
from allycoach.conversation.events import Event, PersonSpoke, PlanStep, ReplySent, SittingStarted, SteppedBack
from allycoach.conversation.sitting import Sitting, fold
from allycoach.reading import Reading

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
STARTED = SittingStarted(
    at=AT, sitting="s", scenario="x", scenario_version="1", title="t", person="P", model="m", mode="coach", seed=1, app="0"
)  # fmt: skip


def exchange(turn: int, reply: str, answer: str, step: str | None = None, openness: int = 40) -> list[Event]:
    return [
        ReplySent(at=AT, turn=turn, text=reply, reading=Reading(reply)),
        PersonSpoke(at=AT, turn=turn, text=answer, step=step, meters={"openness": openness}),
    ]


def talk(*exchanges: list[Event]) -> Sitting:
    opening = PersonSpoke(at=AT, turn=0, text="I've seen a card about the day centre.")
    return fold([STARTED, opening, *(event for each in exchanges for event in each)])


TALK = talk(
    exchange(1, "Have you thought about volunteering?", "Maybe. They need people on Thursdays."),
    exchange(2, "What will you do?", "I'll ask Jean on Thursday.", "I'll ask Jean on Thursday."),
)


def test_words_belong_to_whoever_said_them_first() -> None:
    whose = provenance("I'll ask about volunteering at the centre with a new coat", TALK)
    assert whose.theirs == ("ask", "centre")
    assert whose.helpers == ("volunteering",)
    assert whose.new == ("new", "coat")
    assert whose.share == pytest.approx(2 / 5)


def test_a_plan_begins_with_what_they_said() -> None:
    assert [step.text for step in steps_said(TALK)] == ["I'll ask Jean on Thursday."]
    many = talk(*(exchange(n, "And?", f"I'll do {n}.", f"I'll do {n}.") for n in range(1, 6)))
    assert len(steps_said(many)) == MOST_STEPS


@pytest.mark.parametrize(
    ("step", "first"),
    [
        (PlanStep(text="Apply for jobs", when="soon"), "nobody"),
        (PlanStep(text="Jobs at the hospital", when="soon"), "nobody"),
        (PlanStep(text="My CV and me", when="soon"), "no_step"),
        (PlanStep(text="I'll try volunteering", when="soon"), "your_words"),
        (PlanStep(text="I'll ask Jean " + "on Thursday " * 15, when="x"), "long"),
        (PlanStep(text="I'll ask on www.example.org and example.com", when="x"), "links"),
        (PlanStep(text="I'll ask Jean on Thursday", confidence=5, when="x"), "unsure"),
        (PlanStep(text="I'll ask Jean on Thursday"), "no_when"),
    ],
)
def test_each_remark_has_its_step(step: PlanStep, first: str) -> None:
    assert remarks(step, TALK)[0].check == first


def test_a_step_that_begins_with_the_doing_lacks_no_doing() -> None:
    checks = {remark.check for remark in remarks(PlanStep(text="Ask Jean on Thursday for my hours", when="x"), TALK)}
    assert not checks & {"nobody", "no_step"}


def test_a_plain_step_has_nothing_to_look_at() -> None:
    assert remarks(PlanStep(text="I'll ask Jean on Thursday.", when="Thursday", confidence=7), TALK) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_a_step(text: str) -> None:
    whose = provenance(text, TALK)
    assert whose.share is None or 0 <= whose.share <= 1
    remarks(PlanStep(text=text), TALK)


def test_two_attempts_stand_side_by_side_from_where_they_part() -> None:
    opening = PersonSpoke(at=AT, turn=0, text="Hello.")
    first = [*exchange(1, "Hi", "Hi."), *exchange(2, "You should rest.", "Hm.", openness=30)]
    second = [*exchange(2, "What's that like?", "Hard.", openness=50), *exchange(3, "Go on.", "Well.")]
    sitting = fold([STARTED, opening, *first, SteppedBack(at=AT, turn=2, name="try 1"), *second])
    found = compare(sitting.branch("try 1"), sitting)
    assert [turn.reply.text for turn in found.shared] == ["Hi"]
    assert [(p.turn, p.first is not None, p.second is not None) for p in found.pairs] == [
        (2, True, True),
        (3, False, True),
    ]
    assert more_open("try 1", found, "Amina") == "At turn 2 Amina is more open in the talk as it is now."
    other = compare(sitting, sitting.branch("try 1"))
    assert more_open("now", other, "Amina") == "At turn 2 Amina is more open in “now”."
    assert not more_open("now", compare(sitting, sitting), "Amina")
