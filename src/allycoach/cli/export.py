"""A saved sitting as a document."""

import os
from pathlib import Path

from allycoach.errors import NotSaved
from allycoach.journal.disk import reason
from allycoach.journal.place import FILE_MODE, make_private

from .shelves import journal, library


def document_of(name: str, content: Path | None, *, to: str = "md") -> str:
    """The sitting of that name as Markdown or HTML. Raises SittingUnreadable."""
    from allycoach.coaching.debrief import build
    from allycoach.conversation.sitting import fold
    from allycoach.reports import session_html, session_markdown

    shelf, kept = library(content), journal()
    sitting = fold(kept.events(kept.resolve(name)))
    write = {"md": session_markdown, "html": session_html}[to]
    return write(sitting, build(sitting, shelf.scenarios.get(sitting.started.scenario), shelf.coaching))


def write_new(path: Path, text: str) -> None:
    """Writes a file only its owner can read. Raises NotSaved, also when there is such a file already."""
    try:
        _write(path, text)
    except FileExistsError:
        raise NotSaved(
            f"There is already a file {path}.", kept="It was not changed.", mend="Choose another name, or remove it."
        ) from None
    except OSError as error:
        raise _not_written(path, error) from error


def put_own(path: Path, text: str) -> Path:
    """Writes a file of our own, in place of an earlier one, and says where. Raises NotSaved."""
    new = path.with_name(f".{path.name}.new")
    try:
        make_private(path.parent)
        new.unlink(missing_ok=True)
        _write(new, text)
        return new.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error


def _write(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))


def _not_written(path: Path, error: OSError) -> NotSaved:
    return NotSaved(f"{path} could not be written: {reason(error)}.", kept="The sitting itself is safe.")
