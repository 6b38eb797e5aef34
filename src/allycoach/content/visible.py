"""Text from files, made safe to print: nothing in it moves the cursor, changes colours or turns a line."""

import re
import unicodedata

_CROP = 60
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NOT_SHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """`text` with control characters shown as signs, on one line."""
    return "".join(map(_sign, text)) if not text.isprintable() else text


def quoted(text: str) -> str:
    """`text`, safe to print, in double quotes and cut when it is long."""
    short = text if len(text) <= _CROP else text[: _CROP - 1] + "…"
    return f'"{visible(short)}"'


def width(text: str) -> int:
    """How many terminal cells `text` takes."""
    return sum(map(_cells, text))


def first_control(text: str) -> int | None:
    """Where the first character is that a terminal might obey or that cannot be written at all, tabs and line ends
    aside."""
    found = _NOT_TEXT.search(text)
    return found.start() if found else None


def _sign(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if char in _TURNS or unicodedata.category(char) in _NOT_SHOWN:
        return f"<U+{code:04X}>"
    return char


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
