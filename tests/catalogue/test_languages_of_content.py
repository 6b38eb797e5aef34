"""Content says which language it is in, and readers are told."""

from dataclasses import replace

import pytest

from allycoach.coaching import debrief as coaching
from allycoach.coaching.languages import not_read
from allycoach.content.library import Library
from allycoach.page_words import page_lang
from allycoach.plain.lines import before
from allycoach.reports.plan import worksheet_html
from allycoach.reports.session_html import session_html
from allycoach.tui.present.before import about
from tests.plain.conftest import Room


@pytest.mark.parametrize(("language", "told"), [("en-GB", False), ("en", False), ("EN-gb", False), ("cy", True)])
def test_before_a_talk_it_is_said_that_the_analyser_reads_english(shipped: Library, language: str, told: bool) -> None:
    who = next(iter(shipped.scenarios.values())).model_copy(update={"language": language})
    assert bool(not_read(language)) is told
    assert any(line.startswith("LANGUAGE: ") for line in before(who, "coach")) is told
    assert ("reading English" in about(who).plain) is told


def test_what_was_said_in_another_language_is_marked_in_the_page(shipped: Library) -> None:
    room = Room(shipped)
    practice = room.begin()
    practice.send("What matters to you there?")
    english = practice.debrief()
    assert english.language == "en-GB"
    assert session_html(practice.sitting, english).count(" lang=") == 1  # the page's own
    welsh = session_html(practice.sitting, replace(english, language="cy"))
    assert welsh.count('<p class="said" lang="cy">') == 3
    assert "<h2>In short</h2>" in welsh


def test_a_debrief_takes_the_language_of_its_person(shipped: Library) -> None:
    room = Room(shipped)
    sitting = room.begin().sitting
    who = shipped.scenarios[room.scenario].model_copy(update={"language": "cy"})
    assert shipped.coaching is not None
    assert coaching.build(sitting, who, shipped.coaching).language == "cy"


def test_a_worksheet_in_another_language_is_marked(shipped: Library) -> None:
    sheet = next(iter(shipped.worksheets.values()))
    assert worksheet_html(sheet, {}).count(" lang=") == 1
    assert ' lang="cy"' in worksheet_html(sheet.model_copy(update={"language": "cy"}), {})


def test_a_language_is_no_markup() -> None:
    assert page_lang('"><script>') == ' lang="&#34;&gt;&lt;script&gt;"'
