"""The practice log for professional development: what was practised when, and for how long."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from allycoach.content.schema.drill import Drill

from .facts import Facts
from .rounds import DrillDone, DrillLine, Round


@dataclass(frozen=True, slots=True)
class LogRow:
    """One sitting, or one round of a drill. `what` is the id of a scenario or drill, `mode` that of the sitting or
    "drill"; `minutes` are whole ones, rounded up; `turns` are the replies or lines written."""

    at: datetime
    what: str
    mode: str
    minutes: int
    turns: int
    indicators: tuple[str, ...]


def practice_log(
    sittings: Iterable[Facts], rounds: Iterable[Round] = (), drills: Mapping[str, Drill] | None = None
) -> tuple[LogRow, ...]:
    """Every sitting with at least one reply and every round with at least one line, oldest first."""
    talks = (
        LogRow(each.at, each.scenario, each.mode, ceil(each.minutes), each.turns, each.indicators)
        for each in sittings
        if each.turns
    )
    return tuple(sorted([*talks, *_drilled(rounds, drills or {})], key=lambda row: (row.at, row.what)))


def _drilled(rounds: Iterable[Round], drills: Mapping[str, Drill]) -> Iterator[LogRow]:
    """A round is its lines and the end that follows them; one that was broken off without an end has its lines."""
    lines: list[DrillLine] = []
    for each in rounds:
        if isinstance(each, DrillLine):
            if lines and lines[-1].drill != each.drill:
                yield _round(lines, lines[-1].at, drills)
                lines = []
            lines.append(each)
        elif isinstance(each, DrillDone) and lines:
            yield _round(lines, each.at, drills)
            lines = []
    if lines:
        yield _round(lines, lines[-1].at, drills)


def _round(lines: list[DrillLine], end: datetime, drills: Mapping[str, Drill]) -> LogRow:
    first = lines[0]
    minutes = ceil(max((end - first.at).total_seconds(), 1.0) / 60)
    indicators = drills[first.drill].indicators if first.drill in drills else ()
    return LogRow(first.at, first.drill, "drill", minutes, len(lines), tuple(indicators))
