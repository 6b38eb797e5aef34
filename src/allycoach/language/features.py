"""What a sentence looks like to the trained component: its words with their places, most names of things left out.

Nouns and names are only their kind, so that what is learned is how a thing is said and not what the talk is about; a word
that the person used first is marked as theirs.
"""

from collections.abc import Iterator, Sequence

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
    yield from _runs("w", [_said(word, theirs) for word in words], longest=3)
    yield from _runs("p", [word.tag if word.pos in _TAGGED else word.lower for word in words], longest=3)
    for i, word in enumerate(words):
        yield f"l:{word.lemma}", i, i + 1
    yield from _whole(words, theirs, previous)


def _said(word: Word, theirs: frozenset[str]) -> str:
    if word.stem and word.stem in theirs:
        return f"THEIRS/{word.pos}"
    if word.pos in _NAMED_BY_KIND:
        return word.pos
    return f"{word.lemma}/{word.tag}" if word.pos in _NAMED_BY_LEMMA else word.lower


def _runs(name: str, said: Sequence[str], *, longest: int) -> Iterator[Feature]:
    """All runs of up to `longest` words; "^" and "$" are the ends of the sentence."""
    count = len(said)
    bounded = ["^", *said, "$"]
    for size in range(1, longest + 1):
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
