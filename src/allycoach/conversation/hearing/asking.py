"""What a reply asks, by its words alone: the same whoever is asked, and when."""

import re
from dataclasses import dataclass
from functools import lru_cache

from allycoach.reading import Reading

from .asking_words import ELSE, EMPTY, FEELING, LEADS_IN, OF_WORK, OTHERS_STEP, POINTS_BACK, STEP_WORDS
from .words import found, stem, stems, without

_SETS_A_SCENE = frozenset(stems("imagine picture suppose fast-forward"))
_SENTENCE_ENDS = re.compile(r"[.?!…\n]+")


@dataclass(frozen=True, slots=True)
class Asking:
    """A reply that asks something.

    `asked` are the words of its questions and `core` those without what leads in to them, `sentence` the whole sentences that
    the questions stand in, `beside` the other ones and `pictured` those of them that set a scene, `lemmas` those that are not
    plainly of other sentences. `step` tells whether it asks what they will do next, `feeling` what that is like for them,
    `another` for something else; `nothing_new` that it has no content of its own.
    """

    reading: Reading
    asked: str
    core: str
    sentence: str
    beside: str
    pictured: str
    lemmas: tuple[str, ...]
    step: bool
    feeling: bool
    another: bool
    nothing_new: bool

    def lemmas_of(self, words: str) -> tuple[str, ...]:
        """The lemmas that go with some of its words; none where they are of a part of it that has none of its own."""
        if words == self.asked:
            return self.lemmas
        return self.reading.lemmas if words == self.reading.text else ()


@lru_cache(maxsize=2048)  # as many as are heard
def asking(reading: Reading, asked: str) -> Asking:
    """What a reply asks; `asked` are the words of its questions."""
    beside = _sentences(reading, asking=False)
    others = set(stems(reading.text.replace(asked, " "))) - set(stems(asked))
    return Asking(
        reading,
        asked,
        core=without(LEADS_IN, asked) + (" job work" if found(OF_WORK, asked) else ""),
        sentence=_sentences(reading, asking=True),
        beside=beside,
        pictured=_pictured(beside),
        lemmas=tuple(lemma for lemma in reading.lemmas if stem(lemma) not in others),
        step=bool(found(STEP_WORDS, asked)) and not found(OTHERS_STEP, asked),
        feeling=bool(found(FEELING, asked)),
        another=bool(found(ELSE, asked)),
        nothing_new=points_to_nothing_new(asked),
    )


@lru_cache(maxsize=2048)
def content_of(text: str) -> frozenset[str]:
    """The stems of a text that name something."""
    return frozenset(stems(text)) - EMPTY


@lru_cache(maxsize=2048)
def points_to_nothing_new(asked: str) -> bool:
    """Whether a question has no content of its own ("Tell me more", "What was that like?", "Why is
    that?").
    """
    said = stems(asked)
    content = [word for word in said if word not in EMPTY]
    return not content or (len(content) == 1 and any(word in POINTS_BACK for word in said))


def _sentences(reading: Reading, *, asking: bool) -> str:
    """The whole sentences that the questions of a reply stand in, or the others."""
    starts = [move.start for move in reading.questions]
    sentences, start = [], 0
    for end in [*(stop.end() for stop in _SENTENCE_ENDS.finditer(reading.text)), len(reading.text)]:
        if any(start <= at < end for at in starts) is asking:
            sentences.append(reading.text[start:end])
        start = end
    return " ".join(sentences)


def _pictured(told: str) -> str:
    """ "Imagine a good day, a year from now. What are you doing?": the scene that is set for the question."""
    return " ".join(one for one in _SENTENCE_ENDS.split(told) if not _SETS_A_SCENE.isdisjoint(stems(one)[:1]))
