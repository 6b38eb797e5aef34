"""The sittings kept on this computer: one append-only log each, in a folder only their owner can read."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.errors import NotSaved, SittingUnreadable

from .disk import not_saved, reason
from .lock import Lock
from .names import find, is_sitting_id
from .place import FILE_MODE, FOLDER_MODE, make_private, settle, tighten
from .summary import Summary, summarise

if TYPE_CHECKING:
    from allycoach.conversation.events import Event

    from .lines import Remembered
    from .log import SittingLog

# A list of sittings must not pay for pydantic, so what reads and writes events is imported when asked for.

_LIST = "`allycoach sessions` lists them."


class Journal:
    """Every sitting under `home`. Nothing is written until a sitting is created."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "sittings"

    def path(self, sitting_id: str) -> Path:
        """The log's file. Raises SittingUnreadable when the text is no sitting id."""
        if not is_sitting_id(sitting_id):
            raise SittingUnreadable("That is not the name of a sitting.", mend=_LIST)
        return self.folder / f"{sitting_id}.jsonl"

    def create(self, sitting_id: str) -> "SittingLog":
        """A log for a new sitting, held by this window until it is closed; the file begins with its first
        event.

        Raises NotSaved when there is such a sitting already or nothing can be written.
        """
        from .log import SittingLog

        path = self.path(sitting_id)
        lock = self._locked(path)
        if path.exists():
            lock.release()
            raise NotSaved(
                f"There is already a sitting called {sitting_id}.",
                kept="It was not changed.",
                mend="Try again.",
            )
        return SittingLog(path, lock)

    def open(self, sitting_id: str) -> "SittingLog":
        """A log to go on with, held by this window until it is closed.

        A last line cut short by a crash is set aside into a `.torn` file beside the log; `notices` says so.
        Raises SittingUnreadable, or NotSaved when another window writes it or nothing can be written.
        """
        path = self.path(sitting_id)
        self._bytes(sitting_id)
        lock = self._locked(path)
        try:
            return self._mended(sitting_id, lock)
        except BaseException:
            lock.release()
            raise

    def events(self, sitting_id: str) -> "tuple[Event, ...]":
        """Every event that can be read, in order. Raises SittingUnreadable."""
        return self.remember(sitting_id).events

    def remember(self, sitting_id: str) -> "Remembered":
        """The events, and notices of what could not be read. Changes nothing. Raises SittingUnreadable."""
        from .lines import remember

        data = self._bytes(sitting_id)
        try:
            return remember(data)
        except SittingUnreadable as error:
            error.kept = f"{error.kept} It is {self.path(sitting_id)}."
            raise

    def ids(self) -> tuple[str, ...]:
        """The ids of all sittings, newest first."""
        return tuple(self._newest_first())

    def _newest_first(self) -> Iterator[str]:
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 - names only: a Path for each of 10,000 costs a second
        except OSError:
            return iter(())
        stems = sorted((name.removesuffix(".jsonl") for name in names if name.endswith(".jsonl")), reverse=True)
        return filter(is_sitting_id, stems)

    def sittings(self) -> list[Summary]:
        """A summary of every sitting, newest first; one that cannot be opened is listed with its problem."""
        return [self._summary(sitting_id) for sitting_id in self.ids()]

    def recent(self, count: int) -> list[Summary]:
        """A summary of the newest `count` sittings, newest first."""
        return [self._summary(sitting_id) for sitting_id in islice(self._newest_first(), count)]

    def resolve(self, name: str) -> str:
        """The id meant by `last`, a whole id or the beginning of one.

        Raises SittingUnreadable, naming near ones.
        """
        return find(name, self.ids())

    def _locked(self, path: Path) -> Lock:
        lock = Lock(path.with_suffix(".lock"))
        try:
            make_private(self.folder)
            lock.take()
        except OSError as error:
            raise not_saved(path, error) from error
        with suppress(OSError):
            tighten(self.folder, FOLDER_MODE)
        return lock

    def _summary(self, sitting_id: str) -> Summary:
        try:
            return summarise(sitting_id, self.path(sitting_id).read_bytes())
        except OSError as error:
            return Summary(sitting_id, at=None, problem=reason(error))

    def _bytes(self, sitting_id: str) -> bytes:
        try:
            return self.path(sitting_id).read_bytes()
        except FileNotFoundError:
            raise SittingUnreadable(f"There is no saved sitting called {sitting_id}.", mend=_LIST) from None
        except OSError as error:
            raise SittingUnreadable(f"The sitting {sitting_id} cannot be read: {reason(error)}.") from error

    def _mended(self, sitting_id: str, lock: Lock) -> "SittingLog":
        from .log import SittingLog

        path, found = self.path(sitting_id), self.remember(sitting_id)
        try:
            tighten(path, FILE_MODE)
            if found.tail:
                _set_aside(path, found.tail, found.whole)
            elif not path.read_bytes().endswith(b"\n"):
                _finish_line(path)
            saved = path.read_bytes()
        except OSError as error:
            raise not_saved(path, error) from error
        return SittingLog(path, lock, saved=saved, notices=found.notices)


def _set_aside(path: Path, tail: bytes, whole: int) -> None:
    # First the copy, then the cut: whatever happens between, no byte is lost.
    torn = path.with_suffix(".torn")
    handle = os.open(torn, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(tail + b"\n")
        file.flush()
        os.fsync(file.fileno())
    settle(path.parent)
    with path.open("r+b") as file:
        file.truncate(whole)
        os.fsync(file.fileno())


def _finish_line(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\n")
        file.flush()
        os.fsync(file.fileno())
