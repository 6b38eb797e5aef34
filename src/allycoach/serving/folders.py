"""A private folder for each visitor, and none of them left behind."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

PREFIX = "allycoach-visitors-"
_HOLDER = "server.json"
_PATTERN = "pattern"
_BEGINNING = 60.0
"""Seconds that a server may take to say that a folder is its own."""


class VisitorFolders:
    """A folder readable by its owner alone, with one folder a visitor in it: a copy of what `prepare` put into the first.

    Raises OSError where nothing can be written.
    """

    def __init__(self, parent: Path, prepare: Callable[[Path], None]) -> None:
        self.root = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        _say_who_holds(self.root)
        self._pattern = self.root / _PATTERN
        self._pattern.mkdir(mode=0o700)
        prepare(self._pattern)

    def new(self) -> Path:
        """A folder for one more visitor. Raises OSError, and leaves nothing, when there is no room for it."""
        folder = Path(tempfile.mkdtemp(prefix="visitor-", dir=self.root))
        try:
            shutil.copytree(self._pattern, folder, dirs_exist_ok=True)
        except shutil.Error as error:  # every file that failed, in one
            _gone(folder)
            raise OSError(None, str(error.args[0][0][2])) from error
        except OSError:
            _gone(folder)
            raise
        return folder

    def wipe(self, folder: Path) -> bool:
        """Delete a visitor's folder; False when some of it could not be deleted."""
        return _gone(folder)

    def close(self) -> bool:
        """Delete everything; False when some of it could not be deleted."""
        return _gone(self.root)


def sweep(parent: Path, now: float) -> int:
    """Delete what servers that are gone have left in `parent`: how many folders. `now` is in seconds since 1970."""
    found = [each for each in parent.glob(f"{PREFIX}*") if _is_ours(each) and not _is_held(each, now)]
    return sum(_gone(each) for each in found)


def _gone(folder: Path) -> bool:
    # A process that is just ending may still make a file while its folder is emptied.
    for _ in range(3):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return True
    return False


def _is_ours(folder: Path) -> bool:
    """Nobody else's folder, and no link to one, is ever touched."""
    with suppress(OSError):
        return not folder.is_symlink() and folder.is_dir() and (os.name == "nt" or folder.stat().st_uid == os.getuid())
    return False


def _say_who_holds(root: Path) -> None:
    this = psutil.Process()
    said = json.dumps({"pid": this.pid, "since": this.create_time()})
    (root / _HOLDER).write_text(said, encoding="utf-8")


def _is_held(root: Path, now: float) -> bool:
    """Whether the server that made it still runs. One that does not say is just beginning, or was cut off as it began."""
    try:
        if not (root / _HOLDER).exists():
            return now - root.stat().st_mtime < _BEGINNING
        said = json.loads((root / _HOLDER).read_text(encoding="utf-8"))
        return bool(abs(psutil.Process(int(said["pid"])).create_time() - float(said["since"])) < 1)
    except (OSError, ValueError, KeyError, TypeError, psutil.NoSuchProcess):
        return False
    except psutil.Error:
        return True
