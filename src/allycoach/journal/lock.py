"""One sitting, one window: a small file beside the log says who is writing it."""

import json
import os
import socket
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from allycoach.catalogue import _
from allycoach.errors import NotSaved

from .place import FILE_MODE


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that writes a sitting. `pid` is 0 when its file does not say."""

    pid: int
    host: str

    @property
    def gone(self) -> bool:
        """True only when it is certain that nobody writes any more: this computer, and no such process."""
        return self.host == socket.gethostname() and not is_running(self.pid)


class Lock:
    """The right to write one sitting, or whatever else `what` says in a few words that begin a sentence."""

    def __init__(self, path: Path, what: str = "") -> None:
        self.path = path
        self._what = what or _("This sitting is open in another allycoach window")

    def take(self) -> None:
        """Takes the lock, also from a process that is gone. Raises NotSaved when another window has it."""
        for _again in range(2):
            try:
                self._create()
                return
            except FileExistsError:
                holder = self.holder()
                if holder is not None and not holder.gone:
                    raise self._held(holder) from None
                self.path.unlink(missing_ok=True)
        raise self._held(self.holder() or Holder(0, _("another computer")))

    def release(self) -> None:
        """Gives the lock back; quiet when the folder is gone or another has taken it over."""
        holder = self.holder()
        if holder == Holder(os.getpid(), socket.gethostname()):
            try:
                self.path.unlink(missing_ok=True)
            except OSError:
                return  # a lock that stays is stale once this process is gone

    def holder(self) -> Holder | None:
        """Who has it; None when nobody has. A file that says nothing readable counts as someone's."""
        try:
            said = json.loads(self.path.read_text(encoding="utf-8"))
            return Holder(int(said["pid"]), str(said["host"]))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, KeyError, TypeError):
            return Holder(0, _("an unknown computer"))

    def _held(self, holder: Holder) -> NotSaved:
        who = _("process {pid} on {host}").format(pid=holder.pid, host=holder.host) if holder.pid else holder.host
        return NotSaved(
            _("{what} ({who}).").format(what=self._what, who=who),
            kept=_("Nothing was changed."),
            mend=_("Close that window first. If there is none, delete {path} and try again.").format(path=self.path),
        )

    def _create(self) -> None:
        """The file comes with its words in it: one that a killed program left empty would be held by nobody knows whom."""
        text = json.dumps({"pid": os.getpid(), "host": socket.gethostname()}).encode("ascii")
        new = self.path.with_name(f".{self.path.name}.{os.getpid()}-{threading.get_ident()}.new")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
        try:
            try:
                os.write(handle, text)
            finally:
                os.close(handle)
            _name(new, self.path)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def _name(new: Path, path: Path) -> None:
    """Gives a file its name, if no other has it. Raises FileExistsError."""
    if os.name == "nt":
        new.rename(path)  # there, renaming never replaces
        return
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that has no second names for a file
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        try:
            os.write(handle, new.read_bytes())
        finally:
            os.close(handle)


def lock_of(log: Path) -> Path:
    """The file that says who writes this log."""
    return log.with_suffix(".lock")


def is_running(pid: int) -> bool:
    """Whether a process of that number runs on this computer; True when that cannot be found out."""
    if pid <= 0:
        return True
    if sys.platform == "win32":
        import ctypes

        # On Windows os.kill(pid, 0) would send Ctrl-C. 0x1000 asks only for the right to look.
        found = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if found:
            ctypes.windll.kernel32.CloseHandle(found)
        return bool(found)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
