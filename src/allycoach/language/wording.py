"""What a reply says whoever it is said to: all of its reading that no context changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allycoach.reading import MoveKind

from .normal import Normal, normalise
from .sentence import Sentence
from .sentences import cut
from .stems import LIGHT

_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "ADV", "NUM"))


@dataclass(frozen=True, slots=True)
class Typed:
    """A text made ordinary, and where its sentences are in the ordinary text."""

    normal: Normal
    spans: Sequence[tuple[int, int]]

    @property
    def pieces(self) -> list[str]:
        return [self.normal.text[start:end] for start, end in self.spans]


@dataclass(frozen=True, slots=True)
class Wording:
    """A parsed reply. `stems` and `words` are those that occur in it, `lemmas` those with content, in order; `asks_leave`
    tells whether it asks leave or hands a choice over, `limited` whether it names a limit to secrecy."""

    typed: Typed
    sentences: tuple[Sentence, ...]
    stems: frozenset[str]
    words: frozenset[str]
    lemmas: tuple[str, ...]
    asks_leave: bool
    limited: bool

    @property
    def normal(self) -> Normal:
        return self.typed.normal

    def placed(self) -> Iterator[tuple[int, int, Sentence]]:
        """Each sentence with its place in the ordinary text."""
        for (start, end), sentence in zip(self.typed.spans, self.sentences, strict=True):
            yield start, end, sentence


def typed(text: str, spellings: Mapping[str, str]) -> Typed:
    normal = normalise(text, spellings)
    return Typed(normal, cut(normal.text))


def wording(text: Typed, sentences: Sequence[Sentence], limits: Sequence[str]) -> Wording:
    """`limits` are phrases, in small letters, that name a limit to secrecy."""
    lower = text.normal.text.lower()
    words = [word for sentence in sentences for word in sentence.words]
    return Wording(
        typed=text,
        sentences=tuple(sentences),
        stems=frozenset(word.stem for word in words if word.stem),
        words=frozenset(word.lower for word in words),
        lemmas=tuple(word.lemma for word in words if word.pos in _CONTENT and word.lower not in LIGHT),
        asks_leave=_asks_leave(sentences) or _hands_over(sentences),
        limited=any(entry in lower for entry in limits),
    )


def _asks_leave(sentences: Sequence[Sentence]) -> bool:
    return any(
        hit.file.kind in (MoveKind.PERMISSION, MoveKind.AUTONOMY)
        for sentence in sentences
        for hits in sentence.hits
        for hit in hits
    )


def _hands_over(sentences: Sequence[Sentence]) -> bool:
    """ "You could write, ring or come in. Which suits you?": several ways, and the choice is theirs."""
    offers = False
    for sentence in sentences:
        if offers and any(hit.cue.subtype == "choice" for hits in sentence.hits for hit in hits):
            return True
        offers = offers or any(word.lower == "or" for word in sentence.words)
    return False
