"""`allycoach packs`, `pack run` and `pack print`: listed, printed where there is no terminal, opened as each part says."""

from pathlib import Path
from typing import Protocol

import pytest

from allycoach.cli import packs, room
from allycoach.content.library import Library
from allycoach.errors import ContentError
from allycoach.tui.pack_app import PartApp


class Run(Protocol):
    def run(self, *args: str, typed: str = "") -> object: ...


def test_the_shortest_comes_first_with_its_minutes_and_whom_it_is_for() -> None:
    lines = list(packs.packs_lines(None))
    assert lines[0].startswith(
        "listening-first: Listening first: giving back what you heard, 15 minutes. A team meeting"
    )
    assert len(lines) == 7
    assert lines[-1] == "To run one: allycoach pack run ID. On paper: allycoach pack print ID."


def test_where_there_is_no_terminal_the_plan_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert packs.run_pack("ask-dont-tell", None, plain=False, answers=True) == 0
    out = capsys.readouterr().out
    assert out.startswith("PACK: Ask, don't tell in twenty minutes, 20 minutes, 5 parts.\n")
    assert "OPENS: What would you like someone to notice first?" in out


def test_a_name_that_is_none_is_said_with_those_near_it() -> None:
    with pytest.raises(ContentError, match='Did you mean "whose-plan-is-it"'):
        packs.run_pack("whose-plan", None, plain=True, answers=False)


def test_a_room_opens_the_room_and_the_others_the_app(shipped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms: list[room.Wanted] = []
    apps: list[PartApp] = []
    monkeypatch.setattr(room, "room_on_a_wall", rooms.append)
    monkeypatch.setattr(PartApp, "run", lambda app: apps.append(app))
    parts = shipped.pack("advice-to-questions").parts
    packs._open(parts[1], None)
    packs._open(parts[3], None)
    packs._open(shipped.pack("ask-dont-tell").parts[2], None)
    assert [wanted.start for wanted in rooms] == ["library-amina"]
    assert len(apps) == 2
    assert apps[0].drill_level == 2


def test_pages_are_written_once_and_never_over_anything(command: Run, home: Path, tmp_path: Path) -> None:
    page = tmp_path / "cards.html"
    done = command.run("pack", "print", "listening-first", "--only", "cards", "--out", str(page))
    assert done.returncode == 0, done.stderr  # type: ignore[attr-defined]
    text = page.read_text(encoding="utf-8")
    assert "To hand out" in text
    assert "not to hand out" not in text
    again = command.run("pack", "print", "listening-first", "--out", str(page))
    assert again.returncode == 2  # type: ignore[attr-defined]
    assert "There is already a file" in again.stderr  # type: ignore[attr-defined]
    assert page.read_text(encoding="utf-8") == text
    assert not (home / "content").exists()
