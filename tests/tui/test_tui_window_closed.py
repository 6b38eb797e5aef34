"""The window is closed on the app: in a real terminal, which is then gone."""

import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from allycoach.conversation.sitting import fold
from allycoach.journal import Journal

TYPED = "What has it been like"


def opened(home: Path, *arguments: str) -> Any:
    pexpect = pytest.importorskip("pexpect")
    if os.name == "nt":
        pytest.skip("pexpect needs a POSIX terminal")
    env = os.environ | {"ALLYCOACH_HOME": str(home), "TERM": "xterm-256color"}
    command = ["-m", "allycoach", *arguments]
    return pexpect.spawn(sys.executable, command, env=env, encoding="utf-8", timeout=60, dimensions=(24, 80))


def until_still(window: Any) -> None:
    """Until half a second passes in which the screen changes no more than its clock does."""
    shown = 1000
    while shown > 100:
        time.sleep(0.5)
        shown = len(window.read_nonblocking(size=1_000_000, timeout=5))


def close_on(window: Any) -> bool:
    """Closes the window, as somebody does with the mouse; whether the program ends within half a minute."""
    os.close(window.child_fd)
    end = time.monotonic() + 30
    while window.isalive() and time.monotonic() < end:
        time.sleep(0.1)
    gone = not window.isalive()
    if not gone:
        window.kill(9)
    return gone


@pytest.mark.parametrize("shown", ["allycoach", "ctrl\\+q"])
def test_at_home(tmp_path: Path, shown: str) -> None:
    window = opened(tmp_path)
    window.expect(shown)
    assert close_on(window)


def test_while_a_talk_begins(tmp_path: Path) -> None:
    """More has been painted then than a terminal that is gone takes."""
    window = opened(tmp_path, "practise", "friend-ngozi", "--mode", "quiet")
    window.expect("turn 1")
    assert close_on(window)


def test_in_a_talk_with_a_reply_half_typed(tmp_path: Path) -> None:
    window = opened(tmp_path, "practise", "friend-ngozi", "--mode", "quiet", "--seed", "7")
    window.expect("turn 1")
    until_still(window)
    window.send(TYPED)
    until_still(window)
    assert close_on(window)
    kept = Journal(tmp_path)
    assert fold(kept.events(kept.resolve("last"))).draft == TYPED
    assert not list(tmp_path.rglob("*.lock"))
