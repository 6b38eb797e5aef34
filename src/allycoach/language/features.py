"""What a sentence looks like to the trained component: its words with their places, most names of things left out.

Nouns and names are only their kind, so that what is learned is how a thing is said and not what the talk is about; a word
that the person used first is marked as theirs.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .words import Word

Feature = tuple[str, int, int]
"""A name, and the words from `first` to `last` (exclusive) that it is about; both are 0 for the sentence as a whole."""

_NAMED_BY_KIND = frozenset(("NOUN", "PROPN", "NUM", "SYM", "X"))
_NAMED_BY_LEMMA = frozenset(("VERB", "ADJ"))
_TAGGED = frozenset(("VERB", "AUX", "NOUN", "ADJ"))
_QUARTERS = 4
_MOST_LENGTHS = 6


def features(words: Sequence[Word], theirs: frozenset[str], previous: frozenset[str]) -> Iterator[Feature]:
    """Every feature of a sentence, some more than once. `theirs` and `previous` are the person's stems, as in Facts."""
    for name, said in _lines(words, theirs):
        yield from _runs(name, said)
    for i, word in enumerate(words):
        yield f"l:{word.lemma}", i, i + 1
    yield from _whole(words, theirs, previous)


def names(words: Sequence[Word], theirs: frozenset[str], previous: frozenset[str]) -> set[str]:
    """The names of all features, which is all that scoring needs."""
    found = {f"l:{word.lemma}" for word in words}
    found.update(name for name, _, _ in _whole(words, theirs, previous))
    for name, said in _lines(words, theirs):
        bounded = ("^", *said, "$")
        pairs = [f"{one} {two}" for one, two in pairwise(bounded)]
        found.update([f"{name}1:{one}" for one in said])
        found.update([f"{name}2:{pair}" for pair in pairs])
        found.update([f"{name}3:{pair} {third}" for pair, third in zip(pairs, bounded[2:], strict=False)])
    return found


def _lines(words: Sequence[Word], theirs: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    """The sentence twice: as words, most names of things left out, and as tags and small words."""
    yield "w", [_said(word, theirs) for word in words]
    yield "p", [word.tag if word.pos in _TAGGED else word.lower for word in words]


def _said(word: Word, theirs: frozenset[str]) -> str:
    if word.stem and word.stem in theirs:
        return f"THEIRS/{word.pos}"
    if word.pos in _NAMED_BY_KIND:
        return word.pos
    return f"{word.lemma}/{word.tag}" if word.pos in _NAMED_BY_LEMMA else word.lower


def _runs(name: str, said: Sequence[str]) -> Iterator[Feature]:
    """All runs of up to three words; "^" and "$" are the ends of the sentence."""
    count = len(said)
    bounded = ["^", *said, "$"]
    for size in range(1, 4):
        for i in range(len(bounded) - size + 1):
            first, last = max(i - 1, 0), min(i - 1 + size, count)
            if first < last:
                yield f"{name}{size}:{' '.join(bounded[i : i + size])}", first, last


def _whole(words: Sequence[Word], theirs: frozenset[str], previous: frozenset[str]) -> Iterator[Feature]:
    asks = "?" in words[-1].lower
    subject = next((word.lower for word in words if word.dep in ("nsubj", "nsubjpass")), "-")
    root = next((word for word in words if word.dep == "ROOT"), words[0])
    stems = [word.stem for word in words if word.stem]
    for name in (
        f"theirs:{_quarters(stems, theirs)}",
        f"previous:{_quarters(stems, previous)}",
        f"length:{min(len(words) // 4, _MOST_LENGTHS)}",
        f"content:{min(len(stems), 2 * _QUARTERS)}",
        f"marked:{asks}",
        f"subject:{subject} {asks}",
        f"root:{root.lemma}/{root.tag}",
        f"root of:{subject} {root.tag}",
    ):
        yield name, 0, 0


def _quarters(stems: Sequence[str], known: frozenset[str]) -> int:
    """The share of stems that are known, in quarters; -1 where there are none."""
    return int(_QUARTERS * sum(stem in known for stem in stems) / len(stems)) if stems else -1
