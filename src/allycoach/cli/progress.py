"""`allycoach progress`: behaviours over time and indicators practised, in lines; the practice log as a document."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allycoach.catalogue import _

from .remembered import facts_of_all
from .shelves import journal, library, rounds_log

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.framework import Framework
    from allycoach.reports.progress_page import Progress

TOLD_EVERY = 500
"""Sittings after which somebody at a keyboard is told how far the reading has got."""


def progress_lines(content: Path | None) -> Iterator[str]:
    from allycoach.reports.progress import progress_lines as lines

    found = _progress(content)
    yield from lines(found.sittings, found.behaviours, found.record, found.framework, found.disclaimer)


def progress_text(to: Literal["md", "csv", "html", "json"], content: Path | None) -> str:
    """The practice log as Markdown or CSV; all of it as a page or as JSON."""
    from allycoach.reports.progress import log_csv, log_markdown
    from allycoach.reports.progress_json import progress_json
    from allycoach.reports.progress_page import progress_html

    found = _progress(content)
    match to:
        case "csv":
            return log_csv(found.log, found.titles)
        case "md":
            return log_markdown(found.log, found.titles, disclaimer=found.disclaimer)
        case "html":
            return progress_html(found)
        case "json":
            return progress_json(found)


def _progress(content: Path | None) -> "Progress":
    from allycoach.coaching.practice_log import practice_log
    from allycoach.coaching.progress import progress
    from allycoach.coaching.record import record_of
    from allycoach.reports.progress_page import Progress

    shelf = library(content)
    facts = facts_of_all(journal(), shelf, _told)
    titles = {name: who.title for name, who in shelf.scenarios.items()}
    titles |= {name: _("Drill: {title}").format(title=drill.title) for name, drill in shelf.drills.items()}
    return Progress(
        sittings=len(facts),
        behaviours=progress(facts),
        record=record_of(facts),
        framework=_framework(shelf),
        log=practice_log(facts, rounds_log().rounds(), shelf.drills),
        titles=titles,
        disclaimer=shelf.coaching.disclaimer,
    )


def _framework(shelf: "Library") -> "Framework | None":
    from allycoach.errors import ContentError

    try:
        return shelf.framework()
    except ContentError:
        return None


def _told(done: int, of: int) -> None:
    if done % TOLD_EVERY == 0 and sys.stderr.isatty():
        print(_("READING: {done:,} of {of:,} sittings.").format(done=done, of=of), file=sys.stderr)
