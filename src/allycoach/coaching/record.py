"""What a trainee has practised, indicator by indicator: how often and when last, never how well."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.sitting import Sitting

ENOUGH_REPLIES = 4
"""A sitting with fewer replies has not exercised what runs through a whole talk."""


@dataclass(frozen=True, slots=True)
class Practised:
    """`times` counts sittings."""

    times: int
    last: datetime


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
    record: dict[str, Practised] = {}
    for at, indicator in _practised(sittings, scenarios):
        before = record.get(indicator)
        record[indicator] = Practised(before.times + 1, max(before.last, at)) if before else Practised(1, at)
    return record


def _practised(sittings: Iterable[Sitting], scenarios: Mapping[str, Scenario]) -> Iterator[tuple[datetime, str]]:
    for sitting in sittings:
        scenario = scenarios.get(sitting.started.scenario)
        if scenario is not None:
            yield from ((sitting.started.at, indicator) for indicator in practised_in(sitting, scenario))
