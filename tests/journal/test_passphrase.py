"""The passphrase over a whole folder: nothing readable without it, nothing lost with it, wherever the program is killed."""

import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from allycoach.coaching.facts import Facts, facts_of
from allycoach.coaching.rounds import DrillLine
from allycoach.conversation.events import DraftKept, Event, Intended, ReplySent
from allycoach.conversation.sitting import fold
from allycoach.errors import AllycoachError, NotSaved, PassphraseNeeded, SittingUnreadable, WrongPassphrase
from allycoach.journal import Journal, Summary, forgetting, keyfile
from allycoach.journal.index import FactsIndex
from allycoach.journal.keyfile import NAMES, Cost
from allycoach.journal.passphrase import change_passphrase, finish, remove_passphrase, set_passphrase
from allycoach.journal.rounds import RoundsLog
from allycoach.journal.vault import Vault
from tests.failing_disk import Disk, KilledError, writing_to
from tests.stand_ins import EVENING

SAID = "four odd words here"
QUICK = Cost(n=2**10)
ONE, TWO = "20261121-203104-amina-7f3a", "20261122-090000-dee-0001"
WORDS = (b"xylophone", b"marmalade", b"trombone", b"zeppelin", b"parsnip")
"""In a reply, in an unsent draft, in a plan, in a drill, and in a line that was cut short."""


@pytest.fixture
def home(tmp_path: Path, talk: list[Event]) -> Path:
    """Two sittings with a draft and a plan, a line set aside, a drill, and the index of it all."""
    reply = next(event for event in talk if isinstance(event, ReplySent))
    said = reply.model_copy(update={"text": "The xylophone, then?"})
    planned = Intended(at=EVENING, notice="the marmalade again", then="ask about the trombone")
    own = tmp_path / "home"
    for name in (ONE, TWO):
        with Journal(own).create(name) as log:
            for event in (talk[0], talk[1], said, talk[3], DraftKept(at=EVENING, text="A zeppelin?"), planned):
                log.append(event)
    path = Journal(own).path(TWO)
    path.write_bytes(path.read_bytes() + b'{"v":1,"type":"draft_kept","text":"parsnip half a li')
    Journal(own).open(TWO).close()
    assert path.with_suffix(".torn").exists()
    RoundsLog(own).append(line_of("My parsnip."))
    facts(Journal(own))
    (own / "content").mkdir()
    (own / "content" / "mine.yaml").write_text("id: mine\n", encoding="utf-8")
    return own


def line_of(text: str) -> DrillLine:
    return DrillLine(at=EVENING, drill="d", level=1, item="a", text=text, said="s", met=True)


def facts(journal: Journal) -> tuple[Facts, ...]:
    return FactsIndex(journal).facts(lambda name: facts_of(fold(journal.events(name)), None))


def opened(home: Path, passphrase: str = SAID) -> Vault:
    vault = Vault(home)
    vault.unlock(passphrase)
    return vault


def everything(home: Path, vault: Vault | None = None) -> tuple[object, ...]:
    """All that can be read back, by every way there is to read it."""
    journal = Journal(home, vault)
    summaries = [vars_of(one) for one in journal.sittings()]
    return (
        [journal.events(name) for name in journal.ids()],
        summaries,
        RoundsLog(home, vault).rounds(),
        facts(journal),
    )


def vars_of(one: Summary) -> tuple[object, ...]:
    return (one.id, one.at, one.last, one.turns, one.ended, one.intends, one.problem, one.title)


def bytes_of(home: Path) -> dict[str, bytes]:
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def words_left(home: Path) -> dict[str, list[bytes]]:
    found = {name: [word for word in WORDS if word in data] for name, data in bytes_of(home).items()}
    return {name: words for name, words in found.items() if words}


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


# Killed


def keep_going(home: Path, passphrases: tuple[str, ...]) -> Vault:
    """The next start after a kill: locks of the dead are gone, whichever passphrase opens, and the rest is finished."""
    for lock in home.rglob("*.lock"):
        lock.unlink()  # the process they name is this one, which lives
    vault = Vault(home)
    for each in passphrases:
        with suppress(WrongPassphrase):
            vault.unlock(each)
            break
    assert finish(vault).left == ()
    return vault


def at_every_step(home: Path, act: Callable[[Path], object]) -> Iterator[tuple[Path, Disk]]:
    """The folder as it is when the program is killed at the first step, at the second, and so on to the last."""
    step = 0
    while True:
        step += 1
        copy = home.with_name(f"killed-{step}")
        shutil.copytree(home, copy)
        with writing_to(Disk(step)) as disk, suppress(KilledError):
            act(copy)
        if not disk.happened:
            assert step > 10
            return
        yield copy, disk
        shutil.rmtree(copy)


def test_killed_at_every_step_of_setting_it(home: Path) -> None:
    before = everything(home)
    kept = bytes_of(home)
    for copy, _ in at_every_step(home, lambda own: set_passphrase(Vault(own), SAID, cost=QUICK)):
        journal = Journal(copy, opened(copy))
        assert [journal.events(name) for name in journal.ids()] == before[0], "half sealed, it opens all the same"
        vault = keep_going(copy, (SAID,))
        assert everything(copy, vault) == before
        if vault.locked:
            assert words_left(copy) == {}
            assert not vault.doing
        else:
            assert {name for name, data in kept.items() if bytes_of(copy).get(name) != data} == set(), "not even begun"


def test_killed_at_every_step_of_removing_it(home: Path) -> None:
    before = everything(home)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    for copy, _ in at_every_step(home, lambda own: remove_passphrase(opened(own))):
        journal = Journal(copy, opened(copy))
        assert [journal.events(name) for name in journal.ids()] == before[0]
        assert everything(copy, keep_going(copy, (SAID,))) == before


def test_killed_at_every_step_of_changing_it(home: Path) -> None:
    before = everything(home)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    for copy, _ in at_every_step(home, lambda own: change_passphrase(opened(own), "another", cost=QUICK)):
        assert everything(copy, keep_going(copy, ("another", SAID))) == before
        assert (copy / NAMES[0]).read_bytes() == (copy / NAMES[1]).read_bytes(), "the copy has caught up"


def test_a_program_that_is_killed_again_and_again_gets_there(home: Path) -> None:
    before = everything(home)
    with writing_to(Disk(14)), suppress(KilledError):
        set_passphrase(Vault(home), SAID, cost=QUICK)
    for start in range(40):
        for lock in home.rglob("*.lock"):
            lock.unlink()
        vault = opened(home)
        if not vault.doing:
            break
        with writing_to(Disk(5 + start)), suppress(KilledError):
            finish(vault)
    assert not vault.doing
    assert words_left(home) == {}
    assert everything(home, vault) == before


def test_a_disk_that_fills_at_every_step_loses_nothing_and_says_so(home: Path) -> None:
    before = everything(home)
    for lasting in (False, True):
        step, failing = 0, True
        while failing:
            step += 1
            copy = home.with_name("full")
            shutil.copytree(home, copy)
            full = OSError(errno.ENOSPC, "No space left on device")
            said = ""
            with writing_to(Disk(step, full, lasting=lasting)) as disk:
                try:
                    said = "; ".join(why for _, why in set_passphrase(Vault(copy), SAID, cost=QUICK).left)
                except AllycoachError as error:
                    said = str(error)
            failing = disk.happened
            vault = Vault(copy)
            with suppress(WrongPassphrase):
                vault.unlock(SAID)
            assert everything(copy, vault) == before
            if vault.doing:
                assert "disk is full" in said
            vault = keep_going(copy, (SAID,))
            assert not vault.locked or words_left(copy) == {}
            shutil.rmtree(copy)


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


# Damage, and files from elsewhere


def test_a_damaged_line_is_named_and_the_rest_is_read(home: Path) -> None:
    before = Journal(home).events(ONE)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    path = Journal(home).path(ONE)
    lines = path.read_bytes().split(b"\n")
    lines[4] = lines[4][:-9] + b"AAAAAAAA="
    path.write_bytes(b"\n".join(lines))
    vault = opened(home)
    found = Journal(home, vault).remember(ONE)
    assert found.notices == ("Line 5 of the file is damaged and was left out; the rest is here.",)
    assert found.events == (*before[:4], *before[5:])
    with Journal(home, vault).open(ONE) as log:
        log.append(DraftKept(at=EVENING, text="And on."))
    assert Journal(home, vault).events(ONE)[:-1] == found.events
    assert len(Journal(home, vault).remember(ONE).notices) == 1


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_torn_line_is_set_aside_and_the_sitting_goes_on(home: Path, cut: int) -> None:
    before = Journal(home).events(ONE)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    vault, path = opened(home), Journal(home).path(ONE)
    path.write_bytes(path.read_bytes()[: -1 - cut])
    with Journal(home, vault).open(ONE) as log:
        assert "cut short" in log.notices[0]
        log.append(before[-1])
    assert Journal(home, vault).events(ONE) == before
    assert path.with_suffix(".torn").exists()


def test_a_last_line_without_its_end_is_finished(home: Path) -> None:
    before = Journal(home).events(ONE)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    vault, path = opened(home), Journal(home).path(ONE)
    path.write_bytes(path.read_bytes()[:-1])
    with Journal(home, vault).open(ONE) as log:
        log.append(DraftKept(at=EVENING, text="On."))
    assert Journal(home, vault).events(ONE)[:-1] == before


def test_a_sitting_brought_in_the_clear_opens_and_is_sealed_before_it_goes_on(home: Path) -> None:
    brought = Journal(home).path(ONE).read_bytes()
    set_passphrase(Vault(home), SAID, cost=QUICK)
    vault = opened(home)
    journal = Journal(home, vault)
    journal.path(ONE).write_bytes(brought)
    assert journal.events(ONE)
    with journal.open(ONE) as log:
        log.append(DraftKept(at=EVENING, text="marmalade"))
    assert words_left(home) == {}
    last = journal.events(ONE)[-1]
    assert isinstance(last, DraftKept)


def test_a_sitting_under_another_sittings_name_is_not_taken_for_it(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    journal = Journal(home, opened(home))
    shutil.copy(journal.path(ONE), journal.path(TWO))
    with pytest.raises(SittingUnreadable, match="not this folder's"):
        journal.events(TWO)
    assert next(one for one in journal.sittings() if one.id == TWO).problem


def test_a_folder_whose_key_is_gone_says_which_file_to_bring_back(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    for name in NAMES:
        (home / name).unlink()
    with pytest.raises(SittingUnreadable, match=r"passphrase\.json"):
        Journal(home).open(ONE)
    assert "sealed" in Journal(home).sittings()[0].problem


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff" * 600, b'{"v":1,"id":"x"}', None])
def test_one_damaged_key_file_is_made_good_from_the_other(home: Path, name: str, damage: bytes | None) -> None:
    before = everything(home)
    set_passphrase(Vault(home), SAID, cost=QUICK)
    good = (home / name).read_bytes()
    if damage is None:
        (home / name).unlink()
    else:
        (home / name).write_bytes(damage)
    assert everything(home, opened(home)) == before
    assert (home / name).read_bytes() == good


def test_no_damaged_byte_of_the_key_file_is_taken_for_a_wrong_passphrase(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    good = (home / NAMES[0]).read_bytes()
    (home / NAMES[1]).unlink()
    for at in range(0, len(good) - 1, 7):
        broken = bytearray(good)
        broken[at] ^= 1
        (home / NAMES[0]).write_bytes(broken)
        with pytest.raises(PassphraseNeeded, match="damaged"):
            opened(home)


def rewritten(home: Path, **changes: object) -> None:
    """Both key files with these changes, sealed anew as only somebody on purpose could."""
    from allycoach.journal.seal import sealed

    said = json.loads((home / NAMES[0]).read_bytes()) | changes
    del said["sum"]
    for name in NAMES:
        (home / name).write_bytes(sealed(json.dumps(said).encode()) + b"\n")


def test_the_file_of_a_newer_allycoach_is_left_alone(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    rewritten(home, v=2)
    before = bytes_of(home)
    with pytest.raises(PassphraseNeeded, match="newer allycoach"):
        opened(home)
    assert bytes_of(home) == before


@pytest.mark.parametrize(
    ("n", "r", "p"), [(2**40, 8, 1), (2**17, 2**20, 1), (2**17, 8, 10**6), (1000, 8, 1), (0, 8, 1)]
)
def test_a_key_file_cannot_ask_for_all_memory(home: Path, n: int, r: int, p: int) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    kdf = json.loads((home / NAMES[0]).read_bytes())["kdf"]
    rewritten(home, kdf=kdf | {"n": n, "r": r, "p": p})
    with pytest.raises(PassphraseNeeded, match="damaged"):
        opened(home)


def test_nobody_without_the_passphrase_can_have_the_folder_opened_at_the_next_start(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    before = json.loads((home / NAMES[0]).read_bytes())["doing"]
    rewritten(home, doing=before[:-2] + ("00" if before[-2:] != "00" else "01"))
    with pytest.raises(PassphraseNeeded):
        opened(home)
    assert words_left(home) == {}


def test_the_usual_cost_is_what_the_page_says() -> None:
    page = (Path(__file__).parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
    assert Cost(n=2**17, r=8, p=1) == keyfile.USUAL
    assert "N = 2^17, r = 8, p = 1" in page


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
    asked: list[str] = []
    assert len(FactsIndex(Journal(home, vault)).facts(lambda name: asked.append(name))) == 1
    assert asked == []


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
    asked: list[str] = []
    FactsIndex(journal).facts(lambda name: asked.append(name))
    assert asked == []


def test_a_clock_that_jumps_back_changes_nothing_that_is_sealed(home: Path) -> None:
    set_passphrase(Vault(home), SAID, cost=QUICK)
    vault = opened(home)
    with Journal(home, vault).open(ONE) as log:
        log.append(DraftKept(at=EVENING - timedelta(days=400), text="Yesterday."))
    assert Journal(home, vault).remember(ONE).notices == ()
