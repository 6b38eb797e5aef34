"""Words as they are matched: whatever their case, their apostrophes or their endings."""

import re
from collections.abc import Iterable
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[.?!…;:\n]+")
_VOWEL = re.compile(r"[aeiouy]")
_GAP = "*"
_GAP_WORDS = 3
"""`*` in a phrase stands for up to this many words, or for none."""


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in order, lower case, without apostrophes: "What's on?" gives whats, on."""
    return tuple(word.replace("'", "").replace("’", "") for word in _TOKEN.findall(text.lower()))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its commonest endings, so that apply, applies, applied and applying are one."""
    for ending, instead in (("ies", "y"), ("ied", "y")):
        if word.endswith(ending) and len(word) > 4:
            return word[:-3] + instead
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]
    for ending in ("ing", "ed"):
        start = word[: -len(ending)]
        if word.endswith(ending) and len(start) > 2 and _VOWEL.search(start):
            word = start[:-1] if start[-1] == start[-2] and start[-1] not in "lse" else start
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(stem(word) for word in tokens(text))


@lru_cache(maxsize=8192)
def _within_sentences(text: str) -> tuple[str, ...]:
    """The stems with an empty one between sentences, so that no phrase is found across a full stop."""
    return tuple(word for part in _STOP.split(text) for word in (*stems(part), ""))


@lru_cache(maxsize=1024)
def _starts(text: str) -> dict[str, tuple[int, ...]]:
    """Where each stem of a text stands."""
    at: dict[str, list[int]] = {}
    for index, word in enumerate(_within_sentences(text)):
        at.setdefault(word, []).append(index)
    return {word: tuple(indexes) for word, indexes in at.items()}


@lru_cache(maxsize=8192)
def _wanted(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase, and its gaps."""
    return tuple(word for part in phrase.split() for word in ((_GAP,) if part == _GAP else stems(part)))


def _end(wanted: tuple[str, ...], said: tuple[str, ...], at: int) -> int:
    """Where the words that begin at `at` and are the wanted ones end; 0 if they are not."""
    if _GAP not in wanted:
        size = len(wanted)
        return at + size if said[at : at + size] == wanted else 0
    gap = wanted.index(_GAP)
    begun = _end(wanted[:gap], said, at)
    for over in range(_GAP_WORDS + 1) if begun else ():
        if "" in said[begun : begun + over]:
            return 0
        if end := _end(wanted[gap + 1 :], said, begun + over):
            return end
    return 0


def _spans(phrase: str, text: str) -> tuple[range, ...]:
    """Where a phrase occurs within a sentence of a text, as ranges of words; endings and case do not matter."""
    wanted = _wanted(phrase)
    if not wanted or wanted[0] not in _starts(text):
        return ()
    said = _within_sentences(text)
    ends = ((at, _end(wanted, said, at)) for at in _starts(text)[wanted[0]])
    return tuple(range(at, end) for at, end in ends if end)


def places(phrase: str, text: str) -> tuple[int, ...]:
    """Where a word or phrase begins within a sentence of a text, as indexes."""
    return tuple(span.start for span in _spans(phrase, text))


@lru_cache(maxsize=1024)
def as_typed(text: str) -> tuple[str, ...]:
    """The words as they were typed, an empty one between sentences: each beside its stem in `_within_sentences`."""
    return tuple(word for part in _STOP.split(text) for word in (*_TOKEN.findall(part), ""))


def without(phrases: Iterable[str], text: str) -> str:
    """The text with the words of those phrases taken out, if there are any."""
    hits = found(phrases, text)
    if not hits:
        return text
    words = list(as_typed(text))
    for phrase in hits:
        for span in _spans(phrase, text):
            words[span.start : span.stop] = [""] * len(span)
    return " ".join(words)


def as_said(phrase: str, text: str) -> str:
    """The words of the text in which a phrase was found, as they were typed."""
    span = _spans(phrase, text)[0]
    return " ".join(as_typed(text)[span.start : span.stop])


@lru_cache(maxsize=4096)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """The phrases, each as its number and its stems, under the stem that it begins with."""
    index: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, phrase in enumerate(phrases):
        wanted = _wanted(phrase)
        if wanted:
            index.setdefault(wanted[0], []).append((number, wanted))
    return {word: tuple(each) for word, each in index.items()}


def found(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Those of the phrases that occur in the text, the longest first; none that lies inside a longer one found."""
    return _found(tuple(phrases), text)


@lru_cache(maxsize=16384)
def _found(listed: tuple[str, ...], text: str) -> tuple[str, ...]:
    index, said = _by_first_word(listed), _within_sentences(text)
    hits: dict[int, list[range]] = {}
    for at, word in enumerate(said):
        for number, wanted in index.get(word, ()):
            if end := _end(wanted, said, at):
                hits.setdefault(number, []).append(range(at, end))
    kept: list[str] = []
    taken: set[int] = set()
    for number in sorted(hits, key=lambda each: (-len(hits[each][0]), each)):
        if any(not taken.issuperset(span) for span in hits[number]):
            kept.append(listed[number])
            taken.update(*hits[number])
    return tuple(kept)
