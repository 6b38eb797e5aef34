"""What the full-screen face is handed."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import NotSaved
from allycoach.journal import Journal, Summary, home, new_sitting_id
from allycoach.tui.parts import Memory, Parts, PastSitting

from .export import document_of, put_own
from .intentions import OpenIntention, answer_intention, open_intention
from .remembered import facts_of_all
from .shelves import journal, library, now, rounds_log, vault
from .spare_memory import give_back, unsearched
from .visits import earlier_visit

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.reading import Reader


def full_screen_parts(content: Path | None) -> Parts:
    """The parts. The face closes each log that it has opened through them, and asks for the passphrase before it uses any.
    Raises WrongPassphrase for one in the environment, and PassphraseNeeded where the file with the key is damaged."""
    closed = vault()
    closed.ask = None  # nothing else may ask while the screen is the app's
    if closed.locked:
        from .unlocking import unlock_if_named

        unlock_if_named(closed)
    return Parts(
        load_library=lambda: library(content),
        load_reader=_load_reader,
        sittings=lambda: past_sittings(journal()),
        new_sitting=lambda scenario: new_sitting_id(scenario, now=now(), random=random.SystemRandom()),
        create_log=journal().create,
        open_log=journal().open,
        events=journal().events,
        export_sitting=lambda sitting: put_own(home() / "exports" / f"{sitting}.md", document_of(sitting, content)),
        export_plan=lambda sitting: _plan_pages(sitting, content),
        clock=now,
        memory=_memory(),
        words_kept_in=journal().folder,
        earlier=lambda shelf, scenario: earlier_visit(journal(), shelf, scenario),
        locked=lambda: closed.waiting,
        unlock=_unlock,
        sealed=lambda: closed.locked,
    )


def _plan_pages(sitting: str, content: Path | None) -> Path:
    """Both pages; the one that opens in a browser."""
    from .plan import plan_text

    for to in ("md", "html"):
        page = plan_text(sitting, to=to, layout="list", content=content)
        written = put_own(home() / "exports" / f"{sitting}-plan.{to}", page)
    return written


def _load_reader(shelf: "Library") -> "Reader":
    from .shelves import reader_for

    with unsearched():
        reader = reader_for(shelf)
    give_back()
    return reader


def _memory() -> Memory:
    kept = journal()
    return Memory(
        recent=lambda count: _listed(kept.recent(count)),
        facts=lambda shelf, progress: facts_of_all(kept, shelf, progress),
        rounds=rounds_log,
        intention=lambda: open_intention(kept),
        answer_intention=lambda plan, used: answer_intention(
            kept, OpenIntention(plan.sitting, plan.notice, plan.then), used=used, clock=now
        ),
        forget=_forget,
    )


def _forget(sitting: str) -> None:
    from allycoach.journal.forgetting import forget_sitting

    left = forget_sitting(home(), sitting, vault()).left
    if left:
        path, why = left[0]
        raise NotSaved(
            _("{path} could not be deleted: {why}.").format(path=path, why=why),
            kept=_("The rest of that sitting is gone."),
            mend=_("Try again."),
        )


def _unlock(passphrase: str) -> str:
    from .unlocking import go_on

    closed, said = vault(), list[str]()
    closed.unlock(passphrase)
    go_on(closed, said.append)
    return "\n".join(line for line in said if line.startswith("NOT"))


def past_sittings(kept: Journal) -> Sequence[PastSitting]:
    """Saved sittings that can be read, newest first."""
    return _listed(kept.sittings())


def _listed(found: Iterable[Summary]) -> Sequence[PastSitting]:
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
        for one in found
        if one.last is not None
    )
