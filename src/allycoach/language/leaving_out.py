"""How far the trained component may be trusted: on every writer's replies by components that have not seen that writer.

    python -m allycoach.language.leaving_out tests/corpus/train tests/corpus/further --folds 8

Nothing is written. For each kind it prints, score by score, how many flags the component would add where no rule spoke and how
many of these people saw too, and how many flags of the rules it would let go, right and wrong ones. The scores in `votes` of
the phrase files were chosen from such a table.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from allycoach.content.library import layers, load_library
from allycoach.content.schema.phrasebank import Votes
from allycoach.reading import FlagKind, Reading

from .agreement import Coded, load_coded
from .reader import SpacyReader, load_reader
from .training import KINDS, Example, examples, taught, train

SCORES = (-5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0)
_SOURCE = "being tried"


class Tally(NamedTuple):
    """Of the flags of one kind that a score would add or let go: how many people saw, and how many they did not."""

    right: int
    wrong: int


def left_out(count: int, folds: int) -> Iterator[tuple[list[int], list[int]]]:
    """The numbers of the writers to train on and of those left out, fold by fold."""
    for fold in range(folds):
        yield [n for n in range(count) if n % folds != fold], [n for n in range(count) if n % folds == fold]


def added(kind: FlagKind, coded: Sequence[Coded], alone: Sequence[Reading], voted: Sequence[Reading]) -> Tally:
    """Replies that are flagged with the votes and not by the rules alone."""
    return _tally(kind, coded, [v.flagged(kind) and not a.flagged(kind) for a, v in zip(alone, voted, strict=True)])


def let_go(kind: FlagKind, coded: Sequence[Coded], alone: Sequence[Reading], voted: Sequence[Reading]) -> Tally:
    """Replies that the rules alone flag and that are not flagged with the votes."""
    return _tally(kind, coded, [a.flagged(kind) and not v.flagged(kind) for a, v in zip(alone, voted, strict=True)])


def _tally(kind: FlagKind, coded: Sequence[Coded], changed: Sequence[bool]) -> Tally:
    seen = [any(name == kind for name, _ in one.flags) for one, differs in zip(coded, changed, strict=True) if differs]
    return Tally(sum(seen), len(seen) - sum(seen))


def table(
    reader: SpacyReader, writers: Sequence[Sequence[Coded]], bank: Sequence[Example], folds: int
) -> Iterator[str]:
    """The lines of the table."""
    coded: list[Coded] = []
    alone: list[Reading] = []
    voted: dict[tuple[str, float], list[Reading]] = {(way, s): [] for way in ("flagged", "let_go") for s in SCORES}
    for seen, unseen in left_out(len(writers), folds):
        learned = train([*examples(reader, [one for n in seen for one in writers[n]]), *bank])
        some = [one for n in unseen for one in writers[n]]
        coded += some
        reader.vote_with(None)
        alone += _readings(reader, some)
        for (way, score), readings in voted.items():
            reader.vote_with(learned, {kind: Votes.model_validate({way: score, "source": _SOURCE}) for kind in KINDS})
            readings += _readings(reader, some)
    yield f"{len(coded)} replies"
    for kind in (FlagKind(kind) for kind in KINDS if kind in set(FlagKind)):
        for way, count in (("flagged", added), ("let_go", let_go)):
            found = ((s, count(kind, coded, alone, voted[way, s])) for s in SCORES)
            yield f"{kind.value:24} {way:8} " + "  ".join(f"{s:g}: {one.right}+{one.wrong}" for s, one in found)


def _readings(reader: SpacyReader, coded: Sequence[Coded]) -> list[Reading]:
    return list(reader.read_all((one.reply, one.context) for one in coded))


def main() -> None:
    """Print the table: at each score, flags that people saw + flags that they did not."""
    parser = argparse.ArgumentParser(description="How far the trained component may be trusted.")
    parser.add_argument("files", nargs="+", type=Path, help="folders of coded replies, one file a writer")
    parser.add_argument("--folds", type=int, default=8, help="how many components to train, each without some writers")
    given = parser.parse_args()
    library = load_library(layers(Path("nowhere"), None))
    reader = load_reader(library)
    writers = [load_coded(path) for folder in given.files for path in sorted(folder.glob("*.jsonl"))]
    for line in table(reader, writers, taught(reader, library), given.folds):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
