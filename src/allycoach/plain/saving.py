"""What may not be saved: done, or said in a line that it was not."""

from collections.abc import Callable
from typing import TypeVar

from allycoach.catalogue import _
from allycoach.errors import AllycoachError, NotSaved
from allycoach.signs import one_line

from .terminal import Lines

T = TypeVar("T")


def saved(act: Callable[[], T], terminal: Lines) -> T | None:
    """What an act gives; None when it could not be saved, which is said."""
    try:
        return act()
    except NotSaved as error:
        terminal.say(not_saved(error))
        return None


def saved_or_raised(act: Callable[[], T], terminal: Lines) -> T | None:
    """As `saved` where somebody can type it again; from a pipe the words would be gone, so there NotSaved is raised."""
    return saved(act, terminal) if terminal.interactive else act()


def done(act: Callable[[], object]) -> Callable[[], bool]:
    """An act that gives nothing, as one that gives True."""

    def doing() -> bool:
        act()
        return True

    return doing


def not_saved(error: AllycoachError) -> str:
    return _("NOT SAVED: {error}").format(error=one_line(str(error)))
