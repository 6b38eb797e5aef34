"""People's words inside a table that a spreadsheet opens: cells that stay text, whatever they begin with."""

import csv
import io
from collections.abc import Iterable, Sequence

from allycoach.signs import visible

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"
# Without it a spreadsheet may read curly quotes as something else.


def table(header: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """The table as RFC 4180 has it, for spreadsheets: text is never a formula, and nothing in it is invisible."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return BOM + out.getvalue()


def cell(value: str | int | None) -> str:
    """A value as it stands in a table; an apostrophe goes before what a spreadsheet would work out."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    begins = value.lstrip(" \u00a0").startswith(_BEGINS_A_FORMULA)
    return f"'{visible(value)}" if begins else visible(value)
