"""Where a person's files live on this computer, and that only they can read them."""

import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def home() -> Path:
    """The folder that holds everything kept: `ALLYCOACH_HOME`, or this system's place for a person's data.

    Nothing is created here.
    """
    named = os.environ.get("ALLYCOACH_HOME", "").strip()
    if named:
        return Path(named).expanduser().absolute()
    return user_data_path("allycoach", appauthor=False)


def make_private(folder: Path) -> None:
    """Makes the folder and its parents, each that is new readable by its owner alone. Raises OSError."""
    missing = [folder]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for each in reversed(missing):
        each.mkdir(mode=FOLDER_MODE, exist_ok=True)


def tighten(path: Path, mode: int) -> None:
    """Takes other people's rights to a path of ours away; Windows keeps a person's data folder private
    itself."""
    if os.name != "nt" and path.stat().st_mode & 0o077:
        path.chmod(mode)


def settle(folder: Path) -> None:
    """Asks the disk to remember the names in a folder, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems refuse this for folders
            os.fsync(handle)
    finally:
        os.close(handle)
