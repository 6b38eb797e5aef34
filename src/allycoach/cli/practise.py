"""A sitting from the command line, in lines."""

import random
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal import new_sitting_id
from allycoach.typed import number_in

from .choosing import Choosing, Chosen
from .drill import drill_in_lines
from .faults import CANNOT, INTERRUPTED
from .lists import failure_lines, sorted_people
from .shelves import journal, library, now, vault
from .visits import earlier_visit

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Mode
    from allycoach.conversation.sitting import Sitting
    from allycoach.journal.log import SittingLog
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.practice import Practice
    from allycoach.reading import Reader


def in_lines(
    *,
    content: Path | None = None,
    start: str | None = None,
    mode: str | None = None,
    seed: int | None = None,
    model: str | None = None,
    resume: str | None = None,
) -> int:
    """A sitting, chosen first unless `start` or `resume` names one; the exit status. Raises AllycoachError."""
    from allycoach.plain.terminal import Terminal

    terminal = Terminal()
    vault().cipher()  # before anything else is said or asked
    shelf = library(content)
    terminal.card = shelf.procedure
    for line in failure_lines(shelf):
        terminal.say(_("NOT USED: {line}").format(line=line))
    if resume is not None:
        return _go_on(terminal, shelf, resume)
    choosing = Choosing(terminal, shelf)
    choosing.ask_first()
    chosen = Chosen("scenario", _named(shelf, start)) if start is not None else choosing.choose()
    if chosen is None:
        return CANNOT
    if chosen.what == "sitting":
        return _go_on(terminal, shelf, chosen.id)
    if chosen.what == "drill":
        return drill_in_lines(chosen.id, level=1, seed=seed, content=content)
    shelf.scenario(chosen.id)
    return _begin(terminal, shelf, chosen.id, mode or choosing.mode(ask=start is None), seed, model)


def _named(shelf: "Library", name: str) -> str:
    """The id of a person named by it, or by their number in the list."""
    number, people = number_in(name), sorted_people(shelf)
    return people[number - 1].id if 1 <= number <= len(people) and name not in shelf.scenarios else name


def _begin(terminal: "Terminal", shelf: "Library", wanted: str, mode: str, seed: int | None, model: str | None) -> int:
    from allycoach.practice.beginning import Beginning
    from allycoach.practice.practice import Practice

    seed = random.SystemRandom().randrange(2**31) if seed is None else seed
    beginning = Beginning(wanted, cast("Mode", mode), seed, model, earlier_visit(journal(), shelf, wanted))
    beginning.check(shelf)
    reader = _reader(shelf)
    sitting_id = new_sitting_id(wanted, now=now(), random=random.SystemRandom())
    with journal().create(sitting_id) as log:
        practice = Practice.begin(
            sitting_id=sitting_id, beginning=beginning, library=shelf, reader=reader, log=log, clock=now
        )
        return _Talk(terminal, practice, log).run()


def _go_on(terminal: "Terminal", shelf: "Library", name: str) -> int:
    from allycoach.conversation.sitting import fold
    from allycoach.practice.practice import Practice

    kept = journal()
    sitting_id = kept.resolve(name)
    sitting = fold(kept.events(sitting_id))
    if sitting.ended is not None:
        return _look_back(terminal, shelf, sitting)
    shelf.scenario(sitting.started.scenario)
    with kept.open(sitting_id) as log:
        for notice in log.notices:
            terminal.say(_("SAVED FILE: {notice}").format(notice=notice))
        practice = Practice.resume(
            events=kept.events(sitting_id), library=shelf, reader=_reader(shelf), log=log, clock=now
        )
        return _Talk(terminal, practice, log).run()


def _look_back(terminal: "Terminal", shelf: "Library", sitting: "Sitting") -> int:
    from allycoach.coaching.debrief import build
    from allycoach.plain.debrief import look_back

    terminal.say(_("OVER: this talk has ended. Here is how it went."))
    look_back(terminal, sitting, build(sitting, shelf.scenarios.get(sitting.started.scenario), shelf.coaching))
    return 0


def _reader(shelf: "Library") -> "Reader":
    from .shelves import reader_for

    return reader_for(shelf)


_STOPPED = _("STOPPED: everything you sent is saved. To go on: allycoach practise --plain --continue {sitting}")
_LEFT = _("LEFT: everything you sent is saved. To go on: allycoach practise --plain --continue {sitting}")


@dataclass(frozen=True, slots=True)
class _Talk:
    """A practice in lines, and how it is left."""

    terminal: "Terminal"
    practice: "Practice"
    log: "SittingLog"

    def run(self) -> int:
        from allycoach.plain.face import PlainFace

        self.terminal.say(
            _("KEPT: what you write stays on this computer, in {folder}.").format(folder=self.log.path.parent)
        )
        face = PlainFace(self.practice, self.terminal)
        try:
            finished = face.run()
        except KeyboardInterrupt:
            with suppress(AllycoachError):
                face.keep()
            self.terminal.say("")
            self._left(_STOPPED)
            return INTERRUPTED
        if not finished:
            self._left(_LEFT)
        elif self.terminal.interactive:
            self.terminal.say(
                _("NEXT: `allycoach --plain` for another talk, `allycoach replay last` to go through this one.")
            )
        return 0

    def _left(self, words: str) -> None:
        sitting = self.practice.sitting.started.sitting
        self.terminal.say(words.format(sitting=sitting))
