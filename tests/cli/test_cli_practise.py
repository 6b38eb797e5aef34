"""The whole way, in processes of their own: typed lines, spaCy, the person, the disk."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from allycoach.cli.app import app
from allycoach.cli.faults import CANNOT
from allycoach.cli.parts import full_screen_parts
from allycoach.conversation.events import ReplySent, Resumed, SittingEnded
from allycoach.conversation.sitting import fold
from allycoach.journal import Journal

if TYPE_CHECKING:
    from tests.cli.conftest import Command

posix = pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")
PLAIN = ("practise", "library-amina", "--plain", "--seed", "7")


def lines_until(process: "subprocess.Popen[str]", word: str) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line
        if line.startswith(word):
            return
    pytest.fail(f"{word} never came: {process.stderr.read() if process.stderr else ''}")


def say(process: "subprocess.Popen[str]", words: str, *, until: str = "AMINA: ") -> list[str]:
    assert process.stdin is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()
    return list(lines_until(process, until))


def started(command: "Command", *args: str) -> "subprocess.Popen[str]":
    process = command.start(*args)
    list(lines_until(process, "AMINA: "))
    return process


def replies(journal: Journal, sitting: str) -> list[str]:
    return [event.text for event in journal.events(sitting) if isinstance(event, ReplySent)]


def test_a_piped_talk_reads_well_and_is_saved(command: "Command", home: Path) -> None:
    done = command.run(*PLAIN, typed="What is going on for you?\nSo you have sent a lot off.\n")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "YOU, turn 1: What is going on for you?" in lines
    assert lines[-1] == "RECORD: Practice record, not assessment."
    assert not done.stderr
    assert "> " not in done.stdout, "nobody is there to be prompted"
    (one,) = Journal(home).sittings()
    assert (one.turns, one.ended) == (2, True)
    assert one.id.split("-", 2)[2].startswith("library-amina-")


def test_the_same_seed_makes_the_same_talk(command: "Command") -> None:
    typed = "What is going on for you?\nHave you tried the job centre?\np\n1\n"
    first, second = (command.run(*PLAIN, typed=typed).stdout for _ in range(2))
    assert first == second


@posix
def test_nothing_is_lost_when_the_process_is_killed(command: "Command", home: Path) -> None:
    process = started(command, *PLAIN)
    answers = [say(process, words)[-1] for words in ("What is going on for you?", "How does it feel?")]
    process.kill()
    process.communicate()
    journal = Journal(home)
    sitting = journal.resolve("last")
    assert list(home.rglob("*.lock")), "nothing was put in order"

    done = command.run("practise", "--plain", "--continue", "last", typed="What else?\n")
    assert done.returncode == 0, done.stderr
    assert ", after turn 2." in done.stdout
    assert all(answer in done.stdout for answer in answers)
    assert replies(journal, sitting) == ["What is going on for you?", "How does it feel?", "What else?"]
    assert any(isinstance(event, Resumed) for event in journal.events(sitting))
    assert not list(home.rglob("*.lock"))


@posix
def test_ctrl_c_leaves_a_saved_sitting_and_says_how_to_go_on(command: "Command", home: Path) -> None:
    process = started(command, *PLAIN)
    say(process, "What is going on for you?")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    sitting = Journal(home).resolve("last")
    assert f"STOPPED: everything you sent is saved. To go on: allycoach practise --plain --continue {sitting}" in out
    assert "Traceback" not in err
    assert not list(home.rglob("*.lock"))


@posix
def test_a_reader_that_goes_away_is_no_drama(command: "Command", home: Path) -> None:
    process = started(command, *PLAIN)
    assert process.stdout is not None
    assert process.stdin is not None
    process.stdout.close()
    process.stdin.write("What is going on for you?\nWhat else?\n")
    process.stdin.close()
    assert process.stderr is not None
    with process.stderr as said:
        assert said.read() == ""
    process.wait(timeout=30)
    assert replies(Journal(home), Journal(home).resolve("last"))[0] == "What is going on for you?"


def test_two_windows_do_not_share_a_sitting(command: "Command", home: Path) -> None:
    process = started(command, *PLAIN)
    second = command.run("practise", "--plain", "--continue", "last")
    assert second.returncode == 2
    assert "This sitting is open in another allycoach window" in second.stderr
    say(process, "What is going on for you?")
    process.communicate("/leave\n")
    assert process.returncode == 0
    assert len(replies(Journal(home), Journal(home).resolve("last"))) == 1


def test_a_finished_talk_is_shown_and_not_opened_again(home: Path, saved: str) -> None:
    with Journal(home).open(saved) as log:
        log.append(SittingEnded(at=datetime.now(UTC), why="trainee"))
    before = (home / "sittings" / f"{saved}.jsonl").read_bytes()
    found = CliRunner().invoke(app, ["practise", "--plain", "--continue", "last"], input="And now?\n")
    assert found.exit_code == 0
    assert "OVER: this talk has ended. Here is how it went." in found.stdout
    assert "YOU, turn 1: Have you thought about" in found.stdout
    assert (home / "sittings" / f"{saved}.jsonl").read_bytes() == before


def test_a_person_is_chosen_by_number(command: "Command") -> None:
    done = command.run("practise", "--plain", typed="99\n00000099\n1\nWhat is it like?\n")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("NEXT, proposed: ")
    assert any(line.startswith("NUMBER: type one from 1 to ") for line in lines)
    title = lines[1].removeprefix("1: ").partition(",")[0]
    assert any(line.startswith(f"PRACTICE: {title}") for line in lines)


def test_nobody_chosen_is_said(home: Path) -> None:
    found = CliRunner().invoke(app, ["practise", "--plain"], input="")
    assert (found.exit_code, found.stdout.splitlines()[-1]) == (2, "NOBODY was chosen.")
    assert not (home / "sittings").exists()


def test_what_cannot_begin_leaves_nothing_behind(home: Path) -> None:
    for args in (("library-anima",), ("library-amina", "--model", "gorw"), ("safeguarding-tired",)):
        found = CliRunner().invoke(app, ["practise", *args, "--plain"], input="Hello.\n")
        assert found.exit_code == CANNOT
        assert not (home / "sittings").exists()


def test_words_that_cannot_be_saved_end_a_piped_talk(command: "Command", home: Path) -> None:
    process = started(command, *PLAIN)
    say(process, "What is going on for you?")
    (home / "sittings").rename(home / "away")
    _, err = process.communicate("So it hurts.\n", timeout=30)
    assert process.returncode == 2
    assert "could not be saved" in err
    assert "not there any more" in err


def test_a_torn_line_is_told_when_going_on(command: "Command", home: Path, saved: str) -> None:
    path = home / "sittings" / f"{saved}.jsonl"
    path.write_bytes(path.read_bytes() + b'{"v":1,"at":"2026')
    done = command.run("practise", "--plain", "--continue", saved, typed="What is it like?\n")
    assert "SAVED FILE: The last line was cut short" in done.stdout
    assert path.with_suffix(".torn").exists()
    assert len(fold(Journal(home).events(saved)).turns) == 2


def test_analyse_speaks_the_protocol(command: "Command") -> None:
    done = command.run("analyse", "--jsonl", typed='{"id": 1, "reply": "What is it like?"}\nnonsense\n')
    assert done.returncode == 2
    (answer,) = map(json.loads, done.stdout.splitlines())
    assert [(move["form"], move["function"]) for move in answer["moves"]] == [("wh", "open")]
    assert done.stderr == "Line 2 was not read: it is not JSON in UTF-8.\n"


def test_analyse_reads_a_file(command: "Command", tmp_path: Path) -> None:
    file = tmp_path / "reply.txt"
    file.write_text("What is it like?\n", encoding="utf-8")
    done = command.run("analyse", str(file))
    assert done.returncode == 0
    assert 'Heard: open question, "What is it like?"' in done.stdout


def test_analyse_gives_a_whole_reading_as_json(command: "Command") -> None:
    done = command.run("analyse", "--json", typed="What is it like?\n")
    assert json.loads(done.stdout)["text"] == "What is it like?"


@posix
def test_lists_cut_short_by_the_reader_are_quiet(command: "Command") -> None:
    shell = f'"{sys.executable}" -m allycoach where | head -n 1'
    env = os.environ | {"ALLYCOACH_HOME": str(command.home)}
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, env=env, check=False, timeout=60)
    assert done.stdout.startswith("Everything of yours: ")
    assert done.stderr == ""


def test_the_full_screen_face_is_handed_what_is_kept(home: Path, saved: str) -> None:
    parts = full_screen_parts(None)
    (past,) = parts.sittings()
    assert (past.sitting, past.turns, past.over, past.person) == (saved, 1, False, "Amina")
    assert len(parts.events(saved)) == 4
    written = [parts.export_sitting(saved) for _ in range(2)]
    assert written == [home / "exports" / f"{saved}.md"] * 2
    assert written[0].read_text(encoding="utf-8").startswith("# Amina")
    log = parts.open_log(saved)
    log.close()
    assert parts.words_kept_in == home / "sittings"
    assert parts.load_library().scenario("library-amina")
    assert parts.clock().tzinfo is not None
