"""Deleting what is kept on this computer: one sitting with all that was made from it, the drills, or everything."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from allycoach.catalogue import _
from allycoach.errors import NotSaved

from .disk import reason
from .journal import Journal
from .lock import Lock, lock_of
from .place import CONTENT, EXPORTS, PASSPHRASE_LOCK, ROUNDS, SITTINGS
from .vault import Vault

_KEPT = (CONTENT,)
"""What is not about anybody's practice, and is never deleted here: people, phrases and cards that somebody wrote."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is gone, and what is still there with the reason in plain English."""

    gone: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...] = ()


def of_sitting(home: Path, sitting_id: str) -> tuple[Path, ...]:
    """The files of one sitting: its log, what was set aside of it, and its exports. Raises SittingUnreadable for no id."""
    log = Journal(home).path(sitting_id)
    beside = sorted(path for path in _inside(log.parent) if path.name.lstrip(".").startswith(f"{sitting_id}."))
    made = sorted(path for path in _inside(home / EXPORTS) if path.name.startswith(sitting_id))
    return (*(path for path in beside if path != lock_of(log)), *made)


def of_drills(home: Path) -> tuple[Path, ...]:
    """The lines written in drills, and how the cards went."""
    return tuple(path for path in (home / ROUNDS,) if path.exists())


def of_everything(home: Path) -> tuple[Path, ...]:
    """Every file in the folder but the content that somebody wrote."""
    return tuple(sorted(path for top in _inside(home) if top.name not in _KEPT for path in _files(top)))


def exported(home: Path) -> tuple[Path, ...]:
    """Documents that were made of sittings; they are never sealed."""
    return tuple(sorted(_files(home / EXPORTS))) if (home / EXPORTS).exists() else ()


def forget_sitting(home: Path, sitting_id: str, vault: Vault | None = None) -> Forgotten:
    """Deletes one sitting; no passphrase is asked for. Raises NotSaved while another window writes it; then nothing is
    deleted."""
    from .index import forget

    lock = Lock(lock_of(Journal(home).path(sitting_id)))
    if lock.path.parent.exists():
        lock.take()
    try:
        done = delete(of_sitting(home, sitting_id))
        forget(home, sitting_id, vault or Vault(home))
    finally:
        lock.release()
    return done


def forget_everything(home: Path) -> Forgotten:
    """Deletes all but the content that somebody wrote. Raises NotSaved, with nothing deleted, while a window is writing."""
    for path in (*_inside(home / SITTINGS), home / PASSPHRASE_LOCK):
        if path.suffix == ".lock":
            holder = Lock(path).holder()
            if holder is not None and not holder.gone:
                raise NotSaved(
                    _("The sitting {sitting} is open in another window.").format(sitting=path.stem),
                    kept=_("Nothing was deleted."),
                    mend=_("Close that window, then try again."),
                )
    done = delete(of_everything(home))
    for folder in sorted((path for path in home.rglob("*") if path.is_dir()), reverse=True):
        if folder.relative_to(home).parts[0] not in _KEPT:
            with suppress(OSError):
                folder.rmdir()
    return done


def delete(paths: Iterable[Path]) -> Forgotten:
    """Deletes files one by one; what cannot be deleted is told with its reason."""
    gone, left = [], []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
            gone.append(path)
        except OSError as error:
            left.append((path, reason(error)))
    return Forgotten(tuple(gone), tuple(left))


def _inside(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.iterdir()


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir() and not path.is_symlink():
        for each in _inside(path):
            yield from _files(each)
    else:
        yield path
