"""Sheets from people and people from sheets."""

from pathlib import Path
from typing import Literal

from allycoach.content.loader import FaultyFileError, SourceFile, validate
from allycoach.content.located import Scalar, Spot, located
from allycoach.content.schema.scenario import Scenario
from allycoach.content.visible import visible
from allycoach.content.yaml_text import UnreadableError, decode, read_bytes
from allycoach.errors import ContentError

from .csv_table import from_csv, to_csv
from .markdown import from_markdown, to_markdown
from .reading import read_rows
from .rows import rows_of

SheetForm = Literal["md", "csv"]
_FORMS: dict[str, SheetForm] = {".md": "md", ".markdown": "md", ".csv": "csv", ".tsv": "csv"}


def sheet_of(scenario: Scenario, form: SheetForm) -> str:
    """The scenario as a sheet. Raises ContentError if a sheet cannot hold all of it."""
    rows = tuple(rows_of(scenario))
    text = to_markdown(scenario.title, rows) if form == "md" else to_csv(rows)
    if validate(source_of(text, form, scenario.id), Scenario) != scenario:
        raise ContentError(
            f'A sheet cannot hold all of "{scenario.id}".',
            mend="Two of its entries may have the same heading; `allycoach check` says which.",
        )
    return text


def read_sheet(path: Path) -> SourceFile:
    """The data of a sheet, each value at its line. Raises FaultyFileError."""
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise FaultyFileError([f"{visible(path.name)}  this is no sheet; their names end in .md or .csv"])
    try:
        return source_of(decode(read_bytes(path)), form, path.name)
    except UnreadableError as error:
        raise FaultyFileError([located(path.name, error.problem, error.text)]) from None


def source_of(text: str, form: SheetForm, name: str) -> SourceFile:
    """The data of a sheet's text. Raises FaultyFileError; `name` is what its messages call the sheet."""
    try:
        root, problems = read_rows(from_markdown(text) if form == "md" else from_csv(text))
    except UnreadableError as error:
        raise FaultyFileError([located(name, error.problem, error.text)]) from None
    if not root.entries and not problems:
        raise FaultyFileError(
            [f"{visible(name)}  S001 this sheet is empty; `allycoach new sheet ID` makes one to start from"]
        )
    if problems:
        raise FaultyFileError([located(name, problem, text) for problem in problems])
    root.entries.setdefault("schema", (Spot(1, 1), Scalar(Spot(1, 1), 1, "1")))
    return SourceFile(name, text, root)
