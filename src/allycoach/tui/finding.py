"""Finding rows by typing a part of them."""

from datetime import datetime
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.dates import month
from allycoach.shown_names import mode_name

if TYPE_CHECKING:
    from allycoach.content.schema.drill import Drill
    from allycoach.content.schema.scenario import Scenario

    from .parts import PastSitting


class Wanted:
    """What is typed: every word of it must be in a row, anywhere, in any order."""

    def __init__(self, typed: str) -> None:
        self._words = tuple(typed.casefold().split())

    def __bool__(self) -> bool:
        return bool(self._words)

    def __call__(self, searched: str) -> bool:
        return all(word in searched for word in self._words)


def of_person(who: "Scenario") -> str:
    return f"{who.title} {who.person.name} {who.setting} {who.id}".casefold()


def of_drill(drill: "Drill") -> str:
    return f"{_('drill')} {drill.title} {drill.about}".casefold()


def of_past(past: "PastSitting") -> str:
    state = "" if past.over else _("unfinished")
    return f"{past.title} {past.person} {mode_name(past.mode)} {_day(past.last)} {state}".casefold()


def _day(at: datetime) -> str:
    return f"{at.day} {month(at)} {at.year}"  # `day` of `dates` would take a moment for ten thousand rows
