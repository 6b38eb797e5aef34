"""Talks in a real terminal, killed by the system at any moment, and gone on with.

    python -m tests.cli.killing --runs 200 [--seed 1] [--sealing]

Each talk is the program itself, in a process and a terminal of its own, forked from one that has the library and spaCy loaded
already: that is what takes long, and nothing of it is written. Prints a line with the figures; fails at the first loss.
"""

import argparse
import os
import random
import re
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from allycoach.journal import Journal
from allycoach.journal.keyfile import Cost
from allycoach.journal.passphrase import finish, remove_passphrase, set_passphrase
from allycoach.journal.vault import Vault

SAID = "four odd words"
PERSON = "library-amina"
REPLIES = (
    "What has been going on for you?", "You should ring the job centre.", "So it has been a long few weeks.",
    "What would good look like?", "Have you tried care work?", "What's worked before?", "How did that feel?",
    "What feels like a good next step?",
)  # fmt: skip
_PROMPT = re.compile(rb"YOU, turn (\d+)> ")


@dataclass
class Killed:
    """What has come of the runs: talks killed, replies that were answered before, and replies found besides, which were
    being written."""

    talks: int = 0
    answered: int = 0
    besides: int = 0


class Terminal:
    """A process of the program at a terminal; `shown` is all that stood there."""

    def __init__(self, home: Path, *args: str) -> None:
        self.shown = b""
        self.pid, self._handle = os.forkpty()
        if not self.pid:
            _be_the_program(home, args)

    def until_prompted(self, turn: int, *, seconds: float = 60) -> bool:
        """Whether it came to ask for that turn; False when it ended first. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while not any(int(found) >= turn for found in _PROMPT.findall(self.shown)):
            if time.monotonic() > end:
                raise TimeoutError(self.shown[-2000:].decode(errors="replace"))
            if not self._more(0.2):
                return False
        return True

    def listen(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._more(left):
            pass

    def say(self, line: str) -> None:
        os.write(self._handle, line.encode() + b"\n")

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._handle)

    def left(self) -> int:
        """The exit status, once it has ended by itself."""
        with suppress(OSError):
            while self._more(60):
                pass
        os.close(self._handle)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _more(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._handle], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._handle, 65536)
        except OSError:  # the terminal is closed: the program has ended
            return False
        self.shown += data
        return bool(data)


def _be_the_program(home: Path, args: tuple[str, ...]) -> None:
    from allycoach.cli import main

    status: object = 1
    try:
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(os.dup(n), mode) for n, mode in ((0, "r"), (1, "w"), (2, "w")))
        os.environ |= {"ALLYCOACH_HOME": str(home), "COLUMNS": "200", "ALLYCOACH_PASSPHRASE": SAID}
        sys.argv = ["allycoach", *args]
        main()
    except SystemExit as end:
        status = end.code
    finally:
        sys.stdout.flush()
        os._exit(status if isinstance(status, int) else 1)


def load_once() -> None:
    """Every process forked from here has the library and the reader."""
    from allycoach.cli import app, choosing, passphrase, practise, shelves  # noqa: F401 - so that no forked process has to
    from allycoach.language import reader
    from allycoach.plain import face  # noqa: F401
    from tests.shipped import shipped

    library = shipped()
    ready = reader.load_reader(library)
    ready.read(REPLIES[0])

    def at_once(_library: object, **_kept: object) -> object:
        return ready

    reader.load_reader = at_once  # type: ignore[assignment]
    setattr(passphrase, "set_passphrase", partial(set_passphrase, cost=Cost(n=2**12)))  # noqa: B010 - not its to export
    for module in (shelves, practise):
        module.library = lambda _extra: library  # type: ignore[attr-defined]


def kill_one(home: Path, chance: random.Random, *, sealed: bool) -> tuple[int, int]:
    """One talk, killed at a chance moment after some replies, then gone on with: how many replies were answered before, and how
    many were found besides. Raises AssertionError when anything is lost."""
    vault = Vault(home)
    if sealed:
        set_passphrase(vault, SAID, cost=Cost(n=2**12))
    first = Terminal(home, "practise", PERSON, "--plain", "--mode", "coach", "--seed", str(chance.randrange(99)))
    assert first.until_prompted(1), first.shown.decode(errors="replace")
    sent = _talk(first, chance)
    first.kill()
    answered = max((int(found) for found in _PROMPT.findall(first.shown)), default=1) - 1
    kept = _kept(home, vault)
    assert kept == sent[: len(kept)], (kept, sent)
    assert len(kept) >= answered, (kept, first.shown.decode(errors="replace"))
    _gone_on_with(home, vault, kept)
    return answered, len(kept) - answered


def _talk(terminal: Terminal, chance: random.Random) -> list[str]:
    """Replies, the last of them with the rest of its life counted in milliseconds; what was typed, in order."""
    sent: list[str] = []
    for turn in range(1, chance.randint(1, 5) + 1):
        terminal.until_prompted(turn)
        sent.append(REPLIES[turn - 1])
        terminal.say(sent[-1])
    terminal.listen(chance.choice((0.0, chance.uniform(0, 0.004), chance.uniform(0, 0.03), chance.uniform(0, 0.15))))
    return sent


def _kept(home: Path, vault: Vault) -> list[str]:
    from allycoach.conversation.events import ReplySent

    journal = Journal(home, vault)
    return [event.text for event in journal.events(journal.resolve("last")) if isinstance(event, ReplySent)]


def _gone_on_with(home: Path, vault: Vault, kept: list[str]) -> None:
    again = Terminal(home, "practise", "--plain", "--continue", "last")
    assert again.until_prompted(len(kept) + 1), again.shown.decode(errors="replace")
    again.say("/talk")
    again.say("And then?")
    assert again.until_prompted(len(kept) + 2), again.shown.decode(errors="replace")
    again.say("/leave")
    status = again.left()
    shown = again.shown.decode(errors="replace")
    assert status == 0, shown
    assert "Traceback" not in shown
    for number, text in enumerate(kept, 1):
        assert f"YOU, turn {number}: {text}" in shown, shown
    assert _kept(home, vault) == [*kept, "And then?"]


def kill_sealing(home: Path, chance: random.Random) -> bool:
    """A folder killed while it is sealed, again while that is gone on with, and again while it is put in the clear: whether
    anything was under way at all. Raises AssertionError when anything is lost."""
    first = Terminal(home, "practise", PERSON, "--plain", "--seed", "1")
    assert first.until_prompted(1)
    first.say(REPLIES[0])
    first.say("/leave")
    assert first.left() == 0
    journal = Journal(home)
    (name,) = journal.ids()
    for number in range(60):  # each under its own name: words are bound to it
        copy = f"{name[:-4]}{number:04x}"
        journal.path(copy).write_bytes(journal.path(name).read_bytes().replace(name.encode(), copy.encode()))
    before = {path.name: path.read_bytes() for path in journal.folder.glob("*.jsonl")}
    cut_off = False
    for args in (("passphrase", "set"), ("sessions",), ("passphrase", "remove", "--yes"), ("sessions",)):
        program = Terminal(home, *args)
        program.listen(chance.uniform(0.02, 0.6))
        program.kill()
        sealed = [path.read_bytes().startswith(b"sealed1.") for path in journal.folder.glob("*.jsonl")]
        cut_off = cut_off or (any(sealed) and not all(sealed))
    vault = Vault(home)
    vault.unlock(SAID)
    finish(vault)
    if vault.locked:
        remove_passphrase(vault)
    assert {path.name: path.read_bytes() for path in journal.folder.glob("*.jsonl")} == before
    return cut_off


def kill_many(runs: int, seed: int, *, sealed: Callable[[int], bool]) -> Killed:
    """`sealed` says which of the runs are in a folder with a passphrase."""
    done = Killed()
    for run in range(runs):
        home = Path(tempfile.mkdtemp(prefix="allycoach-killed-"))
        try:
            answered, besides = kill_one(home, random.Random(f"{seed} {run}"), sealed=sealed(run))
        finally:
            shutil.rmtree(home, ignore_errors=True)
        done.talks, done.answered, done.besides = done.talks + 1, done.answered + answered, done.besides + besides
    return done


def kill_folders(runs: int, seed: int) -> int:
    """How many of the folders were being sealed or opened when they were killed."""
    cut_off = 0
    for run in range(runs):
        home = Path(tempfile.mkdtemp(prefix="allycoach-killed-"))
        try:
            cut_off += kill_sealing(home, random.Random(f"{seed} {run}"))
        finally:
            shutil.rmtree(home, ignore_errors=True)
    return cut_off


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sealing", action="store_true", help="kill `passphrase set` and `remove` instead of talks")
    asked = parser.parse_args()
    load_once()
    if asked.sealing:
        print(
            f"{asked.runs} folders killed four times each, {kill_folders(asked.runs, asked.seed)} half sealed, nothing lost"
        )
        return
    done = kill_many(asked.runs, asked.seed, sealed=lambda run: run % 2 == 1)
    print(
        f"{done.talks} talks killed and gone on with, {done.answered} replies answered before, all there; "
        f"{done.besides} more were on disk before they were answered"
    )


if __name__ == "__main__":
    main()
