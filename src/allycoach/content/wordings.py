"""Plain wordings found in text: `(a|b)` is one of these, `...` up to three words, `*` any ending of a word."""

import re
from collections.abc import Iterable
from functools import lru_cache

_PIECE = re.compile(r"\.\.\.|\*|[()|]|[^\s.*()|]+|\s+|\.")
_AS_REGEX = {"...": r"(?:[\w'’-]+\s+){0,3}?", "*": r"[\w'’-]*", "(": "(?:", ")": ")", "|": "|"}


@lru_cache(maxsize=64)
def _pattern(wordings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’-])(?:" + "|".join(map(_one, wordings)) + r")(?![\w])", re.IGNORECASE)


def _one(wording: str) -> str:
    regex = ""
    for piece in _PIECE.findall(wording):
        if piece in _AS_REGEX:
            regex += _AS_REGEX[piece]
        elif piece.isspace():
            regex += "" if regex.endswith(_AS_REGEX["..."]) else r"[\s-]+"
        else:
            regex += re.escape(piece).replace("'", "['’]").replace(r"\-", "[-‑ ]")
    return regex


def first_found(wordings: Iterable[str], text: str) -> str | None:
    """The first words in the text that one of the wordings fits, as they stand there; None if there are none.

    Neither case nor the shape of apostrophes matters, nor whether a space or a hyphen joins two words.
    """
    listed = tuple(wordings)
    found = _pattern(listed).search(text) if listed else None
    return found[0] if found else None
