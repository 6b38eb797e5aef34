"""The talk: the conversation, the draft with its marks, one note, and where we are in the questions."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.timer import Timer
from textual.widgets import Static

from allycoach.errors import AllycoachError
from allycoach.reading import Reading
from allycoach.signs import one_line
from allycoach.tui.choice import Choice
from allycoach.tui.commands import Command, command_in
from allycoach.tui.messages import DraftRead, ReplyRead
from allycoach.tui.outgoing import Outgoing
from allycoach.tui.present import elapsed, foot, note, place, talk
from allycoach.tui.shell import Shell, Talking
from allycoach.tui.widgets.draft import Draft, marks_of
from allycoach.tui.widgets.keyline import KeyLine
from allycoach.tui.widgets.talk import Talk

from .dialogs import Leaving, LeaveScreen, NotSoScreen

if TYPE_CHECKING:
    from allycoach.conversation.events import Mode
    from allycoach.practice.practice import Exchange, Practice

KEYS = (
    ("enter", "send"),
    ("ctrl+j", "line"),
    ("f2", "pin"),
    ("f3", "wait"),
    ("f4", "where am I"),
    ("esc", "pause"),
    ("ctrl+p", "commands"),
    ("f1", "help"),
)
KEYS_WHEN_OVER = (("enter", "look back"), ("ctrl+q", "leave"), ("f1", "help"))

Block = Literal["", "note", "why", "phrases", "where"]
"""What the coach's block shows."""


class PracticeScreen(Talking):
    app = app_of(Shell)
    CSS_PATH = "../styles/practice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "pin", "Pin this moment", show=False, priority=True),
        Binding("f3", "wait", "Wait in silence", show=False, priority=True),
        Binding("f4", "where", "Where am I?", show=False, priority=True),
        Binding("f5", "do('phrases')", "Recovery phrases", show=False, priority=True),
        Binding("f6", "do('rewrite')", "Try again", show=False, priority=True),
        Binding("f7", "do('why')", "Why this note", show=False, priority=True),
        Binding("f8", "do('not_so')", "Not so", show=False, priority=True),
        Binding("escape,f10", "back_or_pause", "Pause", show=False, priority=True),
        Binding("pageup", "scroll_talk(-1)", "Back in the talk", show=False, priority=True),
        Binding("pagedown", "scroll_talk(1)", "On in the talk", show=False, priority=True),
        Binding("enter", "look_back", "Look back", show=False),
    ]

    def __init__(self, practice: "Practice", *, spent: timedelta = timedelta()) -> None:
        super().__init__()
        self.practice = practice
        self._spent = spent
        self._block: Block = ""
        self._choice: Choice | None = None
        self._rewriting = False
        self._outgoing: Outgoing | None = None
        self._draft_reading: DraftRead | None = None
        self._said = ""
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(Content.styled(one_line(self.practice.scenario.title), "bold"), id="title")
            yield Static(id="status")
        yield Static(id="strip")
        yield Static(id="reason")
        with Horizontal(id="middle"):
            yield Talk(self.practice.scenario.person.name)
            with VerticalScroll(id="column", can_focus=False):
                yield Static(id="parts")
                yield Static(id="pins")
        with Vertical(id="foot"):
            yield Draft(placeholder="Your reply", id="draft")
            yield Static(id="legend")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self._began = self.app.parts.clock()
        self.draft.put(self.practice.sitting.draft)
        self.talk.show_all(self.practice.sitting)
        self._show_all()
        self.draft.focus()
        self.set_interval(1, self._show_status)
        self.watch(self.app, "reader_state", self._reader_changed, init=False)

    # What is on screen

    @property
    def draft(self) -> Draft:
        return self.query_one("#draft", Draft)

    @property
    def talk(self) -> Talk:
        return self.query_one(Talk)

    @property
    def over(self) -> bool:
        return self.practice.phase == "over"

    @property
    def turn(self) -> int:
        """The number of the reply being written."""
        return len(self.practice.sitting.turns) + 1

    @property
    def listening(self) -> bool:
        """Whether the coach has a note on screen."""
        return self.practice.note is not None and self.practice.sitting.mode == "coach" and not self.over

    def _show_all(self) -> None:
        sitting, model, here = self.practice.sitting, self.practice.model, self.practice.place
        self.query_one("#strip", Static).update(place.strip(model, here))
        self.query_one("#reason", Static).update(place.reason(here))
        self.query_one("#parts", Static).update(place.column(model, here))
        self.query_one("#pins", Static).update(talk.pins(sitting))
        self._show_status()
        self._show_block()
        self._show_legend()
        if self.over:
            self.query_one("#foot").display = False
            self.query_one(KeyLine).show_keys(KEYS_WHEN_OVER)

    def _show_status(self) -> None:
        time = self._spent + (self.app.parts.clock() - self._began)
        turn = self.turn - self.over
        self.query_one("#status", Static).update(
            talk.status(self.practice.sitting.mode, turn, elapsed.clock_face(time))
        )

    def _show_block(self) -> None:
        self.talk.coach_says(self._block_words())

    def _block_words(self) -> Content:
        practice, ended = self.practice, self.practice.sitting.ended
        if ended is not None:
            return note.over(one_line(practice.scenario.person.name), ended.why)
        if self._block == "where":
            return place.where(practice.model, practice.place)
        if self._choice is not None and self._block == "phrases":
            return note.phrases(self._choice.offers, own=bool(self._choice.own.strip()), taken=self._choice.taken)
        if practice.note is not None and self.listening:
            return note.note(practice.note, why=self._block == "why")
        return Content("")

    def _show_legend(self) -> None:
        reading = self._draft_reading.reading if self._draft_reading is not None else None
        state = foot.Foot(
            reader=self.app.reader_state,
            going=self._outgoing is not None,
            said=self._said,
            command=command_in(self.draft.text, note=self.listening),
            rewriting=self._rewriting,
            choosing=self._choice is not None and self._choice.listens(self.draft.text),
            reading=reading if self.practice.sitting.mode == "coach" and self.draft.text.strip() else None,
        )
        legend = self.query_one("#legend", Static)
        legend.update(foot.line(state, legend.content_size.width or self.size.width))

    def _say(self, words: str) -> None:
        """Something short in the legend's place, until the draft is read again."""
        self._said = words
        self._show_legend()

    def on_resize(self, _event: Resize) -> None:
        self._show_legend()

    # The draft and its marks

    @on(Draft.Changed)
    def draft_changed(self) -> None:
        self.draft.text_changed()
        self._said = ""
        if self._outgoing is not None and self._outgoing.from_draft and self.app.reader_state == "warming":
            self._take_back()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(self.app.reading_delay, self._read_draft)
        self._show_legend()

    def _read_draft(self) -> None:
        if self.app.reader_state == "ready" and self.practice.sitting.mode == "coach" and not self.over:
            self._read(self.draft.text, self.turn)

    @work(thread=True, exclusive=True, group="reading", exit_on_error=False)
    def _read(self, text: str, turn: int) -> None:
        self.post_message(DraftRead(turn, self.practice.read(text)))

    @on(DraftRead)
    def draft_read(self, event: DraftRead) -> None:
        if event.reading.text != self.draft.text or event.turn != self.turn:
            return
        self._draft_reading = event
        self.draft.mark(marks_of(event.reading.flags))
        self._show_legend()

    # Sending

    @on(Draft.Sent)
    def draft_sent(self, event: Draft.Sent) -> None:
        command = command_in(event.text, note=self.listening)
        if command is not None:
            self.draft.put("")
            self.action_do(command)
        elif not event.text.strip():
            self._say("Nothing written yet. f3 waits in silence.")
        elif self._rewriting and self._choice is None:
            self._offer_phrases()
        elif self._outgoing is None:
            self._send(Outgoing(event.text))

    def _send(self, outgoing: Outgoing) -> None:
        if self.app.reader_state == "absent":
            self._tell_no_reader()
            return
        self._outgoing = outgoing
        self._show_legend()
        done = self._draft_reading
        if done is not None and done.turn == self.turn and done.reading.text == outgoing.text:
            self._deliver(done.reading)
        elif self.app.reader_state == "ready":
            self._read_reply(outgoing.text, self.turn)

    def _tell_no_reader(self) -> None:
        if self.app.trouble is not None:
            self.app.tell(self.app.trouble)

    @work(thread=True, exclusive=True, group="sending", exit_on_error=False)
    def _read_reply(self, text: str, turn: int) -> None:
        self.post_message(ReplyRead(turn, self.practice.read(text)))

    @on(ReplyRead)
    def reply_read(self, event: ReplyRead) -> None:
        if self._outgoing is not None and self._outgoing.text == event.reading.text and event.turn == self.turn:
            self._deliver(event.reading)

    def _deliver(self, reading: Reading) -> None:
        outgoing, self._outgoing = self._outgoing, None
        rest = outgoing.rest_of(self.draft.text) if outgoing is not None else None
        if outgoing is None or rest is None:
            self._say("Not sent: you changed it. Enter sends it as it is now.")
            return
        before = self.turn
        try:
            exchange = self.practice.send(outgoing.text, reading)
        except AllycoachError as error:
            self._not_answered(error, rest if self.turn > before else None)
            return
        self._answered(exchange, rest, from_draft=outgoing.from_draft)

    def _not_answered(self, error: AllycoachError, rest: str | None) -> None:
        """`rest` is None when not even the reply was saved: then the words stay in the draft."""
        if rest is not None:
            self.draft.put(rest)
        self._show_legend()
        self.app.tell(error)

    def _answered(self, exchange: "Exchange", rest: str, *, from_draft: bool) -> None:
        if from_draft:
            self.draft.mark(())
            self.draft.clear_for_next(rest)
        self._draft_reading, self._choice, self._rewriting = None, None, False
        self._block = "note"
        self.talk.reply_sent(exchange.reply, self.practice.sitting)
        self.talk.person_says(exchange.answer)
        self._show_all()

    def _take_back(self) -> None:
        self._outgoing = None
        self._say("Not sent: you went on writing. Enter sends it.")

    def _reader_changed(self) -> None:
        if self.app.reader_state == "absent":
            self._outgoing = None
            self._tell_no_reader()
        elif self._outgoing is not None:
            self._read_reply(self._outgoing.text, self.turn)
        else:
            self._read_draft()
        self._show_legend()

    # The note and the phrases

    def action_do(self, command: Command) -> None:
        if command == "help":
            self.app.action_help()
        elif command == "phrases":
            self._offer_phrases()
        elif not self.listening:
            self._say("There is no thought on screen for that.")
        elif command == "why":
            self._show_only("note" if self._block == "why" else "why")
        elif command == "rewrite":
            self._rewrite()
        else:
            self._ask_why_not()

    def _show_only(self, block: Block) -> None:
        self._block = block
        self._show_block()
        self._show_legend()

    def _rewrite(self) -> None:
        self._rewriting, self._choice = True, None
        if not self.draft.text.strip():
            self.draft.put(self.practice.sitting.turns[-1].reply.text, select=True)
        self._show_only("note")

    def _offer_phrases(self) -> None:
        if self.practice.sitting.mode == "solo":
            self._say("Solo: phrases wait until you look back.")
            return
        try:
            offers = self.practice.phrases()
        except AllycoachError as error:
            self.app.tell(error)
            return
        if not offers:
            self._rewriting = False
            self._say("No phrases for this one. Your own words will do.")
            return
        self._choice = Choice.between(offers, self.draft.text)
        self.draft.listen_for(self._choice.numbers, self._choice.put)
        self._show_only("phrases")

    @on(Draft.Number)
    def number_pressed(self, event: Draft.Number) -> None:
        if self._choice is None:
            return
        if event.number == 0:
            self._keep_own(self._choice)
            return
        text = self.practice.take_phrase(self._choice.offers[event.number - 1])
        self._choice = self._choice.took(event.number, text)
        self._put_choice(self._choice)

    def _keep_own(self, choice: Choice) -> None:
        self._choice = choice.took(0, choice.own)
        self._put_choice(self._choice)
        self.draft.listen_for("", "")
        self._show_only("note")

    def _put_choice(self, choice: Choice) -> None:
        self.draft.put(choice.put)
        self.draft.listen_for(choice.numbers, choice.put)
        self._show_block()
        self._show_legend()

    @work
    async def _ask_why_not(self) -> None:
        shown = self.practice.note
        if shown is None:
            return
        reason = await self.app.push_screen_wait(NotSoScreen(shown.words))
        if reason is None or self.practice.note is not shown:
            return
        if self._kept(lambda: self.practice.dismiss(shown.flag, reason)):
            self._block = ""
            self.talk.mark_again(self.practice.sitting)
            self._show_block()
            self._say("Set aside. It is kept with your reason.")

    # At any time

    def action_pin(self) -> None:
        if self._kept(lambda: self.practice.pin(self.draft.text)):
            self.query_one("#pins", Static).update(talk.pins(self.practice.sitting))
            self._say("✦ Pinned. You will find this moment when you look back.")

    def action_wait(self) -> None:
        if self._outgoing is None and not self.over:
            self._send(Outgoing(talk.WAIT, from_draft=False))

    def action_where(self) -> None:
        self._show_only("" if self._block == "where" else "where")

    def action_scroll_talk(self, direction: int) -> None:
        pages = self.talk.scroll_page_up if direction < 0 else self.talk.scroll_page_down
        pages(animate=False)

    def action_back_or_pause(self) -> None:
        if self._outgoing is not None:
            self._outgoing = None
            self._say("Taken back; not sent.")
        elif self._choice is not None and self._block == "phrases":
            self._keep_own(self._choice)
        elif self._block in ("why", "where"):
            self._show_only("note")
        elif self._rewriting:
            self._rewriting = False
            self._show_legend()
        else:
            self._ask_whether_to_leave()

    @work
    async def _ask_whether_to_leave(self) -> None:
        if self.over:
            self.action_look_back()
            return
        leaving: Leaving = await self.app.push_screen_wait(LeaveScreen())
        if leaving == "finish" and self._kept(lambda: self.practice.finish("trainee")):
            self.app.look_back(self.practice)
        elif leaving == "pause" and self.keep():
            self.app.go_home()

    def action_look_back(self) -> None:
        if self.over:
            self.app.look_back(self.practice)

    def change_mode(self, mode: "Mode") -> None:
        if self._kept(lambda: self.practice.change_mode(mode)):
            self.draft.mark(())
            self._draft_reading = None
            self.talk.mark_again(self.practice.sitting)
            self._show_all()
            self._read_draft()

    def keep(self) -> bool:
        """Keep the draft with the sitting. False, and the trainee told, when it could not be written."""
        return self.over or self._kept(lambda: self.practice.keep_draft(self.draft.text))

    def _kept(self, keeping: Callable[[], None]) -> bool:
        """Whether it is on disk; if not, the trainee has been told."""
        try:
            keeping()
        except AllycoachError as error:
            self.app.tell(error)
            return False
        return True
