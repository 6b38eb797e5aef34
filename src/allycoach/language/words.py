"""A parsed sentence without spaCy: words, and the one-line code that cues are matched against."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .stems import LIGHT, stem

if TYPE_CHECKING:
    from spacy.tokens import Doc


FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
"""Tags of verbs that can stand alone in a clause."""


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `start` and `end` are offsets in the sentence; `head` is the index of the word it hangs on; `stem` is
    what it is compared by, or "" where it carries no content."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    is_punct: bool
    stem: str


_SEPARATORS = str.maketrans({"/": "|", " ": "_", "\n": "_", "\t": "_"})


def words_of(doc: "Doc") -> tuple[Word, ...]:
    """The words of a parsed sentence, white space left out."""
    kept = [token for token in doc if not token.is_space]
    index = {token.i: position for position, token in enumerate(kept)}
    return tuple(
        Word(
            text=token.text,
            lower=token.lower_,
            lemma=(token.lemma_ or token.lower_).lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=index.get(token.head.i, index[token.i]),
            start=token.idx,
            end=token.idx + len(token.text),
            is_punct=(punct := token.pos_ == "PUNCT" or not any(c.isalnum() for c in token.text)),
            stem="" if punct or token.lower_ in LIGHT or token.pos_ in ("PART", "DET") else stem(token.lower_),
        )
        for token in kept
    )


@dataclass(frozen=True, slots=True)
class Code:
    """The words written as `lower/lemma/POS/TAG ` each, with the position of each word in that line."""

    line: str
    begins: tuple[int, ...]
    index: dict[int, int]
    """From a position in `line` where a word begins, or the line ends, to that word's index."""


def code_of(words: Sequence[Word]) -> Code:
    parts, begins, at = [], [], 0
    for word in words:
        part = f"{word.lower.translate(_SEPARATORS)}/{word.lemma.translate(_SEPARATORS)}/{word.pos}/{word.tag} "
        begins.append(at)
        parts.append(part)
        at += len(part)
    return Code("".join(parts), tuple(begins), {position: i for i, position in enumerate((*begins, at))})
