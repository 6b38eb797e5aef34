"""Items of a drill as a table and back."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.content.drill_items import COLUMNS, items_in, table_of
from allycoach.content.library import Library
from allycoach.content.yaml_text import UnreadableError

HEADING = ",".join(COLUMNS)


@pytest.mark.parametrize("name", ["advice-to-question", "recover", "reflect-then-ask", "yet"])
def test_what_goes_out_comes_back(shipped: Library, name: str) -> None:
    drill = shipped.drill(name)
    wanted = [(one.level, one.person, one.given, one.good, one.hint, one.keep, one.slips[:2]) for one in drill.items]
    found = items_in(table_of(drill))
    assert [(one.level, one.person, one.given, one.good, one.hint, one.keep, one.slips) for one in found] == wanted
    assert len({one.id for one in found}) == len(found)


def test_a_spreadsheets_own_ways_are_taken() -> None:
    text = "They say;Better 1;Better 2;Better 3;Level\n\n'=I am stuck; What is it?;B;C;\n;;;;\nD;E;F;G;3\n"
    found = items_in(text)
    assert [(one.person, one.good[0], one.level) for one in found] == [("=I am stuck", "What is it?", 1), ("D", "E", 3)]


def test_no_cell_goes_out_as_a_formula(shipped: Library) -> None:
    drill = shipped.drill("yet")
    item = drill.items[0].model_copy(update={"person": "=HYPERLINK(1)"})
    assert "'=HYPERLINK(1)" in table_of(drill.model_copy(update={"items": (item,)}))


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("", 'the column "they say" is missing', 1),
        ("they say,better 1\n", 'the column "better 2" is missing', 1),
        (f"{HEADING},colour\n", 'there is no column "colour"', 1),
        (f"{HEADING}\n9,A,,B,C,D\n", "the level is 1, 2 or 3", 2),
        (f"{HEADING}\n1,A,,B,C,D\n1,A,,B,,D\n", 'nothing stands under "better 2"', 3),
    ],
)
def test_what_is_wrong_is_said_at_its_line(text: str, said: str, line: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        items_in(text)
    assert said in caught.value.problem.text
    assert caught.value.problem.spot is not None
    assert caught.value.problem.spot.line == line


@given(st.text(alphabet="a,;\t\"'\n\r=1239 {}\0"))
def test_any_table_is_items_or_refused(rows: str) -> None:
    with suppress(UnreadableError):
        assert all(item.person.strip() and len(item.good) == 3 for item in items_in(f"{HEADING}\n{rows}"))


def test_words_in_apostrophes_come_back_as_they_were(shipped: Library) -> None:
    drill = shipped.drill("yet")
    item = drill.items[0].model_copy(update={"person": "'=1 is all it says', he said"})
    assert items_in(table_of(drill.model_copy(update={"items": (item,)})))[0].person == item.person
