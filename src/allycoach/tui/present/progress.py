"""Behaviours over time as plots, and the indicators practised: what was done, never how good anybody is."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.progress import HOPED, NOTHING_YET, in_words, percent
from allycoach.coaching.record import you_practised
from allycoach.signs import one_line

from .debrief import BLOCKS
from .layout import hanging
from .tones import QUIET

if TYPE_CHECKING:
    from allycoach.coaching.progress import Behaviour, Point
    from allycoach.coaching.record import Practised
    from allycoach.content.schema.framework import Framework

COLUMN = 7
"""Cells for a point: its bar, its value, and the number behind it."""

BAR = 3
PROBE = "○"


def heading(talks: int) -> Content:
    of = many("1 sitting", "{n:,} sittings", talks).format(n=talks)
    return Content.assemble(
        (_("Progress"), "bold"), (_("   {of} · practice record, not assessment").format(of=of), QUIET)
    )


def reading(done: int, of: int) -> Content:
    words = (
        _("Reading {done:,} of {of:,} sittings. They are read once; next time this is here at once.")
        if of
        else _("Reading your sittings. They are read once; next time this is here at once.")
    )
    return Content.styled(words.format(done=done, of=of), QUIET)


def page(
    behaviours: Sequence["Behaviour"], record: Mapping[str, "Practised"], framework: "Framework | None", width: int
) -> Content:
    """Everything on one page, in `width` cells."""
    shown = [behaviour for behaviour in behaviours if behaviour.points]
    parts = [_legend()] if shown else [Content(NOTHING_YET)]
    parts += [plot(behaviour, width) for behaviour in shown]
    if shown and len(shown) < len(behaviours):
        empty = ", ".join(one_line(each.name).lower() for each in behaviours if not each.points)
        parts.append(Content.styled(_("Nothing to show yet: {empty}.").format(empty=empty), QUIET))
    return Content("\n\n").join([*parts, _indicators(record, framework, width)])


def _legend() -> Content:
    return Content.styled(
        _(
            "Each column is a talk, oldest first: a bar, its value, and how many things it is a share of. "
            "{probe} is a solo probe."
        ).format(probe=PROBE),
        QUIET,
    )


def plot(behaviour: "Behaviour", width: int) -> Content:
    """Bars, values and the number behind each, for as many of the latest talks as there is room for; then the words."""
    points = behaviour.points[-max(width // COLUMN, 1) :]
    left_out = len(behaviour.points) - len(points)
    aside = f"   {HOPED[behaviour.hoped]}" + (_(" · the latest {n}").format(n=len(points)) if left_out else "")
    lines = [
        Content.assemble((one_line(behaviour.name), "bold"), (aside, QUIET)),
        Content.assemble((_row([_bar(point) for point in points]), "$person")),
        Content(_row([percent(point).replace(" ", "") for point in points])),
        Content.styled(_row([f"{PROBE if point.probe else ''}{point.behind}" for point in points]), QUIET),
        Content.styled(in_words(behaviour), QUIET),
    ]
    return Content("\n").join(lines)


def _bar(point: "Point") -> str:
    return BLOCKS[min(int(point.value * len(BLOCKS)), len(BLOCKS) - 1)] * BAR


def _row(cells: Sequence[str]) -> str:
    return "".join(cell.ljust(COLUMN) for cell in cells).rstrip()


def _indicators(record: Mapping[str, "Practised"], framework: "Framework | None", width: int) -> Content:
    if not record:
        return Content.styled(_("No indicator has been practised yet. A talk of a few replies is a beginning."), QUIET)
    says = {one.id: one.says for one in framework.indicators} if framework is not None else {}
    lines = [Content.styled(_("What you have practised, by indicator"), "bold")]
    for name, mine in sorted(record.items()):
        said = Content.assemble(
            one_line(says.get(name, "")),
            (" " + you_practised(mine), QUIET),
        )
        lines.append(hanging(Content.styled(f"{name}  ", "$you"), said, width))
    return Content("\n").join(lines)
