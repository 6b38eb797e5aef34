"""What comes round a few times a year: one quiet line when it is due, and never two at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allycoach.content.schema.coaching import Reminders, ReminderText

from .rounds import ReminderAnswered, ReminderId, Round


@dataclass(frozen=True, slots=True)
class Reminder:
    id: ReminderId
    say: str
    due: datetime


def reminder(texts: Reminders, rounds: Iterable[Round], *, since: datetime | None, now: datetime) -> Reminder | None:
    """The one that has been due longest, if any. `since` is the first practice; before that nothing is due."""
    if since is None:
        return None
    answers = [each for each in rounds if isinstance(each, ReminderAnswered)]
    kinds: tuple[tuple[ReminderId, ReminderText], ...] = (("circle", texts.circle), ("refresher", texts.refresher))
    all_of_them = (Reminder(name, text.say, _due(name, text, answers, since)) for name, text in kinds)
    due = [each for each in all_of_them if each.due <= now]
    return min(due, key=lambda each: each.due) if due else None


def _due(name: ReminderId, text: ReminderText, answers: Iterable[ReminderAnswered], since: datetime) -> datetime:
    mine = [each for each in answers if each.reminder == name]
    done = [each.at for each in mine if each.done]
    put_off = [each.at for each in mine if not each.done]
    due = max([since, *done]) + timedelta(days=text.days)
    return max([due, *(at + timedelta(days=text.later) for at in put_off)])
