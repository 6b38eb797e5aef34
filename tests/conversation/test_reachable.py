"""What no talk can get to is found, and nothing else is."""

from typing import Any

import pytest

from allycoach.content.library import Layer, load_kind, shipped_folder
from allycoach.content.schema.scenario import Act, Scenario
from allycoach.conversation.person.reachable import out_of_reach

PEOPLE: dict[str, Scenario] = load_kind([Layer("shipped", shipped_folder())], "scenarios").content
EXAMPLES = Layer("examples", shipped_folder() / "docs" / "rules" / "examples")
ROBIN: Scenario = load_kind([EXAMPLES], "scenarios").content["robin"]


def changed(**parts: Any) -> Scenario:
    """Robin with parts of him replaced: `topics__mending__opens_when="..."`."""
    data = ROBIN.model_dump(mode="json", by_alias=True)
    for path, value in parts.items():
        *way, last = path.split("__")
        here = data
        for step in way:
            here = here[step]
        here[last] = value
    return Scenario.model_validate(data)


def found(scenario: Scenario) -> list[tuple[str, str]]:
    return [(rule, ".".join(map(str, at))) for rule, at, _ in out_of_reach(scenario)]


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_all_that_is_shipped_is_within_reach(name: str) -> None:
    assert [finding for finding in out_of_reach(PEOPLE[name]) if finding.is_error] == []


def test_robin_is_within_reach() -> None:
    assert found(ROBIN) == []


def test_an_ending_that_comes_too_late() -> None:
    late = changed(endings__next_step__when="turn >= 19", endings__turn_limit=19)
    assert found(late) == [("S005", "endings.next_step.when")]
    assert found(changed(endings__next_step__when="turn >= 18", endings__turn_limit=19)) == []


def test_an_ending_that_needs_a_topic_told_in_too_few_turns() -> None:
    short = changed(endings__next_step__when="topic.hours disclosed and turn <= 2")
    assert found(short) == [("S005", "endings.next_step.when")]


def test_those_who_leave_at_once() -> None:
    assert found(changed(endings__leaves__when="trust <= 75")) == [("S005", "endings.leaves.when")]
    assert found(changed(endings__leaves__when="trust <= 39")) == []


def test_topics_that_wait_for_each_other() -> None:
    waiting = changed(topics__mending__opens_when="topic.showing begun")
    assert found(waiting) == [("S006", "topics.mending"), ("S006", "topics.showing")]


def test_a_band_that_no_effect_leads_to() -> None:
    nothing = dict.fromkeys(("trust", "openness", "energy"), 0)
    flat = dict.fromkeys(Act.__args__, nothing)  # type: ignore[attr-defined]
    assert ("S006", "topics.mending") in found(changed(state__effects=flat, state__openness={"start": 10}))


def test_a_topic_that_takes_more_than_questions() -> None:
    shy = changed(topics__hours__opens_when="trust >= 85")
    assert found(shy) == [("S101", "topics.hours")]


def test_a_topic_that_is_no_key_topic_is_a_warning() -> None:
    lost = changed(topics__hours__opens_when="topic.lamp begun and turn >= 19", endings__turn_limit=19)
    assert found(lost) == [("S101", "topics.hours")]
