"""`allycoach forget` says what it deletes, asks, and says what it deleted."""

from pathlib import Path

import pytest

from allycoach.cli.forget import forget_in_lines
from tests.stand_ins import Typed


def files(home: Path) -> set[str]:
    return {path.name for path in home.rglob("*") if path.is_file()}


def forget(terminal: Typed, *sittings: str, everything: bool = False, sure: bool = False) -> int:
    return forget_in_lines(sittings, drills=False, everything=everything, sure=sure, terminal=terminal)


def test_it_says_what_and_deletes_after_a_yes(home: Path, saved: str) -> None:
    keyboard = Typed("yes", interactive=True)
    assert forget(keyboard, "last") == 0
    assert keyboard.starting(f"FILE: sittings/{saved}.jsonl")
    assert keyboard.starting("DELETED: 1 file")
    assert f"{saved}.jsonl" not in files(home)


@pytest.mark.usefixtures("saved")
def test_anything_but_yes_keeps_all(home: Path) -> None:
    before = files(home)
    for answer in ("", "y", "no"):
        keyboard = Typed(answer, interactive=True)
        assert forget(keyboard, "last") == 2
        assert keyboard.starting("KEPT: nothing was deleted.")
    assert files(home) == before


def test_a_pipe_is_never_taken_for_a_yes(home: Path, saved: str) -> None:
    keyboard = Typed("yes")
    assert forget(keyboard, everything=True) == 2
    assert keyboard.starting("NOTHING was deleted.")
    assert f"{saved}.jsonl" in files(home)


@pytest.mark.usefixtures("saved")
def test_all_of_it_without_being_asked(home: Path) -> None:
    (home / "content").mkdir()
    keyboard = Typed()
    assert forget(keyboard, everything=True, sure=True) == 0
    assert keyboard.starting("KEPT: your own content")
    assert not files(home)
    assert forget(Typed(), everything=True, sure=True) == 0
