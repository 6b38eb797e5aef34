"""The items of a drill as a table for a spreadsheet, and back."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from .located import Problem, Spot
from .schema.drill import Drill, Item
from .sheets.cells import delimiter_of, guarded, plain
from .visible import quoted
from .yaml_text import UnreadableError

COLUMNS = (
    "level", "they say", "a line", "better 1", "better 2", "better 3", "hint", "keep", "slip 1", "slip 2", "after the slip",
)  # fmt: skip
_NEEDED = ("they say", "better 1", "better 2", "better 3")
_MOST = 500


def table_of(drill: Drill) -> str:
    """A row for each item, under a heading."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in drill.items:
        slips = (*item.slips, "", "")[:2]
        cells = (str(item.level), item.person, item.given or "", *item.good, item.hint or "", "; ".join(item.keep))
        writer.writerow([guarded(cell) for cell in (*cells, *slips, item.after_slip or "")])
    return out.getvalue()


def items_in(text: str) -> tuple[Item, ...]:
    """The items of a table, numbered from 1. The columns may come in any order, with commas, semicolons or tabs between
    them. Raises UnreadableError, with the line of the table."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        return tuple(_items(reader, text))
    except csv.Error as error:
        raise UnreadableError(Problem(f"this is no table: {error}", spot=Spot(reader.line_num, 1)), text) from None


def _items(reader: Any, text: str) -> Iterator[Item]:
    columns, number = _columns(next(reader, []), text), 0
    for cells in reader:
        given = {name: plain(" ".join(cells[at].split())) for name, at in columns.items() if at < len(cells)}
        if not any(given.values()):
            continue
        number += 1
        if number > _MOST:
            raise _wrong(f"these are more than {_MOST} items; one drill needs fewer", reader.line_num, text)
        yield _item(number, given, reader.line_num, text)


def _columns(cells: list[str], text: str) -> dict[str, int]:
    found = {cell.strip().lower(): at for at, cell in enumerate(cells)}
    unknown = [cell for cell in found if cell and cell not in COLUMNS]
    missing = [name for name in _NEEDED if name not in found]
    if unknown or missing:
        said = f"there is no column {quoted(unknown[0])}" if unknown else f"the column {quoted(missing[0])} is missing"
        raise _wrong(f"{said}; the columns are {', '.join(COLUMNS)}", 1, text)
    return {name: at for name, at in found.items() if name}


def _item(number: int, given: Mapping[str, str], line: int, text: str) -> Item:
    missing = next((name for name in _NEEDED if not given.get(name)), None)
    if missing is not None:
        raise _wrong(f"nothing stands under {quoted(missing)}", line, text)
    level = given.get("level") or "1"
    if level not in ("1", "2", "3"):
        raise _wrong(f"the level is 1, 2 or 3, and not {quoted(level)}", line, text)
    written: dict[str, Any] = {
        "id": f"item-{number:02d}",
        "level": int(level),
        "person": given["they say"],
        "given": given.get("a line") or None,
        "good": [given[f"better {n}"] for n in (1, 2, 3)],
        "hint": given.get("hint") or None,
        "keep": [word.strip() for word in given.get("keep", "").split(";") if word.strip()],
        "slips": [slip for slip in (given.get("slip 1"), given.get("slip 2")) if slip],
        "after_slip": given.get("after the slip") or None,
    }
    try:
        return Item.model_validate(written)
    except ValidationError as error:
        raise _wrong(f"this cannot be an item: {error.errors()[0]['msg']}", line, text) from None


def _wrong(said: str, line: int, text: str) -> UnreadableError:
    return UnreadableError(Problem(said, spot=Spot(line, 1)), text)
