"""`allycoach passphrase`, and every command in a folder that is sealed."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from allycoach.cli import passphrase as lines
from allycoach.cli.app import app
from allycoach.cli.passphrase import Talk
from allycoach.cli.shelves import vault
from allycoach.errors import AllycoachError, PassphraseNeeded, WrongPassphrase
from allycoach.journal import Journal
from allycoach.journal.keyfile import Cost
from allycoach.journal.passphrase import set_passphrase
from allycoach.journal.vault import Vault
from tests.stand_ins import Typed

SAID = "four odd words here"
QUICK = Cost(n=2**10)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing need not be slow here."""

    def set_quickly(*args: Any, **named: Any) -> Any:
        return set_passphrase(*args, **named, cost=QUICK)

    monkeypatch.setattr(lines, "set_passphrase", set_quickly)
    monkeypatch.delenv("ALLYCOACH_PASSPHRASE", raising=False)


class Keyboard(Typed):
    """`unseen` is what is typed where it is not shown."""

    def __init__(self, *typed: str, unseen: tuple[str | None, ...] = (), interactive: bool = True) -> None:
        super().__init__(*typed, interactive=interactive)
        self.unseen = list(unseen)

    def ask_unseen(self, prompt: str) -> str | None:
        self.said.append(prompt)
        return self.unseen.pop(0) if self.unseen else None

    def talk(self, **environment: str) -> Talk:
        return Talk(self, self.ask_unseen, environment)


def opened(home: Path, said: str = SAID) -> Vault:
    found = Vault(home)
    found.unlock(said)
    return found


def test_it_is_said_what_it_means_and_asked_twice(home: Path, saved: str) -> None:
    keyboard = Keyboard(unseen=(SAID, SAID))
    assert lines.set_in_lines(Vault(home), keyboard.talk()) == 0
    shown = "\n".join(keyboard.said)
    for words in (
        "FORGOTTEN, it cannot be recovered by anybody",
        "NOT SEALED",
        "COPIES",
        "GOOD ONES",
        "SEALED: 1 file.",
    ):
        assert words in shown
    assert "SHORT" not in shown
    assert SAID not in shown
    assert Journal(home, opened(home)).events(saved)
    assert keyboard.said.index("FORGOTTEN, it cannot be recovered by anybody: what you wrote would be lost for good. "
                               "Write it down somewhere safe.") < keyboard.said.index("AGAIN, the same> ")  # fmt: skip


def test_two_that_differ_are_asked_for_again_and_a_short_one_is_taken(home: Path, saved: str) -> None:
    keyboard = Keyboard(unseen=("one", "two", "tea", "tea"))
    assert lines.set_in_lines(Vault(home), keyboard.talk()) == 0
    assert keyboard.starting("NOT THE SAME")
    assert keyboard.starting("SHORT")
    assert Journal(home, opened(home, "tea")).events(saved)


@pytest.mark.parametrize("unseen", [(None,), ("",), ()])
@pytest.mark.usefixtures("saved")
def test_nothing_typed_changes_nothing(home: Path, unseen: tuple[str | None, ...]) -> None:
    keyboard = Keyboard(unseen=unseen)
    assert lines.set_in_lines(Vault(home), keyboard.talk()) == 2
    assert keyboard.said[-1] == "KEPT: nothing was changed."
    assert not Vault(home).locked


@pytest.mark.usefixtures("saved")
def test_a_pipe_sets_none_unless_it_is_named(home: Path) -> None:
    keyboard = Keyboard(unseen=(SAID, SAID), interactive=False)
    with pytest.raises(PassphraseNeeded, match="ALLYCOACH_PASSPHRASE"):
        lines.set_in_lines(Vault(home), keyboard.talk())
    assert not Vault(home).locked
    assert lines.set_in_lines(Vault(home), keyboard.talk(ALLYCOACH_PASSPHRASE=SAID)) == 0
    opened(home)


@pytest.mark.parametrize(("typed", "stays"), [("yes", False), ("", True), ("no", True)])
@pytest.mark.usefixtures("saved")
def test_documents_in_the_clear_are_named_and_deleted_only_after_a_yes(home: Path, typed: str, stays: bool) -> None:
    (home / "exports").mkdir()
    (home / "exports" / "a.md").write_text("words", encoding="utf-8")
    keyboard = Keyboard(typed, unseen=(SAID, SAID))
    assert lines.set_in_lines(Vault(home), keyboard.talk()) == 0
    assert keyboard.starting("EXPORTS are not sealed: 1 document in ")
    assert (home / "exports" / "a.md").exists() is stays


@pytest.mark.usefixtures("saved")
def test_changed_and_removed(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    keyboard = Keyboard(unseen=("another one of them", "another one of them"))
    assert lines.change_in_lines(opened(home), keyboard.talk()) == 0
    with pytest.raises(WrongPassphrase):
        opened(home)
    held = opened(home, "another one of them")
    keyboard = Keyboard("no")
    assert lines.remove_in_lines(held, keyboard.talk(), sure=False) == 2
    assert held.locked
    keyboard = Keyboard("yes")
    assert lines.remove_in_lines(held, keyboard.talk(), sure=False) == 0
    assert keyboard.starting("REMOVED: 1 file in the clear")
    assert not held.locked


@pytest.mark.parametrize(
    "way",
    [
        lambda home, talk: lines.change_in_lines(Vault(home), talk),
        lambda home, talk: lines.remove_in_lines(Vault(home), talk, sure=True),
    ],
)
def test_what_is_not_there_is_not_changed(home: Path, way: Callable[[Path, Talk], int]) -> None:
    with pytest.raises(AllycoachError, match="There is no passphrase"):
        way(home, Keyboard().talk())
    assert not home.exists()


# Commands in a folder that is sealed


@pytest.fixture
def sealed(home: Path, saved: str) -> str:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    return saved


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def run(*args: str, typed: str = "") -> Done:
    """As a process of its own would, but sooner."""
    found = CliRunner().invoke(app, args, input=typed)
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return Done(found.exit_code, found.stdout, found.stderr)


@pytest.mark.usefixtures("sealed")
def test_commands_that_need_no_words_ask_for_nothing() -> None:
    for args, words in (
        (("where",), "Passphrase: set."), (("passphrase",), "Passphrase: set."), (("people",), "library-amina"),
        (("drill",), "closed-to-open"), (("version",), "allycoach"),
    ):  # fmt: skip
        done = run(*args)
        assert done.returncode == 0, done.stderr
        assert words in done.stdout


def test_a_sitting_is_deleted_without_the_passphrase(home: Path, sealed: str) -> None:
    assert run("forget", sealed, "--yes").returncode == 0
    assert not Journal(home).ids()


@pytest.mark.usefixtures("sealed")
def test_commands_that_need_words_say_how_to_give_the_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    for args in (("sessions",), ("export", "last"), ("practise", "library-amina", "--plain"), ("review",)):
        done = run(*args, typed="What is going on?\n")
        assert done.returncode == 2
        assert "ALLYCOACH_PASSPHRASE" in done.stderr
        assert "Traceback" not in done.stderr
        assert not done.stdout
    monkeypatch.setenv("ALLYCOACH_PASSPHRASE", "wrong")
    done = run("sessions")
    assert (done.returncode, done.stdout) == (2, "")
    assert "That is not the passphrase." in done.stderr
    assert "wrong" not in done.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("sessions",), "Amina at the library desk"),
        (("export", "last", "--to", "md"), "care"),
        (("export", "last", "--to", "json"), "care"),
        (("replay", "last"), "care"),
        (("lens", "last", "--model", "grow"), "care"),
        (("progress",), "PROGRESS: 1 sitting."),
        (("framework",), "practised"),
        (("review",), ""),
        (("practise", "--plain", "--continue", "last"), "CONTINUED"),
    ],
)
def test_with_the_passphrase_named_every_command_works(
    sealed: str, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], words: str
) -> None:
    assert sealed
    monkeypatch.setenv("ALLYCOACH_PASSPHRASE", SAID)
    done = run(*args)
    assert done.returncode == 0, done.stderr
    assert words in done.stdout


@pytest.mark.usefixtures("sealed")
def test_a_document_is_said_to_be_in_the_clear_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLYCOACH_PASSPHRASE", SAID)
    done = run("export", "last", "--output", str(tmp_path / "page.md"))
    assert done.stderr.count("It is not sealed") == 1
    assert "care" in (tmp_path / "page.md").read_text(encoding="utf-8")


def test_without_a_passphrase_no_cipher_is_imported(home: Path, saved: str) -> None:
    code = (
        "import sys; from allycoach.cli.parts import full_screen_parts; parts = full_screen_parts(None);"
        "parts.locked(); parts.sittings(); parts.memory.recent(3); parts.memory.rounds();"
        "print([one for one in ('cryptography', 'allycoach.journal.keyfile', 'getpass') if one in sys.modules])"
    )
    assert (home / "sittings" / f"{saved}.jsonl").exists()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_parts_of_the_screen_ask_nobody_and_open_with_what_is_typed(
    sealed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from allycoach.cli.parts import full_screen_parts

    parts = full_screen_parts(None)
    assert parts.locked()
    with pytest.raises(PassphraseNeeded):
        parts.sittings()
    with pytest.raises(WrongPassphrase):
        parts.unlock("not it")
    assert parts.unlock(SAID) == ""
    assert not parts.locked()
    assert parts.sealed()
    assert [one.sitting for one in parts.sittings()] == [sealed]
    vault()._cipher = None
    monkeypatch.setenv("ALLYCOACH_PASSPHRASE", SAID)
    assert not full_screen_parts(None).locked(), "from the environment, before a screen stands"


# At a real keyboard


@pytest.fixture
def at(home: Path) -> Callable[..., Any]:
    pexpect = pytest.importorskip("pexpect")
    if os.name == "nt":
        pytest.skip("pexpect needs a POSIX terminal")
    env = os.environ | {"ALLYCOACH_HOME": str(home), "TERM": "xterm-256color"}
    return lambda *args: pexpect.spawn(
        sys.executable, ["-m", "allycoach", *args], env=env, encoding="utf-8", timeout=90, dimensions=(24, 160)
    )


@pytest.mark.usefixtures("sealed")
def test_typed_at_the_keyboard_it_is_not_shown_and_three_tries_are_given(at: Callable[..., Any]) -> None:
    screen = at("sessions")
    for typed in ("wrong one", SAID):
        screen.expect("PASSPHRASE .it is not shown.> ")
        screen.sendline(typed)
    screen.expect("Amina at the library desk")
    screen.wait()
    assert SAID not in screen.before + screen.after
    screen = at("sessions")
    for _ in range(3):
        screen.expect("PASSPHRASE .it is not shown.> ")
        screen.sendline("wrong one")
    screen.expect("That is not the passphrase")
    assert screen.wait() == 2


@pytest.mark.usefixtures("sealed")
def test_the_app_asks_on_its_first_screen(at: Callable[..., Any]) -> None:
    screen = at()
    screen.expect("Type your passphrase")
    screen.send(SAID + "\r")
    screen.expect("Also here")
    screen.send("\x11")
    assert screen.wait() == 0
