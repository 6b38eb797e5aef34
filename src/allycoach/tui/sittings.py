"""Sittings opened for the screens: a new one, an unfinished one, a past one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from allycoach.coaching.debrief import Debrief, build
from allycoach.conversation.sitting import Sitting, fold
from allycoach.practice.practice import Practice

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Event, Mode
    from allycoach.reading import Reader

    from .parts import Parts


def begin(
    parts: "Parts", library: "Library", reader: "Reader", scenario: str, mode: "Mode", seed: int | None
) -> Practice:
    """A new sitting. Without a seed the moment decides, so that two sittings differ."""
    library.scenario(scenario)
    sitting = parts.new_sitting()
    return Practice.begin(
        sitting_id=sitting,
        scenario=scenario,
        library=library,
        reader=reader,
        log=parts.create_log(sitting),
        mode=mode,
        seed=int(parts.clock().timestamp()) if seed is None else seed,
        clock=parts.clock,
    )


def go_on(parts: "Parts", library: "Library", reader: "Reader", sitting: str, events: "Sequence[Event]") -> Practice:
    log = parts.open_log(sitting)
    return Practice.resume(events=events, library=library, reader=reader, log=log, clock=parts.clock)


def look_at(library: "Library", events: "Sequence[Event]") -> tuple[Debrief, Sitting]:
    """The debrief of a saved sitting, changing nothing."""
    sitting = fold(events)
    return build(sitting, library.scenario(sitting.started.scenario), library.coaching), sitting
