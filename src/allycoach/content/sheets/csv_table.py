"""Authoring sheets in CSV: the columns part, which, what and text, for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from allycoach.content.located import Problem, Spot
from allycoach.content.visible import quoted
from allycoach.content.yaml_text import UnreadableError

from .cells import delimiter_of, guarded, plain
from .rows import Row

_COLUMNS = ("part", "which", "what", "text")


def to_csv(rows: Iterable[Row]) -> str:
    """A sheet with a row for each text; part and which stand in the first row of each entry alone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    heading: tuple[str, str] | None = None
    for row in rows:
        new = (row.part, row.which) != heading
        heading = (row.part, row.which)
        cells = (row.part.capitalize() if new else "", row.which if new else "", row.what, row.text)
        writer.writerow([guarded(cell) for cell in cells])
    return out.getvalue()


def from_csv(text: str) -> Iterator[Row]:
    """The rows of a sheet, whose columns may come in any order and whose delimiter may be a semicolon or a tab.

    An empty part means the one above. Raises UnreadableError.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    columns: Sequence[int] | None = None
    heading, line = ("", "", Spot(1, 1)), 1
    try:
        for cells in reader:
            begins, line = line, reader.line_num + 1
            if columns is None:
                columns = _columns(cells, text)
                continue
            part, which, what, value = (plain(cells[at]) if at < len(cells) else "" for at in columns)
            if part and (part, which) != heading[:2]:
                heading = (part, which, Spot(begins, 1))
            if what or value:
                if not heading[0]:
                    raise _wrong("this row has no part; write one into its first cell", begins, text)
                yield Row(heading[0], heading[1], what, value, Spot(begins, 1), heading[2])
    except csv.Error as error:
        raise _wrong(f"this is not CSV: {error}", line, text) from None


def _columns(cells: Sequence[str], text: str) -> Sequence[int]:
    names = [cell.strip().lower() for cell in cells]
    missing = [name for name in _COLUMNS if name not in names]
    if missing:
        said = (
            f"the first line must name the columns {', '.join(_COLUMNS)}; {', '.join(map(quoted, missing))} is missing"
        )
        raise _wrong(said, 1, text)
    return [names.index(name) for name in _COLUMNS]


def _wrong(said: str, line: int, text: str) -> UnreadableError:
    return UnreadableError(Problem(said, spot=Spot(line, 1)), text)
