"""A talk with a whole room, on a wall or in lines."""

import random
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal import new_sitting_id

from .faults import CANNOT, INTERRUPTED
from .lists import failure_lines
from .shelves import journal, library, now, vault

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.journal.log import SittingLog
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.practice import Practice


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: `start` is whom, as typed, `resume` a sitting, as typed."""

    content: Path | None = None
    start: str | None = None
    seed: int | None = None
    model: str | None = None
    resume: str | None = None


def room_on_a_wall(wanted: Wanted) -> int:
    """The app for a room; the exit status when it is left. Raises AllycoachError where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AllycoachError(
            _("The room needs a terminal to open in."), mend=_("`allycoach room --plain` works everywhere.")
        )
    from allycoach.tui.room_app import run_room

    from .parts import full_screen_parts

    sitting = held_in_a_room(wanted.resume) if wanted.resume is not None else None
    return run_room(
        full_screen_parts(wanted.content), start=wanted.start, seed=wanted.seed, model=wanted.model, resume=sitting
    )


def room_in_lines(wanted: Wanted) -> int:
    """The same in lines; the exit status. Raises AllycoachError."""
    from allycoach.coaching.room_people import meant, suited
    from allycoach.plain.room import choose
    from allycoach.plain.terminal import Terminal

    vault().cipher()  # before anything else is said or asked
    terminal, shelf = Terminal(), library(wanted.content)
    terminal.card = shelf.procedure
    for line in failure_lines(shelf):
        terminal.say(_("NOT USED: {line}").format(line=line))
    if wanted.resume is not None:
        return _go_on(terminal, shelf, wanted.resume)
    listed = suited(shelf)
    typed = wanted.start if wanted.start is not None else choose(terminal, listed)
    if typed is None:
        return CANNOT
    who = shelf.scenario(meant(typed, shelf.scenarios, listed)).id
    return _begin(terminal, shelf, who, wanted)


def held_in_a_room(name: str) -> str:
    """The id of a sitting; `last` is the latest that a room led. Raises AllycoachError for anybody's own, which is not to
    stand on a wall."""
    from allycoach.conversation.events import SittingStarted

    kept = journal()
    if name == "last":
        latest = next((one.id for one in kept.sittings() if one.mode == "room"), None)
        if latest is None:
            raise AllycoachError(_("No sitting was held in a room yet."), mend=_("`allycoach room` begins one."))
        return latest
    sitting_id = kept.resolve(name)
    started = kept.events(sitting_id)[0]
    if not (isinstance(started, SittingStarted) and started.room):
        raise AllycoachError(
            _("That sitting was not held in a room, so it is not put on a wall."),
            kept=_("Nothing was changed."),
            mend=_("`allycoach practise --continue` goes on with it."),
        )
    return sitting_id


def _begin(terminal: "Terminal", shelf: "Library", who: str, wanted: Wanted) -> int:
    from allycoach.practice.beginning import Beginning
    from allycoach.practice.practice import Practice

    from .shelves import reader_for

    chance = random.SystemRandom()
    seed = wanted.seed if wanted.seed is not None else chance.randrange(2**31)
    beginning = Beginning(who, "solo", seed, wanted.model, room=True)
    beginning.check(shelf)
    reader = reader_for(shelf)
    sitting_id = new_sitting_id(who, now=now(), random=chance)
    with journal().create(sitting_id) as log:
        practice = Practice.begin(
            sitting_id=sitting_id, beginning=beginning, library=shelf, reader=reader, log=log, clock=now
        )
        return _run(terminal, practice, log)


def _go_on(terminal: "Terminal", shelf: "Library", name: str) -> int:
    from allycoach.practice.practice import Practice

    from .shelves import reader_for

    kept = journal()
    sitting_id = held_in_a_room(name)
    events = kept.events(sitting_id)
    with kept.open(sitting_id) as log:
        for notice in log.notices:
            terminal.say(_("SAVED FILE: {notice}").format(notice=notice))
        practice = Practice.resume(events=events, library=shelf, reader=reader_for(shelf), log=log, clock=now)
        return _run(terminal, practice, log)


def _run(terminal: "Terminal", practice: "Practice", log: "SittingLog") -> int:
    from allycoach.plain.room import PlainRoom
    from allycoach.practice.room import Room

    terminal.say(_("KEPT: everything stays on this computer, in {folder}.").format(folder=log.path.parent))
    face = PlainRoom(Room(practice), terminal)
    status = 0
    try:
        finished = face.run()
    except KeyboardInterrupt:
        with suppress(AllycoachError):
            face.room.keep()
        terminal.say("")
        finished, status = False, INTERRUPTED
    if not finished:
        name = practice.sitting.started.sitting
        terminal.say(
            _("LEFT: everything is saved. To go on: allycoach room --plain --continue {name}").format(name=name)
        )
    return status
