"""What a person's files are called, that nobody else can read them, and that they are on the disk."""

import os
from contextlib import suppress
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600

SITTINGS = "sittings"
ROUNDS = "rounds.jsonl"
INDEX = "index.sqlite3"
SEALED_INDEX = "index.sealed"
SEALED_SUMMARIES = "summaries.sealed"
KEY_FILES = ("passphrase.json", "passphrase-copy.json")
PASSPHRASE_LOCK = "passphrase.lock"
EXPORTS = "exports"
CONTENT = "content"


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
