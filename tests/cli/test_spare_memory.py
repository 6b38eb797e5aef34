"""What loading leaves behind goes back, where the system can be asked, and nothing is ever harmed by asking."""

import gc
import sys
from pathlib import Path

import pytest

from allycoach.cli.spare_memory import give_back, unsearched


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be asked")
def test_freed_memory_is_given_back() -> None:
    kept = [bytes(1000) for _ in range(100_000)]
    last = bytes(1000)  # keeps the top of the heap in place, so that nothing is given back by itself
    whole = resident()
    del kept
    give_back()
    assert resident() < whole - 50_000_000
    assert last


def resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_nothing_happens(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    give_back()


def test_what_is_loaded_is_not_searched_and_what_comes_after_is() -> None:
    before = gc.get_freeze_count()
    try:
        with unsearched():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
