"""A whole practice with every way to the network shut: nothing tries."""

import subprocess
import sys
from pathlib import Path

import pytest

SHUT = """
import socket, sys

def shut(*args, **kwargs):
    raise AssertionError(f"the network was asked for: {args!r}")

for name in ("connect", "connect_ex", "sendto", "bind"):
    setattr(socket.socket, name, shut)
for name in ("getaddrinfo", "create_connection", "gethostbyname"):
    setattr(socket, name, shut)

from allycoach.cli import main
sys.argv = ["allycoach", *sys.argv[1:]]
main()
"""
TALK = "You should ring them.\np\n1\nWhat's been happening?\n/wait\n/back 2\nWhat would good look like?\n/quit\n"


def run(*arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", SHUT, *arguments],
        input=typed, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_what_is_shut_is_noticed() -> None:
    asking = SHUT.replace("from allycoach.cli import main", "socket.create_connection(('127.0.0.1', 9))")
    found = subprocess.run([sys.executable, "-c", asking], capture_output=True, encoding="utf-8", check=False)
    assert "the network was asked for" in found.stderr


def test_a_talk_its_replay_and_its_documents_need_no_network(home: Path) -> None:
    talk = run("practise", "library-amina", "--plain", "--seed", "3", typed=TALK)
    assert "Practice record, not assessment." in talk.stdout
    assert talk.returncode == 0, talk.stderr
    for arguments in (
        ("replay", "last"),
        ("progress",),
        ("export", "last", "--to", "html", "--output", str(home / "page.html")),
        ("where",),
    ):
        done = run(*arguments)
        assert done.returncode == 0, (arguments, done.stderr)
        assert "Traceback" not in done.stderr
        assert "network" not in done.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("people",), ("framework",), ("sessions",)])
def test_lists_need_no_network(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 0
