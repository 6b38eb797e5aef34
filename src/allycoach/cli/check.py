"""Content files, checked, a result a line."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.journal import home

from .shelves import now

if TYPE_CHECKING:
    from allycoach.content.check import Checked


def check_lines(path: Path | None) -> Iterator[tuple[str, bool]]:
    """Lines to print, each with whether it tells of an error. Without a path: what is shipped, and the user's
    own."""
    from allycoach.content.check import check_path

    count = errors = warnings = 0
    for folder in _folders(path):
        found = check_path(folder, today=now().date())
        count += len(found)
        for checked in found:
            errors += len(checked.failures)
            warnings += len(checked.warnings)
            yield from _file_lines(checked)
    yield _summary(count, errors, warnings), False


def _folders(path: Path | None) -> Sequence[Path]:
    from allycoach.content.library import shipped_folder

    if path is not None:
        return (path,)
    own = home() / "content"
    return (shipped_folder(), own) if own.is_dir() else (shipped_folder(),)


def _file_lines(checked: "Checked") -> Iterator[tuple[str, bool]]:
    for failure in checked.failures:
        yield failure, True
    for warning in checked.warnings:
        yield f"look again: {warning}", False
    if not checked.failures:
        yield f"ok: {checked.kind}/{checked.path.name} {checked.id}", False


def _summary(count: int, errors: int, warnings: int) -> str:
    files = "1 file" if count == 1 else f"{count} files"
    wrong = "no errors" if not errors else "1 error" if errors == 1 else f"{errors} errors"
    look = "nothing to look at again" if not warnings else f"{warnings} to look at again"
    return f"{files}: {wrong}, {look}."
