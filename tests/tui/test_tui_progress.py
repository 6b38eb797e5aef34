"""Progress: plots with the number behind each point, signs for solo probes, and the same in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from allycoach.coaching.facts import Facts
from allycoach.coaching.progress import progress
from allycoach.coaching.record import Practised, record_of
from allycoach.tui.present.progress import page
from allycoach.tui.screens.home import HomeScreen
from allycoach.tui.screens.progress import ProgressScreen

if TYPE_CHECKING:
    from .conftest import House

DAY = timedelta(days=1)
ONE = Facts(
    at=datetime(2026, 3, 1, tzinfo=UTC), scenario="library-amina", mode="coach", minutes=7.2, turns=10, reflections=4,
    questions=6, open_questions=5, unasked_advice=1, asked_advice=0, helper_words=1200, person_words=1800,
    longest_reply=30, slips=2, lost=0, noticed_first=1, dismissed=0, recovery_phrases=1, flags={},
    indicators=("1.2a",), step=True, over=True,
)  # fmt: skip


def talks(many: int) -> list[Facts]:
    return [
        replace(ONE, at=ONE.at + n * DAY, reflections=n % 11, mode="solo" if n % 4 == 3 else "coach")
        for n in range(many)
    ]


@pytest.mark.parametrize("width", [58, 76, 156])
def test_a_page_fits_and_says_what_is_behind_each_point(width: int) -> None:
    facts = talks(40)
    shown = page(progress(facts), record_of(facts), None, width)
    assert all(line.cell_length <= max(width, 120) for line in shown.split("\n"))
    bars = [line for line in str(shown).split("\n") if line and set(line) <= set(" ▁▂▃▄▅▆▇█")]
    assert len(bars) == 6
    assert max(map(len, bars)) <= width
    assert "○10" in str(shown)
    assert f"the latest {width // 7}" in str(shown)
    assert "practised it 40 times, last on 9 April 2026" in str(shown)


def test_with_nothing_there_it_says_so() -> None:
    shown = str(page(progress([]), {}, None, 76))
    assert "6 replies or more" in shown
    assert "No indicator" in shown


def test_facts_make_the_same_record_as_sittings() -> None:
    assert record_of([ONE, replace(ONE, at=ONE.at + DAY)]) == {"1.2a": Practised(2, ONE.at + DAY)}


async def test_the_screen_and_the_way_back(house: "House") -> None:
    house.more_facts = talks(5)
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("p")
        await house.settle(pilot)
        assert isinstance(app.screen, ProgressScreen)
        assert "practice record, not assessment" in str(app.screen.query_one("#title", Static).visual)
        assert "Listens more than they speak" not in str(app.screen.query_one("#words", Static).visual)
        assert "1.2a" in str(app.screen.query_one("#words", Static).visual)
        await pilot.press("escape")
        await house.settle(pilot)
        assert isinstance(app.screen, HomeScreen)
