"""The sitting as a page: everything people wrote is text, flagged words are marked in place, nothing is fetched."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.debrief import build
from allycoach.conversation.events import Event, Intended, PersonSpoke, ReplySent, SittingStarted, SteppedBack
from allycoach.conversation.sitting import Sitting, advance, fold
from allycoach.reading import Flag, FlagKind, Reading, Strength
from allycoach.reports import session_html, session_markdown
from allycoach.reports.session_html import pieces
from tests.shipped import shipped

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
LIBRARY = shipped()
HOSTILE = '<script>alert("x")</script><img src=x onerror=y> \x1b[31m \u202e [b]'


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.marked = ""
        self._in_mark = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)
        self._in_mark = self._in_mark or tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += data if self._in_mark else ""


def talk(text: str, *flags: Flag, answer: str = "Hm.") -> Sitting:
    events: list[Event] = [
        SittingStarted(
            at=AT, sitting="s", scenario="gone", scenario_version="1", title=text or "t", person="Amina", model="m",
            mode="coach", seed=1, app="0",
        ),
        PersonSpoke(at=AT, turn=0, text=answer, meters={"openness": 30}),
        ReplySent(at=AT, turn=1, text=text, reading=Reading(text, (), flags)),
        PersonSpoke(at=AT, turn=1, text=answer, meters={"openness": 40}),
        Intended(at=AT, notice=text or "n", then=text or "t"),
    ]  # fmt: skip
    return fold(events)


def shown(sitting: Sitting) -> str:
    return session_html(sitting, build(sitting, None, LIBRARY.coaching))


def test_hostile_words_stay_words() -> None:
    page = shown(talk(HOSTILE, answer=HOSTILE))
    tags = Tags(page)
    assert not {"script", "img", "iframe", "a", "link"} & set(tags.tags)
    assert tags.text.count('<script>alert("x")</script>') >= 3
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert not re.search(r"(?:src|href)=", re.sub(r"&lt;.*?&gt;", "", page))


def test_flagged_words_are_marked_in_place() -> None:
    flag = Flag(FlagKind.ADVICE, 0, 10, "r", Strength.NOTICE, "An idea.")
    tags = Tags(shown(talk("You should rest.", flag)))
    assert tags.marked == "You should"
    assert "An idea." in tags.text
    assert "Practice record, not assessment." in tags.text


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_cutting_a_reply_loses_nothing(text: str, spans: list[tuple[int, int]]) -> None:
    flags = tuple(
        Flag(FlagKind.ADVICE, min(a, b), max(a, b), "r", Strength.NOTE, "x")
        for a, b in spans
        if min(a, b) < max(a, b) <= len(text)
    )
    cut = pieces(text, flags)
    assert "".join(piece.text for piece in cut) == text
    at = 0
    for piece in cut:
        covered = any(flag.start <= at < flag.end for flag in flags)
        assert piece.flagged == covered
        at += len(piece.text)


def test_other_ways_and_the_plan_for_next_time_are_in_the_document() -> None:
    sitting = advance(talk("You should rest."), SteppedBack(at=AT, turn=1, name="the *first*"))
    document = session_markdown(sitting, build(sitting, None, LIBRARY.coaching))
    assert "## Another way it went: the \\*first\\*" in document
    assert "**Turn 1. Ally:** You should rest." in document
    assert "If I notice You should rest." in document
