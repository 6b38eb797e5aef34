"""`allycoach progress`: behaviours over time and indicators practised, in lines; the practice log as a document."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allycoach.journal import home

from .remembered import facts_of_all
from .shelves import journal, library

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.framework import Framework

TOLD_EVERY = 500
"""Sittings after which somebody at a keyboard is told how far the reading has got."""


def progress_lines(content: Path | None) -> Iterator[str]:
    from allycoach.coaching.progress import progress
    from allycoach.coaching.record import record_of
    from allycoach.reports.progress import progress_lines as lines

    shelf = library(content)
    facts = facts_of_all(journal(), shelf, _told)
    yield from lines(len(facts), progress(facts), record_of(facts), _framework(shelf), shelf.coaching.disclaimer)


def practice_log_text(to: Literal["md", "csv"], content: Path | None) -> str:
    from allycoach.coaching.practice_log import practice_log
    from allycoach.journal.rounds import RoundsLog
    from allycoach.reports.progress import log_csv, log_markdown

    shelf = library(content)
    rows = practice_log(facts_of_all(journal(), shelf, _told), RoundsLog(home()).rounds(), shelf.drills)
    titles = {name: who.title for name, who in shelf.scenarios.items()}
    titles |= {name: f"Drill: {drill.title}" for name, drill in shelf.drills.items()}
    return log_csv(rows, titles) if to == "csv" else log_markdown(rows, titles, disclaimer=shelf.coaching.disclaimer)


def _framework(shelf: "Library") -> "Framework | None":
    from allycoach.errors import ContentError

    try:
        return shelf.framework()
    except ContentError:
        return None


def _told(done: int, of: int) -> None:
    if done % TOLD_EVERY == 0 and sys.stderr.isatty():
        print(f"READING: {done:,} of {of:,} sittings.", file=sys.stderr)
