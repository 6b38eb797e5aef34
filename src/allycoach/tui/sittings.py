"""Sittings opened for the screens: a new one, an unfinished one, a past one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allycoach.coaching.debrief import Debrief, build
from allycoach.conversation.sitting import Sitting, fold
from allycoach.practice.practice import Practice

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Event
    from allycoach.practice.beginning import Beginning
    from allycoach.reading import Reader

    from .parts import HeldLog, Parts


@dataclass(frozen=True, slots=True)
class Opened:
    """A sitting in progress and the log it writes, to be closed when the sitting is left."""

    practice: Practice
    log: "HeldLog"


def begin(parts: "Parts", library: "Library", reader: "Reader", beginning: "Beginning") -> Opened:
    """A new sitting. Raises as `Beginning.check` does, and NotSaved."""
    beginning.check(library)
    sitting = parts.new_sitting(beginning.scenario)
    return _opened(
        parts.create_log(sitting),
        lambda log: Practice.begin(
            sitting_id=sitting, beginning=beginning, library=library, reader=reader, log=log, clock=parts.clock
        ),
    )


def go_on(parts: "Parts", library: "Library", reader: "Reader", sitting: str, events: "Sequence[Event]") -> Opened:
    """An unfinished sitting, opened again."""
    return _opened(
        parts.open_log(sitting),
        lambda log: Practice.resume(events=events, library=library, reader=reader, log=log, clock=parts.clock),
    )


def _opened(log: "HeldLog", start: "Callable[[HeldLog], Practice]") -> Opened:
    try:
        return Opened(start(log), log)
    except BaseException:
        log.close()
        raise


def look_at(library: "Library", events: "Sequence[Event]") -> tuple[Debrief, Sitting]:
    """The debrief of a saved sitting, changing nothing. The file of its person may be gone."""
    sitting = fold(events)
    return build(sitting, library.scenarios.get(sitting.started.scenario), library.coaching), sitting
