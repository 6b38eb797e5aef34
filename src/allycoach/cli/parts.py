"""What the full-screen face is handed."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from allycoach.journal import Journal, home, new_sitting_id
from allycoach.journal.log import SittingLog
from allycoach.tui.parts import Parts, PastSitting

from .export import markdown_of, put_own
from .shelves import journal, library, now


@contextmanager
def full_screen_parts(content: Path | None) -> Iterator[Parts]:
    """The parts; every log that was opened through them is closed at the end."""
    from allycoach.language.reader import load_reader

    logs = _Logs(journal())
    try:
        yield Parts(
            load_library=lambda: library(content),
            load_reader=load_reader,
            sittings=lambda: past_sittings(journal()),
            new_sitting=lambda: new_sitting_id("sitting", now=now(), random=random.SystemRandom()),
            create_log=logs.create,
            open_log=logs.open,
            events=journal().events,
            export_markdown=lambda sitting: _exported(sitting, content),
            clock=now,
            words_kept_in=journal().folder,
        )
    finally:
        logs.close()


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


class _Logs:
    """The logs that one window has open. A sitting left and opened again in the same window is no rival of
    itself."""

    def __init__(self, kept: Journal) -> None:
        self._kept = kept
        self._open: dict[str, SittingLog] = {}

    def create(self, sitting: str) -> SittingLog:
        self._open[sitting] = self._kept.create(sitting)
        return self._open[sitting]

    def open(self, sitting: str) -> SittingLog:
        if sitting in self._open:
            self._open.pop(sitting).close()
        self._open[sitting] = self._kept.open(sitting)
        return self._open[sitting]

    def close(self) -> None:
        for log in self._open.values():
            log.close()


def _exported(sitting: str, content: Path | None) -> Path:
    text = markdown_of(sitting, content)
    return put_own(home() / "exports" / f"{sitting}.md", text)
