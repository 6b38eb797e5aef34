"""Lists in lines: people, models, sittings."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from allycoach.catalogue import _, many
from allycoach.dates import day
from allycoach.shown_names import mode_name
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
    words = _("{title}, {minutes} minutes, difficulty {difficulty} of 5")
    if known:
        words = _("{title}, {minutes} minutes, difficulty {difficulty} of 5. Good to know first: {known}")
    return words.format(
        title=one_line(scenario.title), minutes=scenario.minutes, difficulty=scenario.difficulty, known=known
    )


def about_here(scenario: "Scenario", library: "Library") -> str:
    """The same, and first of all whether the talk is locked here."""
    from allycoach.coaching.locked import why_locked

    words = about(scenario)
    return _("locked for now, {about}").format(about=words) if why_locked(scenario, library) else words


def people_lines(library: "Library") -> Iterator[str]:
    for scenario in sorted_people(library):
        yield f"{scenario.id}: {about_here(scenario, library)}"
    if not library.scenarios:
        yield _("There is nobody to talk with. `allycoach check` says what is wrong.")
    yield from failure_lines(library)


def model_lines(library: "Library") -> Iterator[str]:
    for model in sorted(library.models.values(), key=lambda one: one.id):
        yield f"{model.id}: {one_line(model.title)}, {', '.join(one_line(stage.short) for stage in model.stages)}"
    yield from failure_lines(library)


def failure_lines(library: "Library") -> Iterator[str]:
    count = len(library.failures)
    if count:
        yield many(
            "1 content file is not used; everything else works. `allycoach check` says why.",
            "{n} content files are not used; everything else works. `allycoach check` says why.",
            count,
        ).format(n=count)


def sitting_lines(found: "Iterable[Summary]") -> Iterator[str]:
    empty = True
    for one in found:
        empty = False
        yield _sitting_line(one)
    if empty:
        yield _("There are no saved sittings yet. `allycoach practise` starts one.")


def _sitting_line(one: "Summary") -> str:
    if one.problem or one.at is None:
        return _("{id}: cannot be opened, {problem}").format(id=one.id, problem=one.problem)
    replies = many("1 reply sent", "{n} replies sent", one.turns).format(n=one.turns)
    state = _("ended") if one.ended else _("can be continued")
    when = f"{day(one.at)}, {one.at:%H:%M}"
    return _("{title}, {when}, {mode}, {replies}, {state}: {id}").format(
        title=one_line(one.title),
        when=when,
        mode=one_line(mode_name(one.mode)),
        replies=replies,
        state=state,
        id=one.id,
    )


def sittings_json(found: "Iterable[Summary]") -> str:
    """A JSON list of summaries; times as ISO 8601, absent ones null."""
    return json.dumps([asdict(one) for one in found], indent=2, default=lambda when: when.isoformat())
