"""Time spent in a sitting, pauses between leaving and coming back left out."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from allycoach.catalogue import _
from allycoach.dates import day, day_of_this_year, weekday

if TYPE_CHECKING:
    from allycoach.conversation.events import Event


PartOfDay = Literal["morning", "afternoon", "evening"]


def spent(events: Iterable["Event"]) -> timedelta:
    """From the first event to the last, without the gap before each return."""
    total, before = timedelta(), None
    for event in events:
        if before is not None and event.type != "resumed":
            total += max(event.at - before, timedelta())
        before = event.at
    return total


def clock_face(time: timedelta) -> str:
    """`04:10`; minutes go on past 59."""
    seconds = max(int(time.total_seconds()), 0)
    return f"{seconds // 60:02}:{seconds % 60:02}"


def part_of_day(now: datetime) -> PartOfDay:
    if now.hour < 12:
        return "morning"
    return "afternoon" if now.hour < 18 else "evening"


def when(then: datetime, now: datetime) -> str:
    """A past day as people say it: today, yesterday, Tuesday, 3 May, 3 May 2024; with the time while it is recent."""
    local, today = then.astimezone(now.tzinfo), now.date()
    days = (today - local.date()).days
    if days <= 0:
        return _("today {time}").format(time=f"{local:%H:%M}")
    if days == 1:
        return _("yesterday {time}").format(time=f"{local:%H:%M}")
    if days < 7:
        return weekday(local)
    return day(local) if local.year != today.year else day_of_this_year(local)
