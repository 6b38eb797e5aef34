"""A text as words that know what stands around them, for telling names from words with a capital."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNING = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_ENDS_A_SENTENCE = frozenset(".!?…\n:•–—*>")
_OPENS = frozenset(" \t\"'“‘(-[")


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its 's. `gap` is what stands between it and the word before."""

    text: str
    start: int
    end: int
    gap: str
    first: bool
    owning: bool

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        return any(part[:1].isupper() for part in self.text.split("-"))

    @property
    def follows_closely(self) -> bool:
        """Whether only a space, or an initial with its stop, stands between it and the word before."""
        return self.gap == " " or (re.fullmatch(r"\. ?", self.gap) is not None and not self.first)


def words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        core = _OWNING.sub("", match[0])
        gap = text[before : match.start()]
        end = match.start() + len(core)
        found.append(Word(core, match.start(), end, gap, _begins_sentence(gap, found), core != match[0]))
        before = match.end()
    return tuple(found)


def _begins_sentence(gap: str, before: Sequence[Word]) -> bool:
    if not before:
        return True
    marks = gap.strip("".join(_OPENS))
    last = before[-1]
    initial = (len(last.text) == 1 and last.capital and last.text != "I") or last.lower in (
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "prof",
        "rev",
    )
    return any(mark in _ENDS_A_SENTENCE for mark in marks) and not (initial and marks == ".")
