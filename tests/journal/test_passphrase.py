"""The passphrase over a whole folder: nothing readable without it, and all of it with it."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from allycoach.coaching.facts import Facts, facts_of
from allycoach.conversation.events import DraftKept
from allycoach.conversation.sitting import fold
from allycoach.errors import NotSaved, PassphraseNeeded, WrongPassphrase
from allycoach.journal import Journal, Summary, forgetting
from allycoach.journal.cipher import Cipher
from allycoach.journal.index import FactsIndex
from allycoach.journal.keyfile import NAMES
from allycoach.journal.passphrase import change_passphrase, finish, remove_passphrase, set_passphrase
from allycoach.journal.rounds import RoundsLog
from allycoach.journal.vault import Vault
from tests.journal.sealed_folder import ONE, QUICK, SAID, TWO, bytes_of, everything, facts, line_of, opened, words_left
from tests.stand_ins import EVENING


def already_known(name: str) -> Facts | None:
    raise AssertionError(f"{name} was worked out anew")


def test_there_are_words_to_be_sealed(home: Path) -> None:
    assert set(words_left(home)) == {
        f"sittings/{ONE}.jsonl", f"sittings/{TWO}.jsonl", f"sittings/{TWO}.torn", "rounds.jsonl"
    }  # fmt: skip


def test_no_word_is_left_anywhere_in_the_folder(home: Path) -> None:
    (home / "sittings" / f"{ONE}.jsonl.bak").write_bytes((home / "sittings" / f"{ONE}.jsonl").read_bytes())
    (home / "sittings" / f".{ONE}.jsonl.new").write_bytes(b"xylophone half writ")
    with closing(sqlite3.connect(home / "index.sqlite3")) as index:
        index.execute("pragma journal_mode = wal")
        index.execute("create table notes (words text)")
        index.execute("insert into notes values ('xylophone')")
        index.commit()
        shutil.copy(home / "index.sqlite3-wal", home / "wal")
    shutil.move(home / "wal", home / "index.sqlite3-wal")
    assert "index.sqlite3-wal" in words_left(home)
    assert set_passphrase(Vault(home), SAID, cost=QUICK).left == ()
    assert words_left(home) == {}
    vault = opened(home)
    with Journal(home, vault).open(ONE) as log:
        log.append(DraftKept(at=EVENING, text="marmalade and xylophone"))
    RoundsLog(home, vault).append(line_of("parsnip"))
    facts(Journal(home, vault))
    with Journal(home, vault).create("20261123-090000-new-0001") as log:
        log.append(DraftKept(at=EVENING, text="zeppelin"))
    assert words_left(home) == {}, "nor does what is written afterwards"
    assert not any(name.startswith("index.sqlite3") for name in bytes_of(home))
    assert (home / "content" / "mine.yaml").read_text(encoding="utf-8") == "id: mine\n"


def test_with_the_passphrase_everything_is_as_it_was(home: Path) -> None:
    before = everything(home)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    assert everything(home, opened(home)) == before
    assert everything(home, opened(home)) == before, "the second time from the index that was sealed"
    assert (home / "index.sealed").exists()


def test_set_and_removed_the_files_are_what_they_were_to_the_byte(home: Path) -> None:
    path = Journal(home).path(ONE)
    path.write_bytes(path.read_bytes().replace(b"xylophone", b"xyl0phone") + b"\n\nno json\n{half")
    before = {name: data for name, data in bytes_of(home).items() if "index" not in name}
    set_passphrase(Vault(home), SAID, cost=QUICK)
    assert bytes_of(home).keys() - set(NAMES) == before.keys()
    vault = opened(home)
    facts(Journal(home, vault))
    assert remove_passphrase(vault).left == ()
    assert bytes_of(home) == before
    assert not vault.locked


def test_without_the_passphrase_nothing_is_read_and_nothing_written(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    before, journal = bytes_of(home), Journal(home)
    ways: list[Callable[[], object]] = [
        lambda: journal.events(ONE), lambda: journal.open(ONE), lambda: journal.create("20261123-090000-new-0001"),
        journal.sittings, lambda: journal.recent(3), lambda: RoundsLog(home).rounds(),
        lambda: RoundsLog(home).append(line_of("x")), lambda: facts(journal),
    ]  # fmt: skip
    for way in ways:
        with pytest.raises(PassphraseNeeded) as caught:
            way()
        assert "passphrase" in str(caught.value)
    assert bytes_of(home) == before
    assert set(journal.ids()) == {ONE, TWO}, "what is there needs no passphrase"
    assert journal.resolve("last") == TWO


@pytest.mark.parametrize("typed", ["", "four odd words", SAID.upper(), f"{SAID} ", "x" * 5000, "\ud800", "\0"])
def test_a_wrong_passphrase_opens_nothing(home: Path, typed: str) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    before, vault = bytes_of(home), Vault(home)
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        vault.unlock(typed)
    assert vault.waiting
    assert bytes_of(home) == before


def test_keyboards_that_spell_a_letter_otherwise_say_the_same(home: Path) -> None:
    set_passphrase(Vault(home), "caf\u00e9 \U0001f469\u200d\U0001f467", cost=QUICK)
    opened(home, "cafe\u0301 \U0001f469\u200d\U0001f467")


def test_another_passphrase_seals_the_same_files(home: Path) -> None:
    before = everything(home)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    files = {name: data for name, data in bytes_of(home).items() if name not in NAMES}
    change_passphrase(opened(home), "another one", cost=QUICK)
    assert {name: data for name, data in bytes_of(home).items() if name not in NAMES} == files, "nothing is rewritten"
    assert everything(home, opened(home, "another one")) == before
    for name in NAMES:
        other = NAMES[1 - NAMES.index(name)]
        (home / other).rename(home / "away")
        with pytest.raises(WrongPassphrase):
            opened(home)
        (home / "away").rename(home / other)


def test_there_is_one_passphrase(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    before = bytes_of(home)
    with pytest.raises(NotSaved, match="already"):
        set_passphrase(Vault(home), "another", cost=QUICK)
    assert bytes_of(home) == before


# Windows


def test_a_sitting_in_another_window_stops_it_before_it_begins(home: Path) -> None:
    before = bytes_of(home)
    with Journal(home).open(ONE):
        with pytest.raises(NotSaved, match="open in another window"):
            set_passphrase(Vault(home), SAID, cost=QUICK)
        assert not Vault(home).locked
    assert bytes_of(home) == before


def test_a_sitting_opened_while_it_is_sealed_stays_as_it_is_until_the_next_start(home: Path) -> None:
    with Journal(home).open(TWO) as held:
        vault = Vault(home)
        vault.begin(SAID, QUICK)
        done = finish(vault)
        ((path, why),) = done.left
        assert path.name == f"{TWO}.jsonl"
        assert "open in another" in why
        held.append(DraftKept(at=EVENING, text="Still in the clear."))
    assert vault.doing == "sealing"
    assert finish(vault).left == ()
    last = Journal(home, vault).events(TWO)[-1]
    assert isinstance(last, DraftKept)
    assert last.text == "Still in the clear."
    assert words_left(home) == {}


def test_a_window_from_before_the_passphrase_writes_nothing_in_the_clear(home: Path) -> None:
    journal, log = Journal(home), RoundsLog(home)
    assert journal.sittings()
    set_passphrase(Vault(home), SAID, cost=QUICK)
    with pytest.raises(PassphraseNeeded):
        journal.create("20261123-090000-new-0001")
    with pytest.raises(PassphraseNeeded):
        log.append(line_of("x"))
    assert not list(home.rglob("*.lock"))


def test_a_window_with_the_key_of_before_asks_again(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    old = opened(home)
    remove_passphrase(opened(home))
    assert Journal(home, old).events(ONE), "in the clear, it needs none"
    set_passphrase(Vault(home), "another", cost=QUICK)
    assert old.waiting
    with pytest.raises(PassphraseNeeded):
        Journal(home, old).open(ONE)


def test_whoever_has_to_be_asked_is_asked_once(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    asked: list[Vault] = []

    def ask(vault: Vault) -> None:
        asked.append(vault)
        vault.unlock(SAID)

    vault = Vault(home, ask=ask)
    Journal(home, vault).ids()
    assert asked == []
    everything(home, vault)
    assert asked == [vault]


# Forgetting, and other systems


def test_one_sitting_is_forgotten_without_the_passphrase(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    facts(Journal(home, opened(home)))
    forgetting.forget_sitting(home, ONE)
    assert not (home / "index.sealed").exists(), "it cannot be opened, so it goes; it is only kept for speed"
    assert Journal(home).ids() == (TWO,)


def test_one_sitting_is_forgotten_by_an_index_that_is_open(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    vault = opened(home)
    facts(Journal(home, vault))
    forgetting.forget_sitting(home, ONE, vault)
    assert len(FactsIndex(Journal(home, vault)).facts(already_known)) == 1


def test_all_is_forgotten_with_the_key(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    forgetting.forget_everything(home)
    assert [path.name for path in home.iterdir()] == ["content"]
    assert not Vault(home).locked


def test_on_windows_no_folder_is_opened_to_be_synced(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(home)
    true_open = os.open

    def windows_open(path: object, flags: int, *rest: int) -> int:
        if Path(str(path)).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied")
        return true_open(str(path), flags, *rest)

    with monkeypatch.context() as windows:
        windows.setattr("allycoach.journal.place.os", Windows(windows_open))
        assert set_passphrase(Vault(home), SAID, cost=QUICK).left == ()
        vault = opened(home)
        change_passphrase(vault, "another", cost=QUICK)
        assert everything(home, vault) == before
        assert remove_passphrase(vault).left == ()
    assert everything(home) == before


class Windows:
    """`os` as it is there, as far as it matters."""

    name = "nt"

    def __init__(self, opening: Callable[..., int]) -> None:
        self.open = opening

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)


def test_the_index_is_written_when_a_tenth_is_new_and_at_the_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    journal = Journal(home, opened(home))
    monkeypatch.setattr("allycoach.journal.index.A_WHILE", 1)

    def leave(done: int, _of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FactsIndex(journal).facts(lambda name: facts_of(fold(journal.events(name)), None), progress=leave)
    assert len(FactsIndex(journal).facts(already_known)) == 2


def test_a_list_of_sealed_sittings_opens_only_those_that_changed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    journal, read = Journal(home, opened(home)), list[str]()
    first = journal.sittings()
    true = Journal._summary

    def noticed(self: Journal, name: str, cipher: Cipher | None) -> Summary:
        read.append(name)
        return true(self, name, cipher)

    monkeypatch.setattr(Journal, "_summary", noticed)
    assert journal.sittings() == first
    assert read == []
    with journal.open(ONE) as log:
        log.append(DraftKept(at=EVENING, text="On."))
    assert [one.id for one in journal.sittings()] == [one.id for one in first]
    assert read == [ONE]
    forgetting.forget_sitting(home, ONE)
    assert not (home / "summaries.sealed").exists()
    assert [one.id for one in journal.sittings()] == [TWO]


@pytest.mark.parametrize("damage", [b"", b"\0" * 99, None])
def test_a_damaged_list_costs_time_and_nothing_else(home: Path, damage: bytes | None) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    vault = opened(home)
    first = Journal(home, vault).sittings()
    cipher = vault.cipher()
    assert cipher is not None
    data = (
        damage if damage is not None else cipher.sealed_file("summaries.sealed", b'{"v":1,"logs":[["x",1,2,{"at":3}]]}')
    )
    (home / "summaries.sealed").write_bytes(data)
    assert Journal(home, vault).sittings() == first


def test_a_clock_that_jumps_back_changes_nothing_that_is_sealed(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    vault = opened(home)
    with Journal(home, vault).open(ONE) as log:
        log.append(DraftKept(at=EVENING - timedelta(days=400), text="Yesterday."))
    assert Journal(home, vault).remember(ONE).notices == ()
