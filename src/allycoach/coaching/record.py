"""What a trainee has practised, indicator by indicator: how often and when last, never how well."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from allycoach.amounts import times
from allycoach.catalogue import _
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.sitting import Sitting
from allycoach.dates import day

if TYPE_CHECKING:
    from .facts import Facts

ENOUGH_REPLIES = 4
"""A sitting with fewer replies has not exercised what runs through a whole talk."""


@dataclass(frozen=True, slots=True)
class Practised:
    """`times` counts sittings."""

    times: int
    last: datetime


def you_practised(mine: Practised) -> str:
    """`You practised it 3 times, last on 3 May 2026.`"""
    return _("You practised it {times}, last on {day}.").format(times=times(mine.times), day=day(mine.last))


def i_practised(mine: Practised) -> str:
    """`I practised it 3 times, last on 3 May 2026.`"""
    return _("I practised it {times}, last on {day}.").format(times=times(mine.times), day=day(mine.last))


def you_have_practised(mine: Practised) -> str:
    """`You have practised it 3 times, last on 3 May 2026.`"""
    return _("You have practised it {times}, last on {day}.").format(times=times(mine.times), day=day(mine.last))


def practised_in(sitting: Sitting, scenario: Scenario) -> frozenset[str]:
    """Ids of the indicators that this sitting exercised: moments that came up and were replied to, what runs through the
    whole talk if it was long enough, and looking back."""
    came_up = {turn.answer.moment for turn in sitting.turns[:-1] if turn.answer and turn.answer.moment}
    met = {moment.tests for moment in scenario.moments if moment.id in came_up}
    throughout = set(scenario.exercises) if len(sitting.turns) >= ENOUGH_REPLIES else set()
    looked_back = {"1.5a"} if any(each.text.strip() for each in sitting.reflections) else set()
    recovered = {"1.4d"} if any(turn.reply.phrase for turn in sitting.turns) else set()
    return frozenset(met | throughout | looked_back | recovered)


def practice_record(sittings: Iterable[Sitting], scenarios: Mapping[str, Scenario]) -> dict[str, Practised]:
    """By indicator id. Sittings with people that there are no longer are left out."""
    return _record(
        (sitting.started.at, practised_in(sitting, scenario))
        for sitting in sittings
        for scenario in [scenarios.get(sitting.started.scenario)]
        if scenario is not None
    )


def record_of(sittings: "Iterable[Facts]") -> dict[str, Practised]:
    """By indicator id, from the facts of sittings."""
    return _record((each.at, each.indicators) for each in sittings)


def _record(practised: Iterable[tuple[datetime, Iterable[str]]]) -> dict[str, Practised]:
    counted: Counter[str] = Counter()
    last: dict[str, datetime] = {}
    for at, indicators in practised:
        for one in indicators:
            counted[one] += 1
            if one not in last or at > last[one]:
                last[one] = at
    return {one: Practised(counted[one], last[one]) for one in counted}
