"""A pack in lines: the whole plan at once, or part by part with somebody at the keyboard."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from allycoach.coaching.pack_words import KINDS, begins, items, minutes_said, notes, time_said, used
from allycoach.errors import AllycoachError
from allycoach.practice.pack_run import PackRun
from allycoach.signs import one_line

from .terminal import Lines

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.pack import Pack, Part

HELP = (
    "KEYS: Enter goes on to the next part. t says the time, p stops the clock and starts it, + adds a minute, "
    "b goes back, a gives the answer notes, o opens the drill or the person, q leaves."
)


def about_lines(pack: "Pack") -> Iterator[str]:
    yield f"PACK: {one_line(pack.title)}, {minutes_said(pack.minutes)}, {len(pack.parts)} parts."
    yield f"FOR: {one_line(pack.for_whom)}"
    yield from (f"AIM: {one_line(aim)}" for aim in pack.aims)
    yield from (f"BRING: {one_line(thing)}" for thing in pack.bring)


def plan_lines(pack: "Pack", shelf: "Library", *, answers: bool) -> Iterator[str]:
    """Everything, one fact a line; the answer notes only when they are asked for."""
    yield from about_lines(pack)
    for number, (part, start) in enumerate(zip(pack.parts, begins(pack), strict=True), 1):
        yield from part_lines(part, number, len(pack.parts), start)
        yield from material_lines(part, shelf)
        if answers:
            yield from answer_lines(part, shelf)
    yield f"TAKE AWAY: {one_line(pack.take_away)}"
    if not answers:
        yield "ANSWER NOTES: left out here; --answers gives them too."


def part_lines(part: "Part", number: int, of: int, start: int) -> Iterator[str]:
    """`start` is the minute at which it begins."""
    span = f"minute {start} to {start + part.minutes}, {minutes_said(part.minutes)}"
    yield f"PART {number} of {of}: {one_line(part.title)}, {KINDS[part.kind]}, {span}."
    yield f"TASK: {one_line(part.task)}"
    yield from (f"DO: {one_line(each)}" for each in part.do)
    yield from (f"SAY: {one_line(each)}" for each in part.say)
    yield from (f"WRITE: {one_line(each)}" for each in part.write)


def material_lines(part: "Part", shelf: "Library") -> Iterator[str]:
    uses = used(part, shelf)
    if uses is not None:
        yield f"USES: {one_line(uses.words)}"
        if not uses.missing:
            yield f"OPEN IT WITH: {one_line(uses.command)}"
    for number, item in enumerate(items(part, shelf), 1):
        yield f"CARD {number}, THEY SAY: {one_line(item.person)}"
        if item.given:
            yield f"CARD {number}, THE LINE: {one_line(item.given)}"


def answer_lines(part: "Part", shelf: "Library") -> Iterator[str]:
    for note in notes(part, shelf):
        if note.person:
            yield f"ANSWERS TO: {one_line(note.person)}"
        if note.poor:
            yield f"CLOSES: {one_line(note.poor)}"
        yield from (f"OPENS: {one_line(line)}" for line in note.good)
        if note.why:
            yield f"WHY: {one_line(note.why)}"


class PlainPack:
    """Part by part. It speaks only when a key is pressed, so that no line comes while somebody is talking."""

    def __init__(
        self, running: PackRun, shelf: "Library", terminal: Lines, open_part: Callable[["Part"], object]
    ) -> None:
        """`open_part` shows what a part uses and returns when it is left; what it raises is said."""
        self.running, self.shelf, self.terminal, self._open_part = running, shelf, terminal, open_part

    def run(self) -> bool:
        """Whether it came to its end."""
        for line in about_lines(self.running.pack):
            self.terminal.say(line)
        self.terminal.say(HELP)
        self._show()
        while not self.running.over:
            typed = self.terminal.ask(f"PART {self.running.number}, Enter goes on> ")
            if typed is None or typed.strip().lower() in ("q", "/quit"):
                self.terminal.say(f"STOPPED: at part {self.running.number} of {len(self.running.pack.parts)}.")
                return False
            self._do(typed.strip().lower())
        self.terminal.say(f"TAKE AWAY: {one_line(self.running.pack.take_away)}")
        self.terminal.say(f"DONE: it took {minutes_said(round(self.running.spent().total_seconds() / 60))}.")
        return True

    def _do(self, key: str) -> None:
        going = self.running
        if not key or key == "b":
            (going.back if key else going.next)()
            if not going.over:
                self._show()
        elif key == "p":
            (going.pause if going.going else going.go)()
            self._time()
        elif key == "+":
            going.add_minute()
            self._time()
        elif key == "t":
            self._time()
        elif key == "a":
            self._answers()
        elif key == "o":
            self._open()
        else:
            self.terminal.say(HELP)

    def _show(self) -> None:
        going = self.running
        going.go()
        start = begins(going.pack)[going.number - 1]
        for line in part_lines(going.part, going.number, len(going.pack.parts), start):
            self.terminal.say(line)
        for line in material_lines(going.part, self.shelf):
            self.terminal.say(line)
        self._time()

    def _open(self) -> None:
        uses = used(self.running.part, self.shelf)
        if uses is None:
            self.terminal.say("NOTHING TO OPEN: this part uses no drill and no person.")
            return
        try:
            self._open_part(self.running.part)
        except AllycoachError as error:
            self.terminal.say(f"NOT OPENED: {one_line(str(error))}")
        self.terminal.say(f"BACK: part {self.running.number}, {one_line(self.running.part.title)}.")
        self._time()

    def _answers(self) -> None:
        lines = tuple(answer_lines(self.running.part, self.shelf))
        for line in lines or ("ANSWER NOTES: there are none for this part.",):
            self.terminal.say(line)

    def _time(self) -> None:
        going = self.running
        stopped = "" if going.going else " The clock stands still."
        self.terminal.say(
            f"TIME: {time_said(going.left())}, of {minutes_said(going.minutes)}. It all ends at {going.ends():%H:%M}.{stopped}"
        )
