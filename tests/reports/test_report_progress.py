"""Progress in lines and the practice log: nothing in a cell is a formula, markup or a line of its own."""

import csv
import io
from datetime import UTC, datetime

from allycoach.coaching.practice_log import LogRow
from allycoach.coaching.progress import Behaviour, Point
from allycoach.coaching.record import Practised
from allycoach.reports.progress import log_csv, log_markdown, progress_lines
from allycoach.reports.progress_json import ProgressDocument, progress_json
from allycoach.reports.progress_page import Progress, progress_html

AT = datetime(2026, 5, 3, 19, 0, tzinfo=UTC)
ROWS = (
    LogRow(AT, "amina", "coach", 8, 11, ("1.2a", "1.4d")),
    LogRow(AT, "bad", "drill", 4, 5, ()),
)
TITLES = {"amina": "Amina at the library desk", "bad": "=HYPERLINK(1)|\n<b>x</b>"}
DISCLAIMER = "Practice record, not assessment."


def test_each_line_stands_alone() -> None:
    points = (Point(AT, 0.4, 10, False), Point(AT, 0.6, 11, True))
    behaviour = Behaviour("reflections", "Replies that give something back", "replies", "more", points)
    empty = Behaviour("came_back", "Slips", "slips", "more", ())
    lines = list(progress_lines(2, [behaviour, empty], {"1.2a": Practised(3, AT)}, None, DISCLAIMER))
    assert lines == [
        "PROGRESS: 2 sittings. Practice record, not assessment.",
        (
            "REPLIES THAT GIVE SOMETHING BACK: 2 talks, as a share of replies. First 40 % of 10, latest 60 % of 11."
            " Solo, the latest: 60 %. More tends to help."
        ),
        "REPLIES THAT GIVE SOMETHING BACK, the latest: 40 % of 10, 60 % of 11 (solo).",
        "INDICATOR 1.2a:  You practised it 3 times, last on 3 May 2026.",
    ]


def test_nothing_yet_is_said_once() -> None:
    lines = list(progress_lines(0, [], {}, None, DISCLAIMER))
    assert [line.partition(":")[0] for line in lines] == ["PROGRESS", "BEHAVIOURS", "INDICATORS"]


def test_the_log_as_csv_holds_no_formula() -> None:
    heading, first, second = csv.reader(io.StringIO(log_csv(ROWS, TITLES)))
    assert heading[0] == "Date"
    assert first == ["2026-05-03", "Amina at the library desk", "coach", "8", "11", "1.2a 1.4d"]
    assert second[1].startswith("'=HYPERLINK(1)|")


def test_the_log_as_markdown_is_a_table_and_no_more() -> None:
    shown = log_markdown(ROWS, TITLES, disclaimer=DISCLAIMER)
    assert "2 entries, 12 minutes in all." in shown
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert len(rows) == 4
    assert all(line.count("|") == 7 for line in rows)
    assert "<b>" not in shown


def whole() -> Progress:
    points = (Point(AT, 0.4, 10, False), Point(AT, 1.0, 11, True))
    return Progress(
        sittings=2,
        behaviours=(
            Behaviour("reflections", "Replies that give something back", "replies", "more", points),
            Behaviour("came_back", "Slips", "slips", "more", ()),
        ),
        record={"1.2a": Practised(3, AT)},
        framework=None,
        log=ROWS,
        titles=TITLES,
        disclaimer=DISCLAIMER,
    )


def test_the_page_says_in_words_what_the_plot_shows_and_runs_nothing() -> None:
    made = progress_html(whole())
    assert "<b>x</b>" not in made
    assert "&lt;b&gt;x&lt;/b&gt;" in made
    assert made.count("<circle") == 1
    assert made.count('<rect class="solo"') == 1
    assert '<polyline points="6.0,52.8 474.0,6.0"/>' in made
    assert 'aria-label="2 talks, as a share of replies. First 40 % of 10' in made
    assert "Slips" not in made
    assert "I practised it 3 times, last on 3 May 2026." in made
    assert "http" not in made.replace("http-equiv", "")


def test_json_is_as_its_schema_says_and_gives_back_every_figure() -> None:
    read = ProgressDocument.model_validate_json(progress_json(whole()))
    assert [(point.value, point.behind, point.solo) for point in read.behaviours[0].points] == [
        (0.4, 10, False),
        (1.0, 11, True),
    ]
    assert [entry.title for entry in read.log] == list(TITLES.values())
    assert read.disclaimer == DISCLAIMER
