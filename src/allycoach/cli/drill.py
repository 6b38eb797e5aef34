"""`allycoach drill`: the drills there are, and a round of one in lines."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from allycoach.catalogue import _
from allycoach.dates import day
from allycoach.signs import one_line

from .shelves import library, now, rounds_log, vault

if TYPE_CHECKING:
    from allycoach.content.schema.drill import Level


def drill_lines(content: Path | None) -> Iterator[str]:
    """One drill a line, with how often it was done and when last, where nobody has to be asked for a passphrase first."""
    from allycoach.coaching.rounds import drilled

    shelf, done = library(content), () if vault().waiting else drilled(rounds_log().rounds())
    for drill in sorted(shelf.drills.values(), key=lambda one: one.title):
        times = [at for name, at in done if name == drill.id]
        with_times = _("{id}: {title}, {minutes} minutes, indicators {indicators}, done {n}×, last on {day}")
        words = with_times if times else _("{id}: {title}, {minutes} minutes, indicators {indicators}")
        yield words.format(
            id=drill.id,
            title=one_line(drill.title),
            minutes=drill.minutes,
            indicators=", ".join(drill.indicators),
            n=len(times),
            day=day(max(times)) if times else "",
        )
    if shelf.drills:
        yield _("START: allycoach drill and its first word, as in `allycoach drill {id}`.").format(id=min(shelf.drills))
    else:
        yield _("There are no drills. `allycoach check` says what is wrong.")


def drill_in_lines(name: str, *, level: int, seed: int | None, content: Path | None) -> int:
    """A round, to its end or until it is left; the exit status, 0 both ways. Raises AllycoachError."""
    from allycoach.coaching.rounds import seen
    from allycoach.plain.drill import PlainDrill
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.drill_round import DrillRound

    from .shelves import reader_for

    shelf, log = library(content), rounds_log()
    drill = shelf.drill(name)
    drilling = DrillRound(
        drill,
        cast("Level", level),
        reader=reader_for(shelf),
        log=log,
        clock=now,
        seed=random.SystemRandom().randrange(2**31) if seed is None else seed,
        seen=seen(log.rounds(), drill.id),
    )
    terminal = Terminal()
    terminal.card = shelf.procedure
    PlainDrill(drilling, terminal).run()
    return 0
