"""Many replies read in batches, here or by several processes at once: the same lines in the same order."""

import hashlib
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.language.reader import SpacyReader

    from .asked import Asked

AT_ONCE = 128
"""Replies in a batch: half a second's work, so that handing it over costs little beside it."""
AHEAD = 4
"""Batches for each process that are handed over before the first is done; more would only wait in memory."""

Lines = list[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Batch:
    """`upto` is how much of the folder has been gone through with it, in bytes."""

    asked: "tuple[Asked, ...]"
    upto: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a reader is made of, to be sent to another process or computer; `key` is another for other content."""

    content: bytes
    key: str


def shelf_of(library: "Library") -> Shelf:
    """Phrases and word lists alone: nothing else is needed to read."""
    from allycoach.content.library import Library

    content = pickle.dumps(Library(phrases=dict(library.phrases), words=library.words))
    return Shelf(content, hashlib.sha256(content).hexdigest())


def read_here(batches: Iterator[Batch], shelf: Shelf) -> Iterator[tuple[Batch, Lines]]:
    """Raises PipelineMissing."""
    for batch in batches:
        yield batch, read(shelf, batch.asked)


def read_in_processes(batches: Iterator[Batch], shelf: Shelf, jobs: int) -> Iterator[tuple[Batch, Lines]]:
    """Each process loads one reader. Raises PipelineMissing, and AllycoachError when a process ends of itself."""
    # Processes are started afresh everywhere, as Windows does: a loaded pipeline is not made for being forked.
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=fresh, initializer=_begin, initargs=(shelf,))
    try:
        yield from in_order(batches, lambda batch: pool.submit(_read, batch.asked).result, AHEAD * jobs)
    except BrokenProcessPool:
        raise AllycoachError(
            _("One of the processes that read was ended from outside."),
            kept=_("The lines up to here are whole."),
            mend=_("The computer may be short of memory: try --jobs 1."),
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def in_order(
    batches: Iterator[Batch], begin: Callable[[Batch], Callable[[], T]], ahead: int
) -> Iterator[tuple[Batch, T]]:
    """What comes of each batch, in their order. `begin` hands one over and gives back how to wait for it; no more than
    `ahead` of them are handed over and not yet waited for."""
    waiting: deque[tuple[Batch, Callable[[], T]]] = deque()
    for batch in batches:
        waiting.append((batch, begin(batch)))
        if len(waiting) >= ahead:
            first, wait = waiting.popleft()
            yield first, wait()
    while waiting:
        first, wait = waiting.popleft()
        yield first, wait()


def read(shelf: Shelf, asked: "tuple[Asked, ...]") -> Lines:
    """The answers, a line each. Raises PipelineMissing."""
    readings = reader_of(shelf).read_all((one.reply, one.context) for one in asked)
    return [one.answered(reading) for one, reading in zip(asked, readings, strict=True)]


_LOADING = Lock()


def reader_of(shelf: Shelf) -> "SpacyReader":
    """The reader of this content, loaded once a process however many threads ask. Raises PipelineMissing."""
    with _LOADING:
        return _reader(shelf)


@cache
def _reader(shelf: Shelf) -> "SpacyReader":
    from .shelves import reader_for

    return reader_for(pickle.loads(shelf.content))


_SHELF: list[Shelf] = []
"""What this process reads with, once it is told."""


def _begin(shelf: Shelf) -> None:
    """Ctrl-C ends it at once and without words: the process that people see says that it stopped."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _SHELF[:] = [shelf]


def _read(asked: "tuple[Asked, ...]") -> Lines:
    return read(_SHELF[0], asked)
