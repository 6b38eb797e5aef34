"""Deleting what is kept on this computer: one sitting with all that was made from it, the drills, or everything."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from allycoach.errors import NotSaved

from .disk import reason
from .journal import Journal
from .lock import Lock

INDEX = "index.sqlite3"
ROUNDS = "rounds.jsonl"
_EXPORTS = "exports"
_KEPT = ("content",)
"""What is not about anybody's practice, and is never deleted here: people, phrases and cards that somebody wrote."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is gone, and what is still there with the reason in plain English."""

    gone: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...] = ()


def of_sitting(home: Path, sitting_id: str) -> tuple[Path, ...]:
    """The files of one sitting: its log, what was set aside of it, and its exports. Raises SittingUnreadable for no id."""
    log = Journal(home).path(sitting_id)
    beside = sorted(path for path in _inside(log.parent) if path.name.startswith(f"{sitting_id}.") and path != log)
    made = sorted(path for path in _inside(home / _EXPORTS) if path.name.startswith(sitting_id))
    locks = Lock(log.with_suffix(".lock")).path
    return (*(path for path in (log, *beside) if path.exists() and path != locks), *made)


def of_drills(home: Path) -> tuple[Path, ...]:
    """The lines written in drills, and how the cards went."""
    return tuple(path for path in (home / ROUNDS,) if path.exists())


def of_everything(home: Path) -> tuple[Path, ...]:
    """Every file in the folder but the content that somebody wrote."""
    return tuple(sorted(path for top in _inside(home) if top.name not in _KEPT for path in _files(top)))


def forget_sitting(home: Path, sitting_id: str) -> Forgotten:
    """Deletes one sitting. Raises NotSaved while another window writes it; then nothing is deleted."""
    lock = Lock(Journal(home).path(sitting_id).with_suffix(".lock"))
    if lock.path.parent.exists():
        lock.take()
    try:
        done = delete(of_sitting(home, sitting_id))
        _forget_facts(home, sitting_id)
    finally:
        lock.release()
    return done


def forget_everything(home: Path) -> Forgotten:
    """Deletes all but the content that somebody wrote. Raises NotSaved, with nothing deleted, while a window is writing."""
    for path in _inside(home / "sittings"):
        if path.suffix == ".lock":
            holder = Lock(path).holder()
            if holder is not None and not holder.gone:
                raise NotSaved(
                    f"The sitting {path.stem} is open in another window.",
                    kept="Nothing was deleted.",
                    mend="Close that window, then try again.",
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


def _forget_facts(home: Path, sitting_id: str) -> None:
    """Without its log the index would drop it at the next look; until then it should not stay either."""
    path = home / INDEX
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=2.0)) as kept:
            kept.execute("pragma secure_delete = on")
            kept.execute("delete from facts where id = ?", (sitting_id,))
            kept.commit()
    except sqlite3.Error:
        path.unlink(missing_ok=True)  # it is only kept for speed


def _inside(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.iterdir()


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir() and not path.is_symlink():
        for each in _inside(path):
            yield from _files(each)
    else:
        yield path
