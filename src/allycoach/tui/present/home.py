"""What the home screen says: a greeting, a suggestion, and rows for people and past sittings."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.signs import one_line

from .elapsed import part_of_day, when
from .layout import cut
from .marks import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.content.schema.scenario import Scenario
    from allycoach.tui.parts import PastSitting
    from allycoach.tui.suggestion import Suggestion

DIFFICULTY = {
    1: "a gentle start",
    2: "fairly easy",
    3: "some care needed",
    4: "demanding",
    5: "very demanding",
}
EMPHASIS = "$person bold"


def greeting(now: datetime) -> Content:
    return Content.styled(f"Good {part_of_day(now)}.", "bold")


def suggested(suggestion: "Suggestion | None") -> Content:
    if suggestion is None:
        return Content(
            "There is nobody to talk with yet. `allycoach check` says what is wrong with the people there are."
        )
    verb = "Continue with" if suggestion.sitting else "Next:"
    return Content.assemble(
        f"{verb} ", (one_line(suggestion.title), EMPHASIS), (f", because {one_line(suggestion.why)}.", QUIET)
    )


def heading(words: str, aside: str = "") -> Content:
    return Content.assemble((words, "bold"), (f"   {aside}" if aside else "", QUIET))


def person_row(scenario: "Scenario", number: int, width: int) -> Content:
    """Two lines: title, minutes and difficulty; then where it happens, cut to the width."""
    key = f"{number} " if number < 10 else "  "
    about = f"{scenario.minutes} min · {DIFFICULTY[scenario.difficulty]}"
    title = _columns(Content.assemble((key, "$you bold"), (one_line(scenario.title), EMPHASIS)), about, width)
    return title + "\n" + cut(Content.styled(f"  {one_line(scenario.setting)}", QUIET), width)


def unfinished_row(past: "PastSitting", now: datetime, width: int) -> Content:
    replies = "1 reply" if past.turns == 1 else f"{past.turns} replies"
    about = f"{past.mode} · {replies} · left {when(past.last, now)}"
    return _columns(Content.assemble(("→ ", "$you bold"), (one_line(past.title), EMPHASIS)), about, width)


def past_row(past: "PastSitting", now: datetime, width: int) -> Content:
    replies = "1 reply" if past.turns == 1 else f"{past.turns} replies"
    return _columns(Content(f"  {one_line(past.title)}"), f"{past.mode} · {replies} · {when(past.last, now)}", width)


def unreadable(count: int) -> Content:
    files = "1 content file" if count == 1 else f"{count} content files"
    return Content.styled(f"{files} could not be used; everything else works. `allycoach check` says why.", LOOK)


def _columns(left: Content, right: str, width: int) -> Content:
    """`left` and `right` at the two sides of `width` cells; `left` gives way."""
    room = max(width - len(right) - 2, 8)
    return cut(left, room).pad_right(max(room - min(left.cell_length, room), 0) + 2) + Content.styled(right, QUIET)
