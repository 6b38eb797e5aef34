"""What the full-screen face is handed."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.journal import Journal, home, new_sitting_id
from allycoach.tui.parts import Parts, PastSitting

from .export import markdown_of, put_own
from .shelves import journal, library, now
from .visits import earlier_visit

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.reading import Reader


def full_screen_parts(content: Path | None) -> Parts:
    """The parts. The face closes each log that it has opened through them."""
    return Parts(
        load_library=lambda: library(content),
        load_reader=_load_reader,
        sittings=lambda: past_sittings(journal()),
        new_sitting=lambda scenario: new_sitting_id(scenario, now=now(), random=random.SystemRandom()),
        create_log=journal().create,
        open_log=journal().open,
        events=journal().events,
        export_markdown=lambda sitting: put_own(home() / "exports" / f"{sitting}.md", markdown_of(sitting, content)),
        export_plan=lambda sitting: _plan_pages(sitting, content),
        clock=now,
        words_kept_in=journal().folder,
        earlier=lambda shelf, scenario: earlier_visit(journal(), shelf, scenario),
    )


def _plan_pages(sitting: str, content: Path | None) -> Path:
    """Both pages; the one that opens in a browser."""
    from .plan import plan_text

    for to in ("md", "html"):
        page = plan_text(sitting, to=to, layout="list", content=content)
        written = put_own(home() / "exports" / f"{sitting}-plan.{to}", page)
    return written


def _load_reader(shelf: "Library") -> "Reader":
    from allycoach.language.reader import load_reader  # spaCy, so only in the thread that loads it

    return load_reader(shelf)


def past_sittings(kept: Journal) -> Sequence[PastSitting]:
    """Saved sittings that can be read, newest first."""
    return tuple(
        PastSitting(
            sitting=one.id,
            scenario=one.scenario,
            title=one.title,
            person=one.person,
            mode=one.mode,
            last=one.last,
            turns=one.turns,
            over=one.ended,
        )
        for one in kept.sittings()
        if one.last is not None
    )
