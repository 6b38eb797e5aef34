"""Setting, changing and removing the passphrase, killed at every step and on a disk that fills."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from allycoach.errors import AllycoachError, WrongPassphrase
from allycoach.journal import Journal
from allycoach.journal.keyfile import NAMES
from allycoach.journal.passphrase import change_passphrase, finish, remove_passphrase, set_passphrase
from allycoach.journal.vault import Vault
from tests.failing_disk import Disk, KilledError, writing_to
from tests.journal.sealed_folder import QUICK, SAID, bytes_of, everything, opened, words_left


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
