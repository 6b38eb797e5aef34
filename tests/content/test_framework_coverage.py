"""The framework's map, and that what it promises can be met in the people who come with allycoach."""

from pathlib import Path

import pytest

from allycoach.content.coverage import coverage, exercised_by, thin
from allycoach.content.library import Library, layers, load_library


@pytest.fixture(scope="module")
def shelf() -> Library:
    return load_library(layers(Path("nobody"), None))


def test_verdicts_are_those_of_the_framework_map(shelf: Library) -> None:
    counts: dict[str, int] = {}
    for indicator in shelf.framework().indicators:
        counts[indicator.verdict] = counts.get(indicator.verdict, 0) + 1
    assert counts == {"practised": 43, "partly": 11, "words": 8, "elsewhere": 5}


def test_what_is_practised_is_looked_at(shelf: Library) -> None:
    assert [i.id for i in shelf.framework().indicators if i.verdict == "practised" and not i.looks_at] == []


def test_each_promised_indicator_is_met_in_two_people(shelf: Library) -> None:
    assert thin(coverage(shelf.framework(), shelf.scenarios.values())) == ()


def test_people_exercise_only_indicators_that_there_are(shelf: Library) -> None:
    known = {indicator.id for indicator in shelf.framework().indicators}
    unknown = {who.id: exercised_by(who) - known for who in shelf.scenarios.values() if exercised_by(who) - known}
    assert unknown == {}
