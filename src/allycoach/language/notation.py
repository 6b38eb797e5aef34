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


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled phrase. `firsts` are the words it can begin with; None when it can begin with anything.

    `at_start` asks that the match begin a clause, `at_end` that it end one.
    """

    source: str
    regex: re.Pattern[str]
    firsts: frozenset[str] | None
    at_start: bool
    at_end: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the regular expression; `firsts` as in Pattern, `optional` when it may match nothing, `ways` in how many
    ways it can go on from one place."""

    regex: str
    firsts: frozenset[str] | None
    optional: bool = False
    ways: int = 1


class _Phrase:
    """A recursive-descent reading of one phrase."""

    def __init__(
        self, source: str, lists: Mapping[str, tuple[str, ...]], split: Split, within: tuple[str, ...] = ()
    ) -> None:
        self.source = source
        self.within = within
        self.lists = lists
        self.split = split
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
        return Pattern(self.source, re.compile(part.regex), part.firsts, at_start, at_end)

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
        return self.word(token)

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
        if name not in self.lists:
            raise self._wrong(f"@{name} is not a list in words.yaml")
        if name in self.within:
            raise self._wrong(f"the list @{name} is inside itself")
        within = (*self.within, name)
        return _either([_Phrase(entry, self.lists, self.split, within).sequence() for entry in self.lists[name]])

    def word(self, token: str) -> _Part:
        if token.startswith("~"):
            return _Part(f"[^/]+/{re.escape(token[1:])}/[^ ]+ ", None)
        words = self.split(token)
        return _Part("".join(f"{re.escape(word)}/[^ ]+ " for word in words), frozenset(words[:1]))


def _join(parts: list[_Part]) -> _Part:
    firsts: frozenset[str] | None = frozenset()
    for part in parts:
        firsts = None if firsts is None or part.firsts is None else firsts | part.firsts
        if not part.optional:
            break
    ways = min(prod(part.ways for part in parts), _MOST_WAYS + 1)
    return _Part("".join(part.regex for part in parts), firsts, all(part.optional for part in parts), ways)


def _either(options: list[_Part]) -> _Part:
    firsts: frozenset[str] | None = frozenset()
    for option in options:
        firsts = None if firsts is None or option.firsts is None else firsts | option.firsts
    longest_first = sorted(options, key=lambda option: -len(option.regex))
    regex = "|".join(option.regex for option in longest_first)
    ways = max((option.ways for option in options), default=1)
    return _Part(f"(?:{regex})", firsts, any(option.optional for option in options), ways)


def compile_phrase(source: str, lists: Mapping[str, tuple[str, ...]], split: Split) -> Pattern:
    """Compile one phrase. Raises ContentError that says what is wrong with it."""
    return _Phrase(source.lower(), lists, split).whole()
