"""Cells of a table that a spreadsheet opens and saves."""

_RUNS = tuple("=+-@")
"""What a spreadsheet takes for a formula at the beginning of a cell; an apostrophe before it says that it is text."""
_DELIMITERS = ",;\t"


def delimiter_of(text: str) -> str:
    """What stands between the cells of a table, by its first line: a comma, a semicolon or a tab."""
    return max(_DELIMITERS, key=text.partition("\n")[0].count)


def guarded(cell: str) -> str:
    """A cell that is never worked out."""
    return f"'{cell}" if _is_guardable(cell) else cell


def plain(cell: str) -> str:
    """What somebody meant: without blanks around it, and without the guard."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and _is_guardable(text) else text


def _is_guardable(cell: str) -> bool:
    return cell.lstrip("'").startswith(_RUNS)
