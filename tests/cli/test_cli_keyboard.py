"""Someone at a keyboard, in a real terminal."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from allycoach.conversation.events import Reflected
from allycoach.journal import Journal

PLAIN = ["-m", "allycoach", "practise", "library-amina", "--plain", "--seed", "7"]


@pytest.fixture
def terminal(home: Path) -> Any:
    pexpect = pytest.importorskip("pexpect")
    if os.name == "nt":
        pytest.skip("pexpect needs a POSIX terminal")
    env = os.environ | {"ALLYCOACH_HOME": str(home), "TERM": "xterm-256color"}
    return pexpect.spawn(sys.executable, PLAIN, env=env, encoding="utf-8", timeout=60, dimensions=(24, 200))


def test_a_talk_at_the_keyboard(terminal: Any, home: Path) -> None:
    terminal.expect("AMINA: .*YOU, turn 1> ")
    terminal.sendline("What is going on for you?")
    terminal.expect("HEARD: open question.*AMINA: .*YOU, turn 2> ")
    shown = terminal.before + terminal.after
    terminal.sendline("/quit")
    terminal.expect("FIRST, your own view: .*YOUR WORDS, or enter to skip> ")
    terminal.sendline("I listened in turn 1")
    terminal.expect("YOUR WORDS, or enter to skip> ")
    terminal.sendeof()
    terminal.expect("IN SHORT: .*MORE 1: .*MORE, 1 to [0-9]+, a for all, enter goes on> ")
    terminal.sendline("a")
    terminal.expect("RECORD: Practice record, not assessment.")
    shown += terminal.before
    terminal.expect("IF I NOTICE> ")
    terminal.sendeof()
    terminal.wait()
    terminal.close()
    assert terminal.exitstatus == 0
    assert "\x1b" not in shown, "nothing but lines"
    (kept,) = [event for event in Journal(home).events(Journal(home).resolve("last")) if isinstance(event, Reflected)]
    assert (kept.text, kept.turn) == ("I listened in turn 1", 1)


def test_ctrl_c_at_the_keyboard(terminal: Any, home: Path) -> None:
    terminal.expect("YOU, turn 1> ")
    terminal.sendintr()
    terminal.expect("STOPPED: everything you sent is saved. To go on: allycoach practise --plain --continue 2")
    terminal.wait()
    terminal.close()
    assert terminal.exitstatus == 130
    assert not list(home.rglob("*.lock"))
