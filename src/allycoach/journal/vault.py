"""What is kept under `home` in the clear or sealed with a passphrase, and the key while somebody has said it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import PassphraseNeeded, WrongPassphrase

from .disk import not_changed
from .place import KEY_FILES, make_private

if TYPE_CHECKING:
    from .cipher import Cipher
    from .keyfile import Cost, Doing, KeyFile

# What has to do with keys is imported where it is used: without a passphrase nobody waits for it.


class Vault:
    """Whoever reads or writes words asks here for the cipher each time: another window may have set, changed or removed the
    passphrase meanwhile.

    `ask` is called when the passphrase is needed and has not been said; it calls `unlock` or raises. None where nobody can be
    asked at that moment, as on the full screen, which has asked before anything else.
    """

    def __init__(self, home: Path, *, ask: "Callable[[Vault], None] | None" = None) -> None:
        self.home = home
        self.ask = ask
        self._key: bytes | None = None
        self._id = ""
        self._cipher: Cipher | None = None

    @property
    def locked(self) -> bool:
        """Whether a passphrase is set. Asks for nothing."""
        return any((self.home / name).exists() for name in KEY_FILES)

    @property
    def waiting(self) -> bool:
        """Whether the passphrase would have to be said now. Raises PassphraseNeeded where its file cannot be read."""
        file = self._file()
        return file is not None and not self._fits(file)

    def cipher(self) -> "Cipher | None":
        """What opens what is sealed here; None without a passphrase. Raises PassphraseNeeded, or what `ask` raises."""
        file = self._file()
        if file is None:
            return None
        if not self._fits(file) and self.ask is not None:
            self.ask(self)
            file = self._file() or file
        if not self._fits(file):
            raise PassphraseNeeded(
                _("What is kept here is sealed with a passphrase that has not been said in this window."),
                kept=_("Nothing was changed."),
                mend=_("Leave, and start allycoach again: it asks for the passphrase."),
            )
        return self._cipher

    def for_new(self) -> "Cipher | None":
        """What new files are sealed with; None where they are to be in the clear. Raises as `cipher` does."""
        cipher = self.cipher()
        return None if cipher is None or self.doing == "opening" else cipher

    @property
    def doing(self) -> "Doing":
        """What was begun with the files and has not come to its end; "" as well where that is not known."""
        file = self._file()
        if file is None or self._key is None or not self._fits(file):
            return ""
        return file.under_way(self._key)

    def unlock(self, passphrase: str) -> None:
        """Opens what is sealed. Raises WrongPassphrase, or PassphraseNeeded where the file with the key is damaged."""
        file = self._file()
        if file is None:
            return
        key = file.opened(passphrase)
        file.under_way(key)
        self._hold(file, key)
        self._write(file, quietly=True)  # a copy that a killed program left behind, or a damaged file, is mended

    # For `passphrase.py`

    def begin(self, passphrase: str, cost: "Cost") -> None:
        """A new key under this passphrase, with everything still to be sealed. Raises NotSaved."""
        from .keyfile import made

        key = os.urandom(32)
        file = made(key, passphrase, cost)
        self._write(file)
        self._hold(file, key)

    def rewrap(self, passphrase: str, cost: "Cost") -> None:
        """The same key under another passphrase. Raises NotSaved."""
        file, key = self._known()
        self._write(file.with_passphrase(key, passphrase, cost))

    def now(self, doing: "Doing") -> None:
        """What is under way with the files from now on. Raises NotSaved."""
        file, key = self._known()
        self._write(file.now(key, doing))

    def without(self) -> None:
        """No passphrase any more. Raises NotSaved."""
        from .keyfile import remove

        try:
            remove(self.home)
        except OSError as error:
            raise not_changed(self.home / KEY_FILES[0], error) from error
        self._key = self._cipher = None
        self._id = ""

    def _file(self) -> "KeyFile | None":
        if not self.locked:
            return None
        from .keyfile import load

        return load(self.home)

    def _known(self) -> "tuple[KeyFile, bytes]":
        file = self._file()
        if file is None or self._key is None or not self._fits(file):
            raise WrongPassphrase(_("No passphrase has been said here."), kept=_("Nothing was changed."))
        return file, self._key

    def _fits(self, file: "KeyFile") -> bool:
        return self._cipher is not None and file.id == self._id

    def _hold(self, file: "KeyFile", key: bytes) -> None:
        from .cipher import Cipher

        self._key, self._id, self._cipher = key, file.id, Cipher(key)

    def _write(self, file: "KeyFile", *, quietly: bool = False) -> None:
        from .keyfile import store

        try:
            make_private(self.home)
            store(self.home, file)
        except OSError as error:
            if not quietly:
                raise not_changed(self.home / KEY_FILES[0], error) from error
