"""What a word is in its place: part of speech, lemma and stem, worked out once for each word, tag and relation.

The pipeline's last two components look at one word at a time, a few pairs of words apart. Asking them anew for every word
of every sentence costs a good part of a parse; here their answers are kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .stems import LIGHT, stem

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc, Token

LATER = ("attribute_ruler", "lemmatizer")
"""The components whose answers are kept."""

_ANY_DIGITS = "57"

MOST_ENTRIES = 50_000
"""More than anyone's vocabulary; beyond it the lexicon starts anew, so that strange input cannot make it grow for ever."""


_NEEDED = ("LOWER", "DEP")

_SEPARATORS = str.maketrans({"/": "|", " ": "_", "\n": "_", "\t": "_"})


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything about a word but where it stands."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    is_space: bool
    is_punct: bool
    stem: str
    code: str
    """`lower/lemma/POS/TAG `, as cues are matched against it."""


def entry_of(token: "Token") -> Entry:
    """The entry of a token that all components have seen."""
    punct = token.pos_ == "PUNCT" or not any(c.isalnum() for c in token.text)
    lower = token.lower_
    lemma = (token.lemma_ or lower).lower()
    return Entry(
        text=token.text,
        lower=lower,
        lemma=lemma,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        is_space=token.is_space,
        is_punct=punct,
        stem="" if punct or lower in LIGHT or token.pos_ in ("PART", "DET") else stem(lower),
        code=f"{lower.translate(_SEPARATORS)}/{lemma.translate(_SEPARATORS)}/{token.pos_}/{token.tag_} ",
    )


def _written(digits: Entry, text: str) -> Entry:
    """The entry of other digits in the same place: no component tells one number from another."""
    code = f"{text}/{text}/{digits.pos}/{digits.tag} "
    return replace(digits, text=text, lower=text, lemma=text, stem=digits.stem and text, code=code)


class Pairs:
    """What an attribute ruler knows of more than one word at a time."""

    def __init__(self, nlp: "Language", rules: Iterable[Mapping[str, Any]]) -> None:
        from spacy.matcher import Matcher

        self._matcher = Matcher(nlp.vocab)
        self._needs: list[list[tuple[str, frozenset[int]]]] = []
        """Of each pattern, what must stand somewhere: asking for it first spares nearly every sentence the matcher."""
        for number, rule in enumerate(rules):
            several = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if several:
                self._matcher.add(str(number), several)
                self._needs += [_needed(pattern, nlp.vocab.strings.add) for pattern in several]

    def any_in(self, doc: "Doc") -> bool:
        seen = {name: set(doc.to_array(name).tolist()) for name in _NEEDED}
        near = any(all(not seen[name].isdisjoint(some) for name, some in needs) for needs in self._needs)
        return near and bool(self._matcher(doc))


def _needed(pattern: Iterable[Mapping[str, Any]], number: "Callable[[str], int]") -> list[tuple[str, frozenset[int]]]:
    """The values, as numbers, of which each pattern needs one: those that are told word for word."""
    told = [
        (name, wanted) for token in pattern if "OP" not in token for name, wanted in token.items() if name in _NEEDED
    ]
    one_of = [(name, wanted.get("IN") if isinstance(wanted, Mapping) else [wanted]) for name, wanted in told]
    return [(name, frozenset(map(number, values))) for name, values in one_of if values]


class Lexicon:
    """Entries by word, tag and relation, as the components of one pipeline give them."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._known: dict[tuple[int, int, int], Entry] = {}
        self._rest: list[Any] = [nlp.get_pipe(name) for name in LATER if name in nlp.pipe_names]
        self.later = LATER if nlp.pipe_names[-len(LATER) :] == list(LATER) else ()
        """The components that need not run before `entries`: none in a pipeline that is built otherwise."""
        self._pairs = Pairs(nlp, self._rest[0].patterns) if self.later else None

    def entries(self, doc: "Doc") -> list[Entry]:
        """The entry of every token. Runs the kept components on the whole sentence only where pairs of words matter."""
        if not self.later:
            return [entry_of(token) for token in doc]
        if self._pairs is not None and self._pairs.any_in(doc):
            for component in self._rest:
                component(doc)
            return [entry_of(token) for token in doc]
        found = []
        for orth, tag, dep in doc.to_array(["ORTH", "TAG", "DEP"]).tolist():
            entry = self._known.get((orth, tag, dep))
            found.append(entry if entry is not None else self._asked(orth, tag, dep))
        return found

    def _asked(self, orth: int, tag: int, dep: int) -> Entry:
        """What the components say of a word alone."""
        from spacy.tokens import Doc

        strings = self._nlp.vocab.strings
        if strings[orth].isdigit() and strings[orth] != _ANY_DIGITS:
            digits = strings.add(_ANY_DIGITS)
            known = self._known.get((digits, tag, dep)) or self._asked(digits, tag, dep)
            return _written(known, strings[orth])
        alone = Doc(self._nlp.vocab, words=[strings[orth]], tags=[strings[tag]], deps=[strings[dep]], heads=[0])
        for component in self._rest:
            component(alone)
        if len(self._known) >= MOST_ENTRIES:
            self._known.clear()
        entry = self._known[orth, tag, dep] = entry_of(alone[0])
        return entry
