"""Facts of every sitting, kept so that ten thousand of them are read in a moment. Only a cache: it can be deleted at any
time, and a log that has changed since is read again."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from allycoach.coaching.facts import FACTS, VERSION, Facts
from allycoach.errors import PassphraseNeeded

from .index_store import InTheClear, Nowhere, Sealed, Store, drop
from .journal import Journal
from .place import INDEX, SEALED_INDEX, SEALED_SUMMARIES
from .vault import Vault

Reckon = Callable[[str], Facts | None]
"""From a sitting's id to its facts; None when it cannot be read."""

A_WHILE = 100
"""Sittings after which what has been worked out is kept, so that leaving in the middle loses little."""


class FactsIndex:
    """The facts of the sittings in a journal. `versions` names, by scenario id, what they depend on besides the logs;
    facts of another version of their scenario are worked out again, and those of others are left alone."""

    def __init__(self, journal: Journal, *, versions: Mapping[str, str] | None = None) -> None:
        self._journal = journal
        self._versions = versions or {}
        self._home = journal.folder.parent
        self.path = self._home / INDEX

    def facts(self, reckon: Reckon, *, progress: Callable[[int, int], None] | None = None) -> tuple[Facts, ...]:
        """All facts, oldest first. What is not known yet is worked out and kept; `progress` is told how many of how many
        of those are done; what it raises stops the work, and what is done by then stays. Without a place to keep them they
        are worked out each time. Raises PassphraseNeeded, or what the vault raises."""
        cipher = self._journal.vault.for_new()
        store: Store = InTheClear(self.path) if cipher is None else Sealed(self._home / SEALED_INDEX, cipher)
        try:
            return self._all(store, reckon, progress)
        except sqlite3.Error:
            store.start_again()
            return self._all(Nowhere(), reckon, progress)

    def _all(self, store: Store, reckon: Reckon, progress: Callable[[int, int], None] | None) -> tuple[Facts, ...]:
        with closing(store.opened()) as kept:
            try:
                return self._brought_up_to_date(store, kept, reckon, progress)
            except BaseException:
                with suppress(sqlite3.Error):
                    store.keep(kept, last=True)
                raise

    def _brought_up_to_date(
        self,
        store: Store,
        kept: sqlite3.Connection,
        reckon: Reckon,
        progress: Callable[[int, int], None] | None,
    ) -> tuple[Facts, ...]:
        there = self._journal.logs()
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
                store.keep(kept, last=False)
            if progress is not None:
                progress(done, len(missing))
        kept.executemany("delete from facts where id = ?", [(each,) for each in self._gone(kept, there)])
        store.keep(kept, last=True)
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


def forget(home: Path, sitting_id: str, vault: Vault) -> None:
    """Takes one sitting out of the index. Asks for no passphrase: what is sealed and cannot be opened goes as a whole, and
    is worked out anew when it is wanted."""
    if (home / INDEX).exists():
        drop(InTheClear(home / INDEX), sitting_id)
    (home / SEALED_SUMMARIES).unlink(missing_ok=True)
    sealed = home / SEALED_INDEX
    if sealed.exists():
        cipher = None
        with suppress(PassphraseNeeded):
            cipher = None if vault.waiting else vault.cipher()
        if cipher is None:
            sealed.unlink(missing_ok=True)
        else:
            drop(Sealed(sealed, cipher), sitting_id)
