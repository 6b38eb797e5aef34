"""A sitting for spreadsheets and programs: nothing in it does anything, and nothing of it is lost."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.counts import counts_of
from allycoach.coaching.debrief import build
from allycoach.content.library import Layer, load_library, shipped_folder
from allycoach.conversation.sitting import Sitting
from allycoach.reports.csv_text import BOM, cell
from allycoach.reports.session_csv import HEADER, session_csv
from allycoach.reports.session_json import SessionDocument, session_json

LIBRARY = load_library((Layer("shipped", shipped_folder()),))
FORMULA = set("=+-@\t\r＝＋－＠")


def as_json(sitting: Sitting) -> str:
    counts = counts_of(sitting, who="0" * 32, scenario="library-amina")
    return session_json(sitting, build(sitting, None, LIBRARY.coaching), counts)


def rows(sitting: Sitting) -> list[list[str]]:
    text = session_csv(sitting, build(sitting, None, LIBRARY.coaching))
    assert text.startswith(BOM)
    csv.field_size_limit(10_000_000)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))


def test_no_cell_is_a_formula_and_none_hides_anything(hostile: Sitting) -> None:
    found = rows(hostile)
    assert tuple(found[0]) == HEADER
    assert len(found) == 2 + 2 * len(hostile.turns)
    for each in (each for row in found for each in row if each):
        assert each[0] not in FORMULA
        assert each.lstrip()[:1] not in FORMULA
        assert not {"\x1b", "\x9b", "\x07", "\x00", "\r", "\u202e", "\u2066", "\ud800"} & set(each)
    assert max(len(row[2]) for row in found) == 1_000_000


def test_the_words_are_all_there() -> None:
    assert cell("=1+1") == "'=1+1"
    assert cell(" \u00a0-1") == "' \u00a0-1"
    assert cell("What's next?") == "What's next?"
    assert cell("\x1b[2J") == "␛[2J"
    assert cell(-3) == "-3"
    assert cell(None) == ""


@given(st.text())
def test_any_text_at_all_stays_text(text: str) -> None:
    made = cell(text)
    assert made[:1] not in FORMULA
    assert (
        made.removeprefix("'").replace("\n", "").isprintable()
        or any(sign in made for sign in "\u200c\u200d\u00ad")
        or not text.isprintable()
    )
    assert len(made) - len(text) in (0, 1)


def test_what_was_seen_and_set_aside_stands_beside_the_words(talk: Any) -> None:
    sitting = talk("You should ring them.", "What matters?", "You could ask.")
    found = [dict(zip(HEADER, row, strict=True)) for row in rows(sitting)[1:]]
    first, third = found[1], found[5]
    assert (first["speaker"], first["heard"], first["look again"], first["set aside"]) == (
        "ally", "open question", "", "advice",
    )  # fmt: skip
    assert (third["look again"], third["set aside"], third["seconds"]) == ("advice", "", "90")
    assert found[2]["openness"] == "40"


def test_json_is_ascii_and_gives_back_every_word(hostile: Sitting) -> None:
    text = as_json(hostile)
    assert text.isascii()
    assert "\x1b" not in text
    made = SessionDocument.model_validate_json(text)
    for turn, said in zip(hostile.turns, made.turns, strict=True):
        assert said.reply == turn.reply.text.replace("\ud800", "\ufffd")
    assert made.thoughts[0].text == hostile.turns[0].reply.text
    assert made.thoughts[1].by == "facilitator"
    assert made.plan[0].confidence == 7
    assert made.turns[0].flags[0].set_aside
    assert made.turns[0].flags[0].because == hostile.turns[0].reply.text
    assert not made.turns[2].flags[0].set_aside
    assert made.counts.turns == len(hostile.turns)


def test_offsets_in_json_count_the_words_as_they_stand_there(hostile: Sitting) -> None:
    for turn in json.loads(as_json(hostile))["turns"]:
        for seen in [*turn["moves"], *turn["flags"]]:
            assert 0 <= seen["start"] < seen["end"] <= len(turn["reply"])


def test_other_ways_are_in_it_with_their_own_notes(branched: Sitting) -> None:
    made = SessionDocument.model_validate_json(as_json(branched))
    assert len(made.turns) == 1
    (way,) = made.branches
    assert (way.name, way.turn, [turn.reply for turn in way.turns]) == (
        "the first", 2, ["You should ring them.", "What matters most?"],
    )  # fmt: skip
    assert way.turns[0].flags[0].set_aside


def test_the_schema_says_what_is_written(hostile: Sitting) -> None:
    schema = SessionDocument.model_json_schema(mode="serialization")
    made = json.loads(as_json(hostile))
    assert set(schema["required"]) | {"format", "v"} == set(made)
    assert schema["additionalProperties"] is False
    with pytest.raises(ValueError, match="turns"):
        SessionDocument.model_validate({**made, "turns": "none"})
