"""The commands that look at a saved sitting or practise beside one: put together, in this process."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from allycoach.cli.app import app
from allycoach.coaching.rounds import DrillLine
from allycoach.conversation.sitting import fold
from allycoach.journal import Journal
from allycoach.journal.rounds import RoundsLog
from tests.stand_ins import SimpleReader, Typed


@pytest.fixture
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline is not loaded: what it reads is tested elsewhere."""
    monkeypatch.setattr("allycoach.language.reader.load_reader", lambda _shelf, **_kept: SimpleReader())


def run(*args: str, typed: str = "") -> list[str]:
    done = CliRunner().invoke(app, list(args), input=typed)
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def test_a_plan_is_written_down_and_printed(home: Path, saved: str) -> None:
    run("plan", saved, typed="I'll ask <b>Jean</b>.\nThursday\n7\n\n-\n")
    plan = fold(Journal(home).events(saved)).plan
    assert plan is not None
    assert [(step.text, step.when, step.confidence) for step in plan.steps] == [
        ("I'll ask <b>Jean</b>.", "Thursday", 7)
    ]
    page = "\n".join(run("plan", "last", "--to", "html"))
    assert "&lt;b&gt;Jean&lt;/b&gt;" in page
    assert "<b>Jean" not in page
    assert any("Thursday" in line for line in run("plan", "last", "--to", "md", "--layout", "where"))


def test_a_worksheet_is_listed_filled_in_and_printed(home: Path, saved: str) -> None:
    assert any(line.startswith("scaling: ") for line in run("worksheet"))
    run("worksheet", "scaling", "--sitting", saved, typed="Being asked [b]once[/b].\n")
    (kept,) = fold(Journal(home).events(saved)).worksheets
    assert (kept.sheet, "Being asked [b]once[/b]." in kept.answers.values()) == ("scaling", True)
    assert "Being asked [b]once[/b]." in "\n".join(run("worksheet", "scaling", "--sitting", saved, "--to", "html"))
    assert "Being asked" not in "\n".join(run("worksheet", "scaling")), "without a sitting it is blank"


def test_a_talk_is_walked_through_and_a_note_kept(home: Path, saved: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Typed("1", "n worth a look", "q", interactive=True)
    monkeypatch.setattr("allycoach.plain.terminal.Terminal", lambda: terminal)
    run("replay", saved)
    assert terminal.said[0].startswith("REPLAY: Amina")
    assert [note.text for note in fold(Journal(home).events(saved)).written] == ["worth a look"]


def test_a_pipe_gets_the_whole_talk_with_its_places(saved: str) -> None:
    said = run("replay", saved, "--lens", "grow")
    assert "YOU, turn 1: Have you thought about <b>care</b> work?" in said
    assert any(line.startswith("PLACE: ") for line in said)
    assert not any(line.startswith("PLACE: ") for line in run("replay", saved))


@pytest.mark.usefixtures("simple")
def test_todays_rules_change_nothing_that_is_saved(home: Path, saved: str) -> None:
    before = Journal(home).events(saved)
    assert any(line.startswith("GONE, turn 1: advice") for line in run("replay", saved, "--reread"))
    assert Journal(home).events(saved) == before


@pytest.mark.usefixtures("simple")
def test_drills_are_listed_and_a_line_of_one_is_kept(home: Path) -> None:
    assert not any("done" in line for line in run("drill"))
    run("drill", "closed-to-open", "--seed", "1", typed="What else is there?\n\n" * 5)
    kept = [each.text for each in RoundsLog(home).rounds() if isinstance(each, DrillLine)]
    assert kept == ["What else is there?"] * 5
    assert next(line for line in run("drill") if ", done 1×" in line).startswith("closed-to-open: ")


def test_the_map_names_people_and_is_read_by_programs() -> None:
    said = run("framework", "--coverage")
    assert "Practice record, not assessment." in said[0]
    assert any("library-amina" in line for line in said)
    indicators = json.loads("\n".join(run("framework", "--json")))
    assert {one["practised"] for one in indicators.values()} == {0}
    assert all(set(one) == {"says", "verdict", "scenarios", "practised", "last"} for one in indicators.values())


def test_cards_are_asked_for_and_shown(home: Path) -> None:
    run("cards", "new", typed="Elm Road\nMo\nroom 4\n\nStay with them.\nRing Mo.\n\n")
    assert (home / "content").is_dir()
    assert any("Elm Road" in line for line in run("cards"))
    again = CliRunner().invoke(app, ["cards", "new"], input="Other\nMo\nroom 4\n\nStay.\n\n\n")
    assert again.exit_code != 0
    assert any("Elm Road" in line for line in run("cards")), "the card that there is stands"
