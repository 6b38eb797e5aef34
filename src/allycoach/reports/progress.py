"""Progress in lines, and the practice log for professional development as Markdown and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from allycoach.coaching.practice_log import LogRow
from allycoach.coaching.progress import HOPED, NOTHING_YET, Behaviour, Point, in_words, percent
from allycoach.coaching.record import Practised, you_practised
from allycoach.content.schema.framework import Framework
from allycoach.signs import one_line

from .csv_text import cell
from .literal import literal_line

LATEST = 8
"""Points told one by one."""

HEADINGS = ("Date", "What", "Mode", "Minutes", "Turns", "Indicators")


def progress_lines(
    sittings: int,
    behaviours: Iterable[Behaviour],
    record: Mapping[str, Practised],
    framework: Framework | None,
    disclaimer: str,
) -> Iterator[str]:
    """Each line stands alone, the important word first."""
    yield f"PROGRESS: {_counted(sittings, 'sitting')}. {one_line(disclaimer)}"
    shown = [behaviour for behaviour in behaviours if behaviour.points]
    if not shown:
        yield f"BEHAVIOURS: {NOTHING_YET}"
    for behaviour in shown:
        name = one_line(behaviour.name).upper()
        yield f"{name}: {in_words(behaviour)}{_hoped(behaviour)}"
        if len(behaviour.points) > 1:
            yield f"{name}, the latest: {', '.join(map(_point, behaviour.points[-LATEST:]))}."
    says = {one.id: one.says for one in framework.indicators} if framework is not None else {}
    for name, mine in sorted(record.items()):
        yield f"INDICATOR {name}: {one_line(says.get(name, ''))} {you_practised(mine)}"
    if not record:
        yield "INDICATORS: none has been practised yet. A talk of a few replies is a beginning."


def _hoped(behaviour: Behaviour) -> str:
    words = HOPED[behaviour.hoped]
    return f" {words[0].upper()}{words[1:]}."


def _point(point: Point) -> str:
    return f"{percent(point)} of {point.behind:,}{' (solo)' if point.probe else ''}"


def log_markdown(rows: Sequence[LogRow], titles: Mapping[str, str], *, disclaimer: str) -> str:
    """`titles` gives the title of each scenario and drill by its id."""
    minutes = sum(row.minutes for row in rows)
    parts = [
        "# Practice log",
        f"*{literal_line(disclaimer)}*",
        f"{_counted(len(rows), 'entry', 'entries')}, {_counted(minutes, 'minute')} in all.",
    ]
    if rows:
        table = ["| " + " | ".join(HEADINGS) + " |", "| --- | --- | --- | ---: | ---: | --- |"]
        table += ["| " + " | ".join(map(literal_line, _cells(row, titles))) + " |" for row in rows]
        parts.append("\n".join(table))
    return "\n\n".join(parts) + "\n"


def log_csv(rows: Iterable[LogRow], titles: Mapping[str, str]) -> str:
    """With a heading. Dates are ISO 8601, indicators are separated by spaces."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADINGS)
    for row in rows:
        _, *rest = _cells(row, titles)
        writer.writerow([row.at.date().isoformat(), *map(cell, rest)])
    return out.getvalue()


def _cells(row: LogRow, titles: Mapping[str, str]) -> tuple[str, ...]:
    return (
        f"{row.at.day} {row.at:%B %Y}",
        one_line(titles.get(row.what, row.what)),
        row.mode,
        str(row.minutes),
        str(row.turns),
        " ".join(row.indicators),
    )


def _counted(count: int, one: str, many: str = "") -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {many or f'{one}s'}"
