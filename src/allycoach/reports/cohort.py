"""What a group found hard, as a page, as Markdown, as a table and as JSON. Only what may be shown comes here."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from allycoach.catalogue import _
from allycoach.coaching.cohort import FEW, CohortReport, SlipRow
from allycoach.coaching.proposal import TRAINS
from allycoach.spoken import kind_name

from .csv_text import table
from .html import page
from .literal import literal_line

DISCLAIMER = _("Practice record, not assessment.")
_SITTINGS = _("{part:,} of {whole:,} sittings")
HIDDEN = _(
    "Groups of fewer than {few} people are not shown, nor anything that they could be worked out from. "
    "Do not make this again with nearly the same files and show both."
).format(few=FEW)
_NEXT = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: `part` of `whole` sittings."""

    label: str
    part: int
    whole: int

    @property
    def percent(self) -> int:
        return round(100 * self.part / self.whole)


def _hard(found: CohortReport) -> tuple[Bar, ...]:
    return tuple(Bar(kind_name(row.kind), row.sittings or 0, found.sittings or 1) for row in found.hardest)


def _recovered(found: CohortReport) -> tuple[Bar, ...]:
    rows = [row for row in found.hardest if row.back is not None]
    return tuple(Bar(kind_name(row.kind), row.back or 0, row.sittings or 1) for row in rows)


def _charts(found: CohortReport) -> Iterator[tuple[str, tuple[Bar, ...]]]:
    for parting in found.partings:
        if parting.groups:
            yield parting.title, tuple(Bar(one.label, one.sittings, found.sittings or 1) for one in parting.groups)


def _unshown(found: CohortReport) -> tuple[str, str]:
    """Kinds of slips without a figure: those that nearly all had, and the rest."""
    most = ", ".join(kind_name(row.kind) for row in found.slips if row.nearly_all)
    few = ", ".join(kind_name(row.kind) for row in found.slips if row.sittings is None and not row.nearly_all)
    return most, few


def practise_next(found: CohortReport) -> tuple[tuple[str, str], ...]:
    """Drills by id, each with its reason: first those for slips that nearly all had, then those that most had."""
    most = [row for row in found.slips if row.nearly_all]
    chosen: dict[str, str] = {}
    for row in (*most, *found.hardest):
        if row.kind in TRAINS:
            chosen.setdefault(TRAINS[row.kind], _why(row, found))
    return tuple(list(chosen.items())[:_NEXT])


def _why(row: SlipRow, found: CohortReport) -> str:
    if row.sittings is None:
        return _("{kind} came up in nearly all sittings").format(kind=kind_name(row.kind))
    return _("{kind} came up in {sittings:,} of {of:,} sittings").format(
        kind=kind_name(row.kind), sittings=row.sittings, of=found.sittings
    )


def cohort_html(found: CohortReport) -> str:
    most, few = _unshown(found)
    return page(
        "cohort",
        found=found,
        hard=_hard(found),
        recovered=_recovered(found),
        charts=tuple(_charts(found)),
        most=most,
        few=few,
        next=practise_next(found),
        hidden=HIDDEN,
        few_people=FEW,
        disclaimer=DISCLAIMER,
    )


def cohort_markdown(found: CohortReport) -> str:
    return "\n\n".join(_markdown(found)) + "\n"


def _markdown(found: CohortReport) -> Iterator[str]:
    yield "# " + _("What the group found hard")
    yield f"*{DISCLAIMER}* {HIDDEN}"
    if found.sittings is None:
        yield _("There are too few: it takes talks of six replies or more from at least {few} people.").format(few=FEW)
        return
    yield _("{sittings:,} sittings of six replies or more, from at least {few} people.").format(
        sittings=found.sittings, few=FEW
    )
    most, few = _unshown(found)
    yield "## " + _("What was hard")
    yield _bars(_hard(found), _SITTINGS) or _("No kind of slip can be shown.")
    if most:
        yield _("In nearly all sittings: {most}.").format(most=most)
    yield _("In too few to show: {kinds}.").format(kinds=few or _("none"))
    if _recovered(found):
        yield "## " + _("What was come back from")
        yield _bars(_recovered(found), _("{part:,} of {whole:,} sittings with such a slip"))
    for title, bars in _charts(found):
        yield f"## {title}"
        yield _bars(bars, _SITTINGS)
    if practise_next(found):
        yield "## " + _("What to practise next")
        yield "\n".join(
            "- " + _("`allycoach drill {drill}`: {why}.").format(drill=drill, why=why)
            for drill, why in practise_next(found)
        )


def _bars(bars: tuple[Bar, ...], of: str) -> str:
    rows = (
        f"| {literal_line(bar.label)} | {of.format(part=bar.part, whole=bar.whole)} | {_drawn(bar)} {bar.percent} % |"
        for bar in bars
    )
    return "\n".join(("| | | |", "| --- | --- | --- |", *rows)) if bars else ""


def _drawn(bar: Bar) -> str:
    return "█" * round(bar.percent / 5)


def cohort_csv(found: CohortReport) -> str:
    """A row for each figure: what it is about, which part, how many sittings, out of how many."""
    rows: list[tuple[str, str, int, int]] = [("hard", bar.label, bar.part, bar.whole) for bar in _hard(found)]
    rows += [("came back", bar.label, bar.part, bar.whole) for bar in _recovered(found)]
    rows += [(title, bar.label, bar.part, bar.whole) for title, bars in _charts(found) for bar in bars]
    return table(("about", "part", "sittings", "out of"), rows)


def cohort_json(found: CohortReport) -> str:
    """`sittings` is null when there are too few people; a figure that is not shown is null."""
    made = {
        "format": "allycoach-cohort-report",
        "v": 1,
        "disclaimer": DISCLAIMER,
        "least_people": FEW,
        "sittings": found.sittings,
        "slips": [
            {"kind": row.kind.value, "sittings": row.sittings, "came_back": row.back, "nearly_all": row.nearly_all}
            for row in found.slips
        ],
        "partings": [
            {"title": one.title, "groups": [{"label": each.label, "sittings": each.sittings} for each in one.groups]}
            for one in found.partings
        ],
        "practise_next": [{"drill": drill, "why": why} for drill, why in practise_next(found)],
    }
    return json.dumps(made, indent=2, ensure_ascii=True) + "\n"
