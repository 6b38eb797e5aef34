"""Many phrases, and which of them may match in a sentence: told by its words, before any is tried."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from .notation import Pattern
from .words import Code

What = TypeVar("What")

_ANYTHING = ""
"""Stands for the first word of phrases that can begin with any."""

Near = Mapping[str, Sequence[tuple[Pattern, What]]]
"""Phrases that may match in one sentence, by the word they begin with."""


class Phrases(Generic[What]):
    """Phrases, each with what it stands for.

    Whether all that a phrase needs is among the words of a sentence is told of every phrase at once, in whole numbers of one bit
    a need: the first needs of all phrases, then the second ones, and so on. A word is the number of the needs that it meets.
    """

    def __init__(self, known: Iterable[tuple[Pattern, What]]) -> None:
        self._known = tuple(known)

    def near(self, code: Code) -> Near[What]:
        """Those that may match somewhere in a line; the others certainly do not."""
        words = _words_of(code)
        found: dict[str, list[tuple[Pattern, What]]] = defaultdict(list)
        for number in _bits(self._with_all_needs(words)):
            one = self._known[number]
            firsts = one[0].firsts
            for first in (_ANYTHING,) if firsts is None else firsts & words:
                found[first].append(one)
        return found

    def _with_all_needs(self, words: Iterable[str]) -> int:
        """The phrases, a bit for each, of which these words meet every need."""
        met = 0
        for mask in map(self._met_by.get, words):
            if mask is not None:
                met |= mask
        left = (1 << len(self._known)) - 1
        for place, without in enumerate(self._without):
            left &= (met >> place * len(self._known)) | without
        return left

    @cached_property
    def _met_by(self) -> dict[str, int]:
        """The needs that each word meets. Words of one list mostly meet the same, so each number is kept once."""
        met_by: dict[str, int] = defaultdict(int)
        for number, (pattern, _) in enumerate(self._known):
            for place, need in enumerate(pattern.needs):
                for word in need:
                    met_by[word] |= 1 << place * len(self._known) + number
        once: dict[int, int] = {}
        return {word: once.setdefault(mask, mask) for word, mask in met_by.items()}

    @cached_property
    def _without(self) -> list[int]:
        """The phrases that have no first need, no second, and so on."""
        most = max((len(pattern.needs) for pattern, _ in self._known), default=0)
        return [
            sum(1 << number for number, (pattern, _) in enumerate(self._known) if len(pattern.needs) <= place)
            for place in range(most)
        ]


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def at(near: Near[What], line: str, begin: int) -> Iterator[tuple[Pattern, What]]:
    """Of the phrases that are near, those that can begin with the word at a place of the line."""
    yield from near.get(line[begin : line.index("/", begin)], ())
    yield from near.get(_ANYTHING, ())


def _words_of(code: Code) -> frozenset[str]:
    """The words of a line in small letters, and their lemmas, each after a "~"."""
    parts = [code.line[begin:end].split("/", 2) for begin, end in pairwise((*code.begins, len(code.line)))]
    return frozenset([part[0] for part in parts] + [f"~{part[1]}" for part in parts])
