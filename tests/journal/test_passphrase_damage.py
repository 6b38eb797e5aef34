"""A sealed folder with damage in it, and with files from elsewhere."""

import json
import shutil
from pathlib import Path

import pytest

from allycoach.conversation.events import DraftKept
from allycoach.errors import PassphraseNeeded, SittingUnreadable
from allycoach.journal import Journal, keyfile
from allycoach.journal.keyfile import NAMES, Cost
from allycoach.journal.passphrase import set_passphrase
from allycoach.journal.vault import Vault
from tests.journal.sealed_folder import ONE, QUICK, SAID, TWO, bytes_of, everything, opened, words_left
from tests.stand_ins import EVENING


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
