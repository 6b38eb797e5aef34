"""Circles and the refresher: due once in a while, never two at once, and put off without a word."""

from datetime import UTC, datetime, timedelta

import pytest

from allycoach.coaching.reminders import reminder
from allycoach.coaching.rounds import ROUND, ReminderAnswered, ReminderId
from allycoach.content.schema.coaching import Reminders
from tests.shipped import shipped

START = datetime(2026, 1, 5, 19, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def texts() -> Reminders:
    return shipped().coaching.reminders


def answered(which: ReminderId, day: int, *, done: bool) -> ReminderAnswered:
    return ReminderAnswered(at=START + timedelta(days=day), reminder=which, done=done)


@pytest.mark.parametrize(
    ("answers", "day", "due"),
    [
        ([], 90, None),
        ([], 91, "circle"),
        ([], 400, "circle"),
        ([answered("circle", 91, done=True)], 120, None),
        ([answered("circle", 91, done=True)], 182, "circle"),
        ([answered("circle", 91, done=False)], 104, None),
        ([answered("circle", 91, done=False)], 105, "circle"),
        ([answered("circle", 360, done=True)], 366, "refresher"),
        ([answered("circle", 360, done=True), answered("refresher", 366, done=False)], 380, None),
        ([answered("circle", 360, done=True), answered("refresher", 366, done=False)], 396, "refresher"),
    ],
)
def test_one_at_a_time_and_only_when_due(
    texts: Reminders, answers: list[ReminderAnswered], day: int, due: str | None
) -> None:
    found = reminder(texts, answers, since=START, now=START + timedelta(days=day))
    assert (found.id if found else None) == due


def test_nothing_is_due_before_the_first_practice(texts: Reminders) -> None:
    assert reminder(texts, [], since=None, now=START) is None


def test_an_answer_is_kept_as_it_was() -> None:
    one = answered("circle", 3, done=False)
    assert ROUND.validate_json(ROUND.dump_json(one)) == one
