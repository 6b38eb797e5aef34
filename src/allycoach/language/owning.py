"""The sentences of the recovery phrases that own a slip: whoever uses one is stepping back, whatever its words."""

import re
from collections.abc import Iterable, Mapping

from allycoach.content.schema.phrasebank import PhraseFile

from .normal import normalise
from .sentences import cut

_OWN = re.compile(r"\b(?:i|i'm|i've|i'd|my|mine|me)\b")
_ASKS = re.compile(
    r"\?$|^(?:tell|go on|you said|take)|\b(?:i'd like|i wonder|i can hear|i'm still|i'm listening|thank)\b"
)
LEAST_WORDS = 4


def owning_sentences(files: Iterable[PhraseFile], spellings: Mapping[str, str]) -> frozenset[str]:
    """The owning sentences of all recovery phrases, as `plain` writes them."""
    found = set()
    for file in files:
        for phrase in file.phrases:
            text = normalise(phrase.say, spellings).text
            found |= {plain(text[start:end]) for start, end in cut(text) if _owns(text[start:end].lower())}
    return frozenset(found)


def plain(sentence: str) -> str:
    """A sentence in small letters, without the stop at its end."""
    return sentence.lower().rstrip(" .!?,…").strip()


def _owns(sentence: str) -> bool:
    if "{echo}" in sentence or len(sentence.split()) < LEAST_WORDS:
        return False
    return bool(_OWN.search(sentence)) and not _ASKS.search(sentence)
