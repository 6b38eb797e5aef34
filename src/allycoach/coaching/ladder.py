"""When to come back to a person or a drill: a plain ladder of days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Due:
    """`name` was practised `times` times, last at `last`, and comes round again at `due`."""

    name: str
    times: int
    last: datetime
    due: datetime

    def overdue(self, now: datetime) -> timedelta:
        """How long it has been due; negative while it is not."""
        return now - self.due


def rungs(practised: Iterable[tuple[str, datetime]], days: Sequence[int]) -> tuple[Due, ...]:
    """What has been practised, by name and moment in any order, as what is due when, the longest due first.

    Practising twice within one day is one rung: nobody climbs the ladder in an afternoon.
    """
    by_name: dict[str, set[datetime]] = {}
    for name, at in practised:
        by_name.setdefault(name, set()).add(at)
    return tuple(
        sorted((_due(name, moments, days) for name, moments in by_name.items()), key=lambda d: (d.due, d.name))
    )


def _due(name: str, moments: set[datetime], days: Sequence[int]) -> Due:
    last = max(moments)
    climbed = len({at.date() for at in moments})
    wait = days[min(climbed, len(days)) - 1]
    return Due(name, len(moments), last, last + timedelta(days=wait))
