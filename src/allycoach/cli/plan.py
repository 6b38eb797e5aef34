"""`allycoach plan` and `allycoach worksheet`: made in lines, printed as a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from allycoach.signs import one_line

from .replay import saved_sitting
from .shelves import journal, library, now

if TYPE_CHECKING:
    from allycoach.coaching.plan_sheet import Layout
    from allycoach.conversation.sitting import Sitting


def make_plan(name: str) -> int:
    """Asks for the plan and keeps it with the sitting; 1 when nothing was kept. Raises AllycoachError."""
    from allycoach.plain.plan import PlainPlan
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.looking_back import LookingBack

    sitting = saved_sitting(name)
    with journal().open(sitting.started.sitting) as log:
        looking = LookingBack(sitting, log=log, clock=now)
        return 0 if PlainPlan(sitting, Terminal(), looking.keep_plan).run() else 1


def plan_text(name: str, *, to: str, layout: str, content: Path | None) -> str:
    """The plan as Markdown or HTML. Raises SittingUnreadable."""
    from allycoach.coaching.plan_sheet import plan_sheet
    from allycoach.reports.plan import plan_html, plan_markdown

    sitting, shelf = saved_sitting(name), library(content)
    sheet = plan_sheet(sitting, shelf.scenarios.get(sitting.started.scenario), cast("Layout", layout))
    return plan_html(sheet) if to == "html" else plan_markdown(sheet)


def worksheet_lines(content: Path | None) -> Iterator[str]:
    for sheet in library(content).worksheets.values():
        yield f"{sheet.id}: {one_line(sheet.title)}. {one_line(sheet.about)}"


def fill_worksheet(sheet_id: str, name: str, content: Path | None) -> None:
    """Leads through a worksheet and keeps it with the sitting. Raises AllycoachError."""
    from allycoach.plain.plan import fill
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.looking_back import LookingBack

    sheet, sitting = library(content).worksheet(sheet_id), saved_sitting(name)
    with journal().open(sitting.started.sitting) as log:
        answers = fill(sheet, _answers(sitting, sheet_id), Terminal())
        LookingBack(sitting, log=log, clock=now).keep_worksheet(sheet_id, answers)


def worksheet_text(sheet_id: str, *, to: str, sitting: str | None, content: Path | None) -> str:
    """The page, blank or as it was filled in during a sitting. Raises AllycoachError."""
    from allycoach.reports.plan import worksheet_html, worksheet_markdown

    sheet = library(content).worksheet(sheet_id)
    answers = _answers(saved_sitting(sitting), sheet_id) if sitting is not None else {}
    return worksheet_html(sheet, answers) if to == "html" else worksheet_markdown(sheet, answers)


def _answers(sitting: "Sitting", sheet_id: str) -> dict[str, str]:
    return next((dict(kept.answers) for kept in sitting.worksheets if kept.sheet == sheet_id), {})
