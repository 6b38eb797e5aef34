"""The cues of the phrase bank, compiled once, and where they match in a parsed sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from allycoach.content.schema.phrasebank import Cue, PhraseFile
from allycoach.errors import ContentError

from .known_phrases import KnownPhrases
from .notation import Pattern, Split
from .phrasing import Phrases, at
from .words import Code, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class CueFault:
    """A cue that cannot be used, by its number in its file, and why. The others still are."""

    file: PhraseFile
    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue of a file matched words `first` to `last` (exclusive) of a sentence."""

    file: PhraseFile
    cue: Cue
    first: int
    last: int


_LETTERS = frozenset(("TEXT", "ORTH", "LOWER", "SHAPE", "LENGTH", "IS_ALPHA", "IS_DIGIT", "IS_UPPER", "IS_LOWER"))
"""Attributes of a token that its letters alone decide."""

MOST_WORDS = 50_000
"""Of this many words it is remembered which token cues match them."""
WORDS_CUT = 4096
"""Of this many words it is remembered how the tokenizer cuts them."""


class Cues:
    """All cues of all phrase files. Phrases are looked up by their first word; spaCy's matchers carry the rest."""

    def __init__(self, files: Iterable[PhraseFile], notation: KnownPhrases, nlp: "Language") -> None:
        self._harmless: dict[str, tuple[Pattern, ...]] = {}
        self._matched: dict[str, tuple[PhraseFile, Cue]] = {}
        self._tokens: Any = None
        self._dependencies: Any = None
        self.faults: list[CueFault] = []
        self._of_one_word = True
        self._alone: dict[str, tuple[tuple[PhraseFile, Cue], ...]] = {}
        self.need_whole_parse = False
        """Whether a matcher looks at what the lexicon would otherwise add."""
        known: list[tuple[Pattern, tuple[PhraseFile, Cue]]] = []
        for file in files:
            for number, cue in enumerate(file.cues):
                try:
                    if cue.kind == "phrase":
                        known += self._phrases_of(file, cue, notation)
                    else:
                        self._add_patterns(file, cue, nlp)
                except (ContentError, ValueError) as error:
                    self.faults.append(CueFault(file, number, str(error)))
        self._phrases = Phrases(known)

    def _phrases_of(
        self, file: PhraseFile, cue: Cue, notation: KnownPhrases
    ) -> list[tuple[Pattern, tuple[PhraseFile, Cue]]]:
        patterns = [notation.phrase(source) for source in cue.any]
        self._harmless[cue.id] = tuple(notation.phrase(source) for source in cue.but_not)
        return [(pattern, (file, cue)) for pattern in patterns]

    def _add_patterns(self, file: PhraseFile, cue: Cue, nlp: "Language") -> None:
        from spacy.matcher import DependencyMatcher, Matcher

        self._matched[cue.id] = (file, cue)
        patterns = [list(pattern) for pattern in cue.patterns]
        self.need_whole_parse |= any(name in str(patterns) for name in ("'POS'", "'LEMMA'", "'MORPH'"))
        # A matcher whose only patterns are refused stays away: an empty one warns at every reply.
        if cue.kind == "tokens":
            self._of_one_word &= all(len(one) == 1 and set(one[0]) <= _LETTERS for one in patterns)
            tokens = self._tokens or Matcher(nlp.vocab, validate=True)
            tokens.add(cue.id, patterns)
            self._tokens = tokens
        else:
            dependencies = self._dependencies or DependencyMatcher(nlp.vocab, validate=True)
            dependencies.add(cue.id, patterns)
            self._dependencies = dependencies

    def hits(self, code: Code, starts: frozenset[int], ends: frozenset[int]) -> list[Hit]:
        """Every phrase match. `starts` and `ends` are the words where a clause begins and ends, for ^ and $."""
        found: dict[tuple[str, int], Hit] = {}
        near = self._phrases.near(code)
        for first, begin in enumerate(code.begins):
            for pattern, (file, cue) in at(near, code.line, begin):
                if pattern.at_start and first not in starts:
                    continue
                match = pattern.regex.match(code.line, begin)
                if match is None or match.end() == begin or self._is_harmless(cue, code, begin):
                    continue
                last = code.index[match.end()]
                if pattern.at_end and last not in ends:
                    continue
                known = found.get((cue.id, first))
                if known is None or known.last < last:
                    found[cue.id, first] = Hit(file, cue, first, last)
        return list(found.values())

    def _is_harmless(self, cue: Cue, code: Code, begin: int) -> bool:
        """Whether a longer harmless phrase covers this place: one that begins here or up to two words before."""
        here = code.index[begin]
        for start in code.begins[max(here - 2, 0) : here + 1]:
            for pattern in self._harmless[cue.id]:
                match = pattern.regex.match(code.line, start)
                if match is not None and match.end() > begin:
                    return True
        return False

    def hits_in(self, doc: "Doc", words: Sequence[Word]) -> list[Hit]:
        """Every match of token and dependency cues in a sentence of these words."""
        found: list[Hit | None] = []
        matches: list[tuple[int, Sequence[int]]] = []
        if self._tokens is not None and self._of_one_word:
            for i, word in enumerate(words):
                found += [Hit(file, cue, i, i + 1) for file, cue in self._matching_alone(word.text, doc.vocab)]
        elif self._tokens is not None:
            matches += [(match_id, range(first, last)) for match_id, first, last in self._tokens(doc)]
        if self._dependencies is not None:
            matches += self._dependencies(doc)
        if matches:
            position = {token.i: i for i, token in enumerate(token for token in doc if not token.is_space)}
            found += [self._hit(doc, match_id, tokens, position) for match_id, tokens in matches]
        return [hit for hit in found if hit is not None]

    def _matching_alone(self, text: str, vocab: "Vocab") -> tuple[tuple[PhraseFile, Cue], ...]:
        """The token cues that match a word by its letters alone; asked once for each word."""
        from spacy.tokens import Doc

        known = self._alone.get(text)
        if known is None:
            if len(self._alone) >= MOST_WORDS:
                self._alone.clear()
            matched = {vocab.strings[match_id] for match_id, _, _ in self._tokens(Doc(vocab, words=[text]))}
            known = self._alone[text] = tuple(self._matched[name] for name in sorted(matched))
        return known

    def _hit(self, doc: "Doc", match_id: int, tokens: Sequence[int], position: Mapping[int, int]) -> Hit | None:
        places = [position[token] for token in tokens if token in position]
        file, cue = self._matched[doc.vocab.strings[match_id]]
        return Hit(file, cue, min(places), max(places) + 1) if places else None


def line_splitter(nlp: "Language") -> Split:
    """How this pipeline cuts a whole line, in small letters: each word is cut once, as people say the same words."""

    def cut(text: str) -> tuple[str, ...]:
        return tuple(token.lower_ for token in nlp.tokenizer(text))

    cut_word = lru_cache(maxsize=WORDS_CUT)(cut)

    def split(line: str) -> tuple[str, ...]:
        words = line.split(" ")
        if "" in words or any(map(str.isspace, set(line) - {" "})):  # white space that is a word of its own
            return cut(line)
        return tuple(part for word in words for part in cut_word(word))

    return split


def splitter(nlp: "Language") -> Split:
    """How this pipeline cuts a word: "don't" into ("do", "n't")."""
    rules = getattr(nlp.tokenizer, "rules", None)
    cut = None if rules is None else frozenset(rules)  # letters alone are cut only where they stand here: "cannot"

    def split(word: str) -> tuple[str, ...]:
        if word.startswith("'"):
            return (word,)
        if cut is not None and word.isascii() and word.isalpha() and word not in cut:
            return (word.lower(),)
        return tuple(token.lower_ for token in nlp.tokenizer(word))

    return split
