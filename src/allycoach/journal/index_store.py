"""Where the index of facts is kept: a database on the disk, or one in memory that goes to the disk sealed."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from .atomic import replace_file
from .place import FILE_MODE, make_private, tighten

if TYPE_CHECKING:
    from .cipher import Cipher

_TABLE = """
create table if not exists facts (
    id text primary key, size integer not null, changed integer not null, version text not null, facts text
) without rowid
"""


class Store(Protocol):
    """One table, `facts`. What cannot be opened or kept costs time at the next look, and nothing else."""

    def opened(self) -> sqlite3.Connection:
        """Raises sqlite3.Error."""
        ...

    def keep(self, kept: sqlite3.Connection, *, last: bool) -> None:
        """What has been written so far outlives the program, more or less; all of it where this is the `last` time."""
        ...

    def start_again(self) -> None: ...


class InTheClear:
    """For a folder without a passphrase. Facts are counts; nobody's words are among them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def opened(self) -> sqlite3.Connection:
        with suppress(OSError):
            make_private(self.path.parent)
        kept = sqlite3.connect(self.path, timeout=2.0)
        kept.execute(_TABLE)
        with suppress(OSError):
            tighten(self.path, FILE_MODE)
        return kept

    def keep(self, kept: sqlite3.Connection, *, last: bool) -> None:  # noqa: ARG002 - each time is as good as the last
        kept.commit()

    def start_again(self) -> None:
        with suppress(OSError):
            self.path.unlink()


class Sealed:
    """For a folder with a passphrase: how often somebody slipped is nobody else's business either."""

    _SOME = 0.1
    """Of the table: so much has to be new before it is written as a whole in the middle of the work."""

    def __init__(self, path: Path, cipher: "Cipher") -> None:
        self.path = path
        self._cipher = cipher
        self._written = 0

    def opened(self) -> sqlite3.Connection:
        kept = sqlite3.connect(":memory:")
        with suppress(OSError):
            data = self._cipher.opened_file(self.path.name, self.path.read_bytes())
            if data is not None:
                kept.deserialize(data)
        try:
            kept.execute(_TABLE)
        except sqlite3.Error:
            kept.close()
            raise
        self._written = kept.total_changes
        return kept

    def keep(self, kept: sqlite3.Connection, *, last: bool) -> None:
        kept.commit()
        new = kept.total_changes - self._written
        if not new or not (last or new > self._SOME * _rows(kept)):
            return
        with suppress(OSError):
            make_private(self.path.parent)
            replace_file(self.path, self._cipher.sealed_file(self.path.name, kept.serialize()))
            self._written = kept.total_changes

    def start_again(self) -> None:
        with suppress(OSError):
            self.path.unlink()


class Nowhere:
    """For when neither can be: the facts are worked out each time."""

    def opened(self) -> sqlite3.Connection:
        kept = sqlite3.connect(":memory:")
        kept.execute(_TABLE)
        return kept

    def keep(self, kept: sqlite3.Connection, *, last: bool) -> None: ...

    def start_again(self) -> None: ...


def drop(store: Store, sitting_id: str) -> None:
    """Takes one sitting out of a store, and leaves nothing of it in the free pages; where that fails all of it goes."""
    try:
        with closing(store.opened()) as kept:
            kept.execute("pragma secure_delete = on")
            kept.execute("delete from facts where id = ?", (sitting_id,))
            store.keep(kept, last=True)
    except sqlite3.Error:
        store.start_again()


def _rows(kept: sqlite3.Connection) -> int:
    return int(kept.execute("select count(*) from facts").fetchone()[0])
