"""Facts of every sitting, kept so that ten thousand of them are read in a moment. Only a cache: it can be deleted at any
time, and a log that has changed since is read again."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress

from allycoach.coaching.facts import FACTS, VERSION, Facts

from .journal import Journal
from .place import FILE_MODE, make_private, tighten

Reckon = Callable[[str], Facts | None]
"""From a sitting's id to its facts; None when it cannot be read."""

_TABLE = """
create table if not exists facts (
    id text primary key, size integer not null, changed integer not null, version text not null, facts text
) without rowid
"""


A_WHILE = 100
"""Sittings after which what has been worked out is kept, so that leaving in the middle loses little."""


class FactsIndex:
    """The facts of the sittings in a journal. `versions` names, by scenario id, what they depend on besides the logs;
    facts of another version of their scenario are worked out again, and those of others are left alone."""

    def __init__(self, journal: Journal, *, versions: Mapping[str, str] | None = None) -> None:
        self._journal = journal
        self._versions = versions or {}
        self.path = journal.folder.parent / "index.sqlite3"

    def facts(self, reckon: Reckon, *, progress: Callable[[int, int], None] | None = None) -> tuple[Facts, ...]:
        """All facts, oldest first. What is not known yet is worked out and kept; `progress` is told how many of how many
        of those are done; what it raises stops the work, and what is done by then stays. Without a place to keep them they
        are worked out each time."""
        try:
            with closing(self._opened()) as kept:
                return self._all(kept, reckon, progress)
        except sqlite3.Error:
            self._start_again()
            with closing(sqlite3.connect(":memory:")) as kept:
                kept.execute(_TABLE)
                return self._all(kept, reckon, progress)

    def _opened(self) -> sqlite3.Connection:
        with suppress(OSError):
            make_private(self.path.parent)
        kept = sqlite3.connect(self.path, timeout=2.0)
        kept.execute(_TABLE)
        with suppress(OSError):
            tighten(self.path, FILE_MODE)
        return kept

    def _start_again(self) -> None:
        with suppress(OSError):
            self.path.unlink()

    def _all(
        self, kept: sqlite3.Connection, reckon: Reckon, progress: Callable[[int, int], None] | None
    ) -> tuple[Facts, ...]:
        there = {sitting: (size, changed) for sitting, size, changed in _logs(self._journal)}
        known = kept.execute("select id, size, changed, version from facts")
        fresh = {
            name
            for name, size, changed, version in known
            if there.get(name) == (size, changed) and self._is_now(version)
        }
        missing = sorted(there.keys() - fresh)
        for done, sitting in enumerate(missing, 1):
            self._keep(kept, sitting, there[sitting], reckon(sitting))
            if done % A_WHILE == 0:
                kept.commit()
            if progress is not None:
                progress(done, len(missing))
        kept.executemany("delete from facts where id = ?", [(each,) for each in self._gone(kept, there)])
        kept.commit()
        rows = kept.execute("select facts from facts where facts is not null order by id")
        return tuple(sorted((FACTS.validate_json(row[0]) for row in rows), key=lambda each: each.at))

    def _keep(self, kept: sqlite3.Connection, sitting: str, state: tuple[int, int], facts: Facts | None) -> None:
        text = FACTS.dump_json(facts).decode() if facts is not None else None
        version = self._now(facts.scenario if facts is not None else "")
        kept.execute("replace into facts values (?, ?, ?, ?, ?)", (sitting, *state, version, text))

    def _now(self, scenario: str) -> str:
        return f"{VERSION}:{scenario}:{self._versions.get(scenario, '')}"

    def _is_now(self, version: str) -> bool:
        """Whether facts of that version are as they would be worked out now."""
        return version == self._now(version.partition(":")[2].rpartition(":")[0])

    def _gone(self, kept: sqlite3.Connection, there: dict[str, tuple[int, int]]) -> list[str]:
        return [row[0] for row in kept.execute("select id from facts") if row[0] not in there]


def _logs(journal: Journal) -> Iterator[tuple[str, int, int]]:
    """Each log's id, size in bytes and time of last change in nanoseconds."""
    for sitting in journal.ids():
        with suppress(OSError):
            state = journal.path(sitting).stat()
            yield sitting, state.st_size, state.st_mtime_ns
