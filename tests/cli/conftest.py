import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from allycoach.conversation.events import Event, PersonSpoke, ReplySent, SittingStarted
from allycoach.journal import Journal
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

SITTING = "20261121-203104-library-amina-7f3a"
AT = datetime(2026, 11, 21, 20, 31, 4, tzinfo=UTC)


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("parsed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, parsed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, for this process and those it starts. What this process parses, it parses once."""
    monkeypatch.setattr("allycoach.content.cache.cache_folder", lambda: parsed)
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path / "home"


class Command:
    """`allycoach` as a process of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._started: list[subprocess.Popen[str]] = []

    def start(self, *args: str, **more: Any) -> "subprocess.Popen[str]":
        env = os.environ | {"ALLYCOACH_HOME": str(self.home), "PYTHONIOENCODING": "utf-8"}
        pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        command = [sys.executable, "-m", "allycoach", *args]
        process = subprocess.Popen(command, text=True, encoding="utf-8", env=env, **(pipes | more))
        self._started.append(process)
        return process

    def run(self, *args: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        process = self.start(*args)
        out, err = process.communicate(typed, timeout=60)
        return subprocess.CompletedProcess(args, process.returncode, out, err)

    def end(self) -> None:
        """Ends what still runs and closes every pipe."""
        for process in self._started:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()


@pytest.fixture
def command(home: Path) -> Iterator[Command]:
    command = Command(home)
    yield command
    command.end()


@pytest.fixture
def saved(home: Path) -> str:
    """A sitting of one reply that can be continued; its id."""
    words = "Have you thought about <b>care</b> work?"
    reading = Reading(
        words,
        moves=(Move(MoveKind.QUESTION, 0, len(words), Form.POLAR, Function.CLOSED),),
        flags=(Flag(FlagKind.ADVICE, 0, 22, "advice", Strength.NOTICE, "It brings an idea."),),
    )
    events: list[Event] = [
        SittingStarted(
            at=AT,
            sitting=SITTING,
            scenario="library-amina",
            scenario_version="1.0",
            title="Amina at the library desk",
            person="Amina",
            model="four_question",
            mode="coach",
            seed=1,
            app="0.1.0",
        ),
        PersonSpoke(at=AT, turn=0, text="Hello.", meters={"openness": 30}),
        ReplySent(at=AT, turn=1, text=words, reading=reading),
        PersonSpoke(at=AT, turn=1, text="Not really.", meters={"openness": 25}),
    ]
    with Journal(home).create(SITTING) as log:
        for event in events:
            log.append(event)
    return SITTING
