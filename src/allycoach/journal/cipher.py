"""Lines and files that only the holder of a key can read: AES-256-GCM, each line bound to its file and to its number in it.

A line says its number in the clear and is authenticated with it, so that a line that is damaged, gone, moved, or brought from
another file never makes the others unreadable, and is never taken for what was written.
"""

import os
from base64 import b64encode
from binascii import Error as NoBase64
from binascii import a2b_base64
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .seal import PASSPHRASE

_NONCE = 12
_LINE, _FILE = b"allycoach line 1\n", b"allycoach file 1\n"
_LOST, _NOT_OURS = b"?", b"? "
"""What stands for a line that is gone, and before one that was put in without the key: no log takes either for an event."""


class Cipher:
    """Encrypts and decrypts with one key of 32 bytes. `name` is what a file is known by: a sitting's id, for one.

    Nonces are random: good for some four thousand million lines under a key (NIST SP 800-38D, 8.3).
    """

    def __init__(self, key: bytes, *, random: Callable[[int], bytes] = os.urandom) -> None:
        self._aead = AESGCM(key)
        self._random = random

    def sealed(self, data: bytes, about: bytes) -> bytes:
        """Any bytes, authenticated together with what they are about."""
        nonce = self._random(_NONCE)
        return nonce + self._aead.encrypt(nonce, data, about)

    def opened(self, data: bytes, about: bytes) -> bytes | None:
        """What was sealed; None if it is not as it was, is about something else, or the key is another."""
        try:
            return self._aead.decrypt(data[:_NONCE], data[_NONCE:], about)
        except (InvalidTag, ValueError):
            return None

    def sealed_file(self, name: str, data: bytes) -> bytes:
        return self.sealed(data, _FILE + name.encode())

    def opened_file(self, name: str, data: bytes) -> bytes | None:
        return self.opened(data, _FILE + name.encode())

    def line(self, name: str, number: int, clear: bytes) -> bytes:
        """One line of a log without its end; `number` counts from 1."""
        return b"%s%d.%s" % (PASSPHRASE, number, b64encode(self.sealed(clear, _about(name, number))))

    def read(self, name: str, line: bytes) -> tuple[int, bytes] | None:
        """The number and the words of one line; None when it is damaged or not of this file."""
        if not line.startswith(PASSPHRASE):
            return None
        number, _, sealed = line[len(PASSPHRASE) :].partition(b".")
        if not (number.isdigit() and len(number) < 12):
            return None
        try:
            clear = self.opened(a2b_base64(sealed), _about(name, int(number)))
        except NoBase64:
            return None
        return None if clear is None else (int(number), clear)

    def sealed_log(self, name: str, data: bytes) -> bytes:
        """A log in the clear as one that is sealed, each line by itself, a last line cut short too. One in which any line is
        sealed with this key already stays as it is: what was put in without the key must not come to count."""
        if any(self.read(name, line) for line in data.split(b"\n")):
            return data
        return self.sealed_lines(name, data)

    def sealed_lines(self, name: str, data: bytes) -> bytes:
        """The same for a log that several programs add to: whatever is not sealed yet is."""
        return b"\n".join(
            line if not line or self.read(name, line) else self.line(name, number, line)
            for number, line in enumerate(data.split(b"\n"), 1)
        )

    def opened_log(self, name: str, data: bytes) -> bytes:
        """A log as it would be in the clear. Where nothing in it is sealed with this key it comes back as it is; what cannot
        be read in one that is sealed stays in its place as a damaged line."""
        lines = data.split(b"\n")
        found = [self.read(name, line) for line in lines]
        if not any(found):
            return data
        clear: list[bytes] = []
        last = 0
        for line, one in zip(lines, found, strict=True):
            if one is None or one[0] <= last:
                clear.append(line if line.startswith(PASSPHRASE) or not line else _NOT_OURS + line)
                continue
            last = one[0]
            clear.extend([_LOST] * (last - 1 - len(clear)))
            clear.append(one[1])
        return b"\n".join(clear)

    def opened_lines(self, name: str, data: bytes) -> bytes:
        """A log that several programs add to, so that its numbers may come twice and lines in the clear may stand among
        those that are sealed: each by itself, and the same line never twice."""
        seen = set[bytes]()
        clear = []
        for line in data.split(b"\n"):
            if line.startswith(PASSPHRASE) and line in seen:
                continue
            seen.add(line)
            one = self.read(name, line)
            clear.append(line if one is None else one[1])
        return b"\n".join(clear)


def _about(name: str, number: int) -> bytes:
    return b"%s%s\n%d" % (_LINE, name.encode(), number)
