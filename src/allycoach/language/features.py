"""What a sentence looks like to the trained component: its words with their places, most names of things left out.

Nouns and names are only their kind, so that what is learned is how a thing is said and not what the talk is about; words
are also seen as the families they belong to (see senses) and by what hangs on what, and a word that the person used first
is marked as theirs.
"""

from collections.abc import Iterator, Sequence

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


def names(words: Sequence[Word], facts: Facts, place: Place = NOWHERE) -> set[str]:
    """The names of all features, which is all that scoring needs."""
    return {name for name, _, _ in features(words, facts)} | set(around(words, facts, place))


def features(words: Sequence[Word], facts: Facts) -> Iterator[Feature]:
    """Every feature of a sentence itself, some more than once: of the facts they know `theirs`, `previous` and `negative`."""
    senses = [_sense(word, facts.theirs) for word in words]
    yield from _runs("w", [_said(word, facts.theirs) for word in words], 2)
    yield from _runs("p", [word.tag if word.pos in _TAGGED else word.lower for word in words], 2)
    yield from _runs("s", senses, 3)
    for i, word in enumerate(words):
        yield f"l:{word.lemma}", i, i + 1
    yield from _arcs(words, senses)
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


def _runs(name: str, said: Sequence[str], longest: int) -> Iterator[Feature]:
    """All runs of up to so many words; "^" and "$" are the ends of the sentence."""
    count = len(said)
    bounded = ["^", *said, "$"]
    for i, one in enumerate(said):
        yield f"{name}1:{one}", i, i + 1
    for size in range(2, longest + 1):
        for i in range(len(bounded) - size + 1):
            first, last = max(i - 1, 0), min(i - 1 + size, count)
            if first < last:
                yield f"{name}{size}:{' '.join(bounded[i : i + size])}", first, last


def _arcs(words: Sequence[Word], senses: Sequence[str]) -> Iterator[Feature]:
    """What hangs on what."""
    for i, word in enumerate(words):
        if word.head != i and word.dep in _ARCS:
            yield f"a:{senses[word.head]}>{word.dep}>{senses[i]}", i, i + 1


def _frame(words: Sequence[Word], senses: Sequence[str]) -> Iterator[Feature]:
    """Who does what in the main clause, and in which mood."""
    root = next((i for i, word in enumerate(words) if word.dep == "ROOT"), 0)
    below = [(word.dep, i) for i, word in enumerate(words) if word.head == root and i != root]
    subject = next((i for dep, i in below if dep in _SUBJECTS), None)
    who = senses[subject] if subject is not None else "-"
    mood = " ".join(senses[i] for dep, i in below if dep in ("aux", "neg"))
    yield f"r:{who}|{mood}|{senses[root]}", root, root + 1
    yield f"q:{who}|{mood}", root, root + 1
    yield f"o:{mood}|{senses[root]}", root, root + 1


def _new(words: Sequence[Word], facts: Facts) -> Iterator[Feature]:
    """The families of which there are words that the person has not used, with the subject and with asking."""
    first = next((word for word in words if word.dep in _SUBJECTS), None)
    who = "-" if first is None else first.lower if first.pos == "PRON" else SENSES.get(first.lemma, first.pos)
    asks = "?" in words[-1].lower
    new = 0
    for i, word in enumerate(words):
        if word.stem and word.stem not in facts.theirs:
            new += 1
            family = SENSES.get(word.lemma)
            if family:
                yield f"new:{family}", i, i + 1
                yield f"new:{family}|{who}", i, i + 1
                yield f"new:{family}|{asks}", i, i + 1
    yield f"news:{min(new, _MOST_NEW)}", 0, 0


def _whole(words: Sequence[Word], facts: Facts) -> Iterator[Feature]:
    asks = "?" in words[-1].lower
    subject = next((word.lower for word in words if word.dep in _SUBJECTS), "-")
    root = next((word for word in words if word.dep == "ROOT"), words[0])
    stems = [word.stem for word in words if word.stem]
    for name in (
        f"theirs:{_quarters(stems, facts.theirs)}",
        f"previous:{_quarters(stems, facts.previous)}",
        f"length:{min(len(words) // 4, _MOST_LENGTHS)}",
        f"content:{min(len(stems), 2 * _QUARTERS)}",
        f"marked:{asks}",
        f"negative:{facts.negative}",
        f"subject:{subject} {asks}",
        f"root:{root.lemma}/{root.tag}",
        f"root of:{subject} {root.tag}",
    ):
        yield name, 0, 0


def around(words: Sequence[Word], facts: Facts, place: Place) -> Iterator[str]:
    """Where the sentence stands, what it answers, and what the rules heard in it: of the facts `answers`, `asked` and `limited`."""
    subject = next((word.lower for word in words if word.dep in _SUBJECTS), "-")
    yield f"stands:{place.position}"
    yield f"of:{place.sentences}"
    yield f"later:{place.later}|{'?' in words[-1].lower}"
    yield f"before:{place.before}|{bool(place.asks)}"
    yield from (f"asks:{one}" for one in place.asks)
    if place.asks:
        yield f"asks last:{place.asks[-1]}|{place.later}"
        yield f"asks:{len(place.asks)}"
    yield from (f"does:{one}" for one in place.does)
    for name, holds in (("answers", facts.answers), ("asked for", facts.asked)):
        yield f"{name}:{holds}"
        yield f"{name}:{holds}|{subject}"
    yield f"limited:{facts.limited}"


def _quarters(stems: Sequence[str], known: frozenset[str]) -> int:
    """The share of stems that are known, in quarters; -1 where there are none."""
    return int(_QUARTERS * sum(stem in known for stem in stems) / len(stems)) if stems else -1
