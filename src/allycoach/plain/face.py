"""The line-based face: the same practice as on the full screen, append-only."""

from collections.abc import Callable, Iterable
from typing import TypeVar, get_args

from allycoach.catalogue import _
from allycoach.coaching.notes import Note
from allycoach.coaching.own_words import turn_named
from allycoach.coaching.phrases import Offer
from allycoach.conversation.events import Mode
from allycoach.practice.practice import Practice
from allycoach.shown_names import mode_name
from allycoach.signs import one_line

from . import lines
from .commands import HELP, Asked, Said, understand
from .debrief import look_back
from .elsewhere import Elsewhere
from .saving import done, saved_or_raised
from .terminal import PROMPT, Lines

SILENCE = "…"
"""What a silence is sent as."""

T = TypeVar("T")

_SHOWN_FIRST = _("REWRITE: what you sent stays sent. Say it anew. Phrases are shown beside it before it goes.")
_SENT_AT_ONCE = _("REWRITE: what you sent stays sent. Say it anew. Your next line is sent.")


class PlainFace:
    """Renders one practice in lines and passes on what is typed. All rules are in `practice`."""

    def __init__(self, practice: Practice, terminal: Lines) -> None:
        self.practice = practice
        self.terminal = terminal
        self._elsewhere = Elsewhere(practice, terminal, self._saved)
        self._offers: tuple[Offer, ...] = ()
        self._own: str | None = practice.sitting.draft or None
        self._trying = False
        self._unsaved: str | None = None
        self._set_aside: Note | None = None
        """The note last set aside: a reason for that may still come, until the next reply."""
        self._left = False

    def run(self) -> bool:
        """From the opening to the debrief. False when the trainee left to continue another day.

        Raises NotSaved only when nobody is there to be told and try again; KeyboardInterrupt passes through.
        """
        self._open()
        while self.practice.phase == "talking" and not self._left:
            line = self.terminal.ask(self._prompt())
            if line is None:
                self.keep()
                self._saved(lambda: self.practice.finish("input"))
                break
            self._take(line)
        if not self._left:
            self._look_back()
        return not self._left

    def _open(self) -> None:
        sitting = self.practice.sitting
        if sitting.turns:
            self._say(lines.again(self.practice.scenario, sitting.mode, len(sitting.turns)))
        else:
            self._say(lines.before(self.practice.scenario, sitting.mode))
        self._say(lines.talk(sitting, latest=2))
        if self._own is not None:
            self._say(
                [
                    _("DRAFT, not sent yet, 0: {own}").format(own=one_line(self._own)),
                    _("CHOOSE: type 0 to send it, or other words."),
                ]
            )

    def _prompt(self) -> str:
        if self._trying:
            return _("YOUR TRY") + PROMPT
        return _("YOU, turn {turn}").format(turn=len(self.practice.sitting.turns) + 1) + PROMPT

    def _take(self, line: str) -> None:
        choices = len(self._offers) if self._offers or self._own is not None else -1
        match understand(line, numbers=choices):
            case None:
                if self.terminal.interactive:
                    self._say([_("EMPTY: nothing was sent. /wait waits in silence.")])
            case Said(text) if self._trying:
                self._compare(text)
            case Said(text):
                self._send(text, echo=not self.terminal.interactive)
            case Asked(name, rest):
                _COMMANDS[name](self, rest)

    def _send(self, text: str, *, echo: bool) -> None:
        replies = len(self.practice.sitting.turns)
        exchange = self._saved(lambda: self.practice.send(text))
        if exchange is None:
            self._not_sent(text, replies)
            return
        if echo:
            self._say([lines.you(exchange.reply.turn, text)])
        self._offers, self._own, self._unsaved, self._trying = (), None, None, False
        self._set_aside = None
        mode, person = self.practice.sitting.mode, self.practice.sitting.started.person
        self._say(lines.exchange(exchange, mode=mode, person=person))

    def _not_sent(self, text: str, replies: int) -> None:
        if len(self.practice.sitting.turns) > replies:
            self._say([_("SAVED: your reply is safe. Leave with /leave and continue to hear the answer.")])
            return
        self._unsaved = text
        self._say([_("KEPT: {text}").format(text=one_line(text)), _("AGAIN: type /again to send it once more.")])

    def _compare(self, text: str) -> None:
        """The trainee's own try first, then phrases beside it."""
        self._trying, self._own = False, text
        self._done(lambda: self.practice.keep_try(text))
        self._offers = self._saved(self.practice.phrases) or ()
        if self._offers:
            self._say(lines.phrases(self._offers, self._own))
        else:
            self._send(text, echo=not self.terminal.interactive)

    # Commands

    def _rewrite(self, __: str) -> None:
        if not self.practice.sitting.turns:
            self._say([_("REWRITE: there is no reply yet.")])
            return
        sitting = self.practice.sitting
        self._trying = self.practice.note is not None and sitting.mode != "solo"
        self._say([_SHOWN_FIRST if self._trying else _SENT_AT_ONCE])
        self._say([f"{lines.called(sitting.started.person)}: {one_line(sitting.spoken[-1].text)}"])

    def _phrases(self, __: str) -> None:
        self._offers = self._saved(self.practice.phrases) or ()
        if self._offers:
            self._say(lines.phrases(self._offers, self._own))
        elif self.practice.sitting.mode == "solo":
            self._say([_("PHRASES: in solo mode they wait until you look back.")])
        else:
            self._say([_("PHRASES: there are none for this reply. Your own words will do.")])

    def _number(self, text: str) -> None:
        number = int(text)
        if number == 0 and self._own is None:
            self._say([_("OWN: go on in your own words.")])
            self._offers = ()
        elif number == 0:
            self._send(self._own or "", echo=True)
        else:
            self._send(self.practice.take_phrase(self._offers[number - 1]), echo=True)

    def _why(self, __: str) -> None:
        note = self.practice.note
        if note is None or self.practice.sitting.mode != "coach":
            self._say([_("WHY: there is no thought to explain here.")])
        else:
            self._say(lines.why(note))

    def _not_so(self, reason: str) -> None:
        note = self.practice.note or (self._set_aside if reason else None)
        if note is None or self.practice.sitting.mode != "coach":
            self._say([_("NOT SO: there is no thought to set aside here.")])
        elif self._done(lambda: self.practice.dismiss(note.flag, reason)):
            self._set_aside = note
            kept = _("Your reason is kept.") if reason else _("/notso and a reason keeps the reason too.")
            self._say([_("SET ASIDE: {words} {kept}").format(words=lines.quote(note.words), kept=kept)])

    def _where(self, own: str) -> None:
        self._elsewhere.where(own)

    def _back(self, typed: str) -> None:
        self._moved(self._elsewhere.back(typed))

    def _branches(self, __: str) -> None:
        self._elsewhere.branches()

    def _branch(self, typed: str) -> None:
        self._moved(self._elsewhere.branch(typed))

    def _side_by_side(self, typed: str) -> None:
        self._elsewhere.side_by_side(typed)

    def _moved(self, moved: bool) -> None:
        if moved:
            self._offers, self._own, self._trying = (), None, False

    def _wait(self, __: str) -> None:
        self._say([_("YOU WAIT.")])
        self._send(SILENCE, echo=False)

    def _pin(self, words: str) -> None:
        sitting = self.practice.sitting
        marked = not words and sitting.mode != "solo" and bool(sitting.turns and sitting.turns[-1].reply.reading.flags)
        if self._done(lambda: self.practice.pin(words, marked=marked)):
            self._say([_("PINNED: after turn {count}.").format(count=len(sitting.turns))])

    def _mode(self, wanted: str) -> None:
        mode: Mode | None = next((known for known in get_args(Mode) if known == wanted.lower()), None)
        if mode is None:
            self._say([_("MODE: say /mode coach, /mode quiet or /mode solo.")])
        elif self._done(lambda: self.practice.change_mode(mode)):
            self._say([_("MODE: {mode}, from the next reply on.").format(mode=mode_name(mode))])

    def _talk(self, __: str) -> None:
        self._say(lines.talk(self.practice.sitting))

    def _setting(self, __: str) -> None:
        self._say(lines.setting(self.practice.scenario))

    def _real_help(self, __: str) -> None:
        self._say(lines.real_help(self.practice.library.procedure))

    def _again(self, __: str) -> None:
        if self._unsaved is None:
            self._say([_("AGAIN: everything you sent is saved.")])
        else:
            self._send(self._unsaved, echo=True)

    def _leave(self, __: str) -> None:
        self.keep()
        self._left = True

    def _quit(self, __: str) -> None:
        self._saved(lambda: self.practice.finish("trainee"))
        if self.practice.phase == "talking":
            self._look_back()
            self._left = True

    def _help(self, __: str) -> None:
        self._say(HELP)

    def _unsure(self, word: str) -> None:
        if word.isdigit():
            self._say(
                [_("UNSURE: nothing was sent. There is no choice {word} here; /say {word} says it.").format(word=word)]
            )
            return
        self._say(
            [
                _("UNSURE: nothing was sent. /{command} is the command; /say {word} says it.").format(
                    command=_SAME.get(word.lower(), word), word=word
                )
            ]
        )

    def _unknown(self, word: str) -> None:
        self._say(
            [
                _("UNKNOWN: {word} is no command, and nothing was sent. ? lists the commands.").format(
                    word=one_line(word)
                )
            ]
        )

    # Saving

    def keep(self) -> None:
        """Keeps words that were typed but not sent with the sitting. Raises NotSaved as `run` does."""
        kept = self._own if self._own is not None else self._unsaved
        if kept is not None:
            self._saved(lambda: self.practice.keep_draft(kept))

    def _done(self, act: Callable[[], None]) -> bool:
        return self._saved(done(act)) is not None

    def _saved(self, act: Callable[[], T]) -> T | None:
        return saved_or_raised(act, self.terminal)

    # Looking back

    def _look_back(self) -> None:
        self._say(lines.ended(self.practice.sitting))
        if self.practice.sitting.turns:
            self._ask_first()
        look_back(self.terminal, self.practice.sitting, self.practice.debrief())
        if self.practice.sitting.turns and self.terminal.interactive:
            self._ask_for_intention()

    def _ask_for_intention(self) -> None:
        """One if-then plan for next time: both halves, or none."""
        self._say([_("IF-THEN, for next time: it is shown to you at the next start. Enter alone skips it.")])
        notice = (self.terminal.ask(_("IF I NOTICE") + PROMPT) or "").strip()
        then = (self.terminal.ask(_("THEN I WILL") + PROMPT) or "").strip() if notice else ""
        if then and self._done(lambda: self.practice.intend(notice, then)):
            plan = self.practice.sitting.intention
            words = _("KEPT: if I notice {notice}, then I will {then}")
            if plan is not None:
                self._say([words.format(notice=one_line(plan.notice), then=one_line(plan.then))])

    def _ask_first(self) -> None:
        """The trainee's own view comes before anything is shown; a pipe cannot be asked, so it gets the questions."""
        for prompt in self.practice.debrief().prompts:
            self._say([_("FIRST, your own view: {prompt}").format(prompt=one_line(prompt))])
            text = self.terminal.ask(_("YOUR WORDS, or enter to skip") + PROMPT) if self.terminal.interactive else None
            if text is not None and text.strip():
                self._reflect(prompt, text.strip())

    def _reflect(self, prompt: str, text: str) -> None:
        turn = turn_named(text, len(self.practice.sitting.turns))
        self._saved(lambda: self.practice.reflect(prompt, text, turn))

    def _say(self, said: Iterable[str]) -> None:
        for line in said:
            self.terminal.say(line)


_SAME = {"exit": "quit"}

_COMMANDS: dict[str, Callable[[PlainFace, str], None]] = {
    "rewrite": PlainFace._rewrite,
    "phrases": PlainFace._phrases,
    "why": PlainFace._why,
    "notso": PlainFace._not_so,
    "take": PlainFace._number,
    "help": PlainFace._help,
    "where": PlainFace._where,
    "wait": PlainFace._wait,
    "pin": PlainFace._pin,
    "mode": PlainFace._mode,
    "talk": PlainFace._talk,
    "setting": PlainFace._setting,
    "back": PlainFace._back,
    "branches": PlainFace._branches,
    "branch": PlainFace._branch,
    "compare": PlainFace._side_by_side,
    "realhelp": PlainFace._real_help,
    "again": PlainFace._again,
    "leave": PlainFace._leave,
    "quit": PlainFace._quit,
    "unsure": PlainFace._unsure,
    "unknown": PlainFace._unknown,
}
