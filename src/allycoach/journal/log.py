"""The log of one sitting: what is appended is on disk when the call returns."""

import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from allycoach.catalogue import _
from allycoach.conversation.events import Event
from allycoach.errors import NotSaved

from .disk import not_saved
from .lines import write
from .lock import Lock
from .place import FILE_MODE, settle

Sync = Callable[[int], None]
Seal = Callable[[int, bytes], bytes]
"""From the number of a line, counted from 1, and the line to what stands in the file for it, both without their ends."""
BINARY = getattr(os, "O_BINARY", 0)


class SittingLog:
    """Appends events to one file, whole lines only.

    `saved` is what the file holds; it is kept in memory as well, so that a file that vanishes with its folder
    can be written again when the folder comes back. `notices` say what could not be read when the log was
    opened. With `seal` each line is sealed before it is written; `lines` counts those that are there.
    """

    def __init__(
        self,
        path: Path,
        lock: Lock,
        *,
        saved: bytes = b"",
        notices: tuple[str, ...] = (),
        seal: Seal | None = None,
        lines: int = 0,
        sync: Sync | None = None,
    ) -> None:
        self.path = path
        self.notices = notices
        self._saved = bytearray(saved)
        self._half_written = False
        self._lock = lock
        self._one_at_a_time = threading.Lock()
        self._seal = seal
        self._lines = lines
        self._sync = sync or os.fsync

    def append(self, event: Event) -> None:
        """Saves one event. Raises NotSaved; then the file is as it was before, and a later append may
        succeed."""
        self.append_all((event,))

    def append_all(self, events: Iterable[Event]) -> None:
        """Saves several events together: all of them, or none when NotSaved is raised."""
        lines = [write(event) for event in events]
        with self._one_at_a_time:
            try:
                self._put(b"".join(self._as_kept(lines)))
            except OSError as error:
                raise not_saved(self.path, error) from error
            self._lines += len(lines)

    def close(self) -> None:
        """Lets another window write the sitting."""
        self._lock.release()

    def __enter__(self) -> "SittingLog":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _as_kept(self, lines: Iterable[bytes]) -> Iterable[bytes]:
        seal = self._seal
        if seal is None:
            return lines
        return (seal(number, line[:-1]) + b"\n" for number, line in enumerate(lines, self._lines + 1))

    def _put(self, line: bytes) -> None:
        new = not self.path.exists()
        handle = os.open(self.path, os.O_RDWR | BINARY | (os.O_CREAT | os.O_EXCL if new else 0), FILE_MODE)
        try:
            start = self._start(handle)
            self._write(handle, line if start else bytes(self._saved) + line, start)
        finally:
            os.close(handle)
        self._saved += line
        self._half_written = False
        if new:
            settle(self.path.parent)

    def _start(self, handle: int) -> int:
        """Where to write: at the end, or at 0 when the file is new and everything has to be written."""
        size = os.fstat(handle).st_size
        if size == len(self._saved) or size == 0:
            return size
        if not self._half_written:
            raise _changed(self.path)
        os.ftruncate(handle, len(self._saved))
        return len(self._saved)

    def _write(self, handle: int, data: bytes, start: int) -> None:
        os.lseek(handle, start, os.SEEK_SET)
        self._half_written = True
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            self._sync(handle)
        except BaseException:
            with suppress(OSError):  # if even this fails, the next append cuts back first
                os.ftruncate(handle, start)
            raise


def _changed(path: Path) -> NotSaved:
    return NotSaved(
        _("Another program has changed {path} since it was opened here.").format(path=path),
        kept=_("Your words are still here in the window, and nothing in the file was touched."),
        mend=_("Leave this sitting and open it again with `allycoach practise --continue`."),
    )
