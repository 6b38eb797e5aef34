"""Sheets: a person goes into a table and comes back the same, and what is wrong is said with the sheet's line."""

import csv
import io
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allycoach.content.kinds import json_schema
from allycoach.content.library import Layer, load_kind, shipped_folder
from allycoach.content.loader import FaultyFileError, read_source, validate
from allycoach.content.located import plain
from allycoach.content.scenario_file import scenario_text
from allycoach.content.schema.scenario import Scenario
from allycoach.content.sheets.conversion import SheetForm, read_sheet, sheet_of, source_of
from allycoach.content.sheets.layout import PARTS
from allycoach.content.sheets.reading import split
from allycoach.content.sheets.rows import joined

ROOT = shipped_folder()
PEOPLE: dict[str, Scenario] = load_kind([Layer("shipped", ROOT)], "scenarios").content
ROBIN: Scenario = load_kind([Layer("examples", ROOT / "docs" / "rules" / "examples")], "scenarios").content["robin"]
SHEETS = ROOT / "docs" / "sheets"
FORMS: tuple[SheetForm, ...] = ("md", "csv")


def back(text: str, form: SheetForm) -> Scenario:
    return validate(source_of(text, form, "sheet"), Scenario)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_all_that_is_shipped_comes_back_the_same(name: str, form: SheetForm) -> None:
    assert back(sheet_of(PEOPLE[name], form), form) == PEOPLE[name]


@pytest.mark.parametrize("name", sorted(PEOPLE)[::6])
def test_a_person_written_as_a_file_loads_as_the_same(name: str) -> None:
    written = scenario_text(PEOPLE[name])
    assert validate(read_source(written.encode(), "x.yaml"), Scenario) == PEOPLE[name]


ANYTHING = (
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], include_characters="|\\;,<br>'\"=[]#:\n"),
        min_size=1,
        max_size=30,
    )
    .map(str.strip)
    .filter(bool)
)
FEW = st.lists(ANYTHING, min_size=3, max_size=4)


@st.composite
def people(draw: st.DrawFn) -> Scenario:
    """Robin with any text at all in every kind of place there is."""
    data: dict[str, Any] = ROBIN.model_dump(mode="json", by_alias=True)
    data["setting"], data["authors"], data["content_notes"] = draw(ANYTHING), draw(FEW), draw(FEW)
    data["person"]["hidden"] = draw(ANYTHING)
    topic = data["topics"]["hours"]
    topic["words"], topic["lines"][1]["say"], topic["short"], topic["hint"] = (
        draw(FEW),
        draw(FEW),
        draw(FEW),
        draw(ANYTHING),
    )
    topic["lines"][1]["step"] = draw(st.booleans())
    data["asks_for"] = {"good": draw(FEW)}
    data["exercises"] = {"1.1a": draw(ANYTHING), "2.3c": draw(ANYTHING)}
    data["replies"][1]["when"] = {
        "act": "closed_question",
        "form": draw(st.sampled_from([None, "wh", "alternative"])),
        "band": draw(st.sampled_from([None, "wary"])),
        "topic": draw(st.sampled_from([None, "hours"])),
        "after_turn": draw(st.sampled_from([None, 3])),
    }
    data["replies"][1]["say"] = draw(FEW)
    data["direct_questions"][0]["words"] = draw(FEW)
    data["direct_questions"][0]["topic"] = draw(st.sampled_from([None, "hours"]))
    data["moments"][0]["answers"] = {"reflection": draw(FEW), "other": draw(FEW)}
    data["state"]["effects"] = {"reflection": {"trust": draw(st.integers(-99, 99)), "energy": draw(st.integers(-9, 9))}}
    data["series"] = {"id": "r", "visit": 2, "recalls": [{"when": when, "say": draw(FEW)} for when in ("step", "left")]}
    data["tests"].append({"replies": draw(FEW), "topics": ["lamp"], "untold": ["showing"], "band": "wary"})
    return Scenario.model_validate(data)


@settings(max_examples=60, deadline=None)
@given(person=people(), form=st.sampled_from(FORMS))
def test_any_text_comes_back_the_same(person: Scenario, form: Literal["md", "csv"]) -> None:
    assert back(sheet_of(person, form), form) == person


@settings(max_examples=20, deadline=None)
@given(person=people())
def test_any_text_can_be_written_as_a_file(person: Scenario) -> None:
    assert validate(read_source(scenario_text(person).encode(), "x.yaml"), Scenario) == person


@given(st.lists(ANYTHING))
def test_values_between_semicolons(values: list[str]) -> None:
    assert split(joined(values)) == values


@pytest.mark.parametrize("values", [[], ["(none)"], ["(none)", "a"], ["\\(none)"]])
def test_no_values_at_all(values: list[str]) -> None:
    assert split(joined(values)) == values


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_list_is_not_the_usual_one(form: SheetForm) -> None:
    data = ROBIN.model_dump(mode="json", by_alias=True)
    data["endings"]["routed"] = {"when": "turn >= 2", "needs": [], "say": ["Thank you.", "Right."]}
    person = Scenario.model_validate(data)
    assert back(sheet_of(person, form), form) == person


@pytest.mark.parametrize("form", FORMS)
def test_the_sheets_in_the_docs_are_robin(form: SheetForm) -> None:
    assert (SHEETS / f"robin.{form}").read_text(encoding="utf-8") == sheet_of(ROBIN, form)


ELSEWHERE = {"schema", "act", "form", "at", "say", "step", "after_turn"}
"""Keys that are no label of their own: they stand in a heading, in a `depth` or `recall` label, or are always the same."""


def test_every_key_of_the_format_has_a_place_in_a_sheet() -> None:
    schema = json_schema("scenarios")
    keys = {key for shape in (schema, *schema["$defs"].values()) for key in shape.get("properties", ())}
    placed = {key for part in PARTS for field in part.fields for key in (*part.at, *field.key)}
    assert keys - placed - ELSEWHERE == set()


def test_cells_that_a_spreadsheet_would_run_are_kept_as_text() -> None:
    data = ROBIN.model_dump(mode="json", by_alias=True)
    data["person"]["brief"] = '=HYPERLINK("example.org")'
    person = Scenario.model_validate(data)
    text = sheet_of(person, "csv")
    assert "'=HYPERLINK" in text
    assert back(text, "csv") == person


def test_each_row_may_repeat_its_part() -> None:
    part, rows = ["", ""], []
    for cells in csv.reader(sheet_of(ROBIN, "csv").splitlines()):
        part = cells[:2] if cells[0] else part
        rows.append([*part, *cells[2:]])
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    assert back(out.getvalue(), "csv") == ROBIN


def test_spreadsheets_of_other_habits() -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(csv.reader(sheet_of(ROBIN, "csv").splitlines()))
    assert back(out.getvalue(), "csv") == ROBIN
    swapped = "Text,What,Which,Part,Remarks\nRobin,name,,Person,hello\nhe/him,pronouns,,,\n"
    found = plain(source_of(swapped, "csv", "s").root)
    assert found == {"person": {"name": "Robin", "pronouns": "he/him"}, "schema": 1}


def said(form: SheetForm, old: str, new: str) -> list[str]:
    text = (SHEETS / f"robin.{form}").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(FaultyFileError) as caught:
        back(text.replace(old, new, 1), form)
    return [problem.splitlines()[0] for problem in caught.value.problems]


def line_of(form: SheetForm, words: str) -> int:
    lines = (SHEETS / f"robin.{form}").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_errors_name_the_line_of_the_sheet() -> None:
    at = line_of("md", "| minutes | 8 |")
    assert said("md", "| minutes | 8 |", "| minutes | eight |") == [
        f'sheet:{at}:13  S001 minutes: "eight" is not a whole number'
    ]
    at = line_of("csv", "minutes,8")
    assert said("csv", "minutes,8", "minutes,eight") == [f'sheet:{at}:1  S001 minutes: "eight" is not a whole number']


def test_a_label_or_a_part_that_there_is_not() -> None:
    at = line_of("md", "| key | yes |")
    assert said("md", "| key | yes |", "| kee | yes |") == [
        f'sheet:{at}:9  S001 "kee" is no label here; did you mean "key"?'
    ]
    at = line_of("md", "## Topic: lamp")
    assert said("md", "## Topic: lamp", "## Topik: lamp") == [
        f'sheet:{at}:1  S001 there is no part "Topik" in a sheet; did you mean "topic"?'
    ]


def test_depths_that_make_no_sense() -> None:
    at = line_of("md", "| depth 2 wary |")
    assert said("md", "| depth 2 wary |", "| depth 3 wary |") == [
        f"sheet:{at}:18  S001 depth 3 comes before depth 2; write the depths in order"
    ]
    assert "is no depth; write for example" in said("md", "| depth 2 wary |", "| depth two |")[0]


def test_a_text_that_is_there_twice() -> None:
    first = line_of("csv", "name,Robin")
    assert said("csv", "pronouns,he/him", "name,Bobby") == [
        f"sheet:{first + 1}:1  S002 this is here twice; first on line {first}"
    ]


def test_what_is_missing_is_missed_at_its_heading() -> None:
    at = line_of("md", "## Moment: trap-advice")
    assert said("md", "| tests | 1.4a |\n", "") == [f'sheet:{at}:1  S001 moments[0]: "tests" is missing']


def test_tables_that_are_none() -> None:
    at = line_of("md", "| minutes | 8 |")
    assert said("md", "| minutes | 8 |", "| minutes | 8 | or nine |") == [
        f"sheet:{at}:1  S001 this row has 3 cells; it needs two, and \\| for a bar in a text"
    ]
    assert said("md", "## About\n", "") == [
        "sheet:4:1  S001 this table stands under no heading; write for example ## Person above it"
    ]
    assert said("csv", "part,which,what,text", "part,which,what,words") == [
        'sheet:1:1  S001 the first line must name the columns part, which, what, text; "text" is missing'
    ]
    assert said("csv", "About,,id", ",,id") == ["sheet:2:1  S001 this row has no part; write one into its first cell"]


def test_remarks_and_empty_cells_are_passed_over() -> None:
    text = sheet_of(ROBIN, "md").replace("## Person\n", "## Person\n\nAsk Mel about this one.\n\n- and the hours\n", 1)
    text = text.replace("| hidden |", "| close style |  |\n| hidden |", 1)
    assert back(text, "md") == ROBIN


@pytest.mark.parametrize("name", ["robin.txt", "robin.xlsx", "robin"])
def test_other_files_are_no_sheets(tmp_path: Path, name: str) -> None:
    with pytest.raises(FaultyFileError, match="this is no sheet"):
        read_sheet(tmp_path / name)


@pytest.mark.parametrize("text", ["", "\n\n", "# Nothing\n\nHere.\n"])
def test_an_empty_sheet(text: str) -> None:
    with pytest.raises(FaultyFileError, match="this sheet is empty"):
        source_of(text, "md", "sheet")
