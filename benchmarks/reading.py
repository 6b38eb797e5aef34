"""The reader beside the bare pipeline: a reply, a keystroke, a batch, memory."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Figure, Figures, beside, resident, timed

if TYPE_CHECKING:
    from spacy.language import Language

    from allycoach.language.reader import SpacyReader
    from allycoach.reading import Context

KEYSTROKES, EACH = 100_000, 1_000
"""Typed in all, and on each of the replies that are typed, over and over, before the next."""

BATCHES, IN_A_BATCH = 40, 64
"""Read by ours and by the bare pipeline, each first every other time."""

SENTENCES = (
    "You've been at this for nine months and hardly anybody has written back.",
    "What would it be about being with people that matters most to you?",
    "Have you thought about asking at the centre by the market?",
    "It sounds like the mornings are the part that wears you down.",
    "Tell me a bit more about the last place where it went well.",
    "You could ring them on Monday and ask what they are looking for.",
)


def replies(count: int) -> list[str]:
    """Different replies of two sentences each, no sentence twice, so that no cache has seen them."""
    return [f"{_sentence(n, 2 * n)} {_sentence(n + 1 + n // 6, 2 * n + 1)}" for n in range(count)]


def _sentence(which: int, number: int) -> str:
    sentence = SENTENCES[which % len(SENTENCES)]
    return f"{sentence[:-1]}, number {number}{sentence[-1]}"


def reader_figures() -> Figures:
    from allycoach.content.library import layers, load_library
    from allycoach.language.pipeline import load
    from allycoach.language.reader import SpacyReader
    from allycoach.reading import Context

    nlp = load()
    bare_memory = resident()
    reader = SpacyReader(nlp, load_library(layers(Path("nowhere"), None)))
    context = Context("I've sent a lot off. You stop counting. I'd like something with people, really.")
    for text in replies(8):
        reader.read(text, context)
    memory = {"ratio": round(resident() / bare_memory, 3), "ours_mb": resident(), "baseline_mb": bare_memory}
    ours, theirs = [], []
    for text in replies(140)[20:]:
        theirs.append(timed(partial(nlp, text)))
        ours.append(timed(partial(reader.read, text, context)))
    return {
        "read a reply / bare parse": beside(ours, theirs),
        "keystroke in 300 words / in 30": _keystrokes(reader, context),
        "batch throughput / bare pipe": _throughput(reader, nlp, context),
        "memory of a reader / bare pipeline": memory,
        f"growth over {KEYSTROKES:,} keystrokes": _growth(reader, context),
    }


def _keystrokes(reader: "SpacyReader", context: "Context") -> Figure:
    def drafts(words: int, last: str) -> list[str]:
        """Whole sentences, and one more in the making; `last` differs so that neither draft finds the other's cached."""
        begun, n = "", 0
        while len(begun.split()) < words - 8:
            begun += _sentence(n, n) + " "
            n += 1
        return [begun + last[: n + 1] for n in range(8, 46)]

    short = drafts(30, "And so what would it be like to go there again")
    long = drafts(300, "But then how would it feel if he came back here")
    reader.read(short[0], context)
    reader.read(long[0], context)
    ours, theirs = [], []
    for one, other in zip(long, short, strict=True):
        ours.append(timed(partial(reader.read, one, context)))
        theirs.append(timed(partial(reader.read, other, context)))
    return beside(ours, theirs)


def _throughput(reader: "SpacyReader", nlp: "Language", context: "Context") -> Figure:
    ours: list[float] = []
    theirs: list[float] = []
    texts = replies(BATCHES * IN_A_BATCH)
    for number in range(BATCHES):
        some = texts[number * IN_A_BATCH :][:IN_A_BATCH]
        both = [
            (theirs, partial(_used_up, nlp.pipe(some, batch_size=64))),
            (ours, partial(_used_up, reader.read_all((text, context) for text in some))),
        ]
        for times, action in both if number % 2 else reversed(both):
            times.append(timed(action))
    figure = beside(ours, theirs)
    return {**figure, "ratio": round(1 / figure["ratio"], 3)}


def _used_up(made: Iterable[object]) -> None:
    deque(made, maxlen=0)


def _growth(reader: "SpacyReader", context: "Context") -> Figure:
    texts = replies(KEYSTROKES // EACH)
    before = resident()
    for n in range(KEYSTROKES):
        text = texts[n // EACH]
        reader.read(text[: 1 + n % len(text)], context)
    return {"ratio": round(resident() / before, 3), "before_mb": before, "after_mb": resident()}
