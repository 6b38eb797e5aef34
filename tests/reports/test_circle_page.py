"""The circle sheet as a page: hostile words stay words."""

from allycoach.coaching.circle import circle_sheet
from allycoach.conversation.sitting import Sitting
from allycoach.reports.circle import circle_html


def test_hostile_words_stay_words_and_when_it_was_is_not_told(hostile: Sitting) -> None:
    for turn in range(1, len(hostile.turns) + 1):
        page = circle_html(circle_sheet(hostile, turn))
        assert "<script" not in page
        assert "<img" not in page
        assert not {"\x1b", "\x9b", "\u202e", "\x00", "\ud800"} & set(page)
        assert "2026" not in page
        assert hostile.started.sitting not in page
        assert page.count('class="write"') == 6
