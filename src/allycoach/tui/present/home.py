"""What the home screen says: a greeting, one question at most, the next practice, and rows for all there is."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.shown_names import mode_name
from allycoach.signs import one_line

from .elapsed import PartOfDay, part_of_day, when
from .layout import cut
from .note import keys
from .tones import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.coaching.proposal import Proposal
    from allycoach.coaching.reminders import Reminder
    from allycoach.content.library import Library
    from allycoach.content.schema.drill import Drill
    from allycoach.content.schema.scenario import Scenario
    from allycoach.tui.parts import OpenIntention, PastSitting

DIFFICULTY = {
    1: _("a gentle start"),
    2: _("fairly easy"),
    3: _("some care needed"),
    4: _("demanding"),
    5: _("very demanding"),
}
_GREETINGS: dict[PartOfDay, str] = {
    "morning": _("Good morning."),
    "afternoon": _("Good afternoon."),
    "evening": _("Good evening."),
}
EMPHASIS = "$person bold"
KEY = "$you bold"


def greeting(now: datetime) -> Content:
    return Content.styled(_GREETINGS[part_of_day(now)], "bold")


def recalled(plan: "OpenIntention") -> Content:
    """The if-then plan of last time, and whether it came to use."""
    said = Content.assemble(
        (_("Last time you planned: "), "bold"),
        (
            _("if I notice {notice}, then I will {then}").format(
                notice=one_line(plan.notice), then=one_line(plan.then)
            ),
            "$person",
        ),
    )
    asked = Content.assemble(_("Did you get to use it?  "), keys(("y", _("yes")), ("n", _("no")), ("l", _("later"))))
    return said + "\n" + asked


def reminded(due: "Reminder") -> Content:
    return Content.styled(one_line(due.say), QUIET) + "\n" + keys(("y", _("it is done")), ("l", _("later")))


def nobody() -> Content:
    return Content(
        _("There is nobody to talk with yet. `allycoach check` says what is wrong with the people there are.")
    )


def heading(words: str, aside: str = "") -> Content:
    return Content.assemble((words, "bold"), (f"   {aside}" if aside else "", QUIET))


def waiting(done: int, of: int) -> Content:
    """In the place of the next practice, while what it goes by is being read."""
    far = _("{done:,} of {of:,} sittings read").format(done=done, of=of) if of else _("a moment")
    return Content.assemble((_("→ Looking back at what you have practised"), QUIET), "\n", (f"  {far}", QUIET))


def next_row(
    proposal: "Proposal", library: "Library", past: "PastSitting | None", now: datetime, width: int
) -> Content:
    """Two lines: the one thing proposed, and why. `past` is the sitting to go on with, where it is one."""
    if proposal.what == "sitting":
        about = _left(past, now) if past is not None else ""
    elif proposal.what == "drill":
        about = _("{minutes} min · drill").format(minutes=library.drills[proposal.id].minutes)
    else:
        about = _("{minutes} min · {mode}").format(
            minutes=library.scenarios[proposal.id].minutes, mode=mode_name(proposal.mode or "")
        )
    # Translators: before the title of a talk that was left
    verb = _("Go on: ") if proposal.what == "sitting" else ""
    title = Content.assemble(("→ ", KEY), verb, (one_line(proposal.title), EMPHASIS))
    return columns(title, about, width) + "\n" + cut(Content.styled(f"  {one_line(proposal.why)}", QUIET), width)


def way_row(key: str, name: str, about: str, width: int) -> Content:
    """Another screen, its key and what is in it."""
    return columns(Content.assemble((f"{key} ", KEY), name), about, width)


def person_row(scenario: "Scenario", number: int, width: int) -> Content:
    """Two lines: title, minutes and difficulty; then where it happens, cut to the width."""
    key = f"{number} " if 0 < number < 10 else "  "
    about = _("{minutes} min · {difficulty}").format(
        minutes=scenario.minutes, difficulty=DIFFICULTY[scenario.difficulty]
    )
    title = columns(Content.assemble((key, KEY), (one_line(scenario.title), EMPHASIS)), about, width)
    return title + "\n" + cut(Content.styled(f"  {one_line(scenario.setting)}", QUIET), width)


def drill_row(drill: "Drill", width: int) -> Content:
    title = Content.assemble(_("  Drill: "), (one_line(drill.title), EMPHASIS))
    return columns(title, _("{minutes} min").format(minutes=drill.minutes), width)


def unfinished_row(past: "PastSitting", now: datetime, width: int) -> Content:
    title = Content.assemble(("→ ", KEY), (one_line(past.title), EMPHASIS))
    return columns(title, _left(past, now), width)


def past_row(past: "PastSitting", now: datetime, width: int) -> Content:
    about = f"{mode_name(past.mode)} · {replies(past.turns)} · {when(past.last, now)}"
    return columns(Content(f"  {one_line(past.title)}"), about, width)


def sitting_row(past: "PastSitting", now: datetime, width: int) -> Content:
    """A past sitting as the list of all of them shows it."""
    return past_row(past, now, width) if past.over else unfinished_row(past, now, width)


def replies(count: int) -> str:
    return many("1 reply", "{n} replies", count).format(n=count)


def sittings(count: int) -> str:
    return many("1 sitting", "{n:,} sittings", count).format(n=count) if count else _("none yet")


def due_cards(count: int) -> str:
    return many("1 due", "{n:,} due", count).format(n=count) if count else _("none due today")


def unreadable(count: int) -> Content:
    return Content.styled(
        many(
            "1 content file could not be used; everything else works. `allycoach check` says why.",
            "{n} content files could not be used; everything else works. `allycoach check` says why.",
            count,
        ).format(n=count),
        LOOK,
    )


def nothing_found() -> Content:
    return Content.styled(_("  Nothing has all of these words in it."), QUIET)


def more(count: int) -> Content:
    return Content.styled(_("  and {count:,} more: go on typing").format(count=count), QUIET)


def _left(past: "PastSitting", now: datetime) -> str:
    return _("{mode} · {replies} · left {when}").format(
        mode=mode_name(past.mode), replies=replies(past.turns), when=when(past.last, now)
    )


def columns(left: Content, right: str, width: int) -> Content:
    """`left` and `right` at the two sides of `width` cells; `left` gives way."""
    room = max(width - len(right) - 2, 8)
    return cut(left, room).pad_right(max(room - min(left.cell_length, room), 0) + 2) + Content.styled(right, QUIET)
