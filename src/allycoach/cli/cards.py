"""The organisation's own cards: what it does when somebody may not be safe, and where people here can be pointed."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach import dates
from allycoach.catalogue import _
from allycoach.errors import AllycoachError, NotSaved
from allycoach.journal import home
from allycoach.signs import one_line

from .shelves import library, now

if TYPE_CHECKING:
    from allycoach.content.schema.cards import Contact, ProcedureCard, Service

Ask = Callable[[str], str | None]
"""Shows a question and returns what was typed; None at the end of the input."""

_QUESTIONS = (
    ("organisation", _("What is your organisation or venue called?")),
    ("lead", _("Who is its safeguarding lead?")),
    ("how", _("How do you reach them? A number, or where they sit.")),
    ("stands_in", _("Who stands in when they are away? Leave it empty if you do not know.")),
    ("stands_in_how", _("How do you reach that person?")),
    ("first", _("What do you do first, when somebody may not be safe? In your own words.")),
    ("then", _("And then?")),
    ("out_of_hours", _("What if it happens when nobody is there? Leave it empty if you do not know.")),
)
_NEEDED = frozenset({"organisation", "lead", "how", "first"})


def card_lines(content: Path | None) -> Iterator[str]:
    """Every card, one fact a line, the important word first."""
    shelf, today = library(content), now().date()
    if shelf.procedure is None:
        yield _("PROCEDURE: there is no card yet, so safeguarding talks are locked. `allycoach cards new` asks for it.")
    else:
        yield from _procedure(shelf.procedure)
    services = [service for each in shelf.services for service in each.services]
    for service in sorted(services, key=lambda one: one.name):
        yield _service(service, today)
    if not services:
        yield _("SERVICES: none yet. Write them into {folder}; see docs/authors.md.").format(
            folder=one_line(str(home() / "content" / "services"))
        )
    for failure in shelf.failures:
        if failure.path.parent.name in ("procedure", "services"):
            yield _("NOT USED: {path}. `allycoach check` says why.").format(path=one_line(str(failure.path)))


def _procedure(card: "ProcedureCard") -> Iterator[str]:
    yield _("PROCEDURE: {organisation}, read on {day}.").format(
        organisation=one_line(card.organisation), day=_day(card.read_on)
    )
    yield _("LEAD: {contact}").format(contact=_contact(card.lead))
    if card.stands_in is not None:
        yield _("STANDS IN: {contact}").format(contact=_contact(card.stands_in))
    for number, step in enumerate(card.steps, 1):
        yield _("STEP {number}: {step}").format(number=number, step=one_line(step))
    if card.out_of_hours:
        yield _("OUT OF HOURS: {out_of_hours}").format(out_of_hours=one_line(card.out_of_hours))


def _contact(contact: "Contact") -> str:
    return _("{name}, {how} (checked {day})").format(
        name=one_line(contact.name), how=one_line(contact.how), day=_day(contact.checked_on)
    )


def _service(service: "Service", today: date) -> str:
    old = _(" CHECK AGAIN: last checked {day}.").format(day=_day(service.checked_on)) if service.is_stale(today) else ""
    kind = _("SERVICE") if service.beside else _("REFERRAL")
    cost = _(" Cost: {cost}.").format(cost=one_line(service.cost)) if service.cost else ""
    return f"{kind}: {one_line(service.name)}. {one_line(service.offers)} {one_line(service.how)}{cost}{old}"


def new_procedure(ask: Ask) -> Path:
    """Asks for the procedure card and writes it; the file. Raises AllycoachError when it is broken off or there is one
    already, and NotSaved when it cannot be written."""
    path = home() / "content" / "procedure" / "procedure.yaml"
    if path.exists():
        raise AllycoachError(
            _("There is a procedure card already."),
            kept=_("It was not changed."),
            mend=_("To change it, open {path}.").format(path=path),
        )
    answers: dict[str, str] = {}
    for key, question in _QUESTIONS:
        if key == "stands_in_how" and not answers["stands_in"]:
            continue
        answers[key] = _answer(ask, question, needed=key in _NEEDED)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(answers, now().date()), encoding="utf-8")
    except OSError as error:
        raise NotSaved(
            _("The card could not be written in {parent}: {strerror}.").format(
                parent=path.parent, strerror=error.strerror
            ),
            mend=_("Make the folder writable."),
        ) from error
    return path


def _answer(ask: Ask, question: str, *, needed: bool) -> str:
    while True:
        typed = ask(f"{question}\n> ")
        if typed is None:
            raise AllycoachError(_("Broken off: no card was written."), mend=_("`allycoach cards new` begins again."))
        if typed.strip() or not needed:
            return typed.strip()


def _yaml(answers: dict[str, str], today: date) -> str:
    """The card as a file; each text as JSON writes it, which YAML reads too."""
    text = {key: json.dumps(value, ensure_ascii=False) for key, value in answers.items()}
    lines = [
        "# What your organisation does when somebody may not be safe. Change it freely; `allycoach check` looks it over.",
        "schema: 1",
        "id: procedure",
        f"title: {text['organisation']}",
        f"organisation: {text['organisation']}",
        f"lead: {{name: {text['lead']}, role: safeguarding lead, how: {text['how']}, checked_on: {today}}}",
    ]
    if answers.get("stands_in"):
        how = text["stands_in_how"] if answers.get("stands_in_how") else '"ask at the desk"'
        lines.append(f"stands_in: {{name: {text['stands_in']}, role: stands in, how: {how}, checked_on: {today}}}")
    lines += ["steps:", *(f"  - {text[key]}" for key in ("first", "then") if answers.get(key))]
    if answers.get("out_of_hours"):
        lines.append(f"out_of_hours: {text['out_of_hours']}")
    return "\n".join([*lines, f"read_on: {today}", ""])


def _day(day: date) -> str:
    return dates.day(day)
