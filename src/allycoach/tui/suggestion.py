"""Whom to practise with next, and why: pure, so that the reason on screen is the reason it was chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allycoach.content.schema.scenario import Scenario

    from .parts import PastSitting


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Either a sitting to continue (`sitting` set) or a person to begin with. `why` completes "because ..."."""

    scenario: str
    title: str
    why: str
    sitting: str | None = None


def suggest(people: Sequence["Scenario"], past: Iterable["PastSitting"]) -> Suggestion | None:
    """Continue what is unfinished; else the easiest person not yet met; else the one met longest ago; None of nobody.

    `past` is newest first. Safeguarding scenarios are chosen by people, never suggested.
    """
    known = {one.id for one in people}
    met = [one for one in past if one.scenario in known]
    for one in met:
        if not one.over:
            return Suggestion(one.scenario, one.title, "it is where you left off", one.sitting)
    open_to_all = [one for one in by_difficulty(people) if one.sensitivity != "safeguarding"]
    last_met = {one.scenario: one.last for one in reversed(met)}
    for person in open_to_all:
        if person.id not in last_met:
            why = f"you have not met {person.person.name} yet" if met else "it is a gentle way in"
            return Suggestion(person.id, person.title, why)
    if not open_to_all:
        return None
    longest_ago = min(open_to_all, key=lambda person: last_met[person.id])
    return Suggestion(
        longest_ago.id, longest_ago.title, f"it is longest since you talked with {longest_ago.person.name}"
    )


def by_difficulty(people: Iterable["Scenario"]) -> list["Scenario"]:
    return sorted(people, key=lambda one: (one.difficulty, one.title, one.id))
