"""A saved talk walked through in lines."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from allycoach.catalogue import _, many
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.replay import Landmark, Replay, Reread
from allycoach.content.schema.model import ConversationModel
from allycoach.conversation.sitting import Sitting
from allycoach.conversation.tracker import Place
from allycoach.dates import day
from allycoach.reading import Reading
from allycoach.shown_names import helper_name
from allycoach.signs import one_line
from allycoach.spoken import flag_name, flag_said

from .lines import called, heard, quote, you
from .saving import saved
from .terminal import Lines

HELP = (
    _("KEYS: enter goes on, b goes back, a number goes to that turn. f, s and p go to the next flag, slip or pin."),
    _("KEYS: m turns marks on or off, n and words write a note beside the turn, a shows all that is left, q leaves."),
)
_JUMPS: dict[str, Landmark] = {"f": "flag", "s": "slip", "p": "pin"}

_NO_MORE: dict[Landmark, str] = {
    "flag": _("NO MORE: there is no flag after this turn."),
    "slip": _("NO MORE: there is no slip after this turn."),
    "pin": _("NO MORE: there is no pin after this turn."),
}


class WritesNotes(Protocol):
    def __call__(self, turn: int, text: str) -> Sitting: ...


class PlainReplay:
    """Shows a turn at a time. `write_note` keeps a note, gives back the sitting with it and may raise
    NotSaved; `places` are those of a lens, one a turn."""

    def __init__(
        self,
        replay: Replay,
        terminal: Lines,
        *,
        write_note: WritesNotes,
        lens: ConversationModel | None = None,
        places: Sequence[Place] = (),
    ) -> None:
        self.replay = replay
        self.terminal = terminal
        self._write_note = write_note
        self._lens, self._places = lens, places
        self.marks = True
        self.at = 0

    def run(self) -> None:
        """Until the trainee leaves or the talk is over. A pipe gets the whole talk."""
        started = self.replay.sitting.started
        turns = many("1 turn", "{n} turns", self.replay.last).format(n=self.replay.last)
        self._say(
            [
                _("REPLAY: {title}, {turns}, {day}.").format(
                    title=one_line(started.title), turns=turns, day=day(started.at)
                )
            ]
        )
        self._say(HELP)
        self._show()
        while not (self.at >= self.replay.last and not self.terminal.interactive):
            typed = self.terminal.ask(_("TURN {turn} of {last}> ").format(turn=self.at, last=self.replay.last))
            if typed is None:
                self._rest()
                break
            if typed.strip().lower() in ("q", "/quit"):
                break
            self._take(typed.strip())
        self._say([_("RECORD: Practice record, not assessment.")])

    def _take(self, typed: str) -> None:
        word, __, rest = typed.partition(" ")
        key = word.lower()
        if not typed:
            self._go(self.at + 1, _("END: that was the last turn. q leaves."))
        elif key == "b":
            self._go(self.at - 1, _("BEGINNING: this is the opening."))
        elif typed.isascii() and typed.isdigit() and len(typed) < 7:
            self._go(int(typed), _("TURN: there are {last}.").format(last=self.replay.last))
        elif key in _JUMPS and not rest:
            kind = _JUMPS[key]
            self._go(self.replay.next(kind, self.at), _NO_MORE[kind])
        elif key == "m" and not rest:
            self.marks = not self.marks
            self._say([_("MARKS: on.") if self.marks else _("MARKS: off.")])
            self._show()
        elif key == "n" and rest.strip():
            self._note(rest.strip())
        elif key == "a" and not rest:
            self._rest()
        else:
            self._say(HELP)

    def _go(self, turn: int | None, otherwise: str) -> None:
        if turn is None or not 0 <= turn <= self.replay.last:
            self._say([otherwise])
        else:
            self.at = turn
            self._show()

    def _rest(self) -> None:
        while self.at < self.replay.last:
            self.at += 1
            self._show()

    def _note(self, text: str) -> None:
        noted = saved(lambda: self._write_note(self.at, text), self.terminal)
        if noted is not None:
            self.replay = Replay(noted)
            self._say([_("NOTE, turn {turn}: {text}").format(turn=self.at, text=one_line(text))])

    def _show(self) -> None:
        if self.at == 0:
            opening = self.replay.sitting.opening
            person = called(self.replay.sitting.started.person)
            self._say(
                _("BROUGHT IN: {words}").format(words=one_line(words)) for words in brought_in(self.replay.sitting)
            )
            self._say([f"{person}: {one_line(opening.text)}"] if opening is not None else [])
        else:
            self._say(self._turn())

    def _turn(self) -> Iterator[str]:
        turn = self.replay.turn(self.at)
        yield you(turn.reply.turn, turn.reply.text, helper_name(self.replay.sitting.helper))
        if self.marks:
            yield from self._marked(turn.reply.reading)
        if self._lens is not None and self.at <= len(self._places):
            place = self._places[self.at - 1]
            yield _("PLACE: {part}. {reason}").format(
                part=one_line(self._lens.stage(place.stage).short), reason=one_line(place.reason)
            )
        if any(pin.turn == self.at for pin in self.replay.sitting.pins):
            yield _("PINNED, turn {turn}.").format(turn=self.at)
        yield from (_("NOTE by {note}").format(note=one_line(note)) for note in self.replay.notes(self.at))
        if turn.answer is not None:
            yield f"{called(self.replay.sitting.started.person)}: {one_line(turn.answer.text)}"

    def _marked(self, reading: Reading) -> Iterator[str]:
        names = heard(reading.moves, reading.flags)
        if names:
            yield _("HEARD: {names}.").format(names=", ".join(names))
        turn = self.replay.turn(self.at).reply.turn
        for flag in reading.flags:
            stands = self.replay.sitting.dismissal(turn, flag) is None
            words = _("NOTICE: {flag}") if stands else _("SET ASIDE: {flag}")
            yield words.format(flag=one_line(flag_said(flag, reading)))
        slip = next((slip for slip in self.replay.slips if slip.turn == self.at), None)
        if slip is not None and slip.recovered_at is not None:
            yield _("CAME BACK: at turn {turn}.").format(turn=slip.recovered_at)

    def _say(self, said: Sequence[str] | Iterator[str]) -> None:
        for line in said:
            self.terminal.say(line)


def reread_lines(found: Reread, read: Callable[[int], Reading]) -> Iterator[str]:
    """Where today's rules differ; `read` gives the stored reading of a turn."""
    yield _("REREAD: with today's rules ({rules}); the sitting is not changed.").format(rules=one_line(found.rules_now))
    for each in found.differences:
        yield you(each.turn, each.text)
        for flag in each.new:
            words = quote(each.text[flag.start : flag.end])
            yield _("NEW, turn {turn}: {flag}, {words}").format(
                turn=each.turn, flag=flag_name(flag, found.readings[each.turn - 1]), words=words
            )
        for flag in each.gone:
            words = quote(each.text[flag.start : flag.end])
            yield _("GONE, turn {turn}: {flag}, {words}").format(
                turn=each.turn, flag=flag_name(flag, read(each.turn)), words=words
            )
    if not found.differences:
        yield _("SAME: today's rules see what was seen then.")
