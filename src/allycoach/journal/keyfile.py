"""The key of a data folder, itself sealed with a passphrase, in a small file and a copy of it.

A random key seals what is kept; a key made from the passphrase by scrypt (RFC 7914) seals only that key. So a new passphrase
rewrites this file and nothing else. What scrypt is asked for is kept here too: 128 MiB at each try by default, which is what
OWASP's cheat sheet on storing passwords asks for (N=2^17, r=8, p=1).
"""

import json
import os
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from allycoach.catalogue import _
from allycoach.errors import AllycoachError, PassphraseNeeded, WrongPassphrase

from .atomic import replace_file
from .place import KEY_FILES, settle
from .seal import sealed, unsealed

Doing = Literal["", "sealing", "opening"]
NAMES = KEY_FILES
_VERSION = 1
_ABOUT = (
    "The key of what is kept here, sealed with your passphrase. Keep this file with every copy you make of the folder."
)
_MOST_MEMORY = 2**30


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs scrypt: 128 * n * r bytes of memory, and time in proportion to n * r * p."""

    n: int = 2**17
    r: int = 8
    p: int = 1


USUAL = Cost()


@dataclass(frozen=True, slots=True)
class KeyFile:
    """`id` names the key, so that one process notices another's new one. `key` is sealed with the passphrase, `doing` with
    the key: what is under way with the files, which nobody can change who does not know the passphrase."""

    id: str
    cost: Cost
    salt: bytes
    key: bytes
    doing: bytes

    def opened(self, passphrase: str) -> bytes:
        """The key. Raises WrongPassphrase."""
        from .cipher import Cipher

        key = Cipher(_derived(passphrase, self.salt, self.cost)).opened(self.key, self._about)
        if key is None:
            raise WrongPassphrase(_("That is not the passphrase."), kept=_("Nothing was changed."))
        return key

    def with_passphrase(self, key: bytes, passphrase: str, cost: Cost) -> "KeyFile":
        """The same key under another passphrase."""
        from .cipher import Cipher

        again = replace(self, cost=cost, salt=os.urandom(16))
        return replace(again, key=Cipher(_derived(passphrase, again.salt, cost)).sealed(key, again._about))

    def under_way(self, key: bytes) -> Doing:
        """What was begun with the files and has not come to its end. Raises PassphraseNeeded when the file says it in no
        way it could have been written."""
        from .cipher import Cipher

        said = Cipher(key).opened(self.doing, self._about_doing)
        for doing in ("", "sealing", "opening"):
            if said == doing.encode():
                return doing
        raise _damaged(Path(NAMES[0]))

    def now(self, key: bytes, doing: Doing) -> "KeyFile":
        from .cipher import Cipher

        return replace(self, doing=Cipher(key).sealed(doing.encode(), self._about_doing))

    @property
    def _about(self) -> bytes:
        cost = self.cost
        return f"allycoach key 1\n{self.id}\n{cost.n} {cost.r} {cost.p}\n{self.salt.hex()}".encode()

    @property
    def _about_doing(self) -> bytes:
        return f"allycoach doing 1\n{self.id}".encode()


def made(key: bytes, passphrase: str, cost: Cost) -> KeyFile:
    """A file for a new key: the sealing of what is there has begun."""
    empty = KeyFile(os.urandom(8).hex(), cost, b"", b"", b"")
    return empty.with_passphrase(key, passphrase, cost).now(key, "sealing")


def load(home: Path) -> KeyFile | None:
    """The file, or its copy where it is damaged or gone; None without a passphrase. Raises PassphraseNeeded where neither
    can be read."""
    trouble: AllycoachError | None = None
    for name in NAMES:
        path = home / name
        try:
            return _parsed(path.read_bytes(), path)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            trouble = trouble or _unread(path, error)
        except AllycoachError as error:
            trouble = trouble or error
    if trouble is not None:
        raise trouble
    return None


def store(home: Path, file: KeyFile) -> None:
    """Writes the file, then its copy. Raises OSError."""
    cost = file.cost
    said = {
        "about": _ABOUT,
        "v": _VERSION,
        "id": file.id,
        "kdf": {"name": "scrypt", "n": cost.n, "r": cost.r, "p": cost.p, "salt": file.salt.hex()},
        "cipher": "AES-256-GCM",
        "key": file.key.hex(),
        "doing": file.doing.hex(),
    }
    data = sealed(json.dumps(said).encode("ascii")) + b"\n"
    for name in NAMES:
        if _read(home / name) != data:
            replace_file(home / name, data)
            settle(home)  # before anything is sealed with a key that only this file knows


def remove(home: Path) -> None:
    """Takes the file away, its copy first. Raises OSError."""
    for name in reversed(NAMES):
        (home / name).unlink(missing_ok=True)
    settle(home)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _parsed(data: bytes, path: Path) -> KeyFile:
    whole = unsealed(data)
    try:
        said = json.loads(whole or b"")
        if said["v"] > _VERSION:
            raise PassphraseNeeded(
                _("The passphrase of this folder was set by a newer allycoach."),
                kept=_("Nothing was changed."),
                mend=_("Bring allycoach up to date."),
            )
        kdf = said["kdf"]
        cost = Cost(int(kdf["n"]), int(kdf["r"]), int(kdf["p"]))
        if not _sensible(cost):
            raise ValueError("cost")
        fields = (bytes.fromhex(each) for each in (kdf["salt"], said["key"], said["doing"]))
        return KeyFile(str(said["id"]), cost, *fields)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged(path) from None


def _sensible(cost: Cost) -> bool:
    """A damaged file must not ask for more memory than there is."""
    power_of_two = cost.n > 1 and not cost.n & (cost.n - 1)
    return power_of_two and cost.r > 0 and 0 < cost.p <= 16 and 128 * cost.n * cost.r <= _MOST_MEMORY


def _derived(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # Keyboards differ in how they write an accented letter; NFC makes them one (RFC 8265).
    data = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=32, n=cost.n, r=cost.r, p=cost.p).derive(data)


def _damaged(path: Path) -> PassphraseNeeded:
    return PassphraseNeeded(
        _("{path}, which holds the key of what is sealed here, is damaged, and so is its copy.").format(path=path),
        kept=_("What is sealed was not touched."),
        mend=_("Put the file back from a copy of the folder."),
    )


def _unread(path: Path, error: OSError) -> PassphraseNeeded:
    from .disk import reason

    return PassphraseNeeded(
        _("{path} cannot be read: {reason}.").format(path=path, reason=reason(error)), kept=_("Nothing was changed.")
    )
