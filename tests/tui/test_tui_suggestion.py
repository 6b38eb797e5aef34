"""Whom to practise with next, and the reason given."""

from datetime import UTC, datetime

import pytest

from allycoach.content.library import Library
from allycoach.content.schema.scenario import Scenario
from allycoach.tui.parts import PastSitting
from allycoach.tui.suggestion import by_difficulty, suggest


@pytest.fixture
def people(shipped: Library) -> list[Scenario]:
    return by_difficulty(one for one in shipped.scenarios.values() if one.sensitivity != "safeguarding")


def met(scenario: str, day: int, *, over: bool = True) -> PastSitting:
    return PastSitting(f"s{day}", scenario, "T", "P", "coach", datetime(2026, 3, day, tzinfo=UTC), 4, over)


def test_nobody_to_suggest() -> None:
    assert suggest([], []) is None


def test_the_easiest_person_comes_first(people: list[Scenario]) -> None:
    found = suggest(list(reversed(people)), [])
    assert found is not None
    assert found.scenario == people[0].id
    assert found.sitting is None


def test_an_unfinished_sitting_comes_before_anybody(people: list[Scenario]) -> None:
    found = suggest(people, [met(people[1].id, 9), met(people[1].id, 8, over=False)])
    assert found is not None
    assert found.sitting == "s8"
    assert "left off" in found.why


def test_then_somebody_new(people: list[Scenario]) -> None:
    found = suggest(people, [met(people[0].id, 9)])
    assert found is not None
    assert found.scenario == people[1].id
    assert people[1].person.name in found.why


def test_then_whoever_was_met_longest_ago(people: list[Scenario]) -> None:
    past = [met(one.id, 20 - number) for number, one in enumerate(people)]
    found = suggest(people, [met(people[-1].id, 25), *past])
    assert found is not None
    assert found.scenario == people[-2].id


def test_a_sitting_with_somebody_unknown_is_passed_over(people: list[Scenario]) -> None:
    found = suggest(people, [met("gone", 9, over=False)])
    assert found is not None
    assert found.sitting is None


def test_safeguarding_is_never_suggested(people: list[Scenario]) -> None:
    guarded = people[0].model_copy(update={"sensitivity": "safeguarding"})
    assert suggest([guarded], []) is None
    found = suggest([guarded, *people[1:]], [])
    assert found is not None
    assert found.scenario == people[1].id
