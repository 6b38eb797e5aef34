"""One sentence, read without its context: its words, clauses and cue matches. This is what the cache keeps."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .clauses import Clause, clauses
from .cues import Cues, Hit
from .lexicon import Lexicon
from .traceable import content
from .words import Word, code_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Sentence:
    """`hits[i]` are the cue matches that begin in `clauses[i]`, `stems` those of the words that carry content."""

    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    hits: tuple[tuple[Hit, ...], ...]
    stems: frozenset[str]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the sentence of the words from `first` to `last` (exclusive), stops at the end left out."""
        while last > first + 1 and self.words[last - 1].is_punct:
            last -= 1
        return self.words[first].start, self.words[last - 1].end


def sentence_of(doc: "Doc", cues: Cues, lexicon: Lexicon) -> Sentence:
    """Read one parsed sentence. No Doc is kept."""
    words = words_of(doc, lexicon)
    parts = clauses(words) if words else ()
    starts = frozenset(i for part in parts for i in range(part.first, part.core + 1))
    starts |= {i + 1 for i, word in enumerate(words) if word.is_punct}
    hits = [*cues.hits(code_of(words), starts, _ends(words, parts)), *cues.hits_in(doc, words)]
    hits.sort(key=lambda hit: (hit.first, hit.last, hit.cue.id))
    within = tuple(tuple(hit for hit in hits if part.first <= hit.first < part.last) for part in parts)
    return Sentence(words, parts, within, frozenset(content(words)))


def _ends(words: tuple[Word, ...], parts: tuple[Clause, ...]) -> frozenset[int]:
    """Where a clause ends, with and without the stops that close it."""
    found = set()
    for part in parts:
        last = part.last
        found.add(last)
        while last > part.first and words[last - 1].is_punct:
            last -= 1
            found.add(last)
    return frozenset(found)
