"""A sitting from the command line, on the full screen or in lines."""

import random
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from allycoach.errors import AllycoachError
from allycoach.journal import new_sitting_id
from allycoach.signs import one_line

from .faults import CANNOT, INTERRUPTED
from .intentions import answer_intention, open_intention
from .lists import about, failure_lines, sorted_people
from .shelves import journal, library, now
from .visits import earlier_visit

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Mode
    from allycoach.conversation.sitting import Sitting
    from allycoach.journal.log import SittingLog
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.practice import Practice
    from allycoach.reading import Reader


def full_screen(
    *,
    content: Path | None,
    start: str | None,
    mode: str | None,
    seed: int | None,
    model: str | None,
    resume: str | None,
) -> int:
    """The app; the exit status when it is left. Raises AllycoachError where there is no terminal to open it
    in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AllycoachError(
            "The app needs a terminal to open in.", mend="`allycoach practise --plain` works everywhere."
        )
    from allycoach.tui.app import run_app

    from .parts import full_screen_parts

    sitting = journal().resolve(resume) if resume is not None else None
    return run_app(full_screen_parts(content), start=start, mode=mode, seed=seed, model=model, resume=sitting)


def in_lines(
    *,
    content: Path | None,
    start: str | None,
    mode: str | None,
    seed: int | None,
    model: str | None,
    resume: str | None,
) -> int:
    """The same in lines; the exit status. Raises AllycoachError."""
    from allycoach.plain.terminal import Terminal

    terminal = Terminal()
    shelf = library(content)
    for line in failure_lines(shelf):
        terminal.say(f"NOT USED: {line}")
    if resume is not None:
        return _go_on(terminal, shelf, resume)
    _ask_about_intention(terminal)
    wanted = _named(shelf, start) if start is not None else _choose(terminal, shelf)
    return CANNOT if wanted is None else _begin(terminal, shelf, wanted, mode or "coach", seed, model)


def _ask_about_intention(terminal: "Terminal") -> None:
    """Show the last if-then plan, and ask once whether it came to use. A pipe is only shown it."""
    kept = journal()
    intention = open_intention(kept)
    if intention is None:
        return
    terminal.say(
        f"LAST TIME YOU PLANNED: if I notice {one_line(intention.notice)}, then I will {one_line(intention.then)}"
    )
    answer = terminal.ask("DID YOU get to use it? y, n, or enter for later> ") if terminal.interactive else None
    typed = (answer or "").strip().lower()
    if typed in ("y", "yes", "n", "no"):
        try:
            answer_intention(kept, intention, used=typed.startswith("y"), clock=now)
        except AllycoachError as error:
            terminal.say(f"NOT SAVED: {one_line(str(error))}")


def _choose(terminal: "Terminal", shelf: "Library") -> str | None:
    people = sorted_people(shelf)
    for number, scenario in enumerate(people, 1):
        terminal.say(f"{number}: {about(scenario)}")
    while people:
        typed = terminal.ask(f"CHOOSE a number, 1 to {len(people)}> ")
        if typed is None:
            terminal.say("NOBODY: no number was chosen.")
            return None
        number = _number(typed.strip())
        if 1 <= number <= len(people):
            return people[number - 1].id
        if typed.strip():
            terminal.say(f"NUMBER: type one from 1 to {len(people)}.")
    raise AllycoachError("There is nobody to talk with.", mend="`allycoach check` says what is wrong.")


def _named(shelf: "Library", name: str) -> str:
    """The id of a person named by it, or by their number in the list."""
    number, people = _number(name), sorted_people(shelf)
    return people[number - 1].id if 1 <= number <= len(people) and name not in shelf.scenarios else name


def _number(text: str) -> int:
    """The number that was typed; 0 when it is none, or longer than any list."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 0


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
            terminal.say(f"SAVED FILE: {notice}")
        practice = Practice.resume(
            events=kept.events(sitting_id), library=shelf, reader=_reader(shelf), log=log, clock=now
        )
        return _Talk(terminal, practice, log).run()


def _look_back(terminal: "Terminal", shelf: "Library", sitting: "Sitting") -> int:
    from allycoach.coaching.debrief import build
    from allycoach.plain.debrief import debrief

    terminal.say("OVER: this talk has ended. Here is how it went.")
    for line in debrief(sitting, build(sitting, shelf.scenarios.get(sitting.started.scenario), shelf.coaching)):
        terminal.say(line)
    return 0


def _reader(shelf: "Library") -> "Reader":
    from allycoach.language.reader import load_reader

    return load_reader(shelf)


@dataclass(frozen=True, slots=True)
class _Talk:
    """A practice in lines, and how it is left."""

    terminal: "Terminal"
    practice: "Practice"
    log: "SittingLog"

    def run(self) -> int:
        from allycoach.plain.face import PlainFace

        self.terminal.say(f"KEPT: what you write stays on this computer, in {self.log.path.parent}.")
        face = PlainFace(self.practice, self.terminal)
        try:
            finished = face.run()
        except KeyboardInterrupt:
            with suppress(AllycoachError):
                face.keep()
            self.terminal.say("")
            self._left("STOPPED")
            return INTERRUPTED
        if not finished:
            self._left("LEFT")
        return 0

    def _left(self, word: str) -> None:
        sitting = self.practice.sitting.started.sitting
        self.terminal.say(
            f"{word}: everything you sent is saved. To go on: allycoach practise --plain --continue {sitting}"
        )
