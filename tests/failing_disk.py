"""A disk that fails, or a program that dies, at one chosen step of all that are taken to write."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_WRITES = os.O_WRONLY | os.O_RDWR


class KilledError(BaseException):
    """The program is no more: nobody catches this, and nothing reaches the disk after it."""


class Disk:
    """Counts the steps: opening a file to write, each write, sync, cut, new name, removal and new folder. The step `at` fails
    with `error`, and with `lasting` each one after it; without an error the program is killed there. What is written at that
    step gets half of its bytes onto the disk."""

    def __init__(self, at: int = 0, error: OSError | None = None, *, lasting: bool = False) -> None:
        self.at, self.error, self.lasting = at, error, lasting
        self.steps = 0
        self.happened = False

    def step(self) -> None:
        self.steps += 1
        if self.happened and (self.error is None or self.lasting):
            raise self._what()
        if self.steps == self.at:
            self.happened = True
            raise self._what()

    def _what(self) -> BaseException:
        return KilledError() if self.error is None else OSError(*self.error.args)


@contextmanager
def writing_to(disk: Disk) -> Iterator[Disk]:
    """Everything this process writes goes through `disk`."""
    true_open, true_write = os.open, os.write

    def opened(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & _WRITES:
            disk.step()
        return true_open(path, flags, *rest, **named)

    def written(handle: int, data: Any) -> int:
        try:
            disk.step()
        except BaseException:
            half = memoryview(data)[: len(data) // 2]
            if half and disk.steps == disk.at:
                true_write(handle, half)
            raise
        return true_write(handle, data)

    def counted(true: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **named: Any) -> Any:
            disk.step()
            return true(*args, **named)

        return step

    true_path_open = Path.open

    def path_opened(self: Path, mode: str = "r", *args: Any, **named: Any) -> Any:
        if set(mode) & set("wax+"):
            disk.step()
        return true_path_open(self, mode, *args, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", opened)
        patch.setattr(os, "write", written)
        patch.setattr(Path, "open", path_opened)
        for name in ("fsync", "ftruncate", "replace", "unlink", "mkdir"):
            patch.setattr(os, name, counted(getattr(os, name)))
        yield disk
