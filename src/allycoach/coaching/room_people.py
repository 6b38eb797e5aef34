"""Whom a room can talk with at once: people that suit fifteen strangers and one wall."""

from collections.abc import Mapping

from allycoach.content.library import Library
from allycoach.content.schema.scenario import Scenario

from .locked import why_locked

HARDEST = 3
"""Difficulty up to which a room finds its way in a few minutes."""

IDEAL = 2
"""Hard enough that a poor line is seen to close, and easy enough that a good one is seen to open."""

AT_MOST = 6
"""What is put before a hurried facilitator; anybody else can be named."""


def suited(library: Library) -> tuple[Scenario, ...]:
    """People for a room, the one to suggest first. Nobody whose talk may touch people in the room hard, and no visit
    that lives on an earlier one."""
    fitting = (who for who in library.scenarios.values() if _fits(who) and not why_locked(who, library))
    return tuple(sorted(fitting, key=_order))[:AT_MOST]


def _fits(who: Scenario) -> bool:
    return who.sensitivity == "none" and who.series is None and who.difficulty <= HARDEST


def _order(who: Scenario) -> tuple[int, int, int, str, str]:
    return abs(who.difficulty - IDEAL), len(who.content_notes), who.minutes, who.title, who.id


def meant(typed: str, people: Mapping[str, Scenario], listed: tuple[Scenario, ...] = ()) -> str:
    """The id of the person somebody typed: an id, a number of those listed, or a first name that only one has. What is
    none of these comes back as it is."""
    wanted = typed.strip().casefold()
    if wanted.isascii() and wanted.isdigit() and len(wanted) <= len(str(AT_MOST)) and 1 <= int(wanted) <= len(listed):
        return listed[int(wanted) - 1].id
    if wanted in people:
        return wanted
    named = [one.id for one in people.values() if one.person.name.casefold() == wanted]
    return named[0] if len(named) == 1 else typed.strip()
