"""Content files that went wrong: used in full, or refused with a clear sentence; and what is used never stops a talk."""

import json
import tempfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.content.cache import ParsedFiles
from allycoach.content.check import check_source
from allycoach.content.kinds import SHAPES, shape_of
from allycoach.content.layers import Layer, shipped_folder
from allycoach.content.loader import FaultyFileError, SourceFile, read_source, validate
from allycoach.content.located import plain
from allycoach.content.schema.base import Content
from allycoach.content.schema.drill import Drill
from allycoach.content.schema.phrasebank import PhraseFile
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.person.reachable import out_of_reach
from allycoach.language.cues import Cues, splitter
from allycoach.language.known_phrases import KnownPhrases
from allycoach.language.reader import SpacyReader
from allycoach.playtest.talk import Script, hold
from allycoach.practice.drill_round import DrillRound
from tests.shipped import shipped
from tests.stand_ins import Kept, SimpleReader, ticking

from .clear import must_be_clear
from .spoiling import FUZZED, randoms, spoilt_bytes, spoilt_value

REPLIES = (
    "What's been happening?",
    "You should ring them.",
    "So it's been hard.",
    "",
    "What would good look like?",
    "Bye.",
)


@cache
def files(kind: str) -> tuple[Path, ...]:
    """The small ones, which have every part all the same."""
    every = sorted((shipped_folder() / kind).glob("*.yaml"), key=lambda path: path.stat().st_size)
    return tuple(every[:12])


@cache
def data_of(path: Path) -> Any:
    return plain(read_source(path.read_bytes(), path.name).root)


@cache
def kept() -> ParsedFiles:
    return ParsedFiles(Path(tempfile.mkdtemp()))


KINDS = sorted(kind for kind in SHAPES if files(kind))


def content_of(data: bytes, kind: str, stem: str) -> tuple[SourceFile, Content] | None:
    """What the file holds; None when it is refused, with each thing wrong in clear words."""
    try:
        source = read_source(data, f"{kind}/{stem}.yaml")
        return source, validate(source, shape_of(kind, stem))
    except FaultyFileError as error:
        must_be_clear(*error.problems, f"{kind}/{stem}.yaml" in error.problems[0] or "")
        return None


def used(source: SourceFile, content: Content, kind: str) -> None:
    """Everything that is done with a file that was taken."""
    found = check_source(
        Path(f"{kind}/x.yaml"), source, kind, today=date(2026, 11, 22), parsed=kept(),
        beside=(Layer("shipped", shipped_folder()),),
    )  # fmt: skip
    must_be_clear(*found.failures, *found.warnings)
    if found.failures:
        return
    if isinstance(content, Scenario):
        list(out_of_reach(content))
        hold(content, SimpleReader(), Script(REPLIES), seed=7)
    elif isinstance(content, Drill):
        drilled(content)
    elif isinstance(content, PhraseFile):
        lists = shipped().words.lists
        cues = Cues((content,), KnownPhrases(lists, splitter(pipeline()), None, ""), pipeline())
        must_be_clear(*(fault.why for fault in cues.faults))


def drilled(content: Drill) -> None:
    going = DrillRound(content, 1, reader=SimpleReader(), log=Kept(), clock=ticking(), seed=7)
    for _ in range(30):
        if going.over:
            return
        going.write("You should ring them. What matters?")
        if going.answered:
            going.next()


@cache
def pipeline() -> Any:
    from allycoach.language.pipeline import load

    return load()


@pytest.mark.parametrize("kind", KINDS)
@FUZZED
@given(rng=randoms(), which=st.integers(0, 11), other=st.integers(0, 11))
def test_a_file_with_accidents(kind: str, rng: Random, which: int, other: int) -> None:
    paths = files(kind)
    path, beside = paths[which % len(paths)], paths[other % len(paths)]
    found = content_of(spoilt_bytes(path.read_bytes(), rng, beside.read_bytes()), kind, path.stem)
    if found is not None:
        used(*found, kind)


@pytest.mark.parametrize("kind", KINDS)
@FUZZED
@given(rng=randoms(), which=st.integers(0, 11))
def test_a_file_with_other_values(kind: str, rng: Random, which: int) -> None:
    path = files(kind)[which % len(files(kind))]
    written = json.dumps(spoilt_value(data_of(path), rng), ensure_ascii=rng.random() < 0.5)
    found = content_of(written.encode("utf-8", "surrogatepass"), kind, path.stem)
    if found is not None:
        used(*found, kind)


@pytest.mark.parametrize("kind", KINDS)
@FUZZED
@given(text=st.text(max_size=300))
def test_any_text(kind: str, text: str) -> None:
    assert content_of(text.encode("utf-8", "surrogatepass"), kind, "x") is None


@FUZZED
@given(rng=randoms())
def test_a_phrase_bank_with_other_values_reads_on(rng: Random) -> None:
    """What is wrong in one file costs its own cues; every reply is still read."""
    path = rng.choice(files("phrasebank"))
    found = content_of(json.dumps(spoilt_value(data_of(path), rng)).encode(), "phrasebank", path.stem)
    if found is None or not isinstance(found[1], PhraseFile):
        return
    library = shipped()
    reader = SpacyReader(pipeline(), replace(library, phrases={found[1].kind.value: found[1]}))
    must_be_clear(*(fault.why for fault in reader.faults))
    for reply in REPLIES:
        reader.read(reply)
