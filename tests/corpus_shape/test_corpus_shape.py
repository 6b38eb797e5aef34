"""The corpus in tests/corpus keeps its shape: whoever tunes or trains on it can rely on this much."""

import json
from pathlib import Path
from typing import Any

import pytest

from allycoach.reading import FlagKind

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
PARTS = {"train": (25, 2500), "tuning": (16, 800), "report": (13, 900), "further": (24, 1230)}

KEYS = ["id", "writer", "previous", "history", "reply", "flags"]
KINDS = {str(kind) for kind in FlagKind}
ANSWERS = ["has_question", "has_open_question", "has_reflection", "has_recovery", "has_advice"]


def files(part: str) -> list[Path]:
    return sorted((CORPUS / part).glob("*.jsonl"))


def lines(part: str) -> list[dict[str, Any]]:
    return [json.loads(line) for path in files(part) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def everything() -> list[dict[str, Any]]:
    return [line for part in PARTS for line in lines(part)]


@pytest.mark.parametrize("part", PARTS)
def test_counts(part: str) -> None:
    assert (len(files(part)), len(lines(part))) == PARTS[part]


@pytest.mark.parametrize("part", PARTS)
def test_a_file_holds_the_replies_of_its_writer(part: str) -> None:
    for path in files(part):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["writer"] == path.stem


def test_no_writer_is_in_two_parts() -> None:
    writers = [{line["writer"] for line in lines(part)} for part in PARTS]
    assert len(set().union(*writers)) == sum(map(len, writers))


def test_ids_are_unique(everything: list[dict[str, Any]]) -> None:
    ids = [line["id"] for line in everything]
    assert len(ids) == len(set(ids))


def test_keys_stand_in_order(everything: list[dict[str, Any]]) -> None:
    for line in everything:
        keys = list(line)
        assert keys in (KEYS + ANSWERS, [*KEYS, *ANSWERS, "settled"]), line["id"]
        assert all(isinstance(line[answer], bool) for answer in ANSWERS), line["id"]
        assert line.get("settled", "a ruling").strip(), line["id"]


def test_each_reply_answers_something(everything: list[dict[str, Any]]) -> None:
    for line in everything:
        assert line["reply"].strip(), line["id"]
        assert line["previous"].strip() or line["history"], line["id"]
        for turn in line["history"]:
            assert list(turn) == ["speaker", "text"], line["id"]
            assert turn["speaker"] in ("person", "helper"), line["id"]
            assert turn["text"].strip(), line["id"]


def test_flags_are_known_and_their_words_are_in_the_reply(everything: list[dict[str, Any]]) -> None:
    for line in everything:
        for flag in line["flags"]:
            assert list(flag) == ["kind", "text"], line["id"]
            assert flag["kind"] in KINDS, line["id"]
            assert flag["text"].strip(), line["id"]
            assert flag["text"] in line["reply"], line["id"]


def test_flags_and_answers_agree(everything: list[dict[str, Any]]) -> None:
    for line in everything:
        kinds = [flag["kind"] for flag in line["flags"]]
        assert kinds.count("closed_question") <= 1, line["id"]
        assert line["has_advice"] or "advice" not in kinds, line["id"]
        assert line["has_question"] or not line["has_open_question"], line["id"]
        assert line["has_question"] or "closed_question" not in kinds, line["id"]
