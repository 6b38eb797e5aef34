"""Setting, changing and removing the passphrase. What is kept is rewritten file by file, each in one step: killed at any
moment, every file is there whole, sealed or in the clear, and `finish` goes on where it stopped."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import NotSaved

from .atomic import is_left_over, replace_file
from .disk import reason
from .keyfile import USUAL, Cost
from .lock import Lock, lock_of
from .place import INDEX, PASSPHRASE_LOCK, ROUNDS, SEALED_INDEX, SEALED_SUMMARIES, SITTINGS, make_private, settle
from .vault import Vault

if TYPE_CHECKING:
    from .cipher import Cipher

Progress = Callable[[int, int], None]
"""Is told how many of how many files are done."""

_AROUND = ("", "-journal", "-wal", "-shm")
"""What SQLite puts beside a database."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """How many files were gone through, and which could not be rewritten, with the reason in plain English."""

    done: int
    left: tuple[tuple[Path, str], ...] = ()


def set_passphrase(vault: Vault, passphrase: str, *, cost: Cost = USUAL, progress: Progress | None = None) -> Rewritten:
    """Seals everything that is kept. Raises NotSaved where there is a passphrase already, a window is writing, or the key
    cannot be written; then nothing is changed."""
    with _alone(vault.home):
        _nobody_writes(vault.home)
        if vault.locked:
            raise NotSaved(
                _("There is a passphrase already."),
                kept=_("Nothing was changed."),
                mend=_("`allycoach passphrase change` takes another one."),
            )
        vault.begin(passphrase, cost)
        return _finish(vault, progress)


def change_passphrase(vault: Vault, passphrase: str, *, cost: Cost = USUAL) -> None:
    """Another passphrase for the same key; the vault has to be open. Raises NotSaved; then the one before still opens it."""
    with _alone(vault.home):
        vault.rewrap(passphrase, cost)


def remove_passphrase(vault: Vault, *, progress: Progress | None = None) -> Rewritten:
    """Puts everything in the clear again; the vault has to be open. Raises NotSaved; then it goes on at the next start."""
    with _alone(vault.home):
        _nobody_writes(vault.home)
        vault.now("opening")
        return _finish(vault, progress)


def finish(vault: Vault, *, progress: Progress | None = None) -> Rewritten:
    """Goes on with what was begun and not finished; the vault has to be open. Raises NotSaved."""
    if not vault.doing:
        return Rewritten(0)
    with _alone(vault.home):
        return _finish(vault, progress)


def files_with_words(home: Path) -> tuple[Path, ...]:
    """Every file that is sealed: all that lies among the sittings, and the rounds of drills and cards."""
    found = sorted(path for path in _inside(home / SITTINGS) if path.suffix != ".lock" and _is_file(path))
    return (*found, *sorted(path for path in _inside(home) if path.name.startswith(ROUNDS) and _is_file(path)))


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    lock = Lock(home / PASSPHRASE_LOCK, _("The passphrase is being changed in another allycoach window"))
    try:
        make_private(home)
        lock.take()
    except OSError as error:
        raise NotSaved(
            _("{path} cannot be written to: {reason}.").format(path=home, reason=reason(error)),
            kept=_("Nothing was changed."),
        ) from error
    try:
        yield
    finally:
        lock.release()


def _nobody_writes(home: Path) -> None:
    for path in _inside(home / SITTINGS):
        holder = Lock(path).holder() if path.suffix == ".lock" else None
        if holder is not None and not holder.gone:
            raise NotSaved(
                _("The sitting {name} is open in another window.").format(name=path.stem),
                kept=_("Nothing was changed."),
                mend=_("Close that window, then try again."),
            )


def _finish(vault: Vault, progress: Progress | None) -> Rewritten:
    cipher, doing = vault.cipher(), vault.doing
    if cipher is None or not doing:
        return Rewritten(0)
    home = vault.home
    left = [*_cleared(home, sealing=doing == "sealing")]
    files = files_with_words(home)
    for number, path in enumerate(files, 1):
        problem = _rewritten(path, cipher, sealing=doing == "sealing")
        if problem:
            left.append((path, problem))
        if progress is not None:
            progress(number, len(files))
    for folder in (home, home / SITTINGS):
        with suppress(OSError):
            settle(folder)
    if not left:
        vault.now("") if doing == "sealing" else vault.without()
    return Rewritten(len(files), tuple(left))


def _cleared(home: Path, *, sealing: bool) -> Iterator[tuple[Path, str]]:
    """Away with what is only kept for speed, and with what a killed program was just writing."""
    index = [home / f"{INDEX}{more}" for more in _AROUND] if sealing else [home / SEALED_INDEX, home / SEALED_SUMMARIES]
    halves = [path for folder in (home, home / SITTINGS) for path in _inside(folder) if is_left_over(path)]
    for path in (*index, *halves):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            yield path, reason(error)


def _rewritten(path: Path, cipher: "Cipher", *, sealing: bool) -> str:
    """Why one file could not be rewritten; "" when it is as it should be. A log is held while it is."""
    lock = Lock(lock_of(path)) if path.suffix == ".jsonl" and path.name != ROUNDS else None
    try:
        if lock is not None:
            lock.take()
        try:
            _rewrite(path, cipher, sealing=sealing)
        finally:
            if lock is not None:
                lock.release()
    except OSError as error:
        return reason(error)
    except NotSaved as error:
        return str(error)
    return ""


def _rewrite(path: Path, cipher: "Cipher", *, sealing: bool) -> None:
    name = known_as(path)
    several = path.suffix != ".jsonl" or path.name == ROUNDS
    if sealing:
        change = cipher.sealed_lines if several else cipher.sealed_log
    else:
        change = cipher.opened_lines if several else cipher.opened_log
    while True:
        before, data = path.stat(), path.read_bytes()
        changed = change(name, data)
        if changed == data:
            return
        after = path.stat()
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):  # nobody has added to it
            replace_file(path, changed)
            return


def known_as(path: Path) -> str:
    """What a file's lines are bound to: the sitting's id, also for what was set aside of it or copied beside it."""
    return path.name.split(".")[0]


def _inside(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.iterdir()


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not is_left_over(path)
