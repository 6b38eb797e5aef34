"""Whether words come from what the person said: the test that tells a reflection from a presumption."""

from collections.abc import Iterable
from functools import lru_cache

from allycoach.reading import Context

from .stems import stems_of
from .words import Word

ENOUGH = 0.5
"""Share of a clause's content words that must come from the person for it to count as theirs."""


@lru_cache(maxsize=64)
def person_stems(context: Context) -> frozenset[str]:
    """Everything the person said so far, as stems."""
    lines = [utterance.text for utterance in context.history if utterance.speaker == "person"]
    return frozenset().union(*(stems_of(line) for line in (*lines, context.previous)))


def content(words: Iterable[Word]) -> list[str]:
    """The stems of the words that carry content."""
    return [word.stem for word in words if word.stem]


def share(words: Iterable[Word], theirs: frozenset[str]) -> float:
    """The share of content words that are the person's; 0 where there is no content."""
    said = content(words)
    return sum(word in theirs for word in said) / len(said) if said else 0.0
