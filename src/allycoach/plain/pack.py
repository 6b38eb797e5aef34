"""A pack in lines: the whole plan at once, or part by part with somebody at the keyboard."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from allycoach.catalogue import _, many
from allycoach.coaching.pack_words import KINDS, begins, items, minutes_said, notes, time_said, used
from allycoach.errors import AllycoachError
from allycoach.practice.pack_run import PackRun
from allycoach.signs import one_line

from .terminal import Lines

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.pack import Pack, Part

HELP = _(
    "KEYS: Enter goes on to the next part. t says the time, p stops the clock and starts it, + adds a minute, "
    "b goes back, a gives the answer notes, o opens the drill or the person, q leaves."
)


def about_lines(pack: "Pack") -> Iterator[str]:
    yield many("PACK: {title}, {minutes}, {n} part.", "PACK: {title}, {minutes}, {n} parts.", len(pack.parts)).format(
        title=one_line(pack.title), minutes=minutes_said(pack.minutes), n=len(pack.parts)
    )
    yield _("FOR: {for_whom}").format(for_whom=one_line(pack.for_whom))
    yield from (_("AIM: {aim}").format(aim=one_line(aim)) for aim in pack.aims)
    yield from (_("BRING: {thing}").format(thing=one_line(thing)) for thing in pack.bring)


def plan_lines(pack: "Pack", shelf: "Library", *, answers: bool) -> Iterator[str]:
    """Everything, one fact a line; the answer notes only when they are asked for."""
    yield from about_lines(pack)
    for number, (part, start) in enumerate(zip(pack.parts, begins(pack), strict=True), 1):
        yield from part_lines(part, number, len(pack.parts), start)
        yield from material_lines(part, shelf)
        if answers:
            yield from answer_lines(part, shelf)
    yield _("TAKE AWAY: {words}").format(words=one_line(pack.take_away))
    if not answers:
        yield _("ANSWER NOTES: left out here; --answers gives them too.")


def part_lines(part: "Part", number: int, of: int, start: int) -> Iterator[str]:
    """`start` is the minute at which it begins."""
    span = _("minute {start} to {end}, {minutes}").format(
        start=start, end=start + part.minutes, minutes=minutes_said(part.minutes)
    )
    yield _("PART {number} of {of}: {title}, {kind}, {span}.").format(
        number=number, of=of, title=one_line(part.title), kind=KINDS[part.kind], span=span
    )
    yield _("TASK: {task}").format(task=one_line(part.task))
    yield from (_("DO: {each}").format(each=one_line(each)) for each in part.do)
    yield from (_("SAY: {each}").format(each=one_line(each)) for each in part.say)
    yield from (_("WRITE: {each}").format(each=one_line(each)) for each in part.write)


def material_lines(part: "Part", shelf: "Library") -> Iterator[str]:
    uses = used(part, shelf)
    if uses is not None:
        yield _("USES: {words}").format(words=one_line(uses.words))
        if not uses.missing:
            yield _("OPEN IT WITH: {command}").format(command=one_line(uses.command))
    for number, item in enumerate(items(part, shelf), 1):
        yield _("CARD {number}, THEY SAY: {person}").format(number=number, person=one_line(item.person))
        if item.given:
            yield _("CARD {number}, THE LINE: {given}").format(number=number, given=one_line(item.given))


def answer_lines(part: "Part", shelf: "Library") -> Iterator[str]:
    for note in notes(part, shelf):
        if note.person:
            yield _("ANSWERS TO: {person}").format(person=one_line(note.person))
        if note.poor:
            yield _("CLOSES: {poor}").format(poor=one_line(note.poor))
        yield from (_("OPENS: {line}").format(line=one_line(line)) for line in note.good)
        if note.why:
            yield _("WHY: {why}").format(why=one_line(note.why))


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
            typed = self.terminal.ask(_("PART {number}, Enter goes on> ").format(number=self.running.number))
            if typed is None or typed.strip().lower() in ("q", "/quit"):
                self.terminal.say(
                    _("STOPPED: at part {number} of {of}.").format(
                        number=self.running.number, of=len(self.running.pack.parts)
                    )
                )
                return False
            self._do(typed.strip().lower())
        self.terminal.say(_("TAKE AWAY: {words}").format(words=one_line(self.running.pack.take_away)))
        self.terminal.say(
            _("DONE: it took {minutes}.").format(minutes=minutes_said(round(self.running.spent().total_seconds() / 60)))
        )
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
            self.terminal.say(_("NOTHING TO OPEN: this part uses no drill and no person."))
            return
        try:
            self._open_part(self.running.part)
        except AllycoachError as error:
            self.terminal.say(_("NOT OPENED: {error}").format(error=one_line(str(error))))
        self.terminal.say(
            _("BACK: part {number}, {title}.").format(
                number=self.running.number, title=one_line(self.running.part.title)
            )
        )
        self._time()

    def _answers(self) -> None:
        lines = tuple(answer_lines(self.running.part, self.shelf))
        for line in lines or (_("ANSWER NOTES: there are none for this part."),):
            self.terminal.say(line)

    def _time(self) -> None:
        going = self.running
        self.terminal.say(
            (
                _("TIME: {left}, of {minutes}. It all ends at {time}. The clock stands still.")
                if not going.going
                else _("TIME: {left}, of {minutes}. It all ends at {time}.")
            ).format(
                left=time_said(going.left()),
                minutes=minutes_said(going.minutes),
                time=f"{going.ends():%H:%M}",
            )
        )
