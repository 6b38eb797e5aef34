"""A checksum at the end of each line of a log, so that a damaged line is known for one even where it is still JSON.

CRC-32 finds every accident of up to 32 bits in a row. It is no signature: whoever can write the file can seal it anew.
"""

import zlib

PASSPHRASE = b"sealed1."
"""How a line begins that is sealed with a passphrase as well (`cipher.py`): the version of that shape."""

_BEFORE = b',"sum":"'
_AFTER = b'"}'
_LENGTH = len(_BEFORE) + 8 + len(_AFTER)


def sealed(line: bytes) -> bytes:
    """A JSON object on one line, with the checksum of its bytes as its last key."""
    return line[:-1] + _BEFORE + _sum(line) + _AFTER


def unsealed(line: bytes) -> bytes | None:
    """The object that was sealed; None if it is not as it was. A line of a time before there were seals is taken as it is."""
    line = line.rstrip()
    seal = line[-_LENGTH:]
    if not (seal.startswith(_BEFORE) and seal.endswith(_AFTER)):
        return line
    whole = line[:-_LENGTH] + b"}"
    return whole if seal == _BEFORE + _sum(whole) + _AFTER else None


def _sum(line: bytes) -> bytes:
    return f"{zlib.crc32(line):08x}".encode("ascii")
