"""A transcript as a table: CSV with commas, semicolons or tabs, and a first row that names the columns."""

import csv
from collections.abc import Iterator, Mapping
from typing import Literal

from allycoach.catalogue import _

from .said import NotReadError, Said, Talk, lines_of

Column = Literal["speaker", "text"]
COLUMNS: tuple[Column, ...] = ("speaker", "text")

_CALLED: Mapping[str, tuple[str, ...]] = {
    "speaker": ("speaker", "name", "who", "role", "participant", "user", "from", "speaker name"),
    "text": ("text", "words", "said", "utterance", "message", "content", "transcript", "line", "caption", "what"),
    "reply": ("reply",),
    "previous": ("previous",),
    "id": ("id",),
}
_DELIMITERS = ",;\t"
_SHOWN = 8


def parse(text: str, columns: Mapping[str, str] | None = None) -> tuple[Said, ...]:
    """What was said, in order. `columns` names the columns of speaker and text where they are called something else; a row
    without a speaker goes on with what was being said. Raises NotReadError."""
    header, rows = _rows(text)
    who, what = (_place(column, header, columns or {}) for column in COLUMNS)
    talk = Talk("\n")
    for line, row in rows:
        speaker, words = _cell(row, who), _cell(row, what)
        if speaker:
            talk.begin(line, speaker, words)
        elif words and not talk.go_on(words):
            raise NotReadError(line, _("nobody is named as speaking in the first row that says something"))
    return talk.whole()


def is_replies(text: str) -> bool:
    """Whether it is a table of replies to be read one by one: it has a column `reply`. Raises NotReadError."""
    header, _ = _rows(text)
    return _find("reply", header) is not None


def replies(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Line, id (empty where there is none), what the person said before it, and the reply. Raises NotReadError."""
    header, rows = _rows(text)
    reply, previous, name = (_find(column, header) for column in ("reply", "previous", "id"))
    for line, row in rows:
        yield line, _cell(row, name), _cell(row, previous), _cell(row, reply)


def _rows(text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The first row, and the others as they come, each with the line on which it begins. Raises NotReadError."""
    lines = lines_of(text)
    delimiter = max(_DELIMITERS, key=lines[0].count)
    rows = _numbered(lines, delimiter)
    return next(rows, (1, []))[1], rows


def _numbered(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise NotReadError(begins, _("this row is not CSV: {why}").format(why=_plainly(str(error)))) from None


def _plainly(error: str) -> str:
    if "unexpected end" in error:
        return _("a quotation mark is opened and never closed")
    return _("a cell is too long") if "field larger" in error else error


def _place(column: Column, header: list[str], columns: Mapping[str, str]) -> int:
    wanted = columns.get(column)
    if wanted is not None:
        if _plain(wanted) in (names := [*map(_plain, header)]):
            return names.index(_plain(wanted))
        raise NotReadError(
            1, _("there is no column “{wanted}”; there are {names}").format(wanted=wanted, names=_listed(header))
        )
    found = _find(column, header)
    if found is None:
        say = _("say which is which with --columns speaker=NAME,text=NAME")
        raise NotReadError(
            1,
            _("no column is called {column}; there are {names}; {say}").format(
                column=column, names=_listed(header), say=say
            ),
        )
    return found


def _find(column: str, header: list[str]) -> int | None:
    names = [*map(_plain, header)]
    return next((names.index(name) for name in _CALLED[column] if name in names), None)


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()


def _listed(header: list[str]) -> str:
    return ", ".join(f"“{name.strip()}”" for name in header[:_SHOWN]) or "none"


def _cell(row: list[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""
