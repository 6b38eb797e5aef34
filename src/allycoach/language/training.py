"""Trains the component that votes where rules stop.

    python -m allycoach.language.training tests/corpus/train tests/corpus/further

A linear bag of features (spaCy's TextCatBOW, every feature a word of its own) over sentences of coded replies. A sentence
is an example of a kind when words that carry a flag of that kind lie in it. Reflections are coded for whole replies: the
sentences that speak most for one are taken as its examples, and the training is repeated. The phrase bank's own examples,
what a cue must catch and what it must leave, teach the kind that they are examples of.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allycoach.content.library import Library, layers, load_library
from allycoach.content.schema.phrasebank import Cue, PhraseFile
from allycoach.content.schema.phrasebank import Example as PhraseExample
from allycoach.reading import Context

from .agreement import Coded, load_coded
from .features import names
from .learned import FILE, STORED, Learned
from .reader import SpacyReader, load_reader

if TYPE_CHECKING:
    import numpy as np

KINDS = (
    "advice",
    "reassurance",
    "leading_question",
    "assumption",
    "taking_over",
    "minimising",
    "closed_question",
    "stacked_questions",
    "confidentiality_promise",
    "reflection",
)
CONFIG: dict[str, float] = {
    "length": 2**17,
    "epochs": 8,
    "batch": 64,
    "learn_rate": 0.01,
    "L2": 1e-3,
    "rounds": 3,
    "least_seen": 3,
    "seed": 7,
}
"""The whole configuration: the same on every run, so that the same corpus gives the same component."""


@dataclass
class Example:
    """A sentence of a reply with its features; `labels[kind]` is missing where nobody says. One of the phrase bank has no reply."""

    reply: int | None
    names: frozenset[str]
    labels: dict[str, bool] = field(default_factory=dict)


def examples(reader: SpacyReader, coded: Sequence[Coded]) -> list[Example]:
    """The sentences of coded replies, in order."""
    found = []
    for number, one in enumerate(coded):
        spans = [(kind, one.reply.find(words), one.reply.find(words) + len(words)) for kind, words in one.flags]
        for start, end, sentence, facts, place in reader.sentences(one.reply, one.context):
            inside = {kind for kind, first, last in spans if first < end and start < last}
            seen = frozenset(names(sentence.words, facts, place))
            found.append(Example(number, seen, dict(_labels(one, inside))))
    return found


def _labels(one: Coded, inside: set[str]) -> Iterator[tuple[str, bool]]:
    asked_for = one.moves.get("has_advice", False) and not any(kind == "advice" for kind, _ in one.flags)
    for kind in KINDS:
        if kind == "reflection":
            yield kind, one.moves.get("has_reflection", False)
        elif not (kind == "advice" and asked_for):
            yield kind, kind in inside


def taught(reader: SpacyReader, library: Library) -> list[Example]:
    """The examples of the phrase bank, each for the kind of its file alone."""
    found = []
    for kind in KINDS:
        file = library.phrases.get(kind)
        for example, caught in _given(file) if file is not None else ():
            said, before = (example, "") if isinstance(example, str) else (example.reply, example.previous)
            sentences = [seen[2:] for seen in reader.sentences(said, Context(before))]
            if len(sentences) == 1 or not caught:  # which of several sentences is caught, nobody says
                found += [
                    Example(None, frozenset(names(s.words, facts, place)), {kind: caught})
                    for s, facts, place in sentences
                ]
    return found


def _given(file: PhraseFile) -> Iterator[tuple[PhraseExample, bool]]:
    parts: tuple[PhraseFile | Cue, ...] = (file, *file.cues)
    for one in parts:
        yield from ((example, True) for example in one.catch)
        yield from ((example, False) for example in one.leave)


def train(sentences: Sequence[Example]) -> Learned:
    """A component trained on these sentences."""
    known = _known(sentences)
    learned = _fitted(sentences, known)
    for _ in range(int(CONFIG["rounds"]) - 1):
        sentences = _reflecting_again(sentences, learned)
        learned = _fitted(sentences, known)
    return learned


def _known(sentences: Iterable[Example]) -> list[str]:
    """The features that are seen more than once, in order of their names."""
    seen: dict[str, int] = {}
    for one in sentences:
        for name in one.names:
            seen[name] = seen.get(name, 0) + 1
    return sorted(name for name, times in seen.items() if times >= CONFIG["least_seen"])


def _fitted(sentences: Sequence[Example], known: Sequence[str]) -> Learned:
    import numpy as np
    import spacy
    from spacy.ml.models.textcat import build_bow_text_classifier_v3
    from spacy.tokens import Doc
    from thinc.api import Adam, fix_random_seed

    fix_random_seed(int(CONFIG["seed"]))
    vocab = spacy.blank("en").vocab
    rows = {name: row for row, name in enumerate(known)}
    docs = [Doc(vocab, words=sorted(name for name in one.names if name in rows) or ["-"]) for one in sentences]
    truth, told = _table(sentences)
    model = build_bow_text_classifier_v3(
        exclusive_classes=False, ngram_size=1, no_output_layer=True, length=int(CONFIG["length"]), nO=len(KINDS)
    )
    model.initialize(X=docs[:2])
    optimizer = Adam(CONFIG["learn_rate"], L2=0.0)
    order = list(range(len(docs)))
    chance = random.Random(CONFIG["seed"])
    for _ in range(int(CONFIG["epochs"])):
        chance.shuffle(order)
        for begin in range(0, len(order), int(CONFIG["batch"])):
            some = order[begin : begin + int(CONFIG["batch"])]
            scored: Any
            scored, backprop = model.begin_update([docs[i] for i in some])
            backprop((1 / (1 + np.exp(-scored)) - truth[some]) * told[some] / len(some))
            _shrink(model)
            model.finish_update(optimizer)
    return _written_out(model, vocab, rows)


def _shrink(model: Any) -> None:
    """Hold back the weights of the features just seen. Those of rare ones would be gone before they are seen again."""
    for layer in model.walk():
        if layer.has_grad("W"):
            weights = layer.get_param("W")
            layer.inc_grad("W", CONFIG["L2"] * weights * (layer.get_grad("W") != 0))


def _table(sentences: Sequence[Example]) -> "tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]":
    """What is true of each sentence (rows) and kind (columns), and where that is known."""
    import numpy as np

    truth = np.asarray([[one.labels.get(kind, False) for kind in KINDS] for one in sentences], dtype="float32")
    told = np.asarray([[kind in one.labels for kind in KINDS] for one in sentences], dtype="float32")
    return truth, told


def _written_out(model: Any, vocab: Any, rows: dict[str, int]) -> Learned:
    """The weight of every feature by itself: what the model says of a sentence that has nothing else."""
    import numpy as np
    from spacy.tokens import Doc

    bias = model.predict([Doc(vocab, words=[])])[0]
    alone = np.concatenate(
        [model.predict([Doc(vocab, words=[name]) for name in some]) for some in _parts(list(rows), 1000)]
    )
    return Learned.of_names(KINDS, rows, (alone - bias).astype(STORED), bias.astype("float32"))


def _parts(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for begin in range(0, len(names), size):
        yield names[begin : begin + size]


def _reflecting_again(sentences: Sequence[Example], learned: Learned) -> list[Example]:
    """The same sentences; of a reply that reflects, only those that speak for it, and at least one, are said to."""
    column = learned.kinds.index("reflection")
    scores = [score(learned, one)[column] for one in sentences]
    best: dict[int, int] = {}
    for i, one in enumerate(sentences):
        if one.reply is not None and (one.reply not in best or scores[i] > scores[best[one.reply]]):
            best[one.reply] = i
    reflecting = {one.reply for one in sentences if one.reply is not None and one.labels["reflection"]}
    return [
        one
        if one.reply is None
        else Example(
            one.reply,
            one.names,
            {**one.labels, "reflection": one.reply in reflecting and (scores[i] > 0 or best[one.reply] == i)},
        )
        for i, one in enumerate(sentences)
    ]


def score(learned: Learned, one: Example) -> "np.ndarray[Any, Any]":
    rows = sorted(row for row in map(learned.row, one.names) if row is not None)
    scores: np.ndarray[Any, Any] = learned.weights[rows].sum(axis=0, dtype="float32") + learned.bias
    return scores


def save(learned: Learned, path: Path) -> None:
    import srsly  # type: ignore[import-untyped]

    srsly.write_msgpack(
        path,
        {
            "kinds": list(learned.kinds),
            "rows": learned.rows,
            "weights": learned.weights.astype(STORED).tobytes(),
            "bias": learned.bias.tolist(),
        },
    )


def main() -> None:
    """Train on coded replies and write the component, or say how far it would agree with writers it has not seen."""
    parser = argparse.ArgumentParser(description="Trains the component that votes where rules stop.")
    parser.add_argument("files", nargs="+", type=Path, help="coded replies, or folders of them")
    parser.add_argument("--to", type=Path, default=FILE, help="where the component is written")
    given = parser.parse_args()
    paths = [path for one in given.files for path in (sorted(one.glob("*.jsonl")) if one.is_dir() else [one])]
    library = load_library(layers(Path("nowhere"), None))
    reader = load_reader(library)
    bank = taught(reader, library)
    save(train([*examples(reader, [one for path in paths for one in load_coded(path)]), *bank]), given.to)


if __name__ == "__main__":
    main()
