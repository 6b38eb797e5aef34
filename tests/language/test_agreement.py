"""The figures we report, from hand-made coding and readings."""

from pathlib import Path

import pytest

from allycoach.errors import ContentError
from allycoach.language.agreement import CORE, Coded, agreement, load_coded, score
from allycoach.reading import Context, Flag, FlagKind, Reading, Strength


def read(text: str, *kinds: FlagKind, end: int = 4) -> Reading:
    return Reading(text, flags=tuple(Flag(kind, 0, end, "r", Strength.NOTE, "why") for kind in kinds))


def coded(text: str, *kinds: FlagKind, words: str = "some") -> Coded:
    return Coded(text, Context(), tuple((kind.value, words) for kind in kinds))


def test_precision_recall_and_f1() -> None:
    found = score("advice", [True, True, True, False], [True, False, True, True], seed=1)
    assert (found.precision, found.recall, found.number) == (2 / 3, 2 / 3, 3)
    assert found.f1 == pytest.approx(2 / 3)
    assert 0 <= found.low <= found.f1 <= found.high <= 1
    assert found == score("advice", [True, True, True, False], [True, False, True, True], seed=1)


def test_nothing_to_find_is_no_error() -> None:
    found = score("advice", [False, False], [False, False], seed=1)
    assert (found.precision, found.recall, found.f1, found.low, found.high) == (0, 0, 0, 0, 0)


def test_clean_replies_spans_and_macro() -> None:
    people = [coded("some words here", FlagKind.ADVICE), coded("clean words"), coded("more clean words")]
    ours = [read("some words here", FlagKind.ADVICE), read("clean words", FlagKind.ADVICE), read("more clean words")]
    found = agreement(people, ours, examples=5)
    assert found.clean_flagged == 0.5
    assert found.spans == 1.0
    assert found.macro == pytest.approx((2 / 3) / len(CORE))
    assert found.examples == (("advice", "false", "clean words"),)


def test_words_elsewhere_do_not_overlap() -> None:
    found = agreement([coded("x some", FlagKind.ADVICE)], [read("x some", FlagKind.ADVICE, end=1)])
    assert found.spans == 0.0


def test_a_line_that_is_not_coded_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"reply": "a", "flags": []}\n{"reply": "b"}\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"x\.jsonl:2"):
        load_coded(path)
