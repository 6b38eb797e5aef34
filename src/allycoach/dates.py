"""Days as people say them, in the reader's language: what the system calls a month is in the system's."""

from datetime import date

from allycoach.catalogue import _

_MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
_WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)


def month(at: date) -> str:
    """`May`."""
    return _MONTHS[at.month - 1]


def weekday(at: date) -> str:
    """`Tuesday`."""
    return _WEEKDAYS[at.weekday()]


def day(at: date) -> str:
    """`3 May 2026`."""
    # Translators: a day, such as 3 May 2026
    return _("{day} {month} {year}").format(day=at.day, month=month(at), year=at.year)


def day_of_this_year(at: date) -> str:
    """`3 May`."""
    # Translators: a day of this year, such as 3 May
    return _("{day} {month}").format(day=at.day, month=month(at))
