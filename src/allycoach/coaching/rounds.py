"""What happens in drills, with cards and with reminders: events of their own log, folded into what has been seen and when."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from .cards import Recalled, Review


class _Happening(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    v: Literal[1] = 1
    at: datetime


class DrillLine(_Happening):
    """A trainee's line in a drill: `step` counts from 0, `said` is the feedback it got, `met` that nothing was found."""

    type: Literal["drill_line"] = "drill_line"
    drill: str
    level: int
    item: str
    step: int = 0
    text: str
    said: str
    met: bool


class DrillDone(_Happening):
    """A round came to its end, or was left after `items` of `of`."""

    type: Literal["drill_done"] = "drill_done"
    drill: str
    level: int
    items: int
    of: int


class CardReviewed(_Happening):
    type: Literal["card_reviewed"] = "card_reviewed"
    card: str
    recalled: Recalled


ReminderId = Literal["circle", "refresher"]


class ReminderAnswered(_Happening):
    """What a trainee said to a reminder: that it has been done, or that it can wait."""

    type: Literal["reminder_answered"] = "reminder_answered"
    reminder: ReminderId
    done: bool


Round = Annotated[DrillLine | DrillDone | CardReviewed | ReminderAnswered, Field(discriminator="type")]

ROUND: TypeAdapter[Round] = TypeAdapter(Round)
"""Reads and writes one event as JSON."""


def reviews(rounds: Iterable[Round]) -> tuple[Review, ...]:
    """The looks at cards, in order."""
    return tuple(Review(each.card, each.at, each.recalled) for each in rounds if isinstance(each, CardReviewed))


def drilled(rounds: Iterable[Round]) -> tuple[tuple[str, datetime], ...]:
    """Drills and when a round of them was finished."""
    return tuple((r.drill, r.at) for r in rounds if isinstance(r, DrillDone) and r.items == r.of)


def seen(rounds: Iterable[Round], drill: str) -> frozenset[str]:
    """Items of a drill that have been met."""
    return frozenset(r.item for r in rounds if isinstance(r, DrillLine) and r.drill == drill)
