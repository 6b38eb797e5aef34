"""The log of drills and cards: one file, append-only, whole lines."""

import json
import os
from pathlib import Path

from pydantic import ValidationError

from allycoach.coaching.rounds import ROUND, Round

from .disk import not_saved
from .place import FILE_MODE, ROUNDS, make_private, settle
from .seal import sealed, unsealed
from .vault import Vault

_NAME = "rounds"


class RoundsLog:
    """Drills and cards under `home`. Several windows may append: each line is one write at the end of the file. Both ways
    raise PassphraseNeeded, or what the vault raises, where a passphrase is set and has not been said."""

    def __init__(self, home: Path, vault: Vault | None = None) -> None:
        self.path = home / ROUNDS
        self._vault = vault or Vault(home)

    def append(self, happened: Round) -> None:
        """On disk when it returns; raises NotSaved."""
        line, cipher = sealed(ROUND.dump_json(happened)), self._vault.for_new()
        if cipher is not None:
            line = cipher.line(_NAME, 0, line)  # windows cannot agree on a number
        try:
            make_private(self.path.parent)
            new = not self.path.exists()
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            handle = os.open(self.path, flags, FILE_MODE)
            try:
                _write(handle, line + b"\n")
            finally:
                os.close(handle)
            if new:
                settle(self.path.parent)
        except OSError as error:
            raise not_saved(self.path, error) from error

    def rounds(self) -> tuple[Round, ...]:
        """Everything that can be read, in order; a damaged line never hides the rest."""
        cipher = self._vault.cipher()
        try:
            data = self.path.read_bytes()
        except OSError:
            return ()
        if cipher is not None:
            data = cipher.opened_lines(_NAME, data)
        return tuple(event for line in data.split(b"\n") if (event := _event(line)) is not None)


def _write(handle: int, line: bytes) -> None:
    """One whole line, after the end of any line that was cut short."""
    size = os.fstat(handle).st_size
    if size:
        os.lseek(handle, size - 1, os.SEEK_SET)
        if os.read(handle, 1) != b"\n":
            line = b"\n" + line
    left = memoryview(line)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _event(line: bytes) -> Round | None:
    whole = unsealed(line)
    try:
        return ROUND.validate_python(json.loads(whole)) if whole else None
    except (ValueError, ValidationError, RecursionError):
        return None
