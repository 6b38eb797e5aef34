"""`check --play`: figures as JSON, what holds in words, and an exit status to build on."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allycoach.cli import playable
from allycoach.cli.app import app
from allycoach.content.library import shipped_folder

QUICK = ("--runs", "2", "--jobs", "1")
AMINA = shipped_folder() / "scenarios" / "library-amina.yaml"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all, where files are parsed but once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def home(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ALLYCOACH_HOME", str(kept))
    return kept


def check(*args: str) -> Result:
    return CliRunner().invoke(app, ["check", "--play", *args])


def test_json_has_just_the_figures() -> None:
    found = check(str(AMINA), "--json", "--trainee", "silent", "--trainee", "advice-giver", *QUICK)
    table = json.loads(found.stdout)
    assert list(table) == ["library-amina"]
    assert list(table["library-amina"]) == ["silent", "advice-giver"]
    assert {tuple(figures) for figures in table["library-amina"].values()} == {
        ("key_topics", "ending", "repeats", "fallback", "turns")
    }
    assert table["library-amina"]["advice-giver"]["key_topics"] == 0
    assert found.exit_code == 0


def test_two_processes_find_in_parts_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    args = (str(AMINA), "--json", "--trainee", "silent", "--trainee", "closed-questioner", "--runs", "3")
    whole = check(*args, "--jobs", "1").stdout
    monkeypatch.setattr(playable, "AT_ONCE", 2)
    assert check(*args, "--jobs", "2").stdout == whole


def test_another_seed_is_another_talk() -> None:
    args = (str(AMINA), "--json", "--trainee", "random", *QUICK)
    assert check(*args).stdout != check(*args, "--seed", "100").stdout


def test_what_holds_is_said_in_words_and_the_own_tests_are_played() -> None:
    found = check(str(AMINA), "--trainee", "advice-giver", *QUICK)
    lines = found.stdout.splitlines()
    assert lines[0].startswith("ok: library-amina, advice-giver: heard no key topic; ")
    assert lines[1:] == [
        "ok: library-amina, its own tests: 2 played.",
        "1 person, 2 runs with each trainee: Everything holds.",
    ]
    assert found.exit_code == 0


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """Amina, who never tells anyone about her gran, though her first test wants to hear of it."""
    file = tmp_path / "scenarios" / "library-amina.yaml"
    file.parent.mkdir()
    text = AMINA.read_text(encoding="utf-8").replace('opens_when: "trust >= 46"', 'opens_when: "turn >= 23"')
    file.write_text(text.replace("topics: [printing, search]", "topics: [gran]"), encoding="utf-8")
    return file


def test_what_does_not_hold_is_shown_with_a_talk(closed: Path) -> None:
    found = check(str(closed), "--trainee", "ideal", "--show", *QUICK)
    lines = found.stdout.splitlines()
    assert lines[0].startswith(
        "look: library-amina, ideal: NOT SO: heard every key topic in 0% of runs, missed `gran` 2 times; "
    )
    assert lines[1] == "  The talk of seed 1:"
    assert lines[3].startswith("   1  You: ")
    assert "look: library-amina, its own test 1: never spoke of `gran`." in lines
    assert lines[-1] == "1 person, 2 runs with each trainee: 2 things to look at."
    assert found.exit_code == 1


def test_a_file_that_cannot_be_used_is_not_played(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    shutil.copy(AMINA, folder)
    (folder / "broken.yaml").write_text("schema: 1\nid: [", encoding="utf-8")
    found = check(str(tmp_path), "--json", "--trainee", "silent", *QUICK)
    assert list(json.loads(found.stdout)) == ["library-amina"]
    assert "scenarios/broken.yaml" in found.stderr
    assert found.exit_code == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("library-amena",), "library-amina"),
        (
            ("library-amina", "--trainee", "parot"),
            "There are: ideal, advice-giver, closed-questioner, parrot, silent, random.",
        ),
    ],
)
def test_a_slip_of_the_pen_is_told(args: tuple[str, ...], said: str) -> None:
    found = check(*args)
    assert said in found.stderr
    assert found.exit_code == 2
