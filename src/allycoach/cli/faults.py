"""What goes wrong, said in plain English on standard error; a traceback goes to a file, without anybody's
words."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from allycoach import __version__
from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.signs import visible

CANNOT = 2
"""Exit status when something cannot be done."""
INTERRUPTED = 130
_PIPE_CLOSED = 141


def streams_everywhere() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            as_everywhere(stream)


def say_fault(error: BaseException) -> int:
    """Say what went wrong; the exit status that goes with it."""
    match error:
        case AllycoachError():
            _say(str(error))
        case BrokenPipeError():
            _hush()
            return _PIPE_CLOSED
        case KeyboardInterrupt():
            _say(_("Stopped."))
            return INTERRUPTED
        case _:
            _say(_unforeseen(error))
    return CANNOT


def as_everywhere(stream: TextIOWrapper, *, system: str = os.name) -> None:
    """Text goes through pipes and into files as UTF-8, also where the system's own letters are others; what cannot be shown
    becomes a question mark."""
    if system == "nt" and not stream.isatty():
        stream.reconfigure(encoding="utf-8-sig" if stream.readable() else "utf-8", errors="replace")
    else:
        stream.reconfigure(errors="replace")


def fault_log(home: Path) -> Path:
    """Where tracebacks go."""
    return home / "log" / "faults.log"


def _unforeseen(error: BaseException) -> str:
    from allycoach.journal import home

    said = _("Something went wrong inside allycoach that should not have.")
    kept = _("Everything you sent before is saved.")
    path = fault_log(home())
    with suppress(OSError):
        _note(path, error)
        where = _("Where it happened, without any of your words, is in {path}.").format(path=path)
        return f"{said} {kept} {where}"
    return f"{said} {kept}"


def _note(path: Path, error: BaseException) -> None:
    from allycoach.journal.place import FILE_MODE, make_private

    make_private(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, FILE_MODE)
    with os.fdopen(handle, "a", encoding="utf-8", errors="replace") as file:
        file.write(f"{datetime.now().astimezone().isoformat()} allycoach {__version__}\n")
        file.writelines(_places(error))


def _places(error: BaseException | None) -> Iterator[str]:
    """The kind of each error and the lines of code it came through. Its message may quote a reply, so it is
    left out."""
    while error is not None:
        yield f"{type(error).__module__}.{type(error).__qualname__}\n"
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}\n"
        error = error.__cause__ or error.__context__


def _say(words: str) -> None:
    with suppress(OSError):
        print(visible(words), file=sys.stderr, flush=True)


def _hush() -> None:
    """Nobody reads any more; what Python would still flush at the end goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
