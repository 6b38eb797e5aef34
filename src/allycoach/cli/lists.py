"""Lists in lines: people, models, sittings."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from allycoach.signs import one_line

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.scenario import Scenario
    from allycoach.journal import Summary


def sorted_people(library: "Library") -> tuple["Scenario", ...]:
    """The easiest first."""
    return tuple(sorted(library.scenarios.values(), key=lambda one: (one.difficulty, one.title, one.id)))


def about(scenario: "Scenario") -> str:
    """`Amina at the library desk, 8 minutes, difficulty 2 of 5`, and what is good to know first."""
    known = "; ".join(one_line(note).rstrip(".") for note in scenario.content_notes)
    notes = f". Good to know first: {known}" if known else ""
    title = one_line(scenario.title)
    return f"{title}, {scenario.minutes} minutes, difficulty {scenario.difficulty} of 5{notes}"


def people_lines(library: "Library") -> Iterator[str]:
    for scenario in sorted_people(library):
        yield f"{scenario.id}: {about(scenario)}"
    if not library.scenarios:
        yield "There is nobody to talk with. `allycoach check` says what is wrong."
    yield from failure_lines(library)


def model_lines(library: "Library") -> Iterator[str]:
    for model in sorted(library.models.values(), key=lambda one: one.id):
        yield f"{model.id}: {one_line(model.title)}, {', '.join(one_line(stage.short) for stage in model.stages)}"
    yield from failure_lines(library)


def failure_lines(library: "Library") -> Iterator[str]:
    count = len(library.failures)
    if count:
        files = "1 content file is" if count == 1 else f"{count} content files are"
        yield f"{files} not used; everything else works. `allycoach check` says why."


def sitting_lines(found: "Iterable[Summary]") -> Iterator[str]:
    empty = True
    for one in found:
        empty = False
        yield _sitting_line(one)
    if empty:
        yield "There are no saved sittings yet. `allycoach practise` starts one."


def _sitting_line(one: "Summary") -> str:
    if one.problem or one.at is None:
        return f"{one.id}: cannot be opened, {one.problem}"
    replies = "1 reply" if one.turns == 1 else f"{one.turns} replies"
    state = "ended" if one.ended else "can be continued"
    when = f"{one.at.day} {one.at:%B %Y, %H:%M}"
    return f"{one.id}: {one_line(one.title)}, {when}, {one_line(one.mode)}, {replies}, {state}"


def sittings_json(found: "Iterable[Summary]") -> str:
    """A JSON list of summaries; times as ISO 8601, absent ones null."""
    return json.dumps([asdict(one) for one in found], indent=2, default=lambda when: when.isoformat())
