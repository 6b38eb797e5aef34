"""The notation of phrase cues, compiled to regular expressions over coded words (see words.Code).

    why (don't|do not) you [just|maybe] <verb>

- a word stands for itself in small letters; contractions are cut as the pipeline cuts them (don't = do n't)
- `~think` any form of the word; `(a|b c)` one of these; `[a|b]` one of these or nothing
- `_` any one word; `...` up to six words without a stop between them
- `<verb>` a base form, `<doing>` an -ing form, `<done>` a past form, `<noun>`, `<adj>`, `<adverb>`, `<name>`, `<number>`, `<to>`
- `@list` any entry of a list in words.yaml; `^` the clause begins here, lead-ins apart; `$` it ends here
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from math import prod

from allycoach.errors import ContentError

_TOKEN = re.compile(r"\s*(\.\.\.|[()\[\]|^$]|<[a-z]+>|@[a-z0-9_.-]+|~?[^\s()\[\]|^$<>@]+|_)")
_ANY = r"[^ ]+ "
_NO_STOP = r"(?:(?![.,;:?!…]/)[^ ]+ )"
_CLASSES = {
    "verb": r"[^/]+/[^/]+/(?:VERB|AUX)/(?:VB|VBP) ",
    "doing": r"[^/]+/[^/]+/[A-Z]+/VBG |[a-z]+ing/[^/]+/(?:NOUN|ADJ)/[A-Z]+ ",
    "done": r"[^/]+/[^/]+/(?:VERB|AUX)/(?:VBD|VBN) ",
    "noun": r"[^/]+/[^/]+/(?:NOUN|PROPN)/[A-Z]+ ",
    "adj": r"[^/]+/[^/]+/ADJ/[A-Z]+ |[^/]+/[^/]+/VERB/VBN ",
    "adverb": r"[^/]+/[^/]+/ADV/[A-Z]+ ",
    "name": r"[^/]+/[^/]+/PROPN/[A-Z]+ ",
    "number": r"[^/]+/[^/]+/NUM/[A-Z]+ ",
    "to": r"to/[^/]+/PART/TO ",
}

_LONGEST_GAP = 6
_MOST_WAYS = 400
"""In how many ways a phrase may be tried from one word: three gaps. With more, one cue could make reading wait."""

Split = Callable[[str], tuple[str, ...]]
"""Cuts a word of a phrase as the pipeline cuts text: "don't" into ("do", "n't")."""


Need = frozenset[str]
"""Words of which one must stand in a sentence: in small letters, or `~` and a lemma."""


@dataclass(frozen=True)
class Pattern:
    """A phrase that was read. `firsts` are the words it can begin with; None when it can begin with anything. `needs` are
    what any sentence it matches has one word of, each.

    `at_start` asks that the match begin a clause, `at_end` that it end one.
    """

    source: str
    expression: str
    firsts: frozenset[str] | None
    needs: tuple[Need, ...]
    at_start: bool
    at_end: bool

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when it is first tried: of a thousand phrases a talk tries some dozens, and compiling all takes seconds."""
        return re.compile(self.expression)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the regular expression; `firsts` and `needs` as in Pattern, `optional` when it may match nothing, `ways` in
    how many ways it can go on from one place."""

    regex: str
    firsts: frozenset[str] | None
    needs: tuple[Need, ...] = ()
    optional: bool = False
    ways: int = 1


class Notation:
    """Reads phrases; each word, and each list of words, is read once, when it is first met."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], split: Split) -> None:
        self.word = lru_cache(maxsize=None)(partial(_word, split=split))
        self._lists = lists
        self._read: dict[str, _Part] = {}

    def phrase(self, source: str) -> Pattern:
        """Raises ContentError that says what is wrong with it."""
        return _Phrase(source.lower(), self).whole()

    def one_of(self, name: str, within: tuple[str, ...]) -> "_Part | None":
        """One of a list's entries, as it stands in a phrase; None if there is no such list."""
        if name not in self._lists:
            return None
        if name not in self._read:
            entries = self._lists[name]
            self._read[name] = _either([_Phrase(entry, self, (*within, name)).sequence() for entry in entries])
        return self._read[name]


class _Phrase:
    """A recursive-descent reading of one phrase."""

    def __init__(self, source: str, notation: Notation, within: tuple[str, ...] = ()) -> None:
        self.source = source
        self.within = within
        self.notation = notation
        self.tokens = self._tokens(source)
        self.at = 0

    def _tokens(self, source: str) -> list[str]:
        found, position = [], 0
        while position < len(source.rstrip()):
            match = _TOKEN.match(source, position)
            if match is None:
                raise self._wrong(f'"{source[position:].strip()[:12]}" is not part of the phrase notation')
            found.append(match.group(1))
            position = match.end()
        return found

    def _wrong(self, why: str) -> ContentError:
        return ContentError(f'the phrase "{self.source}" cannot be read: {why}')

    def _peek(self) -> str | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def whole(self) -> Pattern:
        at_start = self._peek() == "^"
        self.at += at_start
        part = self.sequence()
        at_end = self._peek() == "$"
        self.at += at_end
        if self._peek() is not None:
            raise self._wrong(f'"{self._peek()}" stands where the phrase should end')
        if part.optional:
            raise self._wrong("it could match nothing at all")
        if part.ways > _MOST_WAYS:
            raise self._wrong("it leaves too much open; use fewer ... and [ ]")
        return Pattern(self.source, part.regex, part.firsts, part.needs, at_start, at_end)

    def sequence(self) -> _Part:
        parts = []
        while (token := self._peek()) is not None and token not in ")]|$":
            parts.append(self.piece())
        return _join(parts)

    def piece(self) -> _Part:
        token = self.tokens[self.at]
        self.at += 1
        if token in "([":
            return self.choice(")" if token == "(" else "]")
        if token == "^":
            raise self._wrong('"^" belongs at the beginning')
        if token == "_":
            return _Part(_ANY, None)
        if token == "...":
            return _Part(f"{_NO_STOP}{{0,{_LONGEST_GAP}}}?", None, optional=True, ways=_LONGEST_GAP + 1)
        if token.startswith("<"):
            return self.word_class(token[1:-1])
        if token.startswith("@"):
            return self.word_list(token[1:])
        return self.notation.word(token)

    def choice(self, close: str) -> _Part:
        options = [self.sequence()]
        while self._peek() == "|":
            self.at += 1
            options.append(self.sequence())
        if self._peek() != close:
            raise self._wrong(f'a "{close}" is missing')
        self.at += 1
        either = _either(options)
        if close == ")":
            return either
        return _Part(f"(?:{either.regex})?", either.firsts, optional=True, ways=either.ways + 1)

    def word_class(self, name: str) -> _Part:
        if name not in _CLASSES:
            raise self._wrong(f"<{name}> is not one of {', '.join(f'<{known}>' for known in _CLASSES)}")
        return _Part(f"(?:{_CLASSES[name]})", None)

    def word_list(self, name: str) -> _Part:
        if name in self.within:
            raise self._wrong(f"the list @{name} is inside itself")
        part = self.notation.one_of(name, self.within)
        if part is None:
            raise self._wrong(f"@{name} is not a list in words.yaml")
        return part


def _word(token: str, split: Split) -> _Part:
    if token.startswith("~"):
        return _Part(f"[^/]+/{re.escape(token[1:])}/[^ ]+ ", None, (frozenset((token,)),))
    words = split(token)
    needs = tuple(frozenset((word,)) for word in words)
    return _Part("".join(f"{re.escape(word)}/[^ ]+ " for word in words), frozenset(words[:1]), needs)


def _join(parts: list[_Part]) -> _Part:
    firsts: frozenset[str] | None = frozenset()
    for part in parts:
        firsts = None if firsts is None or part.firsts is None else firsts | part.firsts
        if not part.optional:
            break
    needs = tuple(need for part in parts if not part.optional for need in part.needs)
    ways = min(prod(part.ways for part in parts), _MOST_WAYS + 1)
    return _Part("".join(part.regex for part in parts), firsts, needs, all(part.optional for part in parts), ways)


def _either(options: list[_Part]) -> _Part:
    firsts: frozenset[str] | None = frozenset()
    for option in options:
        firsts = None if firsts is None or option.firsts is None else firsts | option.firsts
    longest_first = sorted(options, key=lambda option: -len(option.regex))
    regex = "|".join(option.regex for option in longest_first)
    ways = max((option.ways for option in options), default=1)
    return _Part(f"(?:{regex})", firsts, _needs_of(options), any(option.optional for option in options), ways)


def _needs_of(options: list[_Part]) -> tuple[Need, ...]:
    """What all of several ways have in common: one need of each way, the one that tells most."""
    if any(option.optional or not option.needs for option in options):
        return ()
    return (frozenset().union(*(min(option.needs, key=_commonness) for option in options)),)


def _commonness(need: Need) -> tuple[int, int]:
    """The fewer words meet a need the rarer it is; and long words are rarer than short ones."""
    return len(need), -max(map(len, need))
