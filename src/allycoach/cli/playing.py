"""Play-testing spread over processes. Each loads the reader once; what it returns is small."""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.scenario import Scenario
    from allycoach.language.reader import SpacyReader
    from allycoach.playtest.runs import Played

Shelves = tuple[tuple[str, Path], ...]
"""Layers of content, lowest first, each a name and a folder."""


@dataclass(frozen=True, slots=True)
class Job:
    """One scenario with one trainee, a run for each seed; without a trainee, the scenario's own tests."""

    shelves: Shelves
    scenario: "Scenario"
    trainee: str | None
    seeds: range


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: its runs, or what does not hold of each of the scenario's own tests."""

    scenario: str
    trainee: str | None
    played: "Played | None" = None
    tests: tuple[tuple[str, ...], ...] = ()


def processes_for(jobs: Sequence[Job]) -> int:
    """As many as there are processors and work for."""
    return max(1, min(len(jobs), os.cpu_count() or 1))


def do_all(jobs: Sequence[Job], processes: int) -> Iterator[tuple[int, Done]]:
    """What came of each job, by its number, in any order. Stopping early stops the work."""
    if processes == 1:
        yield from enumerate(map(do, jobs))
        return
    for shelves in {job.shelves for job in jobs}:
        content_of(shelves)  # parses each file, so that the processes find them parsed
    # Processes are started afresh everywhere, as Windows does: a loaded pipeline is not made for being forked.
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=fresh, initializer=_stop_when_told)
    try:
        numbers = {pool.submit(do, job): number for number, job in enumerate(jobs)}
        for done in as_completed(numbers):
            yield numbers[done], done.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _stop_when_told() -> None:
    """Ctrl-C ends a worker at once and without words: the process that people see says that it stopped."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def do(job: Job) -> Done:
    """Raises PipelineMissing."""
    from allycoach.playtest.own_tests import failures
    from allycoach.playtest.runs import play

    library, reader = loaded(job.shelves)
    who = job.scenario
    if job.trainee is None:
        return Done(who.id, None, tests=tuple(failures(who, test, reader) for test in who.tests))
    played = play(who, job.trainee, library=library, reader=reader, seeds=job.seeds)
    return Done(who.id, job.trainee, played)


@lru_cache(maxsize=1)
def loaded(shelves: Shelves) -> "tuple[Library, SpacyReader]":
    """The content of these layers and its reader. Raises PipelineMissing."""
    from .shelves import reader_for

    content = content_of(shelves)
    return content, reader_for(content)


def content_of(shelves: Shelves) -> "Library":
    from allycoach.content.cache import ParsedFiles, cache_folder
    from allycoach.content.library import Layer, load_library

    return load_library([Layer(name, folder) for name, folder in shelves], parsed=ParsedFiles(cache_folder()))
