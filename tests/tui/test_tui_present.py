"""What the screens say, without a screen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from textual.content import Content

from allycoach.coaching.debrief import Debrief
from allycoach.content.library import Library
from allycoach.conversation.events import Event, Resumed, SittingEnded
from allycoach.conversation.tracker import Place
from allycoach.tui.present import debrief, elapsed, foot, home, place
from allycoach.tui.present.keyline import keyline
from allycoach.tui.present.layout import hanging

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def test_time_away_is_not_time_spent() -> None:
    events: list[Event] = [
        SittingEnded(at=NOON, why="trainee"),
        SittingEnded(at=NOON + timedelta(seconds=40), why="trainee"),
        Resumed(at=NOON + timedelta(days=2)),
        SittingEnded(at=NOON + timedelta(days=2, seconds=20), why="trainee"),
    ]
    assert elapsed.spent(events) == timedelta(seconds=60)
    assert elapsed.spent([]) == timedelta()


@pytest.mark.parametrize(("seconds", "face"), [(0, "00:00"), (250, "04:10"), (3700, "61:40"), (-5, "00:00")])
def test_clock_face(seconds: int, face: str) -> None:
    assert elapsed.clock_face(timedelta(seconds=seconds)) == face


@pytest.mark.parametrize(("hour", "part"), [(0, "morning"), (11, "morning"), (12, "afternoon"), (18, "evening")])
def test_part_of_day(hour: int, part: str) -> None:
    assert elapsed.part_of_day(NOON.replace(hour=hour)) == part


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=2), "today 10:00"),
        (timedelta(days=1), "yesterday 12:00"),
        (timedelta(days=3), "Saturday"),
        (timedelta(days=30), "8 February"),
        (timedelta(days=300), "14 May 2025"),
    ],
)
def test_when(ago: timedelta, words: str) -> None:
    assert elapsed.when(NOON - ago, NOON) == words


def test_strip_shows_here_covered_and_the_rest(shipped: Library) -> None:
    model = shipped.model("four_question")
    shown = place.strip(model, Place("good", "why", covered=("happening", "good"))).plain
    assert shown == "✓① happening ── ▸② good ──  ③ worked ──  ④ next"


def test_reason_is_short_and_quotes(shipped: Library) -> None:
    model = shipped.model("four_question")
    here = Place("happening", "A long reason.", words=("something with people",), moving_to="good")
    assert place.reason(model, here).plain == 'you seem to be in ①, moving to ②  ("something with people")'
    assert place.where(model, here).plain.startswith("① What's happening for you?\nA long reason.\n")


@pytest.mark.parametrize(
    ("values", "line"), [((0, 13, 50, 99, 100), "▁▂▅██"), ((-5, 200), "▁█"), ((), "")], ids=["usual", "outside", "none"]
)
def test_sparkline(values: tuple[int, ...], line: str) -> None:
    assert debrief.sparkline(values) == line


def test_keyline_always_ends_with_help() -> None:
    keys = (("enter", "send"), ("esc", "pause"), ("f1", "help"))
    assert keyline(keys, 80).plain == "enter send  esc pause  f1 help"
    assert keyline(keys, 20).plain == "enter send  f1 help"
    assert keyline(keys, 3).plain == "f1 help"


def test_hanging_lines_stand_under_the_first() -> None:
    assert hanging(Content("1  "), Content("one two three four"), 14).plain.split("\n") == [
        "1  one two",
        "   three four",
    ]


@pytest.mark.parametrize("width", [46, 58, 78, 110])
def test_rows_fit_and_show_what_is_needed(shipped: Library, width: int) -> None:
    for scenario in shipped.scenarios.values():
        row = home.person_row(scenario, 1, width)
        assert all(line.cell_length <= width for line in row.split("\n"))
        assert f"{scenario.minutes} min" in row.plain


def test_foot_says_the_most_pressing_thing() -> None:
    def says(**state: object) -> str:
        return foot.line(foot.Foot(**state), 80).plain  # type: ignore[arg-type]

    assert says() == ""
    assert says(reader="warming").startswith("analyser warming up")
    assert "esc takes it back" in says(reader="warming", going=True)
    assert "missing" in says(reader="absent")
    assert says(said="Pinned.", reader="warming") == "Pinned."
    assert says(command="phrases", said="Pinned.") == "enter: see phrases"
    assert says(choosing=3) == "1-3 takes a phrase  0 your own"
    assert says(choosing=1, written=True).startswith("1 takes a phrase  0 your own  enter sends")
    assert "beside it" in says(rewriting=True)


def test_what_was_not_said_at_first_is_text_and_only_shown_where_there_is_any() -> None:
    bare = Debrief("T", "Amina", "coach", 1, "", (), (), (), None, "Try.", (), None, (), (), (), "Practice.")
    assert debrief.further(bare).plain == ""
    told = debrief.further(replace(bare, hidden="She reads the [b]card[/b] often.")).plain
    assert told == "What Amina did not say at first\nShe reads the [b]card[/b] often."
