"""The plan and the worksheets as pages: the person's words, never markup, whole without a network."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.plan_sheet import LAYOUTS, Layout, plan_sheet
from allycoach.content.library import Library
from allycoach.conversation.events import Event, PersonSpoke, PlanKept, PlanStep, ReplySent, SittingStarted
from allycoach.conversation.sitting import Sitting, fold
from allycoach.reading import Reading
from allycoach.reports.plan import plan_html, plan_markdown, worksheet_html, worksheet_markdown
from tests.shipped import shipped

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script> [b]x[/b] {{ 7*7 }} \x1b[31m \u202egnp =1+1"


class Tags(HTMLParser):
    """Every tag of a page, and its visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def shelf() -> Library:
    return shipped()


def talked(*said: tuple[str, str | None, str | None]) -> Sitting:
    events: list[Event] = [
        SittingStarted(
            at=AT, sitting="s", scenario="library-amina", scenario_version="1", title="t", person="Amina",
            model="four_question", mode="coach", seed=1, app="0",
        ),
        PersonSpoke(at=AT, turn=0, text="Hi."),
    ]  # fmt: skip
    for turn, (text, topic, step) in enumerate(said, 1):
        events.append(ReplySent(at=AT, turn=turn, text="And?", reading=Reading("And?")))
        events.append(PersonSpoke(at=AT, turn=turn, text=text, topic=topic, depth=0 if topic else None, step=step))
    return fold(events)


TALK = talked(
    ("I've been sending things off.", "search", None),
    ("Nine months of it.", "search", None),
    ("Something with people.", "want", None),
    ("I'll ask Jean on Thursday.", None, "I'll ask Jean on Thursday."),
)
PLANNED = replace(
    TALK,
    plan=PlanKept(at=AT, steps=(PlanStep(text="I'll ask Jean.", when="Thursday", confidence=6),), setback="I'll wait."),
)


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_each_layout_has_their_steps_in_their_words(shelf: Library, layout: Layout) -> None:
    sheet = plan_sheet(TALK, shelf.scenario("library-amina"), layout)
    for page in (plan_markdown(sheet), Tags(plan_html(sheet)).text):
        assert "I'll ask Jean on Thursday." in page
        assert LAYOUTS[layout][2] in page
        assert "belongs to Amina" in page


def test_of_each_topic_the_deepest_line_is_shown(shelf: Library) -> None:
    sheet = plan_sheet(TALK, shelf.scenario("library-amina"), "where")
    assert [section.lines for section in sheet.sections] == [("Nine months of it.",), ("Something with people.",)]


def test_without_its_scenario_the_steps_remain() -> None:
    sheet = plan_sheet(PLANNED, None, "situation")
    assert sheet.sections == ()
    assert [step.text for step in sheet.steps] == ["I'll ask Jean."]
    assert "I'll wait." in plan_markdown(sheet)


def test_hostile_words_are_only_words() -> None:
    plan = PlanKept(at=AT, steps=(PlanStep(text=HOSTILE, when=HOSTILE, stronger=HOSTILE),), setback=HOSTILE)
    page = plan_html(plan_sheet(replace(TALK, plan=plan), None, "list"))
    parsed = Tags(page)
    assert "script" not in {tag for tag, _ in parsed.tags}
    assert parsed.text.count("<script>alert(1)</script>") == 4
    assert "{{ 7*7 }}" in parsed.text
    assert "\x1b" not in page
    assert "\u202e" not in page


@given(st.text(max_size=80))
def test_any_words_make_a_page(words: str) -> None:
    plan = PlanKept(at=AT, steps=(PlanStep(text=words),), setback=words)
    sheet = plan_sheet(replace(TALK, plan=plan), None, "list")
    tags = [tag for tag, _ in Tags(plan_html(sheet)).tags]
    assert tags == [tag for tag in tags if tag not in ("script", "img", "a", "iframe")]
    plan_markdown(sheet).encode("utf-8")


def test_pages_ask_no_network_for_anything(shelf: Library) -> None:
    pages = [plan_html(plan_sheet(PLANNED, None, "list"))]
    pages += [worksheet_html(sheet, {}) for sheet in shelf.worksheets.values()]
    for page in pages:
        assert not re.search(r"(?:src|href|url|@import)\s*[=(]", page)
        assert "default-src 'none'" in page


def test_a_worksheet_has_room_where_nothing_is_written(shelf: Library) -> None:
    sheet = shelf.worksheet("swot")
    blank, filled = worksheet_html(sheet, {}), worksheet_html(sheet, {"strengths": HOSTILE})
    assert blank.count('class="write"') == sum(box.room for box in sheet.boxes)
    assert filled.count('class="write"') == blank.count('class="write"') - sheet.boxes[0].room
    assert "<script>alert" in Tags(filled).text
    assert "## What I bring" in worksheet_markdown(sheet, {"strengths": "patience"})
