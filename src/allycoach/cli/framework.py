"""`allycoach framework`: the map of indicators, who exercises each, and the trainee's own record."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allycoach.catalogue import _
from allycoach.signs import one_line

from .shelves import journal, library

if TYPE_CHECKING:
    from allycoach.coaching.record import Practised
    from allycoach.content.library import Library
    from allycoach.content.schema.framework import Indicator, Verdict

DISCLAIMER = _("Practice record, not assessment.")
_VERDICTS: "Mapping[Verdict, str]" = {
    "practised": _("practised here"),
    "partly": _("practised here, looked at only in part"),
    "words": _("knowledge or the rehearsal of words only"),
    "elsewhere": _("not practised here: bring it to your facilitator"),
}


def framework_lines(content: Path | None, *, coverage: bool) -> Iterator[str]:
    """One indicator a line under its competency; with `coverage`, the people who exercise it instead of the record."""
    from allycoach.content.coverage import thin

    shelf = library(content)
    framework = shelf.framework()
    covered, record = _covered(shelf), {} if coverage else _record(shelf)
    yield f"{one_line(framework.title)}. {DISCLAIMER}"
    for domain in framework.domains:
        yield ""
        yield f"{domain.id}. {one_line(domain.title)}"
        for competency in domain.competencies:
            yield f"{competency.id} {one_line(competency.title)}"
            for one in competency.indicators:
                after = _people(one, covered) if coverage else _times(record.get(one.id))
                yield f"  {one.id} {one_line(one.says)} {_VERDICTS[one.verdict].capitalize()}. {after}".rstrip()
    yield ""
    few = thin(covered)
    yield (
        _("Met in fewer than two people: {few}.").format(few=", ".join(few))
        if few
        else _("Each is met in two people or more.")
    )
    yield one_line(framework.attribution)


def framework_json(content: Path | None) -> str:
    """`{indicator: {"says", "verdict", "scenarios", "practised", "last"}}`; `last` is ISO 8601 or null."""
    shelf = library(content)
    covered, record = _covered(shelf), _record(shelf)
    found: dict[str, Any] = {}
    for one in shelf.framework().indicators:
        mine = record.get(one.id)
        found[one.id] = {
            "says": one.says,
            "verdict": one.verdict,
            "scenarios": covered.get(one.id, ()),
            "practised": mine.times if mine else 0,
            "last": mine.last.isoformat() if mine else None,
        }
    return json.dumps(found, indent=2, ensure_ascii=False)


def _covered(shelf: "Library") -> Mapping[str, tuple[str, ...]]:
    from allycoach.content.coverage import coverage

    return coverage(shelf.framework(), shelf.scenarios.values())


def _record(shelf: "Library") -> "Mapping[str, Practised]":
    from allycoach.coaching.record import record_of

    from .remembered import facts_of_all

    return record_of(facts_of_all(journal(), shelf))


def _people(one: "Indicator", covered: Mapping[str, tuple[str, ...]]) -> str:
    people = covered.get(one.id)
    return _("With {people}.").format(people=", ".join(people)) if people else ""


def _times(mine: "Practised | None") -> str:
    from allycoach.coaching.record import you_have_practised

    return you_have_practised(mine) if mine is not None else ""
