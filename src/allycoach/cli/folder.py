"""`allycoach analyse FOLDER`: every reply in the files of a folder, a line each, in the order of the files."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal.disk import reason
from allycoach.signs import visible

from .asked import Asked, asked_in
from .spread import AT_ONCE, Batch, Lines, read_here, read_in_processes, shelf_of

if TYPE_CHECKING:
    from .spread import Shelf

ENDINGS = frozenset((".txt", ".text", ".csv", ".tsv", ".jsonl", ".ndjson", ".vtt"))
LARGEST = 64_000_000
"""Bytes of one file; it is held in memory whole."""


@dataclass(frozen=True, slots=True)
class HowMany:
    """`jobs` are processes, None for as many as there are processors; `dask` the address of a scheduler instead."""

    jobs: int | None = None
    dask: str = ""


@dataclass
class Gone:
    """What has come of a folder: so many replies were read, and so much was not understood."""

    complain: Callable[[str], None]
    replies: int = 0
    problems: int = 0
    files: list[Path] = field(default_factory=list)

    def problem(self, words: str) -> None:
        self.problems += 1
        self.complain(words)


def files_in(folder: Path) -> list[Path]:
    """The files to be read, by their place in the folder; hidden ones and folders left out. Raises AllycoachError."""
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in ENDINGS
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not found:
        raise AllycoachError(
            _("There is nothing to read in {folder}.").format(folder=visible(str(folder))),
            mend=_("It takes files such as {endings}.").format(endings=", ".join(sorted(ENDINGS))),
        )
    return found


def answers(
    folder: Path, shelf: "Shelf", how: HowMany, *, speakers: str, gone: Gone, watch: Callable[[int, int], None]
) -> Iterator[str]:
    """A line for each reply, the same ones whoever reads them. `watch` is told how many bytes of how many are done.
    Raises AllycoachError."""
    gone.files = files_in(folder)
    whole = sum(path.stat().st_size for path in gone.files)
    for batch, lines in _read(_batches(folder, gone, speakers), shelf, how):
        gone.replies += len(lines)
        watch(batch.upto, whole)
        yield from lines


def _read(batches: Iterator[Batch], shelf: "Shelf", how: HowMany) -> Iterator[tuple[Batch, Lines]]:
    if how.dask:
        from .on_dask import read_on_dask

        return read_on_dask(batches, shelf, how.dask)
    jobs = how.jobs or os.cpu_count() or 1
    first = list(islice(batches, 2))
    if jobs == 1 or len(first) < 2:  # one batch is read before a process has begun
        return read_here(chain(first, batches), shelf)
    return read_in_processes(chain(first, batches), shelf, jobs)


def _batches(folder: Path, gone: Gone, speakers: str) -> Iterator[Batch]:
    """As many replies together as make a batch; the files go by one after another, and only one is held."""
    waiting: list[Asked] = []
    upto = 0
    for path in gone.files:
        for asked in _asked(path, path.relative_to(folder).as_posix(), speakers, gone):
            waiting.append(asked)
            if len(waiting) == AT_ONCE:
                yield Batch(tuple(waiting), upto)
                waiting = []
        upto += path.stat().st_size
    if waiting:
        yield Batch(tuple(waiting), upto)


def _asked(path: Path, name: str, speakers: str, gone: Gone) -> Iterable[Asked]:
    from allycoach.transcripts.forms import decoded
    from allycoach.transcripts.said import NotReadError

    try:
        with path.open("rb") as file:
            text, guessed = decoded(file.read(LARGEST + 1), LARGEST)
        if guessed:
            gone.complain(_("{name}: not in UTF-8, and read as Windows writes it.").format(name=name))
        yield from asked_in(name, text, speakers, gone.problem)
    except NotReadError as error:
        gone.problem(_("{name} was not read: {error}.").format(name=name, error=error))
    except OSError as error:
        gone.problem(_("{name} was not read: {reason}.").format(name=name, reason=reason(error)))


def analyse_folder(folder: Path, content: Path | None, how: HowMany, speakers: str) -> Gone:
    """Prints the lines. A bar goes along on standard error where that is a terminal that the lines do not go to, and what
    was not read is said beneath it. Raises AllycoachError."""
    import typer

    from .shelves import library

    shown = sys.stderr.isatty() and not sys.stdout.isatty()
    later: list[str] = []
    gone = Gone(later.append if shown else _complain)
    shelf = shelf_of(library(content))
    with typer.progressbar(length=100, label=_("Reading"), file=sys.stderr, hidden=not shown) as bar:

        def watch(done: int, whole: int) -> None:
            step = done * 100 // max(whole, 1) - bar.pos
            if step > 0:
                bar.update(step)

        for line in answers(folder, shelf, how, speakers=speakers, gone=gone, watch=watch):
            sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    for words in later:
        _complain(words)
    return gone


def _complain(words: str) -> None:
    import typer

    typer.echo(visible(words), err=True)
