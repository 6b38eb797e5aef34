"""Many phrases, and which of them may match in a sentence: told by its words, before any is tried."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from .notation import Need, Pattern
from .stems import LIGHT
from .words import Code

What = TypeVar("What")

_ANYTHING = ""
"""Stands for the first word of phrases that can begin with any."""

Near = Mapping[str, Sequence[tuple[Pattern, What]]]
"""Phrases that may match in one sentence, by the word they begin with."""


class Phrases(Generic[What]):
    """Phrases, each with what it stands for.

    A phrase is filed under the words of its rarest need, so that of a thousand phrases only those are looked at whose rarest
    word a sentence has. Words without content are the commonest; of others, those that most phrases have.
    """

    def __init__(self, known: Iterable[tuple[Pattern, What]]) -> None:
        self._known = tuple(known)

    def near(self, code: Code) -> Near[What]:
        """Those that may match somewhere in a line; the others certainly do not."""
        words = _words_of(code)
        found: dict[str, list[tuple[Pattern, What]]] = defaultdict(list)
        filed = self._filed
        numbers = set[int]().union(*[filed[word] for word in words if word in filed], filed.get(_ANYTHING, ()))
        for number in sorted(numbers):
            for need in self._needs[number][1:]:  # the rarest is why it is looked at
                if need.isdisjoint(words):
                    break
            else:
                one = self._known[number]
                firsts = one[0].firsts
                for first in (_ANYTHING,) if firsts is None else firsts & words:
                    found[first].append(one)
        return found

    @cached_property
    def _filed(self) -> dict[str, list[int]]:
        filed: dict[str, list[int]] = defaultdict(list)
        for number, needs in enumerate(self._needs):
            for word in needs[0] if needs and needs[0] else (_ANYTHING,):
                filed[word].append(number)
        return filed

    @cached_property
    def _needs(self) -> list[tuple[Need, ...]]:
        """What each phrase needs, the rarest first."""
        common = Counter(word for pattern, _ in self._known for need in pattern.needs for word in need)

        def rarity(need: Need) -> tuple[int, int]:
            return len(need & LIGHT), sum(common[word] for word in need)

        return [tuple(sorted(pattern.needs, key=rarity)) for pattern, _ in self._known]


def at(near: Near[What], line: str, begin: int) -> Iterator[tuple[Pattern, What]]:
    """Of the phrases that are near, those that can begin with the word at a place of the line."""
    yield from near.get(line[begin : line.index("/", begin)], ())
    yield from near.get(_ANYTHING, ())


def _words_of(code: Code) -> frozenset[str]:
    """The words of a line in small letters, and their lemmas, each after a "~"."""
    parts = [code.line[begin:end].split("/", 2) for begin, end in pairwise((*code.begins, len(code.line)))]
    return frozenset([part[0] for part in parts] + [f"~{part[1]}" for part in parts])
