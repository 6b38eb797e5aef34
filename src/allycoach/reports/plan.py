"""The person's plan and worksheets as documents."""

from collections.abc import Mapping
from datetime import datetime

from allycoach.catalogue import _
from allycoach.coaching.plan_sheet import PlanSheet
from allycoach.content.schema.worksheet import Worksheet
from allycoach.dates import day

from .html import page
from .literal import literal, literal_line


def plan_html(sheet: PlanSheet) -> str:
    return page("plan", sheet=sheet, day=_day(sheet.at))


def plan_markdown(sheet: PlanSheet) -> str:
    """In the first person, as the page is."""
    parts = ["# " + _("My plan"), f"{literal_line(sheet.person)}, {_day(sheet.at)}"]
    for section in sheet.sections:
        parts += [f"## {section.heading}", *(literal(line) for line in section.lines)]
    parts.append(f"## {sheet.steps_heading}")
    for number, step in enumerate(sheet.steps, 1):
        lines = [f"{number}. {literal_line(step.text)}"]
        lines += ["   - " + _("When: {when}").format(when=literal_line(step.when))] if step.when else []
        lines += (
            ["   - " + _("How sure I am, from 1 to 10: {confidence}").format(confidence=step.confidence)]
            if step.confidence
            else []
        )
        lines += (
            ["   - " + _("One point stronger: {stronger}").format(stronger=literal_line(step.stronger))]
            if step.stronger
            else []
        )
        parts.append("\n".join(lines))
    if sheet.setback:
        parts += ["## " + _("If it goes wrong"), literal(sheet.setback)]
    parts.append(_("*This plan belongs to {person}.*").format(person=literal_line(sheet.person)))
    return "\n\n".join(parts) + "\n"


def worksheet_html(sheet: Worksheet, answers: Mapping[str, str]) -> str:
    """With room to write where there is no answer yet."""
    return page("worksheet", sheet=sheet, answers=answers)


def worksheet_markdown(sheet: Worksheet, answers: Mapping[str, str]) -> str:
    parts = [f"# {literal_line(sheet.title)}", literal(sheet.about)]
    for box in sheet.boxes:
        parts += [f"## {literal_line(box.heading)}", literal(answers.get(box.id, "")) or f"*{literal_line(box.ask)}*"]
    return "\n\n".join(parts) + "\n"


def _day(at: datetime) -> str:
    return day(at)
