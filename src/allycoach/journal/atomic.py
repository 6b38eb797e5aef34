"""A file replaced whole: at every moment there is the old one or the new one, never half of either."""

import os
from contextlib import suppress
from pathlib import Path

from .place import FILE_MODE

BINARY = getattr(os, "O_BINARY", 0)


def replace_file(path: Path, data: bytes) -> None:
    """On disk when it returns, but for the name, which `place.settle` sees to. Raises OSError; then the old file stands."""
    new = beside(path)
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, FILE_MODE)
    try:
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(new, path)  # noqa: PTH105 - one name for tests to fail
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def beside(path: Path) -> Path:
    """What is written first; one that is still there was left by a program that was killed."""
    return path.with_name(f".{path.name}.new")


def is_left_over(path: Path) -> bool:
    return path.name.startswith(".") and path.name.endswith(".new")
