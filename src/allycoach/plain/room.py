"""A talk led by a room, in lines: a facilitator runs it by ear, and the room hears every line read out."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from allycoach.catalogue import _
from allycoach.coaching.ballot import listed, standing
from allycoach.coaching.room_debrief import room_debrief
from allycoach.content.schema.scenario import Scenario
from allycoach.practice.room import Room
from allycoach.signs import one_line
from allycoach.typed import number_in, numbers_in

from . import branching, lines, room_lines
from .saving import done, saved_or_raised
from .terminal import PROMPT, Lines

T = TypeVar("T")


def choose(terminal: Lines, people: Sequence[Scenario]) -> str | None:
    """Whom, as typed; enter is the first. None when the input ends."""
    terminal.say(_("ROOM: one talk for everybody here. Nobody is asked for a name."))
    for number, who in enumerate(people, 1):
        terminal.say(room_lines.person(number, who))
    first = one_line(people[0].person.name) if people else ""
    asked = _("WHOM, a number or a name, enter for {name}") if people else _("WHOM, a number or a name")
    while True:
        typed = terminal.ask(asked.format(name=first) + PROMPT)
        if typed is None:
            terminal.say(_("NOBODY: no one was chosen."))
            return None
        if typed.strip() or people:
            return typed.strip() or people[0].id


class PlainRoom:
    """Asks for lines, then for hands, then which one to play. All rules are in `practice.room`."""

    def __init__(self, room: Room, terminal: Lines) -> None:
        self.room = room
        self.terminal = terminal
        self._left = False
        self._done = False

    def run(self) -> bool:
        """From the opening to looking back together. False when it was left to go on another day.

        Raises NotSaved only when nobody is there to be told; KeyboardInterrupt passes through.
        """
        self._say(room_lines.opening(self.room))
        while not (self._left or self._done):
            self._one_reply()
        if not self._left:
            self._look_back()
        return not self._left

    def _one_reply(self) -> None:
        """Lines until there are enough; then hands, and the one that is played."""
        typed = self._asked(self._line_prompt())
        if typed is None or self._did(typed):
            return
        if typed and self.room.over:
            self._say([room_lines.OVER])
        elif typed and self.room.ballot.full:
            self._say([_("FULL: four lines. /remove and a letter makes room, enter alone goes on to the hands.")])
        elif typed:
            self._tried(lambda: self.room.propose(typed))
        elif self.room.over:
            self._done = True
        elif not self.room.ballot.lines:
            self._say([_("EMPTY: type what the room says. ? lists the commands.")])
        else:
            self._count_and_play()

    def _line_prompt(self) -> str:
        ballot = self.room.ballot
        if self.room.over:
            return _("OVER, enter looks back together") + PROMPT
        if ballot.full:
            return _("FOUR LINES, enter for the hands") + PROMPT
        asked = _("LINE {letter}, or enter for the hands") if ballot.lines else _("LINE {letter}")
        return asked.format(letter="ABCD"[len(ballot.lines)]) + PROMPT

    # Hands, and the line that is played

    def _count_and_play(self) -> None:
        if len(self.room.ballot.lines) > 1 and not self._counted():
            return
        ballot = self.room.ballot
        said = standing(ballot, self.room.played)
        if said:
            self._say([_("HANDS: {said}").format(said=said)])
        at = ballot.first(self.room.played)
        first = ballot.letters[at] if at is not None else ""
        asked = (
            _("PLAY {letters}, enter for {first}, 0 for more lines") if first else _("PLAY {letters}, 0 for more lines")
        )
        while True:
            typed = self._asked(asked.format(letters=listed(ballot.letters), first=first) + PROMPT)
            if typed is None or typed == "0" or self._did(typed):
                return
            chosen = at if not typed else ballot.place(typed)
            if chosen is not None:
                self._play(chosen)
                return
            self._say(
                [_("CHOOSE: lines are level, so this is for you: type a letter.") if not typed else room_lines.LETTER]
            )

    def _counted(self) -> bool:
        """Ask for the hands of all lines; False when something else was typed."""
        letters = self.room.ballot.letters
        kept = room_lines.counts(self.room.ballot) if self.room.ballot.hands else ""
        asked = (
            _("HANDS for {letters}, one number each, enter keeps {kept}")
            if kept
            else _("HANDS for {letters}, one number each")
        )
        while True:
            typed = self._asked(asked.format(letters=" ".join(letters), kept=kept) + PROMPT)
            if typed is None or self._did(typed):
                return False
            if not typed or self._tried(lambda typed=typed: self.room.count(numbers_in(typed))):  # type: ignore[misc]
                return True

    def _play(self, at: int) -> None:
        exchange = self._saved(lambda: self.room.play(at))
        if exchange is not None:
            self._say(room_lines.exchange(exchange, self.room))

    # Commands

    def _did(self, typed: str) -> bool:
        """Whether what was typed was a command, which is done then."""
        if typed == "?":
            typed = "/help"
        if not typed.startswith("/"):
            return False
        word, __, rest = typed[1:].partition(" ")
        command = _COMMANDS.get(word.lower())
        if command is None:
            self._say([_("UNKNOWN: /{word} is no command. ? lists them.").format(word=one_line(word))])
        else:
            command(self, rest.strip())
        return True

    def _help(self, __: str) -> None:
        self._say(room_lines.HELP)

    def _marks(self, __: str) -> None:
        self._say(room_lines.marks(self.room))

    def _back(self, __: str) -> None:
        if self.room.turn == 1:
            self._say([_("BACK: this is the beginning.")])
        elif self._worked(self.room.step_back):
            self._say(room_lines.stepped_back(self.room))

    def _compare(self, typed: str) -> None:
        if not self.room.ways:
            self._say([_("COMPARE: there is no other way yet. /back steps back; then play another line.")])
            return
        at = number_in(typed) or 1
        if at > len(self.room.ways):
            self._say([_("COMPARE: there are {n} other ways; 1 is the latest.").format(n=len(self.room.ways))])
            return
        self._say(branching.side_by_side(self.room.practice.sitting, self.room.ways[at - 1], marks=False))

    def _take(self, typed: str) -> None:
        at = number_in(typed) or 1
        if at > len(self.room.ways):
            self._say([_("TAKE: there is no such way.") if self.room.ways else _("TAKE: there is no other way yet.")])
        elif self._worked(lambda: self.room.take(self.room.ways[at - 1].name)):
            self._say(lines.talk(self.room.practice.sitting, latest=1))

    def _edit(self, typed: str) -> None:
        letter, __, words = typed.partition(" ")
        at = self.room.ballot.place(letter)
        if at is None or not words.strip():
            self._say([_("EDIT: say /edit, a letter, and the new words.")])
        elif self._tried(lambda: self.room.change(at, words)):
            self._say(room_lines.proposed(self.room))

    def _remove(self, typed: str) -> None:
        at = self.room.ballot.place(typed)
        if at is None:
            self._say([_("REMOVE: say /remove and a letter.")])
        elif self._worked(lambda: self.room.remove(at)):
            self._say(room_lines.proposed(self.room))

    def _lines(self, __: str) -> None:
        self._say(room_lines.proposed(self.room))

    def _talk(self, __: str) -> None:
        self._say(lines.talk(self.room.practice.sitting))

    def _finish(self, __: str) -> None:
        self._done = True

    def _real_help(self, __: str) -> None:
        self._say(lines.real_help(self.room.practice.library.procedure))

    def _leave(self, __: str) -> None:
        self._left = self._worked(self.room.keep)

    # Looking back

    def _look_back(self) -> None:
        self._worked(self.room.finish)
        sitting = self.room.practice.sitting
        if sitting.ended is not None and sitting.ended.why != "trainee":
            self._say(lines.ended(sitting))
        self._say(room_lines.looking_back(room_debrief(sitting, self.room.practice.debrief())))

    # Asking and saving

    def _asked(self, prompt: str) -> str | None:
        """What was typed, without the blanks around it; None at the end of the input, which ends the talk."""
        typed = self.terminal.ask(prompt)
        if typed is None:
            self._done = True
            return None
        return typed.strip()

    def _worked(self, act: Callable[[], None]) -> bool:
        return self._saved(done(act)) is not None

    def _tried(self, act: Callable[[], None]) -> bool:
        """As `_worked`, for what may not fit; then it says why."""
        try:
            return self._worked(act)
        except ValueError as error:
            self._say([_("NOT KEPT: {error}.").format(error=error)])
            return False

    def _saved(self, act: Callable[[], T]) -> T | None:
        return saved_or_raised(act, self.terminal)

    def _say(self, said: Iterable[str]) -> None:
        for line in said:
            self.terminal.say(line)


_COMMANDS: dict[str, Callable[[PlainRoom, str], None]] = {
    "help": PlainRoom._help,
    "marks": PlainRoom._marks,
    "back": PlainRoom._back,
    "compare": PlainRoom._compare,
    "take": PlainRoom._take,
    "edit": PlainRoom._edit,
    "remove": PlainRoom._remove,
    "lines": PlainRoom._lines,
    "talk": PlainRoom._talk,
    "finish": PlainRoom._finish,
    "quit": PlainRoom._finish,
    "leave": PlainRoom._leave,
    "realhelp": PlainRoom._real_help,
}
