import errno
import json
import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from allycoach.conversation.events import DraftKept, Event, ReplySent
from allycoach.errors import NotSaved, SittingUnreadable
from allycoach.journal import Journal, home
from allycoach.journal.lines import write
from allycoach.journal.place import make_private
from allycoach.journal.summary import summarise

ID = "20261121-203104-amina-7f3a"
posix = pytest.mark.skipif(os.name == "nt", reason="rights of files are another thing on Windows")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "home")


def save(journal: Journal, events: list[Event], sitting_id: str = ID) -> Path:
    with journal.create(sitting_id) as log:
        for event in events:
            log.append(event)
    return journal.path(sitting_id)


def test_home_is_named_or_the_systems_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path / "mine"))
    assert home() == tmp_path / "mine"
    assert not home().exists()
    monkeypatch.setenv("ALLYCOACH_HOME", " ")
    assert home().name == "allycoach"


def test_a_sitting_is_read_back_as_it_was(journal: Journal, talk: list[Event]) -> None:
    save(journal, talk)
    assert list(journal.events(ID)) == talk
    assert journal.ids() == (ID,)


@posix
def test_only_the_owner_can_read(journal: Journal, talk: list[Event]) -> None:
    mask = os.umask(0)
    try:
        path = save(journal, talk)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


@posix
def test_rights_that_were_too_wide_are_narrowed(journal: Journal, talk: list[Event]) -> None:
    path = save(journal, talk)
    path.chmod(0o644)
    path.parent.chmod(0o755)
    journal.open(ID).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@posix
def test_folders_above_are_made_private_too(tmp_path: Path) -> None:
    make_private(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


def test_every_append_is_synced_before_it_returns(journal: Journal, talk: list[Event]) -> None:
    log = journal.create(ID)
    synced: list[int] = []
    log._sync = lambda handle: synced.append(os.fstat(handle).st_size)
    log.append(talk[0])
    log.append(talk[1])
    assert synced == [len(write(talk[0])), len(write(talk[0]) + write(talk[1]))]


def test_a_torn_line_is_set_aside_and_the_sitting_goes_on(journal: Journal, talk: list[Event]) -> None:
    path = save(journal, talk[:3])
    torn = write(talk[3])[:40]
    path.write_bytes(path.read_bytes() + torn)
    assert list(journal.events(ID)) == talk[:3]
    assert path.read_bytes().endswith(torn), "only looking changes nothing"
    with journal.open(ID) as log:
        assert "cut short" in log.notices[0]
        log.append(talk[3])
    assert path.with_suffix(".torn").read_bytes() == torn + b"\n"
    assert journal.remember(ID).notices == ()
    assert list(journal.events(ID)) == talk[:4]
    assert journal.ids() == (ID,)


def test_a_last_line_without_its_end_is_finished(journal: Journal, talk: list[Event]) -> None:
    path = save(journal, talk[:3])
    path.write_bytes(path.read_bytes()[:-1])
    with journal.open(ID) as log:
        log.append(talk[3])
    assert list(journal.events(ID)) == talk[:4]
    assert not path.with_suffix(".torn").exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "can only be read"), (errno.EIO, "reports a fault")],
)
@pytest.mark.parametrize("written", [0, 7])
def test_a_failed_write_leaves_the_file_as_it_was(
    journal: Journal,
    talk: list[Event],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
    written: int,
) -> None:
    path = save(journal, talk[:2])
    log = journal.open(ID)
    before = path.read_bytes()
    true_write, calls = os.write, iter([written] if written else [])

    def failing(handle: int, data: bytes) -> int:
        part = next(calls, None)
        if part is None:
            raise OSError(number, os.strerror(number))
        return true_write(handle, data[:part])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", failing)
        with pytest.raises(NotSaved) as caught:
            log.append(talk[2])
    assert words in str(caught.value)
    assert "Your words are still here" in caught.value.kept
    assert "send again" in caught.value.mend
    assert path.read_bytes() == before
    log.append(talk[2])
    assert list(journal.events(ID)) == talk[:3]


def test_a_failed_sync_is_not_saved_twice(journal: Journal, talk: list[Event]) -> None:
    save(journal, talk[:2])
    log = journal.open(ID)

    def failing(_: int) -> None:
        raise OSError(errno.EIO, "fault")

    log._sync = failing
    with pytest.raises(NotSaved):
        log.append(talk[2])
    log._sync = os.fsync
    log.append(talk[2])
    assert list(journal.events(ID)) == talk[:3]


def test_a_write_that_could_not_even_be_undone_is_undone_later(
    journal: Journal, talk: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(journal, talk[:2])
    log = journal.open(ID)

    def fault(*_: object) -> None:
        raise OSError(errno.EIO, "fault")

    with monkeypatch.context() as patched:
        patched.setattr(os, "ftruncate", fault)
        log._sync = fault
        with pytest.raises(NotSaved):
            log.append(talk[2])
    assert path.read_bytes().endswith(write(talk[2]))
    log._sync = os.fsync
    log.append(talk[3])
    assert list(journal.remember(ID).events)[:2] == talk[:2]
    assert path.read_bytes() == b"".join(map(write, [*talk[:2], talk[3]]))


def test_a_first_write_that_fails_can_be_tried_again(
    journal: Journal, talk: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = journal.create(ID)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(NotSaved, match="disk is full"):
            log.append(talk[0])
    log.append(talk[0])
    assert list(journal.events(ID)) == talk[:1]


@pytest.mark.parametrize("emptied", [False, True])
def test_a_folder_that_vanishes_and_comes_back(journal: Journal, talk: list[Event], emptied: bool) -> None:
    path = save(journal, talk[:2])
    log = journal.open(ID)
    away = journal.folder.with_name("away")
    journal.folder.rename(away)
    with pytest.raises(NotSaved, match="not there any more"):
        log.append(talk[2])
    assert not journal.folder.exists(), "a drive that is away is not replaced by an empty folder"
    away.rename(journal.folder)
    if emptied:
        path.unlink()
    log.append(talk[2])
    assert list(journal.events(ID)) == talk[:3]


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(NotSaved, match="something else is where the folder should be"):
        Journal(tmp_path / "home").create(ID)
    assert Journal(tmp_path / "home").sittings() == []


def test_another_programs_change_is_not_overwritten(journal: Journal, talk: list[Event]) -> None:
    path = save(journal, talk[:2])
    log = journal.open(ID)
    path.write_bytes(path.read_bytes() + write(talk[2]))
    with pytest.raises(NotSaved, match="Another program has changed"):
        log.append(talk[3])
    assert list(journal.events(ID)) == talk[:3]


def test_threads_do_not_mix_lines(journal: Journal, talk: list[Event]) -> None:
    log = journal.create(ID)
    log.append(talk[0])
    drafts = [DraftKept(at=talk[0].at, text=str(n) * 500) for n in range(8)]
    threads = [threading.Thread(target=log.append, args=(draft,)) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = [event.text for event in journal.events(ID) if isinstance(event, DraftKept)]
    assert sorted(kept) == sorted(draft.text for draft in drafts)


def test_two_windows_do_not_write_one_sitting(journal: Journal, talk: list[Event]) -> None:
    save(journal, talk)
    first = journal.open(ID)
    with pytest.raises(NotSaved, match=rf"process {os.getpid()} on"):
        journal.open(ID)
    first.close()
    journal.open(ID).close()
    assert not list(journal.folder.glob("*.lock"))


def test_the_lock_of_a_crashed_window_is_taken_over(journal: Journal, talk: list[Event]) -> None:
    path = save(journal, talk)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    lock = path.with_suffix(".lock")
    lock.write_text(json.dumps({"pid": ended.pid, "host": socket.gethostname()}), encoding="utf-8")
    journal.open(ID).close()
    assert not lock.exists()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('{"pid": 1, "host": "elsewhere"}', "process 1 on elsewhere"),
        ("", "an unknown computer"),
        ("[]", "unknown"),
    ],
)
def test_a_lock_that_may_be_held_is_respected(journal: Journal, talk: list[Event], text: str, who: str) -> None:
    lock = save(journal, talk).with_suffix(".lock")
    lock.write_text(text, encoding="utf-8")
    with pytest.raises(NotSaved, match=who) as caught:
        journal.open(ID)
    assert str(lock) in caught.value.mend
    assert lock.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("links", [True, False])
def test_a_lock_is_never_there_without_its_holder(
    journal: Journal, talk: list[Event], monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """A program that is killed right after it has made the file must not keep the sitting for ever."""
    lock, seen = save(journal, talk).with_suffix(".lock"), list[str]()
    true_write = os.write

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def looked(handle: int, data: bytes) -> int:
        seen.append(lock.read_text(encoding="utf-8") if lock.exists() else "none yet")
        return true_write(handle, data)

    monkeypatch.setattr(os, "write", looked)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    with journal.open(ID):
        assert json.loads(lock.read_text(encoding="utf-8"))["pid"] == os.getpid()
        with pytest.raises(NotSaved, match=f"process {os.getpid()}"):
            journal.open(ID)
    assert seen[0] == "none yet"
    assert not list(journal.folder.glob(".*"))


def test_a_sitting_is_not_created_twice(journal: Journal, talk: list[Event]) -> None:
    save(journal, talk)
    with pytest.raises(NotSaved, match="already a sitting"):
        journal.create(ID)
    assert list(journal.events(ID)) == talk
    journal.open(ID).close()


@pytest.mark.parametrize("bad", ["../x", "a/b", "..", "", "x.torn", "a\0b"])
def test_a_name_never_leaves_the_folder(journal: Journal, bad: str) -> None:
    for use in (journal.create, journal.open, journal.events):
        with pytest.raises(SittingUnreadable, match="not the name of a sitting"):
            use(bad)
    assert not journal.folder.exists()


def test_an_unknown_sitting(journal: Journal) -> None:
    with pytest.raises(SittingUnreadable, match="no saved sitting called 2026"):
        journal.open("2026")
    assert not journal.folder.exists()


def test_damage_names_the_file(journal: Journal) -> None:
    journal.folder.mkdir(parents=True)
    journal.path(ID).write_bytes(b"x\n")
    with pytest.raises(SittingUnreadable) as caught:
        journal.open(ID)
    assert str(journal.path(ID)) in str(caught.value)
    assert journal.path(ID).read_bytes() == b"x\n"
    assert not list(journal.folder.glob("*.lock"))


def test_summaries(journal: Journal, talk: list[Event]) -> None:
    save(journal, talk)
    save(journal, talk[:5], "20261120-090000-amina-0001")
    (journal.folder / "20261119-090000-dev-0002.jsonl").write_bytes(b"\x00\n")
    (journal.folder / "20261118-090000-dev-0003.jsonl").mkdir()
    (journal.folder / "notes.txt").write_text("mine", encoding="utf-8")
    new, old, damaged, folder = journal.sittings()
    assert (new.id, new.turns, new.ended) == (ID, 3, True)
    assert (new.person, new.mode, new.scenario) == ("Amina", "coach", "library-amina")
    assert (new.at, new.last) == (talk[0].at, talk[-1].at)
    assert (old.turns, old.ended) == (2, False)
    assert damaged.problem == "the beginning of its file is damaged"
    assert folder.problem


def test_a_summary_counts_no_words_and_no_torn_line(talk: list[Event]) -> None:
    data = b"".join(map(write, talk[:4]))
    reply = next(event for event in talk if isinstance(event, ReplySent))
    assert b'type\\":\\"reply_sent' in write(reply), "the words look like an event on purpose"
    assert summarise(ID, data + write(talk[4])[:-5]).turns == 1


def test_a_summary_knows_a_changed_mode(talk: list[Event]) -> None:
    from allycoach.conversation.events import ModeChanged

    assert summarise(ID, b"".join(map(write, [*talk, ModeChanged(at=talk[0].at, mode="solo")]))).mode == "solo"


def test_a_list_of_sittings_imports_neither_pydantic_nor_the_faces() -> None:
    code = (
        "import sys, pathlib; from allycoach.journal import Journal;"
        "Journal(pathlib.Path('nowhere')).sittings();"
        "print([m for m in ('pydantic', 'textual', 'spacy', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
