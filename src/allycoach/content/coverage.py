"""Which people exercise which indicators of the framework."""

from collections.abc import Iterable, Mapping

from .schema.framework import IN_SCENARIOS, Framework
from .schema.scenario import Scenario

ENOUGH = 2
"""An indicator that promises practice should be met in at least so many people: with one, the person is learnt and not
the skill."""


def exercised_by(scenario: Scenario) -> frozenset[str]:
    """Ids of the indicators that a talk with this person exercises, in one of its moments or throughout."""
    return frozenset(scenario.exercises) | {moment.tests for moment in scenario.moments}


def coverage(framework: Framework, scenarios: Iterable[Scenario]) -> Mapping[str, tuple[str, ...]]:
    """Ids of scenarios, in order, for each indicator that promises practice."""
    by_scenario = {scenario.id: exercised_by(scenario) for scenario in scenarios}
    return {
        indicator.id: tuple(sorted(name for name, exercised in by_scenario.items() if indicator.id in exercised))
        for indicator in framework.indicators
        if indicator.verdict in IN_SCENARIOS
    }


def thin(covered: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Indicators met in too few people."""
    return tuple(indicator for indicator, scenarios in covered.items() if len(scenarios) < ENOUGH)
