"""`allycoach room` as a process, and which sittings it opens again."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from allycoach.cli.cards import new_procedure
from allycoach.cli.room import held_in_a_room
from allycoach.errors import AllycoachError
from allycoach.journal import Journal

if TYPE_CHECKING:
    from .conftest import Command

ROOM = "20261122-034950-library-amina-7cd0"
HELD = Path(__file__).parents[1] / "journal" / "saved" / "first-room.jsonl"


def test_a_room_in_lines_from_the_first_line_to_its_page(command: "Command", home: Path) -> None:
    typed = "What's been happening for you?\nHave you thought about care work?\n\n3 9\n\n/marks\n/back\n\n\n\n/finish\n"
    done = command.run("room", "Amina", "--plain", "--seed", "3", typed=typed)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    shown = lines.index("HANDS: B has most: 9 of 12 hands.")
    assert not any(line.startswith(("NOTICE", "THOUGHT")) for line in lines[:shown])
    assert any(line.startswith('NOTICE: advice inside a question, "Have you') for line in lines[shown:])
    assert "HANDS: A comes next: 3 of 12 hands." in lines
    assert lines[-1] == "RECORD: Practice record, not assessment."
    (summary,) = Journal(home).sittings()
    assert (summary.mode, summary.turns, summary.ended) == ("room", 2, True)


def test_real_help_in_a_room_names_the_organisation_too(command: "Command") -> None:
    asked = iter(["Elm Road", "Mo", "room 4", "", "Stay.", "", ""])
    new_procedure(lambda _: next(asked, None))
    done = command.run("room", "Amina", "--plain", "--seed", "3", typed="/realhelp\n/finish\n")
    assert "REAL HELP: At Elm Road: Mo, room 4." in done.stdout


def test_the_last_one_is_the_last_that_a_room_led(saved: str, home: Path) -> None:
    with pytest.raises(AllycoachError, match="No sitting was held in a room"):
        held_in_a_room("last")
    with pytest.raises(AllycoachError, match="not put on a wall"):
        held_in_a_room(saved)
    (home / "sittings" / f"{ROOM}.jsonl").write_bytes(HELD.read_bytes())
    assert held_in_a_room("last") == ROOM
    assert held_in_a_room(ROOM[:15]) == ROOM
