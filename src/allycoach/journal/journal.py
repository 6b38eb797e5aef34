"""The sittings kept on this computer: one append-only log each, in a folder only their owner can read."""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import NotSaved, SittingUnreadable

from .disk import not_saved, reason
from .lock import Lock
from .names import find, is_sitting_id
from .place import FILE_MODE, FOLDER_MODE, KEY_FILES, SEALED_SUMMARIES, SITTINGS, make_private, settle, tighten
from .seal import PASSPHRASE
from .summary import Summary, summarise
from .vault import Vault

if TYPE_CHECKING:
    from allycoach.conversation.events import Event

    from .cipher import Cipher
    from .lines import Remembered
    from .log import Seal, SittingLog

# A list of sittings must not pay for pydantic, so what reads and writes events is imported when asked for.

_LIST = _("`allycoach sessions` lists them.")


class Journal:
    """Every sitting under `home`. Nothing is written until a sitting is created. Whatever reads or writes words raises
    PassphraseNeeded, or what the vault raises, where a passphrase is set and has not been said."""

    def __init__(self, home: Path, vault: Vault | None = None) -> None:
        self.folder = home / SITTINGS
        self.vault = vault or Vault(home)

    def path(self, sitting_id: str) -> Path:
        """The log's file. Raises SittingUnreadable when the text is no sitting id."""
        if not is_sitting_id(sitting_id):
            raise SittingUnreadable(_("That is not the name of a sitting."), mend=_LIST)
        return self.folder / f"{sitting_id}.jsonl"

    def create(self, sitting_id: str) -> "SittingLog":
        """A log for a new sitting, held by this window until it is closed; the file begins with its first
        event.

        Raises NotSaved when there is such a sitting already or nothing can be written.
        """
        from .log import SittingLog

        path = self.path(sitting_id)
        self.vault.for_new()  # whoever has to be asked is asked before anything is held
        lock = self._locked(path)
        try:
            cipher = self.vault.for_new()
        except BaseException:
            lock.release()
            raise
        if path.exists():
            lock.release()
            raise NotSaved(
                _("There is already a sitting called {sitting}.").format(sitting=sitting_id),
                kept=_("It was not changed."),
                mend=_("Try again."),
            )
        return SittingLog(path, lock, seal=_seal(cipher, sitting_id))

    def open(self, sitting_id: str) -> "SittingLog":
        """A log to go on with, held by this window until it is closed.

        A last line cut short by a crash is set aside into a `.torn` file beside the log; `notices` says so.
        Raises SittingUnreadable, or NotSaved when another window writes it or nothing can be written.
        """
        path = self.path(sitting_id)
        self._bytes(sitting_id)
        lock = self._locked(path)
        try:
            return self._mended(sitting_id, lock)
        except BaseException:
            lock.release()
            raise

    def events(self, sitting_id: str) -> "tuple[Event, ...]":
        """Every event that can be read, in order. Raises SittingUnreadable."""
        return self.remember(sitting_id).events

    def remember(self, sitting_id: str) -> "Remembered":
        """The events, and notices of what could not be read. Changes nothing. Raises SittingUnreadable."""
        from .lines import remember

        data, cipher = self._bytes(sitting_id), self.vault.cipher()
        try:
            return remember(_clear(cipher, sitting_id, data))
        except SittingUnreadable as error:
            if data.startswith(PASSPHRASE):
                raise self._sealed_otherwise(sitting_id) from None
            error.kept += " " + _("It is {path}.").format(path=self.path(sitting_id))
            raise

    def ids(self) -> tuple[str, ...]:
        """The ids of all sittings, newest first."""
        return tuple(self._newest_first())

    def logs(self) -> "dict[str, tuple[int, int]]":
        """Each log's id, with its size in bytes and the time of its last change in nanoseconds; newest first."""
        found: dict[str, tuple[int, int]] = {}
        with suppress(OSError), os.scandir(self.folder) as entries:  # a Path for each of 10,000 costs a second
            for entry in entries:
                sitting_id = entry.name.removesuffix(".jsonl")
                if sitting_id != entry.name and is_sitting_id(sitting_id):
                    with suppress(OSError):
                        state = entry.stat()
                        found[sitting_id] = (state.st_size, state.st_mtime_ns)
        return dict(sorted(found.items(), reverse=True))

    def _newest_first(self) -> Iterator[str]:
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 - names only: a Path for each of 10,000 costs a second
        except OSError:
            return iter(())
        stems = sorted((name.removesuffix(".jsonl") for name in names if name.endswith(".jsonl")), reverse=True)
        return filter(is_sitting_id, stems)

    def sittings(self) -> list[Summary]:
        """A summary of every sitting, newest first; one that cannot be opened is listed with its problem."""
        cipher = self.vault.cipher()
        if cipher is None or self.vault.doing:
            return [self._summary(sitting_id, cipher) for sitting_id in self.ids()]
        from .summaries import SealedSummaries

        kept = SealedSummaries(self.folder.parent / SEALED_SUMMARIES, cipher)
        return kept.of(self.logs().items(), lambda sitting_id: self._summary(sitting_id, cipher))

    def recent(self, count: int) -> list[Summary]:
        """A summary of the newest `count` sittings, newest first."""
        cipher = self.vault.cipher()
        return [self._summary(sitting_id, cipher) for sitting_id in islice(self._newest_first(), count)]

    def resolve(self, name: str) -> str:
        """The id meant by `last`, a whole id or the beginning of one.

        Raises SittingUnreadable, naming near ones.
        """
        return find(name, self.ids())

    def _locked(self, path: Path) -> Lock:
        lock = Lock(path.with_suffix(".lock"))
        try:
            make_private(self.folder)
            lock.take()
        except OSError as error:
            raise not_saved(path, error) from error
        with suppress(OSError):
            tighten(self.folder, FOLDER_MODE)
        return lock

    def _summary(self, sitting_id: str, cipher: "Cipher | None") -> Summary:
        try:
            data = self.path(sitting_id).read_bytes()
        except OSError as error:
            return Summary(sitting_id, at=None, problem=reason(error))
        found = summarise(sitting_id, _clear(cipher, sitting_id, data))
        if found.problem and data.startswith(PASSPHRASE):
            return Summary(sitting_id, at=None, problem=_("it is sealed with a passphrase that is not this folder's"))
        return found

    def _sealed_otherwise(self, sitting_id: str) -> SittingUnreadable:
        return SittingUnreadable(
            _(
                "The sitting {name} is sealed with a passphrase that is not this folder's, or it is damaged throughout."
            ).format(name=sitting_id),
            kept=_("The file is still there, unchanged."),
            mend=_("Is {file} missing from the folder? Put it back from a copy.").format(file=KEY_FILES[0]),
        )

    def _bytes(self, sitting_id: str) -> bytes:
        try:
            return self.path(sitting_id).read_bytes()
        except FileNotFoundError:
            raise SittingUnreadable(
                _("There is no saved sitting called {sitting}.").format(sitting=sitting_id), mend=_LIST
            ) from None
        except OSError as error:
            raise SittingUnreadable(
                _("The sitting {sitting} cannot be read: {reason}.").format(sitting=sitting_id, reason=reason(error))
            ) from error

    def _mended(self, sitting_id: str, lock: Lock) -> "SittingLog":
        from .log import SittingLog

        path, found = self.path(sitting_id), self.remember(sitting_id)
        try:
            tighten(path, FILE_MODE)
            cipher = self._sealed_as_new(sitting_id)
            data = path.read_bytes()
            if found.tail:
                _set_aside(path, data)
            elif not data.endswith(b"\n"):
                _finish_line(path)
            saved = path.read_bytes()
        except OSError as error:
            raise not_saved(path, error) from error
        clear = _clear(cipher, sitting_id, saved)
        seal = _seal(cipher, sitting_id) if clear != saved else None
        return SittingLog(path, lock, saved=saved, notices=found.notices, seal=seal, lines=clear.count(b"\n"))

    def _sealed_as_new(self, sitting_id: str) -> "Cipher | None":
        """The cipher; a log in the clear, brought from elsewhere, is sealed with it before anything is added. Raises OSError."""
        new = self.vault.for_new()
        if new is not None:
            from .atomic import replace_file

            path = self.path(sitting_id)
            data = path.read_bytes()
            sealed = new.sealed_log(sitting_id, data)
            if sealed != data:
                replace_file(path, sealed)
                settle(path.parent)
        return self.vault.cipher()


def _clear(cipher: "Cipher | None", sitting_id: str, data: bytes) -> bytes:
    return data if cipher is None else cipher.opened_log(sitting_id, data)


def _seal(cipher: "Cipher | None", sitting_id: str) -> "Seal | None":
    return partial(cipher.line, sitting_id) if cipher is not None else None


def _set_aside(path: Path, data: bytes) -> None:
    whole = data.rfind(b"\n") + 1
    # First the copy, then the cut: whatever happens between, no byte is lost.
    torn = path.with_suffix(".torn")
    handle = os.open(torn, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(data[whole:] + b"\n")
        file.flush()
        os.fsync(file.fileno())
    settle(path.parent)
    with path.open("r+b") as file:
        file.truncate(whole)
        os.fsync(file.fileno())


def _finish_line(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\n")
        file.flush()
        os.fsync(file.fileno())
