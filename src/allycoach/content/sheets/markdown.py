"""Authoring sheets in Markdown: a heading for each part, and under it a table of labels and texts."""

import re
from collections.abc import Iterable, Iterator

from allycoach.content.located import LINE_END, Problem, Spot
from allycoach.content.yaml_text import UnreadableError

from .rows import Row

_HEADING = re.compile(r"##+\s+(.*)")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")
_CELL = re.compile(r"(?:[^|\\]|\\.|\\$)*")
_ESCAPED = re.compile(r"\\([\\|<])")
_TITLES = ("what", "text")


def to_markdown(title: str, rows: Iterable[Row]) -> str:
    """A sheet. Remarks may be written into it anywhere outside the tables."""
    lines = [f"# {_escaped(title)}"]
    heading: tuple[str, str] | None = None
    for row in rows:
        if (row.part, row.which) != heading:
            heading = (row.part, row.which)
            name = row.part.capitalize()
            lines += [
                "",
                f"## {name}: {_escaped(row.which)}" if row.which else f"## {name}",
                "",
                "| what | text |",
                "|---|---|",
            ]
        lines.append(f"| {_escaped(row.what)} | {_escaped(row.text)} |")
    return "\n".join(lines) + "\n"


def from_markdown(text: str) -> Iterator[Row]:
    """The rows of a sheet. Raises UnreadableError for a table row that is not two cells, or stands under no heading."""
    part = which = ""
    head = Spot(1, 1)
    for number, line in enumerate(LINE_END.split(text), 1):
        said = line.strip()
        heading = _HEADING.fullmatch(said)
        if heading:
            part, _, which = (_plain(each) for each in heading[1].partition(":"))
            head = Spot(number, line.index("#") + 1)
        elif said.startswith("|") and not _RULE.fullmatch(said):
            cells = _cells(said)
            spot = Spot(number, line.index("|") + 1)
            if len(cells) != 2:
                raise _wrong(f"this row has {len(cells)} cells; it needs two, and \\| for a bar in a text", spot, text)
            if not part:
                raise _wrong("this table stands under no heading; write for example ## Person above it", spot, text)
            what, value = map(_plain, cells)
            if (what.lower(), value.lower()) != _TITLES and (what or value):
                yield Row(part, which, what, value, _of_second(line, spot), head)


def _cells(said: str) -> list[str]:
    inner = said[1:]
    cells, at = [], 0
    while at <= len(inner):
        found = _CELL.match(inner, at)
        cells.append(found[0] if found else "")
        at += len(cells[-1]) + 1
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def _of_second(line: str, spot: Spot) -> Spot:
    """Where the text of the second cell begins."""
    before = len(_CELL.match(line, spot.column)[0])  # type: ignore[index]
    rest = line[spot.column + before + 1 :]
    return Spot(spot.line, spot.column + before + 2 + len(rest) - len(rest.lstrip()))


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<br>", "\\<br>")
    return LINE_END.sub("<br>", escaped)


def _plain(cell: str) -> str:
    parts = re.split(r"(?<!\\)((?:\\\\)*)<br>", cell.strip())
    text = "".join(part if number % 2 == 0 else part + "\n" for number, part in enumerate(parts))
    return _ESCAPED.sub(r"\1", text).strip()


def _wrong(said: str, spot: Spot, text: str) -> UnreadableError:
    return UnreadableError(Problem(said, spot=spot), text)
