"""What a sentence looks like to the trained component: its words with their places, most names of things left out.

Nouns and names are only their kind, so that what is learned is how a thing is said and not what the talk is about; words
are also seen as the families they belong to (see senses) and by what hangs on what, and a word that the person used first
is marked as theirs.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from .facts import Facts
from .place import NOWHERE, Place
from .senses import SENSES
from .words import Word

Feature = tuple[str, int, int]
"""A name, and the words from `first` to `last` (exclusive) that it is about; both are 0 for the sentence as a whole."""

_NAMED_BY_KIND = frozenset(("NOUN", "PROPN", "NUM", "SYM", "X"))
_NAMED_BY_LEMMA = frozenset(("VERB", "ADJ"))
_TAGGED = frozenset(("VERB", "AUX", "NOUN", "ADJ"))
_SMALL = frozenset(("AUX", "PRON", "PART", "DET", "ADP", "CCONJ", "SCONJ", "PUNCT"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_ARCS = _SUBJECTS | frozenset("dobj acomp attr poss aux neg xcomp ccomp prep advmod pobj".split())
_QUARTERS = 4
_MOST_LENGTHS = 6
_MOST_NEW = 4


class Group(NamedTuple):
    """Features of one sort. `begins` has the first word of each, -1 for the beginning of the sentence, `size` how many words it
    takes; there are none for the sentence as a whole. A sentence has some two hundred features, and scoring asks for no more than
    their keys, so names and words are put together for those who want them."""

    sort: str
    keys: Collection[str]
    begins: Sequence[int] = ()
    size: int = 1


def names(words: Sequence[Word], facts: Facts, place: Place = NOWHERE) -> set[str]:
    """The names of all features."""
    every = chain(groups(words, facts), around(words, facts, place))
    return {f"{group.sort}:{key}" for group in every for key in group.keys}


def features(words: Sequence[Word], facts: Facts) -> Iterator[Feature]:
    """Every feature of a sentence itself, some more than once, with its words."""
    for sort, keys, begins, size in groups(words, facts):
        spans = [(max(i, 0), min(i + size, len(words))) for i in begins] or [(0, 0)] * len(keys)
        yield from ((f"{sort}:{key}", *span) for key, span in zip(keys, spans, strict=True))


def groups(words: Sequence[Word], facts: Facts) -> Iterator[Group]:
    """Every feature of a sentence itself, by sort: of the facts they know `theirs`, `previous` and `negative`."""
    senses = [_sense(word, facts.theirs) for word in words]
    yield from _runs("w", [_said(word, facts.theirs) for word in words], 2)
    yield from _runs("p", [word.tag if word.pos in _TAGGED else word.lower for word in words], 2)
    yield from _runs("s", senses, 3)
    yield Group("l", [word.lemma for word in words], range(len(words)))
    yield _arcs(words, senses)
    yield from _frame(words, senses)
    yield from _new(words, facts)
    yield from _whole(words, facts)


def _said(word: Word, theirs: frozenset[str]) -> str:
    if word.stem and word.stem in theirs:
        return f"THEIRS/{word.pos}"
    if word.pos in _NAMED_BY_KIND:
        return word.pos
    return f"{word.lemma}/{word.tag}" if word.pos in _NAMED_BY_LEMMA else word.lower


def _sense(word: Word, theirs: frozenset[str]) -> str:
    """The family of a word, or its part of speech, marked where it is theirs; small words stand for themselves."""
    if word.pos in _SMALL:
        return word.lower
    family = SENSES.get(word.lemma, word.pos)
    return f"{family}*" if word.stem and word.stem in theirs else family


def _runs(name: str, said: Sequence[str], longest: int) -> Iterator[Group]:
    """All runs of up to so many words; "^" and "$" are the ends of the sentence."""
    yield Group(f"{name}1", said, range(len(said)))
    bounded = ("^", *said, "$")
    for size in range(2, longest + 1):
        runs = [*map(" ".join, zip(*(bounded[i:] for i in range(size)), strict=False))]
        yield Group(f"{name}{size}", runs, range(-1, len(runs) - 1), size)


def _arcs(words: Sequence[Word], senses: Sequence[str]) -> Group:
    """What hangs on what."""
    at = [i for i, word in enumerate(words) if word.head != i and word.dep in _ARCS]
    return Group("a", [f"{senses[words[i].head]}>{words[i].dep}>{senses[i]}" for i in at], at)


def _frame(words: Sequence[Word], senses: Sequence[str]) -> Iterator[Group]:
    """Who does what in the main clause, and in which mood."""
    root = next((i for i, word in enumerate(words) if word.dep == "ROOT"), 0)
    below = [(word.dep, i) for i, word in enumerate(words) if word.head == root and i != root]
    subject = next((i for dep, i in below if dep in _SUBJECTS), None)
    who = senses[subject] if subject is not None else "-"
    mood = " ".join(senses[i] for dep, i in below if dep in ("aux", "neg"))
    yield Group("r", (f"{who}|{mood}|{senses[root]}",), (root,))
    yield Group("q", (f"{who}|{mood}",), (root,))
    yield Group("o", (f"{mood}|{senses[root]}",), (root,))


def _new(words: Sequence[Word], facts: Facts) -> Iterator[Group]:
    """The families of which there are words that the person has not used, with the subject and with asking."""
    first = next((word for word in words if word.dep in _SUBJECTS), None)
    who = "-" if first is None else first.lower if first.pos == "PRON" else SENSES.get(first.lemma, first.pos)
    asks = "?" in words[-1].lower
    new = [i for i, word in enumerate(words) if word.stem and word.stem not in facts.theirs]
    for i in new:
        family = SENSES.get(words[i].lemma)
        if family:
            yield Group("new", (family, f"{family}|{who}", f"{family}|{asks}"), (i, i, i))
    yield Group("news", (f"{min(len(new), _MOST_NEW)}",))


def _whole(words: Sequence[Word], facts: Facts) -> Iterator[Group]:
    asks = "?" in words[-1].lower
    subject = next((word.lower for word in words if word.dep in _SUBJECTS), "-")
    root = next((word for word in words if word.dep == "ROOT"), words[0])
    stems = [word.stem for word in words if word.stem]
    yield Group("theirs", (f"{_quarters(stems, facts.theirs)}",))
    yield Group("previous", (f"{_quarters(stems, facts.previous)}",))
    yield Group("length", (f"{min(len(words) // 4, _MOST_LENGTHS)}",))
    yield Group("content", (f"{min(len(stems), 2 * _QUARTERS)}",))
    yield Group("marked", (f"{asks}",))
    yield Group("negative", (f"{facts.negative}",))
    yield Group("subject", (f"{subject} {asks}",))
    yield Group("root", (f"{root.lemma}/{root.tag}",))
    yield Group("root of", (f"{subject} {root.tag}",))


def around(words: Sequence[Word], facts: Facts, place: Place) -> Iterator[Group]:
    """Where the sentence stands, what it answers, and what the rules heard in it: of the facts `answers`, `asked` and `limited`."""
    subject = next((word.lower for word in words if word.dep in _SUBJECTS), "-")
    yield Group("stands", (f"{place.position}",))
    yield Group("of", (f"{place.sentences}",))
    yield Group("later", (f"{place.later}|{'?' in words[-1].lower}",))
    yield Group("before", (f"{place.before}|{bool(place.asks)}",))
    yield Group("asks", place.asks)
    if place.asks:
        yield Group("asks last", (f"{place.asks[-1]}|{place.later}",))
        yield Group("asks", (f"{len(place.asks)}",))
    yield Group("does", place.does)
    for name, holds in (("answers", facts.answers), ("asked for", facts.asked)):
        yield Group(name, (f"{holds}", f"{holds}|{subject}"))
    yield Group("limited", (f"{facts.limited}",))


def _quarters(stems: Sequence[str], known: frozenset[str]) -> int:
    """The share of stems that are known, in quarters; -1 where there are none."""
    return int(_QUARTERS * sum(stem in known for stem in stems) / len(stems)) if stems else -1
