import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from allycoach.serving.folders import PREFIX, VisitorFolders, sweep

LATER = 2e9
"""Seconds since 1970, in 2033."""


def prepared(folder: Path) -> None:
    (folder / "content").mkdir()
    (folder / "content" / "own.yaml").write_text("id: own", encoding="utf-8")


def test_each_visitor_has_a_private_copy_of_the_pattern(tmp_path: Path) -> None:
    folders = VisitorFolders(tmp_path, prepared)
    one, two = folders.new(), folders.new()
    (one / "content" / "own.yaml").write_text("changed", encoding="utf-8")
    assert (two / "content" / "own.yaml").read_text(encoding="utf-8") == "id: own"
    if os.name != "nt":
        assert {each.stat().st_mode & 0o077 for each in (folders.root, one, two)} == {0}


def test_wiping_one_leaves_the_others(tmp_path: Path) -> None:
    folders = VisitorFolders(tmp_path, prepared)
    one, two = folders.new(), folders.new()
    assert folders.wipe(one)
    assert (one.exists(), two.exists()) == (False, True)


def test_closing_leaves_nothing(tmp_path: Path) -> None:
    folders = VisitorFolders(tmp_path, prepared)
    folders.new()
    assert folders.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_wiping_follows_no_link(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "kept").write_text("", encoding="utf-8")
    folders = VisitorFolders(tmp_path, prepared)
    folder = folders.new()
    (folder / "away").symlink_to(mine)
    assert folders.wipe(folder)
    assert (mine / "kept").exists()


def left_behind(parent: Path, said: str | None) -> Path:
    folder = parent / f"{PREFIX}old"
    (folder / "visitor-1").mkdir(parents=True)
    if said is not None:
        (folder / "server.json").write_text(said, encoding="utf-8")
    return folder


def gone() -> str:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return json.dumps({"pid": ended.pid, "since": 1.0})


def somebody_else() -> str:
    """The number of this process, but of an earlier one that had it."""
    return json.dumps({"pid": os.getpid(), "since": psutil.Process().create_time() - 100})


@pytest.mark.parametrize(
    "said",
    [gone(), somebody_else(), None, "", "[]", '{"pid": "x"}'],
    ids=["gone", "somebody else", "nothing", "empty", "a list", "no number"],
)
def test_what_a_server_that_is_gone_left_is_swept(tmp_path: Path, said: str | None) -> None:
    folder = left_behind(tmp_path, said)
    assert sweep(tmp_path, LATER) == 1
    assert not folder.exists()


def test_what_a_running_server_holds_is_not_swept(tmp_path: Path) -> None:
    folders = VisitorFolders(tmp_path, prepared)
    assert sweep(tmp_path, LATER) == 0
    assert folders.root.exists()


def test_a_server_that_is_just_beginning_is_left_alone(tmp_path: Path) -> None:
    folder = left_behind(tmp_path, None)
    assert sweep(tmp_path, folder.stat().st_mtime + 1) == 0


def test_nothing_else_is_swept(tmp_path: Path) -> None:
    (tmp_path / "allycoach").mkdir()
    (tmp_path / f"{PREFIX}file").write_text("", encoding="utf-8")
    assert sweep(tmp_path, LATER) == 0
    assert len(list(tmp_path.iterdir())) == 2


_PARENT = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2]])
time.sleep(60)
"""
_CHILD = """
import sys, time
from pathlib import Path
from allycoach.serving.orphan import end_with_parent
end_with_parent(Path(sys.argv[1]))
(Path(sys.argv[1]) / "ready").touch()
time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="there a process cannot be killed so that it hears nothing")
def test_a_visitor_whose_server_is_killed_wipes_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "visitor"
    folder.mkdir()
    (folder / "words.jsonl").write_text("words", encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", _PARENT, _CHILD, str(folder)]) as parent:
        _until(lambda: (folder / "ready").exists())
        child = psutil.Process(parent.pid).children()[0]
        parent.send_signal(signal.SIGKILL)
    _until(lambda: not folder.exists())
    child.wait(10)


def _until(come: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not come():
        assert time.monotonic() < end
        time.sleep(0.02)
