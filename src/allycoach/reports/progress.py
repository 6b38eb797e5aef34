"""Progress in lines, and the practice log for professional development as Markdown and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from allycoach.catalogue import _, many
from allycoach.coaching.practice_log import LogRow
from allycoach.coaching.progress import HOPED, NOTHING_YET, Behaviour, Point, in_words, percent
from allycoach.coaching.record import Practised, you_practised
from allycoach.content.schema.framework import Framework
from allycoach.dates import day
from allycoach.shown_names import mode_name
from allycoach.signs import one_line

from .csv_text import cell
from .literal import literal_line

LATEST = 8
"""Points told one by one."""

HEADINGS = (_("Date"), _("What"), _("Mode"), _("Minutes"), _("Turns"), _("Indicators"))


def progress_lines(
    sittings: int,
    behaviours: Iterable[Behaviour],
    record: Mapping[str, Practised],
    framework: Framework | None,
    disclaimer: str,
) -> Iterator[str]:
    """Each line stands alone, the important word first."""
    yield (
        many("PROGRESS: 1 sitting.", "PROGRESS: {n:,} sittings.", sittings).format(n=sittings)
        + f" {one_line(disclaimer)}"
    )
    shown = [behaviour for behaviour in behaviours if behaviour.points]
    if not shown:
        yield _("BEHAVIOURS: {words}").format(words=NOTHING_YET)
    for behaviour in shown:
        name = one_line(behaviour.name).upper()
        yield f"{name}: {in_words(behaviour)}{_hoped(behaviour)}"
        if len(behaviour.points) > 1:
            yield _("{name}, the latest: {points}.").format(
                name=name, points=", ".join(map(_point, behaviour.points[-LATEST:]))
            )
    says = {one.id: one.says for one in framework.indicators} if framework is not None else {}
    for name, mine in sorted(record.items()):
        yield (
            _("INDICATOR {name}: {says}").format(name=name, says=one_line(says.get(name, "")))
            + f" {you_practised(mine)}"
        )
    if not record:
        yield _("INDICATORS: none has been practised yet. A talk of a few replies is a beginning.")


def _hoped(behaviour: Behaviour) -> str:
    words = HOPED[behaviour.hoped]
    return f" {words[0].upper()}{words[1:]}."


def _point(point: Point) -> str:
    return (_("{share} of {of:,} (solo)") if point.probe else _("{share} of {of:,}")).format(
        share=percent(point), of=point.behind
    )


def log_markdown(rows: Sequence[LogRow], titles: Mapping[str, str], *, disclaimer: str) -> str:
    """`titles` gives the title of each scenario and drill by its id."""
    minutes = sum(row.minutes for row in rows)
    parts = [
        "# " + _("Practice log"),
        f"*{literal_line(disclaimer)}*",
        _("{entries}, {minutes} in all.").format(
            entries=many("1 entry", "{n:,} entries", len(rows)).format(n=len(rows)),
            minutes=many("1 minute", "{n:,} minutes", minutes).format(n=minutes),
        ),
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
        __, *rest = _cells(row, titles)
        writer.writerow([row.at.date().isoformat(), *map(cell, rest)])
    return out.getvalue()


def _cells(row: LogRow, titles: Mapping[str, str]) -> tuple[str, ...]:
    return (
        day(row.at),
        one_line(titles.get(row.what, row.what)),
        mode_name(row.mode),
        str(row.minutes),
        str(row.turns),
        " ".join(row.indicators),
    )
