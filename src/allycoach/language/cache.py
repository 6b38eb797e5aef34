"""Parsed sentences, kept while they are likely to be read again: a keystroke then costs one sentence."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .cues import Cues
from .lexicon import Lexicon
from .sentence import Sentence, sentence_of

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCES = 1024
"""How many are kept: some hours of practice; a sentence takes a few kilobytes."""


BATCH = 32
"""Sentences parsed at once: more of them no longer fit where a processor is quick."""


class SentenceCache:
    """Reads sentences, each the same whatever stood beside it. One lock: a pipeline is not made for several threads."""

    def __init__(self, nlp: "Language", cues: Cues, size: int = SENTENCES) -> None:
        self._nlp = nlp
        self._cues = cues
        self._size = size
        self._lexicon = Lexicon(nlp)
        self._later = [] if cues.need_whole_parse else list(self._lexicon.later)
        self._kept: OrderedDict[str, Sentence] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, texts: Sequence[str]) -> list[Sentence]:
        """The sentences of these texts, in order; those not seen lately are parsed together."""
        with self._lock:
            unseen = [text for text in dict.fromkeys(texts) if text not in self._kept]
            fresh = self._parsed(unseen) if unseen else {}
            read = [fresh.get(text) or self._kept[text] for text in texts]
            for text, sentence in zip(texts, read, strict=True):
                self._kept[text] = sentence
                self._kept.move_to_end(text)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
            return read

    def _parsed(self, texts: list[str]) -> dict[str, Sentence]:
        # The zone frees what spaCy remembers of new words; no Doc leaves it.
        with self._nlp.memory_zone():
            docs = self._nlp.pipe(texts, batch_size=BATCH, disable=self._later)
            return {text: sentence_of(doc, self._cues, self._lexicon) for text, doc in zip(texts, docs, strict=True)}
