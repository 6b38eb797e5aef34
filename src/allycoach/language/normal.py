"""Text as typed, made ordinary for the parser: straight quotes, no invisible characters, chat spelling written out.

Every position of the ordinary text knows where it came from, so spans always speak of the text as typed.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_PIECE = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*|\s|.", re.DOTALL)
_STRAIGHT = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "…": "…",
        "–": "-",
        "—": "-",
    }
)
_SHOUTING = 0.7
"""Share of capitals from which a text is read as written in capitals rather than as names and initials."""


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` is ordinary; `starts[i]` and `ends[i]` are the offsets of its i-th character in `typed`."""

    typed: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in `typed` of `text[start:end]`; needs start < end."""
        return self.starts[start], self.ends[end - 1]


def normalise(typed: str, spellings: Mapping[str, str]) -> Normal:
    """Make any text ordinary. `spellings` maps chat spellings to the words meant, both lower case."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    shouted = _is_shouted(typed)
    for piece in _PIECE.finditer(typed):
        ordinary = _ordinary(piece.group(), spellings, shouted)
        chars.append(ordinary)
        if len(ordinary) == piece.end() - piece.start():
            starts.extend(range(piece.start(), piece.end()))
            ends.extend(range(piece.start() + 1, piece.end() + 1))
        else:
            starts.extend([piece.start()] * len(ordinary))
            ends.extend([piece.end()] * len(ordinary))
    return Normal(typed, "".join(chars), tuple(starts), tuple(ends))


def _ordinary(piece: str, spellings: Mapping[str, str], shouted: bool) -> str:
    straight = piece.translate(_STRAIGHT)
    if len(straight) == 1 and not straight.isalnum():
        return _ordinary_sign(straight)
    lower = straight.lower()
    meant = spellings.get(lower)
    if meant is not None:
        return meant.capitalize() if straight[0].isupper() and not shouted else meant
    return lower if shouted and len(lower) == len(straight) else straight


def _ordinary_sign(sign: str) -> str:
    if sign == "\n":
        return sign
    if sign.isspace():
        return " "
    category = unicodedata.category(sign)
    if category in ("Cf", "Cc", "Cs", "Mn", "Me"):
        return ""
    return " " if category in ("Co", "Cn") else sign


def _is_shouted(typed: str) -> bool:
    letters = [c for c in typed if c.isalpha()]
    return len(letters) > 8 and sum(c.isupper() for c in letters) > _SHOUTING * len(letters)
