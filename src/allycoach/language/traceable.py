"""Whether words come from what the person said: the test that tells a reflection from a presumption."""

import re
from collections.abc import Iterable
from functools import lru_cache

from allycoach.reading import Context

from .stems import stems_of
from .words import Word

ENOUGH = 0.5
"""Share of a clause's content words that must come from the person for it to count as theirs."""

SOME = 0.3
"""The share where something else tells too that the clause gives back."""


def said_of(stems: frozenset[str], context: Context) -> frozenset[str]:
    """Those of the stems that are in anything the person said so far."""
    left = stems - stems_of(context.previous)
    for utterance in context.history:
        if not left:  # soon so: a reply has few stems, and a talk many lines
            break
        if utterance.speaker == "person":
            left -= stems_of(utterance.text)
    return stems - left


_DENYING = re.compile(r"\b(?:not|never|no|cannot|nor|aint|isnt|dont|cant|wasnt|didnt|\w+n't)\b((?:\s+[\w']+){1,4})")


_NOT_DOING = re.compile(
    r"(?:^|\b(?:i|we)\s+)(?:(?:just|really|still|honestly|also|even)\s+)*(?:don't|dont|do not|never)\s+"
    r"(?:(?:really|actually|ever|even|usually)\s+)*"
    r"(?!\w+ed\b|(?:want|know|think|like|have|need|feel|mean|care|mind|suppose|reckon|remember|dare|get|had|got|been|was)\b)"
    r"((?:[\w']+\s*){1,6})"
)
"""Habits alone: after "I haven't rung them" a "Why don't you ring them?" still pushes."""


@lru_cache(maxsize=4096)
def undone_in(line: str) -> frozenset[str]:
    """The stems of what somebody says they do not do: the six words after "I don't" or "I never"."""
    after = _NOT_DOING.findall(line.lower().replace("’", "'"))
    return frozenset().union(*map(stems_of, after))


@lru_cache(maxsize=4096)
def denied_in(line: str) -> frozenset[str]:
    """The stems that stand within four words after a "not": what somebody says they are not, do not or cannot."""
    after = _DENYING.findall(line.lower().replace("’", "'"))
    return frozenset().union(*map(stems_of, after))


def content(words: Iterable[Word]) -> list[str]:
    """The stems of the words that carry content."""
    return [word.stem for word in words if word.stem]


def share(words: Iterable[Word], theirs: frozenset[str]) -> float:
    """The share of content words that are the person's; 0 where there is no content."""
    said = content(words)
    return sum(word in theirs for word in said) / len(said) if said else 0.0
