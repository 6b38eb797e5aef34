"""Progress as a page to print: behaviours over time, indicators practised, and the practice log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allycoach.coaching.practice_log import LogRow
from allycoach.coaching.progress import HOPED, Behaviour, in_words, percent
from allycoach.coaching.record import Practised, i_practised
from allycoach.content.schema.framework import Framework

from .html import page

_WIDTH, _HEIGHT, _EDGE = 480, 90, 6


@dataclass(frozen=True, slots=True)
class Progress:
    """What a trainee has practised. `titles` gives the title of each scenario and drill by its id."""

    sittings: int
    behaviours: Sequence[Behaviour]
    record: Mapping[str, Practised]
    framework: Framework | None
    log: Sequence[LogRow]
    titles: Mapping[str, str]
    disclaimer: str

    @property
    def says(self) -> dict[str, str]:
        """What each indicator says, by its id."""
        return {one.id: one.says for one in self.framework.indicators} if self.framework is not None else {}


def progress_html(found: Progress) -> str:
    """Each behaviour in words, as a plot and as a table."""
    shown = [
        {
            "name": each.name,
            "words": in_words(each),
            "hoped": HOPED[each.hoped],
            "plot": _plot(each),
            "points": [(point.at, percent(point), point.behind, point.probe) for point in each.points],
            "of": each.of,
        }
        for each in found.behaviours
        if each.points
    ]
    indicators = [(name, found.says.get(name, ""), i_practised(mine)) for name, mine in sorted(found.record.items())]
    rows = [(row, found.titles.get(row.what, row.what)) for row in found.log]
    return page(
        "progress", sittings=found.sittings, behaviours=shown, indicators=indicators, log=rows,
        disclaimer=found.disclaimer, width=_WIDTH, height=_HEIGHT,
    )  # fmt: skip


def _plot(behaviour: Behaviour) -> dict[str, Any]:
    """Points of a line from left to right, 0 at the bottom; solo probes are apart, to be drawn as squares."""
    wide, high = _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE
    step = wide / max(len(behaviour.points) - 1, 1)
    at = [
        (round(_EDGE + number * step, 1), round(_EDGE + (1 - point.value) * high, 1), point.probe)
        for number, point in enumerate(behaviour.points)
    ]
    return {"line": " ".join(f"{x},{y}" for x, y, _ in at), "dots": at}
