"""The app from the command line. Nothing of the other commands is imported: the first screen would wait for them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

from .faults import say_fault, streams_everywhere

if TYPE_CHECKING:
    from allycoach.tui.parts import Wishes


def alone() -> int:
    """`allycoach` without a word more: the exit status, when it has been left or what went wrong has been said."""
    streams_everywhere()
    try:
        return full_screen()
    except (Exception, KeyboardInterrupt) as error:
        return say_fault(error)


def full_screen(*, content: Path | None = None, **wishes: "Unpack[Wishes]") -> int:
    """The app; the exit status when it is left. `resume` may be a sitting's name or `last`. Raises AllycoachError where there
    is no terminal to open it in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AllycoachError(
            _("The app needs a terminal to open in."), mend=_("`allycoach practise --plain` works everywhere.")
        )
    from allycoach.tui.app import run_app

    from .parts import full_screen_parts
    from .shelves import journal

    if (resume := wishes.get("resume")) is not None:
        wishes["resume"] = journal().resolve(resume)
    return run_app(full_screen_parts(content), **wishes)
