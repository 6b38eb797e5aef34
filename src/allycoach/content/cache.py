"""Parsed files, kept as JSON: a long scenario costs 0.1 s as YAML and a millisecond as JSON.

What is kept is the bare data, checked again each time it is used. Losing or spoiling it costs only time.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from allycoach import __version__

_FORMAT = "1"


def cache_folder() -> Path:
    """Where this system keeps what may be thrown away; inside ALLYCOACH_HOME when that is set."""
    home = os.environ.get("ALLYCOACH_HOME")
    if home:
        return Path(home) / "cache" / "content"
    import platformdirs  # not at the top: only this function needs it

    return Path(platformdirs.user_cache_path("allycoach", appauthor=False)) / "content"


@dataclass(frozen=True, slots=True)
class ParsedFiles:
    """One entry for each source file, replaced when the file or the version of allycoach changes."""

    folder: Path

    def get(self, source: Path, data: bytes) -> object | None:
        """The data parsed from exactly these bytes, or None."""
        try:
            entry = json.loads(self._entry(source).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(entry, dict) or entry.get("digest") != _digest(data):
            return None
        parsed: object = entry.get("data")
        return parsed

    def put(self, source: Path, data: bytes, parsed: object) -> None:
        """Keep it, if the disk lets us."""
        text = json.dumps({"digest": _digest(data), "data": parsed})
        # A cache that cannot be written is no news to anyone: the file is parsed again next time.
        with contextlib.suppress(OSError):
            for folder in (*reversed(self.folder.parents), self.folder):
                folder.mkdir(mode=0o700, exist_ok=True)  # it may be the first to make the folder of a person's words
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(name).replace(self._entry(source))
            except OSError:
                Path(name).unlink(missing_ok=True)

    def _entry(self, source: Path) -> Path:
        return self.folder / f"{_digest(os.fsencode(source.absolute()))[:32]}.json"


def _digest(data: bytes) -> str:
    return hashlib.sha256(f"{__version__} {_FORMAT} ".encode() + data).hexdigest()
