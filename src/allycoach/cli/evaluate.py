"""The analyser held against coded replies, as a table for reading or as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.errors import ContentError

from .shelves import library

if TYPE_CHECKING:
    from allycoach.language.agreement import Agreement, Score


def evaluate_lines(paths: Sequence[Path], content: Path | None, *, as_json: bool, examples: int) -> Iterator[str]:
    """What to print. Raises ContentError for a file that is absent or not coded."""
    from allycoach.language.agreement import agreement, load_coded

    from .shelves import reader_for

    coded = [one for path in _files(paths) for one in load_coded(path)]
    if not coded:
        raise ContentError("There are no coded replies in these files.")
    reader = reader_for(library(content))
    readings = list(reader.read_all((one.reply, one.context) for one in coded))
    found = agreement(coded, readings, examples=examples)
    if as_json:
        yield json.dumps({"rules": reader.rules, "pipeline": reader.pipeline, **asdict(found)}, ensure_ascii=False)
    else:
        yield from _table(found, reader.rules, reader.pipeline)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.jsonl"))
        elif path.is_file():
            yield path
        else:
            raise ContentError(f"There is no file {path}.")


def _table(found: "Agreement", rules: str, pipeline: str) -> Iterator[str]:
    yield f"{found.replies} replies, rules {rules}, pipeline {pipeline}."
    yield ""
    yield "| flag | precision | recall | F1 | 95 % of F1 | seen by people |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(score) for score in found.flags if score.number)
    yield ""
    yield "| move | precision | recall | F1 | 95 % of F1 | seen by people |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(score) for score in found.moves)
    yield ""
    yield f"Mean F1 of the eight core flags: {found.macro:.2f}."
    yield f"Flags found whose words overlap the coded words: {found.spans:.0%}."
    yield f"Clean replies that got a core flag: {found.clean_flagged:.1%}."
    if found.examples:
        yield ""
        yield from (f"- {kind}, {how}: {json.dumps(reply, ensure_ascii=False)}" for kind, how, reply in found.examples)


def _row(score: "Score") -> str:
    name = score.kind.replace("_", " ")
    bounds = f"{score.low:.2f} to {score.high:.2f}"
    return f"| {name} | {score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} | {bounds} | {score.number} |"
