"""Whether words come from what the person said: the test that tells a reflection from a presumption."""

from collections.abc import Iterable

from allycoach.reading import Context

from .stems import stems_of
from .words import Word

ENOUGH = 0.5
"""Share of a clause's content words that must come from the person for it to count as theirs."""


def said_of(stems: frozenset[str], context: Context) -> frozenset[str]:
    """Those of the stems that are in anything the person said so far."""
    left = stems - stems_of(context.previous)
    for utterance in context.history:
        if not left:  # soon so: a reply has few stems, and a talk many lines
            break
        if utterance.speaker == "person":
            left -= stems_of(utterance.text)
    return stems - left


def content(words: Iterable[Word]) -> list[str]:
    """The stems of the words that carry content."""
    return [word.stem for word in words if word.stem]


def share(words: Iterable[Word], theirs: frozenset[str]) -> float:
    """The share of content words that are the person's; 0 where there is no content."""
    said = content(words)
    return sum(word in theirs for word in said) / len(said) if said else 0.0
