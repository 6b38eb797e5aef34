"""What the home screen says: a greeting, one question at most, the next practice, and rows for all there is."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.signs import one_line

from .elapsed import part_of_day, when
from .layout import cut
from .marks import LOOK, QUIET
from .note import keys

if TYPE_CHECKING:
    from allycoach.coaching.proposal import Proposal
    from allycoach.coaching.reminders import Reminder
    from allycoach.content.library import Library
    from allycoach.content.schema.drill import Drill
    from allycoach.content.schema.scenario import Scenario
    from allycoach.tui.parts import OpenIntention, PastSitting

DIFFICULTY = {
    1: "a gentle start",
    2: "fairly easy",
    3: "some care needed",
    4: "demanding",
    5: "very demanding",
}
EMPHASIS = "$person bold"
KEY = "$you bold"


def greeting(now: datetime) -> Content:
    return Content.styled(f"Good {part_of_day(now)}.", "bold")


def recalled(plan: "OpenIntention") -> Content:
    """The if-then plan of last time, and whether it came to use."""
    said = Content.assemble(
        ("Last time you planned: ", "bold"),
        (f"if I notice {one_line(plan.notice)}, then I will {one_line(plan.then)}", "$person"),
    )
    asked = Content.assemble("Did you get to use it?  ", keys(("y", "yes"), ("n", "no"), ("l", "later")))
    return said + "\n" + asked


def reminded(due: "Reminder") -> Content:
    return Content.styled(one_line(due.say), QUIET) + "\n" + keys(("y", "it is done"), ("l", "later"))


def nobody() -> Content:
    return Content("There is nobody to talk with yet. `allycoach check` says what is wrong with the people there are.")


def heading(words: str, aside: str = "") -> Content:
    return Content.assemble((words, "bold"), (f"   {aside}" if aside else "", QUIET))


def waiting(done: int, of: int) -> Content:
    """In the place of the next practice, while what it goes by is being read."""
    far = f"{done:,} of {of:,} sittings read" if of else "a moment"
    return Content.assemble(("→ Looking back at what you have practised", QUIET), "\n", (f"  {far}", QUIET))


def next_row(
    proposal: "Proposal", library: "Library", past: "PastSitting | None", now: datetime, width: int
) -> Content:
    """Two lines: the one thing proposed, and why. `past` is the sitting to go on with, where it is one."""
    if proposal.what == "sitting":
        about = _left(past, now) if past is not None else ""
    elif proposal.what == "drill":
        about = f"{library.drills[proposal.id].minutes} min · drill"
    else:
        about = f"{library.scenarios[proposal.id].minutes} min · {proposal.mode}"
    verb = "Go on: " if proposal.what == "sitting" else ""
    title = Content.assemble(("→ ", KEY), verb, (one_line(proposal.title), EMPHASIS))
    return columns(title, about, width) + "\n" + cut(Content.styled(f"  {one_line(proposal.why)}", QUIET), width)


def way_row(key: str, name: str, about: str, width: int) -> Content:
    """Another screen, its key and what is in it."""
    return columns(Content.assemble((f"{key} ", KEY), name), about, width)


def person_row(scenario: "Scenario", number: int, width: int) -> Content:
    """Two lines: title, minutes and difficulty; then where it happens, cut to the width."""
    key = f"{number} " if 0 < number < 10 else "  "
    about = f"{scenario.minutes} min · {DIFFICULTY[scenario.difficulty]}"
    title = columns(Content.assemble((key, KEY), (one_line(scenario.title), EMPHASIS)), about, width)
    return title + "\n" + cut(Content.styled(f"  {one_line(scenario.setting)}", QUIET), width)


def drill_row(drill: "Drill", width: int) -> Content:
    title = Content.assemble("  Drill: ", (one_line(drill.title), EMPHASIS))
    return columns(title, f"{drill.minutes} min", width)


def unfinished_row(past: "PastSitting", now: datetime, width: int) -> Content:
    title = Content.assemble(("→ ", KEY), (one_line(past.title), EMPHASIS))
    return columns(title, _left(past, now), width)


def past_row(past: "PastSitting", now: datetime, width: int) -> Content:
    about = f"{past.mode} · {replies(past.turns)} · {when(past.last, now)}"
    return columns(Content(f"  {one_line(past.title)}"), about, width)


def sitting_row(past: "PastSitting", now: datetime, width: int) -> Content:
    """A past sitting as the list of all of them shows it."""
    return past_row(past, now, width) if past.over else unfinished_row(past, now, width)


def replies(count: int) -> str:
    return "1 reply" if count == 1 else f"{count} replies"


def counted(count: int, one: str, many: str, none: str = "none yet") -> str:
    return none if not count else f"1 {one}" if count == 1 else f"{count:,} {many}"


def unreadable(count: int) -> Content:
    files = "1 content file" if count == 1 else f"{count} content files"
    return Content.styled(f"{files} could not be used; everything else works. `allycoach check` says why.", LOOK)


def nothing_found() -> Content:
    return Content.styled("  Nothing has all of these words in it.", QUIET)


def more(count: int) -> Content:
    return Content.styled(f"  and {count:,} more: go on typing", QUIET)


def _left(past: "PastSitting", now: datetime) -> str:
    return f"{past.mode} · {replies(past.turns)} · left {when(past.last, now)}"


def columns(left: Content, right: str, width: int) -> Content:
    """`left` and `right` at the two sides of `width` cells; `left` gives way."""
    room = max(width - len(right) - 2, 8)
    return cut(left, room).pad_right(max(room - min(left.cell_length, room), 0) + 2) + Content.styled(right, QUIET)
