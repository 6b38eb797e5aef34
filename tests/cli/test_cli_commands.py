import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allycoach import __version__
from allycoach.cli import app as commands
from allycoach.cli.app import app
from allycoach.content.library import shipped_folder
from allycoach.errors import SittingUnreadable
from allycoach.journal import Journal


def run(*args: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, list(args), input=typed)


def test_version() -> None:
    assert run("version").output == run("--version").output == f"allycoach {__version__}\n"


def test_people_are_listed_easiest_first_with_what_is_good_to_know() -> None:
    lines = run("people").output.splitlines()
    difficulties = [line.partition("difficulty ")[2][:1] for line in lines]
    assert difficulties == sorted(difficulties)
    assert any(line.startswith("library-amina: ") and "Good to know first: " in line for line in lines)


def test_models_are_listed_with_their_stages() -> None:
    assert "four_question: The four questions, happening, good, worked, next" in run("models").output


def test_a_users_person_appears_and_a_broken_one_is_counted(home: Path) -> None:
    folder = home / "content" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text("schema: 1\nid: [", encoding="utf-8")
    assert "1 content file is not used; everything else works." in run("people").output
    assert "Not used: user, " in run("where").output


def test_sittings_are_listed(saved: str) -> None:
    found = run("sessions")
    assert found.output == (
        f"Amina at the library desk, 21 November 2026, 20:31, coach, 1 reply sent, can be continued: {saved}\n"
    )


def test_sittings_as_json(saved: str) -> None:
    (one,) = json.loads(run("sessions", "--json").output)
    assert (one["id"], one["turns"], one["ended"], one["at"]) == (saved, 1, False, "2026-11-21T20:31:04+00:00")


def test_no_sittings_yet() -> None:
    assert run("sessions").output == "There are no saved sittings yet. `allycoach practise` starts one.\n"
    assert json.loads(run("sessions", "--json").output) == []


def test_a_damaged_sitting_is_listed_with_its_problem(home: Path, saved: str) -> None:
    (home / "sittings" / "20261120-a.jsonl").write_bytes(b"\0")
    lines = run("sessions").output.splitlines()
    assert lines[0].endswith(f": {saved}")
    assert lines[1] == "20261120-a: cannot be opened, the beginning of its file is damaged"


@pytest.mark.parametrize("name", ["last", "20261121", "20261121-203104-library-amina-7f3a"])
def test_export_prints_markdown(saved: str, name: str) -> None:
    found = run("export", name)
    assert saved in found.output
    assert "Have you thought about &lt;b>care&lt;/b> work?" in found.output
    assert found.output.rstrip().endswith("and the ally may set any of them aside.")


def test_export_to_a_private_file_that_is_never_replaced(saved: str, tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    assert run("export", saved, "--to", "md", "--output", str(file)).exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("# Amina at the library desk\n")
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = run("export", saved, "--output", str(file))
    assert again.exit_code == 2
    assert "There is already a file" in again.stderr


def test_export_to_where_nothing_can_be_written(saved: str, tmp_path: Path) -> None:
    found = run("export", saved, "--output", str(tmp_path / "no" / "out.md"))
    assert found.exit_code == 2
    assert "could not be written: the folder is not there any more. The sitting itself is safe." in found.stderr


def test_exporting_changes_nothing(home: Path, saved: str) -> None:
    before = (home / "sittings" / f"{saved}.jsonl").read_bytes()
    run("export", saved)
    assert (home / "sittings" / f"{saved}.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("export", "nobody"), 'No saved sitting is called "nobody".'),
        (("export", "../../x"), 'No saved sitting is called "../../x".'),
        (("practise", "amina", "--plain"), 'There is no scenario "amina".'),
        (("practise", "--plain", "--continue", "x"), 'No saved sitting is called "x".'),
        (("people", "--content", "nowhere"), "There is no folder nowhere."),
        (("analyse", "nowhere.txt"), "There is no file nowhere.txt. To have a reply read, type"),
        (("practise",), "The app needs a terminal to open in."),
        ((), "The app needs a terminal to open in."),
    ],
)
def test_what_cannot_be_done_is_said_plainly(saved: str, args: tuple[str, ...], said: str) -> None:
    assert saved
    found = run(*args)
    assert found.exit_code == 2
    assert said in found.stderr
    assert "Traceback" not in found.output + found.stderr


def test_hostile_arguments_are_shown_as_signs(saved: str) -> None:
    assert saved
    assert "\x1b" not in run("export", "\x1b[2J\x07[red]").stderr


def test_the_older_spelling_works_but_is_not_advertised() -> None:
    assert run("practice", "--help").exit_code == 0
    assert "practice" not in [line.split()[0] for line in run("--help").output.splitlines() if line.strip()]


def test_check_of_everything_shipped() -> None:
    found = run("check")
    assert found.exit_code == 0
    assert ": no errors" in found.output.splitlines()[-1]


def test_check_shows_place_line_and_caret_and_fails(tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "x.yaml").write_text("schema: 1\nid: x\nid: x\n", encoding="utf-8")
    found = run("check", str(tmp_path / "mine"))
    assert found.exit_code == 1
    assert found.output.startswith("scenarios/x.yaml:3:1")
    assert "^" in found.output
    assert "1 file: 1 error" in found.output


def test_check_reads_the_examples_of_a_phrase_file(tmp_path: Path) -> None:
    shipped = shipped_folder() / "phrasebank" / "jargon.yaml"
    mine = tmp_path / "mine" / "phrasebank"
    mine.mkdir(parents=True)
    text = shipped.read_text(encoding="utf-8").replace("- What are you good at?", "- What would upskilling look like?")
    (mine / "jargon.yaml").write_text(text, encoding="utf-8")
    for path in (mine.parent, mine, mine / "jargon.yaml"):
        found = run("check", str(path))
        assert found.exit_code == 1
        assert found.output.startswith("phrasebank/jargon.yaml:")
        assert 'wrongly caught by jargon.trade: "What would upskilling look like?"' in found.output
        assert "^" in found.output


def test_where_names_every_place_and_how_to_delete(home: Path, saved: str) -> None:
    assert saved
    output = run("where").output
    for place in ("sittings", "content", "log"):
        assert str(home / place) in output
    assert "(1 saved)" in output
    assert "allycoach forget --all" in output
    assert "scenarios library-amina: shipped, " not in output
    assert "scenarios library-amina: shipped, " in run("where", "--files").output


def test_where_says_who_won(home: Path) -> None:
    every = run("where", "--files").output.splitlines()
    shipped = next(line for line in every if line.startswith("models four_question: "))
    source = Path(shipped.partition("shipped, ")[2])
    mine = home / "content" / "models"
    mine.mkdir(parents=True)
    (mine / source.name).write_bytes(source.read_bytes())
    assert f"models four_question: user, {mine / source.name}, replaces {source}" in run("where").output


def failing(error: BaseException) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_the_unforeseen_is_said_shortly_and_noted_without_anybodys_words(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = RuntimeError("secret reply")
    error.__cause__ = ValueError("secret reply too")
    monkeypatch.setattr(commands, "_print", failing(error))
    found = run("people")
    assert found.exit_code == 2
    assert "Something went wrong inside allycoach" in found.stderr
    noted = (home / "log" / "faults.log").read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in noted
    assert "builtins.ValueError" in noted
    assert "test_cli_commands.py" in noted
    assert "secret" not in noted + found.stderr


def test_an_error_on_purpose_leaves_no_trace(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_print", failing(SittingUnreadable("Gone.", mend="Sorry.")))
    found = run("people")
    assert (found.exit_code, found.stderr) == (2, "Gone. Sorry.\n")
    assert not (home / "log").exists()


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 141)])
def test_interruptions_are_quiet(error: BaseException, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_print", failing(error))
    monkeypatch.setattr("allycoach.cli.faults._hush", lambda: None)
    found = run("people")
    assert found.exit_code == status
    assert "Traceback" not in found.stderr


def test_mistakes_on_the_command_line_name_the_choices() -> None:
    found = run("practise", "--mode", "loud")
    assert found.exit_code == 2
    assert "solo" in found.stderr


def test_nothing_is_written_by_looking(home: Path) -> None:
    run("sessions")
    run("version")
    assert not home.exists()
    run("where")
    assert not Journal(home).folder.exists()


@pytest.mark.parametrize("where", [("--plain", "practise", "library-amina"), ("practise", "library-amina", "--plain")])
@pytest.mark.usefixtures("home")
def test_plain_is_understood_wherever_it_stands(where: tuple[str, ...]) -> None:
    assert "KEPT: what you write stays on this computer" in run(*where, typed="/quit\n").output


@pytest.mark.parametrize("where", [("--plain", "people"), ("people", "--plain")])
def test_what_is_in_lines_anyway_takes_plain_too(where: tuple[str, ...]) -> None:
    assert "library-amina: " in run(*where).output
