"""The trained component: for each kind, how much the words of a sentence speak for it, and which of them do."""

import zlib
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .facts import Facts
from .features import Group, around, features, groups
from .place import NOWHERE, Place
from .recent import Recent
from .sentence import Sentence

if TYPE_CHECKING:
    import numpy as np

FILE = Path(__file__).with_name("learned.msgpack")
"""Written by `python -m allycoach.language.training`."""

STORED = "float16"

KEPT = 2048
"""Scored sentences that are kept: while a reply is typed, only the changed one is scored anew."""


Rows = Mapping[str, Mapping[str, int]]
"""The row of each feature, by its sort and its key."""


@dataclass(frozen=True)
class Learned:
    """Weights by feature (rows) and kind (columns), added up over the different features of a sentence."""

    kinds: tuple[str, ...]
    rows: Rows
    weights: "np.ndarray[Any, Any]"
    bias: "np.ndarray[Any, Any]"

    @classmethod
    def of_names(
        cls, kinds: Sequence[str], names: Iterable[str], weights: "np.ndarray[Any, Any]", bias: "np.ndarray[Any, Any]"
    ) -> "Learned":
        """From the names of the features, in the order of the rows."""
        rows: dict[str, dict[str, int]] = {}
        for row, name in enumerate(names):
            sort, key = name.split(":", 1)
            rows.setdefault(sort, {})[key] = row
        return cls(tuple(kinds), rows, weights.astype("float32"), bias)

    @property
    def digest(self) -> str:
        """Changes whenever what is learned does."""
        return f"{zlib.crc32(self.weights.astype(STORED).tobytes()):08x}"

    def scores(self, sentence: Sentence, facts: Facts, place: Place = NOWHERE) -> dict[str, float]:
        """The log-odds of every kind, by its name."""
        return self.scores_with(self.within(sentence, facts), sentence, facts, place)

    def within(self, sentence: Sentence, facts: Facts) -> "np.ndarray[Any, Any]":
        """What a sentence itself adds to the log-odds, wherever it stands: the larger part by far of what there is to add up."""
        return self._summed(groups(sentence.words, facts))

    def scores_with(
        self, within: "np.ndarray[Any, Any]", sentence: Sentence, facts: Facts, place: Place
    ) -> dict[str, float]:
        """The log-odds of a sentence of which that part is known."""
        summed = within + self._summed(around(sentence.words, facts, place)) + self.bias
        return dict(zip(self.kinds, summed.tolist(), strict=True))

    def _summed(self, seen: Iterable[Group]) -> "np.ndarray[Any, Any]":
        found: set[int | None] = {None}
        for group in seen:
            rows = self.rows.get(group.sort)
            if rows is not None:
                found.update(map(rows.get, group.keys))
        found.remove(None)
        summed: np.ndarray[Any, Any] = self.weights[sorted(found)].sum(axis=0)  # type: ignore[type-var]
        return summed

    def row(self, name: str) -> int | None:
        sort, key = name.split(":", 1)
        return self.rows.get(sort, {}).get(key)

    def words_for(self, kind: str, sentence: Sentence, facts: Facts) -> tuple[int, int]:
        """The stretch of words (first, last exclusive) whose features speak most for a kind."""
        column = self.kinds.index(kind)
        speaks = [0.0] * len(sentence.words)
        for name, first, last in dict.fromkeys(features(sentence.words, facts)):
            row = self.row(name)
            if row is not None and first < last:
                share = float(self.weights[row, column]) / (last - first)
                for i in range(first, last):
                    speaks[i] += share
        return _heaviest(speaks)


def _heaviest(speaks: list[float]) -> tuple[int, int]:
    """The run with the largest sum (first, last exclusive); never empty."""
    best, at, begin, total = float("-inf"), (0, 1), 0, 0.0
    for i, weight in enumerate(speaks):
        if total <= 0:
            begin, total = i, 0.0
        total += weight
        if total > best:
            best, at = total, (begin, i + 1)
    return at


@lru_cache(maxsize=1)
def load_learned(path: Path = FILE) -> Learned | None:
    """The component that was trained last; None where there is none."""
    import numpy as np
    import srsly  # type: ignore[import-untyped]

    if not path.is_file():
        return None
    held = srsly.read_msgpack(path)
    kinds = tuple(held["kinds"])
    weights = np.frombuffer(held["weights"], dtype=STORED).reshape(-1, len(kinds))
    return Learned(kinds, held["rows"], weights.astype("float32"), np.asarray(held["bias"], dtype="float32"))


class Scores:
    """Scores of sentences, kept while they are likely to be asked for again."""

    def __init__(self, learned: Learned) -> None:
        self.learned = learned
        self._kept: Recent[Hashable, dict[str, float]] = Recent(KEPT)
        self._within: Recent[Hashable, np.ndarray[Any, Any]] = Recent(KEPT)

    def of(self, text: str, sentence: Sentence, facts: Facts, place: Place) -> dict[str, float]:
        """The scores of a sentence whose ordinary text is `text`."""
        stems = sentence.stems
        # Of the facts its features know no more than this.
        seen = (text, facts.theirs & stems, facts.previous & stems, facts.negative)
        key = (seen, facts.answers, facts.asked, facts.limited, place)
        return self._kept.get(key, lambda: self._scored(seen, sentence, facts, place))

    def _scored(self, seen: Hashable, sentence: Sentence, facts: Facts, place: Place) -> dict[str, float]:
        within = self._within.get(seen, lambda: self.learned.within(sentence, facts))
        return self.learned.scores_with(within, sentence, facts, place)
