"""Names of people, places and employers in a text."""

import re
from collections.abc import Iterator, Sequence

from .contacts import Covered, Found, Kind
from .lists import Known
from .words import Word, words

_SAYS = frozenset(
    "said says told tells thinks thought reckons wants wanted asked asks knows knew showed shows rang rings helped helps "
    "works worked runs ran never always is was has had does did went left came kept gave got made felt and wasn't isn't "
    "will would can could seems sounds looks likes liked loves cares cared drives cleans".split()
)
_NO_SIGN = frozenset("is was has had will would can could and isn't wasn't always never".split())
# After a name that is a word too, these say nothing: hope is, and grace was.
_MY_NAME = (("name", "is"), ("name's",), ("names",), ("called",), ("am", "called"))
_INSIDE = frozenset("de da del della di du la le van von der den bin ibn al el st mac mc o of the & and".split())
_AT_WORK = frozenset("at for with joined left".split())
_SHORT_TITLES = frozenset(("mr", "mrs", "ms", "dr"))
_WHERE = frozenset("in near from to around outside towards through".split())


def names(text: str, lists: Known, *, keep: frozenset[str], known: frozenset[str]) -> Iterator[Found]:
    """Every one, in order. `keep` are words that stay, lower case; `known` are parts of names that were found elsewhere,
    as written, and are found again wherever they stand with their capital."""
    spoken = words(text)
    shouted = text.upper() == text and sum(each.isalpha() for each in text) > 12
    listed, covered = [*_listed(text, lists)], Covered(len(text))
    for start, end in (*(one.span() for one in lists.stay_phrases.finditer(text)), *((x.start, x.end) for x in listed)):
        covered.take(start, end)
    marked = [
        word.lower not in keep
        and not covered.any_of(word.start, word.end)
        and _is_name(spoken, at, lists, known, shouted)
        for at, word in enumerate(spoken)
    ]
    yield from sorted(
        [*(one for one in listed if not _kept(text[one.start : one.end], keep)), *_runs(spoken, marked, lists)],
        key=lambda one: one.start,
    )


def _listed(text: str, lists: Known) -> Iterator[Found]:
    covered = Covered(len(text))
    for kind, shape in _shapes(lists):
        for match in shape.finditer(text):
            if covered.take(*match.span()):
                yield Found(match.start(), match.end(), kind)


def _shapes(lists: Known) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return (("place", lists.addresses), ("employer", lists.employers), ("place", lists.places))


def _kept(words_of: str, keep: frozenset[str]) -> bool:
    return all(part in keep for part in words_of.lower().split())


def _is_name(spoken: Sequence[Word], at: int, lists: Known, known: frozenset[str], shouted: bool) -> bool:
    word = spoken[at]
    capital = word.capital and not shouted
    if word.text in known:
        return True
    if (
        word.lower in lists.stays
        or word.text.upper() in ("I", "I'M", "I'VE", "I'LL", "I'D")
        or _is_short_form(word, lists)
    ):
        return False
    if word.lower in lists.given and (capital or len(word.text) > 2):
        return True
    if _told_so(spoken, at, lists, capital):
        return True
    if not capital:
        return False
    if not word.first:
        return word.lower not in lists.ordinary - lists.given_words or _in_a_name(spoken, at, lists)
    return _begins_with_name(spoken, at, lists)


def _in_a_name(spoken: Sequence[Word], at: int, lists: Known) -> bool:
    """Whether an ordinary word with a capital is part of a name: Kestrel Care Home; he left Next."""
    before, word = spoken[at - 1], spoken[at]
    follows = (
        before.capital and not before.first and word.gap == " " and before.lower not in lists.ordinary | lists.stays
    )
    return follows or (before.lower in _AT_WORK and word.gap == " ")


def _is_short_form(word: Word, lists: Known) -> bool:
    """CV and GCSE, but not JO."""
    letters = word.text.replace("-", "")
    return (
        1 < len(letters) <= 5 and letters.isupper() and word.lower not in lists.given | lists.given_words | lists.titles
    )


def _told_so(spoken: Sequence[Word], at: int, lists: Known, capital: bool) -> bool:
    """Whether the words before say that a name comes: my name is, Mrs, my brother."""
    word, before = spoken[at], [each.lower for each in spoken[max(0, at - 3) : at]]
    if not before or (not word.gap.isspace() and word.gap not in (". ", ", ")):
        return False
    if word.gap.isspace() and any(tuple(before[-len(cue) :]) == cue for cue in _MY_NAME):
        introduces = before[-1] != "called"
        return (
            introduces or capital or word.lower in lists.given_words
        ) and word.lower not in lists.ordinary - lists.given_words
    if before[-1] in (lists.titles if word.gap == " " else _SHORT_TITLES) and word.gap in (" ", ". "):
        return capital or (before[-1] in _SHORT_TITLES and word.lower not in lists.ordinary)
    by_relation = before[-1] in lists.relations and word.lower in lists.given_words - lists.ordinary
    return by_relation and word.gap in (" ", ", ")


def _begins_with_name(spoken: Sequence[Word], at: int, lists: Known) -> bool:
    """Whether a word with a capital that a sentence begins with is a name, by what comes after it."""
    word = spoken[at]
    after = spoken[at + 1] if at + 1 < len(spoken) else None
    may_be_word = word.lower in lists.ordinary or word.lower in lists.relations
    if word.lower in lists.titles:
        return after is not None and after.capital and after.follows_closely
    if word.lower in lists.given_words:
        follows = after is not None and after.gap == " " and after.lower in _SAYS - _NO_SIGN
        return word.owning or (follows and word.lower not in ("will", "may")) or _named_on(after, lists)
    if may_be_word:
        return False
    if word.owning:
        return True
    return after is not None and after.gap == " " and (after.lower in _SAYS or _named_on(after, lists))


def _named_on(after: Word | None, lists: Known) -> bool:
    """Whether the next word is a surname or the like."""
    return (
        after is not None
        and after.gap == " "
        and after.capital
        and after.lower not in lists.stays | {"i", "i'm", "i've"}
    )


def _runs(spoken: Sequence[Word], marked: Sequence[bool], lists: Known) -> Iterator[Found]:
    """Marked words that stand together are one name."""
    at = 0
    while at < len(spoken):
        if not marked[at]:
            at += 1
            continue
        last = at
        while (further := _further(spoken, marked, last, lists)) is not None:
            last = further
        first = at
        if first > 0 and spoken[first].gap in (" ", ". ") and _is_title(spoken[first - 1], lists):
            first -= 1
        yield Found(spoken[first].start, spoken[last].end, _kind(spoken, first, last, lists))
        at = last + 1


def _is_title(word: Word, lists: Known) -> bool:
    return word.lower in (lists.titles if word.capital else _SHORT_TITLES)


def _further(spoken: Sequence[Word], marked: Sequence[bool], last: int, lists: Known) -> int | None:
    """The next word of the same name: a surname, or one after `of` or an ampersand."""
    if last + 1 >= len(spoken):
        return None
    after = spoken[last + 1]
    if spoken[last].owning:
        return last + 1 if marked[last + 1] and after.capital and after.gap == " " else None
    if after.gap == " & " and after.capital:
        return last + 1
    if not after.follows_closely:
        return None
    if marked[last + 1] or (after.lower in lists.surnames - lists.ordinary and spoken[last].lower in lists.given):
        return last + 1
    joins = after.lower in _INSIDE - {"and", "the", "&"} or (after.lower in lists.organisations and after.capital)
    if after.lower in lists.organisations and after.capital:
        return last + 1
    beyond = last + 2 < len(spoken) and spoken[last + 2].gap == " " and marked[last + 2]
    return last + 2 if joins and beyond else None


def _kind(spoken: Sequence[Word], first: int, last: int, lists: Known) -> Kind:
    parts = [word.lower for word in spoken[first : last + 1]]
    before = spoken[first - 1].lower if first else ""
    if set(parts[1:]) & lists.organisations or "&" in spoken[last].gap:
        return "employer"
    if parts[-1] in lists.streets and len(parts) > 1:
        return "place"
    if set(parts) & (lists.given | lists.given_words | lists.titles):
        return "name"
    if before in _AT_WORK:
        return "employer"
    return "place" if before in _WHERE else "name"
