"""A parsed sentence without spaCy: words, and the one-line code that cues are matched against."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc


FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
"""Tags of verbs that can stand alone in a clause."""


class Word(NamedTuple):
    """One token. `start` and `end` are offsets in the sentence; `head` is the index of the word it hangs on; `stem` is
    what it is compared by, or "" where it carries no content; `code` is what cues are matched against."""

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
    code: str


def words_of(doc: "Doc", lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of a parsed sentence, white space left out."""
    entries = lexicon.entries(doc)
    kept = [i for i, entry in enumerate(entries) if not entry.is_space]
    index = {place: position for position, place in enumerate(kept)}
    heads, starts = (doc.to_array([name]).astype("int64").tolist() for name in ("HEAD", "IDX"))
    return tuple(
        Word(
            one.text,
            one.lower,
            one.lemma,
            one.pos,
            one.tag,
            one.dep,
            index.get(i + heads[i], position),
            starts[i],
            starts[i] + len(one.text),
            one.is_punct,
            one.stem,
            one.code,
        )
        for position, (i, one) in enumerate((i, entries[i]) for i in kept)
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
        begins.append(at)
        parts.append(word.code)
        at += len(word.code)
    return Code("".join(parts), tuple(begins), {position: i for i, position in enumerate((*begins, at))})
