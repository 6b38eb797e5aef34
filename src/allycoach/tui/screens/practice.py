"""The talk: the conversation, the draft with its marks, one note, and where we are in the questions."""

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.signs import one_line
from allycoach.tui.choice import Choice
from allycoach.tui.commands import Command, command_in
from allycoach.tui.outgoing import Outgoing
from allycoach.tui.present import elapsed, foot, note, place, talk
from allycoach.tui.widgets.draft import Draft
from allycoach.tui.widgets.keyline import KeyLine
from allycoach.tui.widgets.steady import Steady
from allycoach.tui.widgets.talk import Talk

from .dialogs import LeaveScreen, Leaving, NotSoScreen
from .sending import SendingScreen
from .turning_back import BackScreen, CompareScreen, Elsewhere, RealHelpScreen, WhereScreen

if TYPE_CHECKING:
    from allycoach.conversation.events import Mode
    from allycoach.practice.practice import Exchange, Practice

KEYS = (
    ("enter", _("send")),
    ("esc", _("pause")),
    ("f4", _("where am I")),
    ("f3", _("wait")),
    ("f2", _("pin")),
    ("ctrl+t", _("go back")),
    ("f12", _("real help")),
    ("ctrl+j", _("line")),
    ("ctrl+p", _("commands")),
    ("f1", _("help")),
)
KEYS_WHEN_OVER = (
    ("enter", _("look back")),
    ("ctrl+t", _("go back and try again")),
    ("ctrl+q", _("leave")),
    ("f1", _("help")),
)

Block = Literal["note", "why", "phrases", "where"]
"""What the coach's block shows, if there is anything to show."""


class PracticeScreen(SendingScreen):
    CSS_PATH = "../styles/practice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "pin", _("Pin this moment"), show=False),
        Binding("f3", "wait", _("Wait in silence"), show=False),
        Binding("f4", "where", _("Where am I?"), show=False),
        Binding("f5", "do('phrases')", _("Recovery phrases"), show=False),
        Binding("f6", "do('rewrite')", _("Try again"), show=False),
        Binding("f7", "do('why')", _("Why this note"), show=False),
        Binding("f8", "do('not_so')", _("Not so"), show=False),
        Binding("ctrl+t", "turn_back", _("Go back to a turn, branches"), show=False, priority=True),
        Binding("f12", "real_help", _("Where real help is"), show=False),
        Binding("escape,f10", "back_or_pause", _("Pause"), show=False),
        Binding("pageup", "scroll_talk(-1)", _("Back in the talk"), show=False),
        Binding("pagedown", "scroll_talk(1)", _("On in the talk"), show=False),
        Binding("enter", "look_back", _("Look back"), show=False),
    ]

    def __init__(self, practice: "Practice", *, spent: timedelta = timedelta()) -> None:
        super().__init__(practice)
        self._spent = spent
        self._block: Block = "note"
        self._choice: Choice | None = None
        self._rewriting = False
        self._guess: str | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(Content.styled(one_line(self.practice.scenario.title), "bold"), id="title")
            yield Steady(id="status")
        yield Steady(id="strip")
        yield Steady(id="reason")
        with Horizontal(id="middle"):
            yield Talk(self.practice.scenario.person.name)
            with VerticalScroll(id="column", can_focus=False):
                yield Steady(id="parts")
                yield Steady(id="pins")
        with Vertical(id="foot"):
            yield Draft(placeholder=_("Your reply"), id="draft")
            yield Steady(id="legend")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self._began = self.app.parts.clock()
        self.talk.show_all(self.practice.sitting)
        self._show_all()
        self.set_interval(1, self._show_status)

    # What is on screen

    @property
    def talk(self) -> Talk:
        return self.query_one(Talk)

    @property
    def listening(self) -> bool:
        """Whether the coach has a note to be acted on."""
        return self.practice.note is not None and self.practice.sitting.mode == "coach" and not self.over

    @property
    def _beneath(self) -> Block:
        """What the block goes back to from an explanation."""
        return "phrases" if self._choice is not None and self._choice.offers else "note"

    def _show_all(self) -> None:
        sitting, model, here = self.practice.sitting, self.practice.model, self.practice.place
        self.query_one("#strip", Steady).show(place.strip(model, here))
        self.query_one("#reason", Steady).show(place.reason(model, here))
        self.query_one("#parts", Steady).show(place.column(model, here))
        self.query_one("#pins", Steady).show(talk.pins(sitting))
        self._show_status()
        self._show("note")
        self.query_one("#foot").display = not self.over
        self.query_one(KeyLine).show_keys(KEYS_WHEN_OVER if self.over else KEYS)

    def _show_status(self) -> None:
        """The clock stands still while another screen is over this one."""
        if self.is_current:
            time = self._spent + (self.app.parts.clock() - self._began)
            words = talk.status(self.practice.sitting.mode, self.turn - self.over, elapsed.clock_face(time))
            self.query_one("#status", Steady).show(words)

    def _show(self, block: Block) -> None:
        """The coach's block, and what depends on it: the legend, and whether numbers choose."""
        self._block = block
        choice = self._choice if block == "phrases" else None
        self.draft.listen_for(choice.numbers if choice else "", choice.put if choice else "")
        self.talk.coach_says(self._block_words())
        self.show_legend()

    def _block_words(self) -> Content:
        practice, ended = self.practice, self.practice.sitting.ended
        if ended is not None:
            return note.over(one_line(practice.scenario.person.name), ended.why)
        if self._block == "where":
            where = place.where(practice.model, practice.place)
            if self._guess is None:
                return where
            return place.guessed(practice.model, self._guess, practice.place) + "\n" + where
        if self._choice is not None and self._block == "phrases":
            own = bool(self._choice.own.strip())
            return note.phrases(self._choice.offers, own=own, taken=self._choice.taken, width=self.talk.block_width)
        if practice.note is not None and self.listening:
            return note.note(practice.note, why=self._block == "why")
        return Content("")

    def show_legend(self) -> None:
        reading = self.draft_reading.reading if self.draft_reading is not None else None
        choice = self._choice if self._block == "phrases" else None
        state = foot.Foot(
            reader=self.app.reader_state,
            going=self.outgoing is not None,
            said=self.said,
            command=command_in(self.draft.text),
            rewriting=self._rewriting,
            choosing=len(choice.offers) if choice is not None and choice.listens(self.draft.text) else 0,
            written=bool(self.draft.text.strip()),
            reading=reading if self.practice.sitting.mode == "coach" and self.draft.text.strip() else None,
        )
        legend = self.query_one("#legend", Steady)
        legend.show(foot.line(state, legend.content_size.width or self.size.width))

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """A size can come before there is anything on the screen to fit to it, or when it is being taken down."""
        if self.query(Talk):
            self._show(self._block)

    # Sending

    @on(Draft.Sent)
    def enter_pressed(self, event: Draft.Sent) -> None:
        command = command_in(event.text)
        if command is not None:
            self.draft.put("")
            self.action_do(command)
        elif not event.text.strip():
            self.say(_("Nothing written yet. f3 waits in silence."))
        elif self._rewriting and self._choice is None:
            self._offer_phrases()
        else:
            self.send(Outgoing(event.text))

    def answered(self, exchange: "Exchange") -> None:
        self._choice, self._rewriting = None, False
        self.talk.reply_sent(exchange.reply, self.practice.sitting)
        self.talk.person_says(exchange.answer)
        self._show_all()

    # The note and the phrases

    def action_do(self, command: Command) -> None:
        if command == "help":
            self.app.action_help()
        elif command == "phrases":
            self._offer_phrases()
        elif not self.listening:
            self.say(_("No thought on screen for that. A lone letter is never sent; add a word to say it."))
        elif command == "why":
            self._show(self._beneath if self._block == "why" else "why")
        elif command == "rewrite":
            self._rewrite()
        else:
            self._ask_why_not()

    def _rewrite(self) -> None:
        self._rewriting, self._choice = True, None
        if not self.draft.text.strip():
            self.draft.put(self.practice.sitting.turns[-1].reply.text, select=True)
        self._show("note")

    def _offer_phrases(self) -> None:
        try:
            if self._rewriting and self.draft.text.strip():
                self.practice.keep_try(self.draft.text)
            offers = self.practice.phrases()
        except AllycoachError as error:
            self.app.tell(error)
            return
        self._choice = Choice.between(offers, self.draft.text)
        self._rewriting = False
        if offers:
            self._show("phrases")
        else:
            self.say(talk.no_phrases(self.practice.sitting.mode))

    @on(Draft.Number)
    def number_pressed(self, event: Draft.Number) -> None:
        choice = self._choice
        if choice is not None and event.number:
            text = self.practice.take_phrase(choice.offers[event.number - 1])
            self._put(choice.took(event.number, text))
        elif choice is not None:
            self.practice.leave_phrase()
            self.draft.put(choice.own)
            self._close_phrases()

    def _put(self, choice: Choice) -> None:
        self._choice = choice
        self.draft.put(choice.put)
        self._show("phrases")

    def _close_phrases(self) -> None:
        self._choice = None
        self._show("note")

    @work
    async def _ask_why_not(self) -> None:
        shown = self.practice.note
        reason = await self.app.push_screen_wait(NotSoScreen(shown.words)) if shown is not None else None
        if shown is None or reason is None or self.practice.note is not shown:
            return
        if self.app.saved(lambda: self.practice.dismiss(shown.flag, reason)):
            self.talk.mark_again(self.practice.sitting)
            self._show("note")
            self.say(_("Set aside, and kept with your reason."))

    # At any time

    def action_pin(self) -> None:
        if self.app.saved(lambda: self.practice.pin(self.draft.text, marked=self._mark_in_sight)):
            self.query_one("#pins", Steady).show(talk.pins(self.practice.sitting))
            self.say(_("✦ Pinned. You will find this moment when you look back."))

    def action_wait(self) -> None:
        self.send(Outgoing(talk.WAIT, from_draft=False))

    @property
    def _mark_in_sight(self) -> bool:
        """Whether what would be pinned has a mark on the screen already."""
        sitting = self.practice.sitting
        if self.draft.text.strip():
            read = self.draft_reading.reading if self.draft_reading is not None else None
            return sitting.mode == "coach" and read is not None and bool(read.flags)
        return sitting.mode != "solo" and bool(sitting.turns and sitting.turns[-1].reply.reading.flags)

    @work
    async def action_where(self) -> None:
        """The trainee's own answer first, then the coach's with its reason."""
        if self._block == "where":
            self._show(self._beneath)
            return
        own = await self.app.push_screen_wait(WhereScreen(self.practice.model))
        self._guess = own if own and self.app.saved(lambda: self.practice.guess_place(own)) else None
        self._show("where")

    def action_real_help(self) -> None:
        self.app.push_screen(RealHelpScreen(self.practice.library.procedure))

    @work
    async def action_turn_back(self) -> None:
        """Back to a turn or on with another branch; what is left is kept."""
        if self.outgoing is not None or not self.practice.sitting.turns:
            self.say(_("There is no turn to go back to yet."))
            return
        there = await self.app.push_screen_wait(BackScreen(self.practice.sitting))
        if there is None:
            return
        if there.what == "compare":
            await self.app.push_screen_wait(CompareScreen(self.practice.sitting, there.name))
        else:
            await self._go_elsewhere(there)

    async def _go_elsewhere(self, there: Elsewhere) -> None:
        practice = self.practice
        if not self.app.saved(lambda: there.go(practice)):
            return
        self._choice, self._rewriting, self.draft_reading = None, False, None
        self.draft.put("")
        await self.talk.start_again(practice.sitting)
        self._show_all()
        self.draft.focus()
        kept = practice.sitting.branches[-1].name
        self.say(
            _("Back before turn {turn}. What came of it is kept: “{kept}”, under ctrl+t.").format(
                turn=self.turn, kept=one_line(kept)
            )
        )

    def action_scroll_talk(self, direction: int) -> None:
        pages = self.talk.scroll_page_up if direction < 0 else self.talk.scroll_page_down
        pages(animate=False)

    def action_back_or_pause(self) -> None:
        """Close the innermost open thing; with nothing open, offer to leave."""
        if self.outgoing is not None:
            self.take_back()
        elif self._choice is not None and self._block == "phrases":
            self._close_phrases()
        elif self._block in ("why", "where"):
            self._show(self._beneath)
        elif self._rewriting:
            self._rewriting = False
            self.show_legend()
        else:
            self._ask_whether_to_leave()

    @work
    async def _ask_whether_to_leave(self) -> None:
        if self.over:
            self.action_look_back()
            return
        paused = self.app.parts.clock()
        asked = LeaveScreen()
        leaving: Leaving = await self.app.push_screen_wait(asked)
        self.draft.insert(asked.typed)
        self._began += self.app.parts.clock() - paused
        if leaving == "finish" and self.app.saved(lambda: self.practice.finish("trainee")):
            self.app.look_back(self.practice)
        elif leaving == "pause":
            self.app.go_home()

    def action_look_back(self) -> None:
        if self.over:
            self.app.look_back(self.practice)

    def change_mode(self, mode: "Mode") -> None:
        if self.app.saved(lambda: self.practice.change_mode(mode)):
            self.draft.mark(())
            self.draft_reading, self._choice, self._rewriting = None, None, False
            self.talk.mark_again(self.practice.sitting)
            self._show_all()
            self.read_draft()
