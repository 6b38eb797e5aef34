"""What counts as having practised an indicator, and that sittings are counted, never weighed."""

from datetime import UTC, datetime, timedelta

from allycoach.coaching.record import ENOUGH_REPLIES, Practised, practice_record, practised_in
from allycoach.content.library import Library
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.events import Event, PersonSpoke, Reflected, ReplySent, SittingStarted
from allycoach.conversation.sitting import Sitting, fold
from allycoach.reading import Reading
from tests.shipped import shipped

START = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


def amina() -> Scenario:
    shelf: Library = shipped()
    return shelf.scenario("library-amina").model_copy(update={"exercises": {"1.2a": "She answers what she is asked."}})


def sitting(replies: int, *, moment_at: int | None = None, at: datetime = START, looked_back: str = "") -> Sitting:
    events: list[Event] = [
        SittingStarted(
            at=at, sitting="s", scenario="library-amina", scenario_version="1.0", title="t", person="Amina",
            model="four_question", mode="coach", seed=1, app="0",
        )
    ]  # fmt: skip
    for turn in range(1, replies + 1):
        events.append(ReplySent(at=at, turn=turn, text="What else?", reading=Reading("What else?")))
        moment = "trap-advice" if turn == moment_at else None
        events.append(PersonSpoke(at=at, turn=turn, text="Hm.", moment=moment))
    if looked_back:
        events.append(Reflected(at=at, prompt="p", text=looked_back))
    return fold(events)


def test_a_moment_counts_once_it_was_replied_to() -> None:
    person = amina()
    assert "1.4a" in practised_in(sitting(3, moment_at=2), person)
    assert "1.4a" not in practised_in(sitting(3, moment_at=3), person), "nothing was said to it"


def test_what_runs_through_a_talk_needs_a_talk() -> None:
    person = amina()
    assert "1.2a" in practised_in(sitting(ENOUGH_REPLIES), person)
    assert "1.2a" not in practised_in(sitting(ENOUGH_REPLIES - 1), person)


def test_looking_back_counts_when_something_was_written() -> None:
    assert "1.5a" in practised_in(sitting(1, looked_back="I went too fast."), amina())
    assert "1.5a" not in practised_in(sitting(1), amina())


def test_the_record_counts_sittings_and_keeps_the_last_day() -> None:
    person, later = amina(), START + timedelta(days=3)
    several = [sitting(4, moment_at=1), sitting(4, moment_at=1, at=later), sitting(1)]
    record = practice_record(several, {person.id: person})
    assert record["1.4a"] == Practised(2, later)
    assert practice_record(several, {}) == {}
