"""A round of a drill: the pair first, then line after line, with the end always in sight."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.tui.messages import LineRead
from allycoach.tui.outgoing import Outgoing
from allycoach.tui.present import drills as present
from allycoach.tui.present.legend import saying
from allycoach.tui.present.trouble import unforeseen
from allycoach.tui.remembering import Awaiting, Remembering
from allycoach.tui.shell import Keeping
from allycoach.tui.widgets.draft import Draft
from allycoach.tui.widgets.keyline import KeyLine
from allycoach.tui.widgets.steady import Steady

if TYPE_CHECKING:
    from allycoach.practice.drill_round import DrillRound
    from allycoach.tui.present.keyline import Keys

Command = Literal["hint", "again", "on", "help"]

COMMANDS: dict[str, Command] = {"h": "hint", "r": "again", "n": "on", "?": "help"}
"""A line of one letter is no line: it is a command, as in a talk."""

KEYS_AT_FIRST: "Keys" = (("enter", _("begin")), ("esc", _("leave")), ("f1", _("help")))
KEYS_TO_WRITE: "Keys" = (
    ("enter", _("look")),
    ("f2", _("hint")),
    ("f8", _("pass on")),
    ("esc", _("leave")),
    ("ctrl+j", _("line")),
    ("f9", _("light or dark")),
    ("f1", _("help")),
)
KEYS_ANSWERED: "Keys" = (
    ("enter", _("next")),
    ("f6", _("again")),
    ("esc", _("leave")),
    ("f9", _("light or dark")),
    ("f1", _("help")),
)
KEYS_WHEN_OVER: "Keys" = (("enter", _("home")), ("a", _("another round")), ("d", _("other drills")), ("f1", _("help")))

WIDEST = 88


class DrillingScreen(Keeping, Awaiting):
    app = app_of(Remembering)
    CSS_PATH = "../styles/drills.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "do('hint')", _("Hint"), show=False),
        Binding("f6", "do('again')", _("Again"), show=False),
        Binding("f8", "do('on')", _("Pass on"), show=False),
        Binding("escape,f10", "leave", _("Leave"), show=False),
        Binding("pageup", "scroll_item(-1)", _("Back"), show=False),
        Binding("pagedown", "scroll_item(1)", _("On"), show=False),
        Binding("enter", "after('home')", _("Home"), show=False),
        Binding("a", "after('again')", _("Another round"), show=False),
        Binding("d", "after('drills')", _("Other drills"), show=False),
    ]

    def __init__(self, going: "DrillRound") -> None:
        super().__init__()
        self.round = going
        self._begun = False
        self._shown = present.Shown()
        self._going: Outgoing | None = None
        self._said = ""
        self._written = 0
        self._told = False
        self._warned = False
        self._reader_was = "warming"

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(present.title(self.round.drill), id="title")
            yield Steady(id="status")
        with VerticalScroll(id="item", can_focus=False):
            yield Steady(id="words")
        with Vertical(id="foot"):
            yield Draft(placeholder=_("Your line"), id="draft")
            yield Steady(id="legend")
        yield KeyLine(KEYS_AT_FIRST)

    def on_mount(self) -> None:
        self._reader_was = self.app.reader_state
        self._show()

    @property
    def draft(self) -> Draft:
        return self.query_one("#draft", Draft)

    # What is on screen

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.query("#words"):
            return
        width = min(self.query_one("#item").scrollable_content_region.width or self.size.width - 3, WIDEST)
        self.query_one("#words", Steady).show(self._words(width))
        self.query_one("#status", Steady).show(present.status(self.round, self._begun))
        self.query_one("#foot").display = self._begun and not self.round.over
        self.query_one(KeyLine).show_keys(self._keys())
        self._show_legend()

    def _words(self, width: int) -> Content:
        if self.round.over:
            return present.over(self.round, self._written)
        return present.item(self.round, self._shown, width) if self._begun else present.pair(self.round.drill, width)

    def _keys(self) -> "Keys":
        if self.round.over:
            return KEYS_WHEN_OVER
        if not self._begun:
            return KEYS_AT_FIRST
        return KEYS_ANSWERED if self.round.answered else KEYS_TO_WRITE

    def _show_legend(self) -> None:
        words = self._said
        if self._going is not None and self.app.reader_state == "warming":
            words = _("The analyser is warming up; this goes by itself in a moment. esc takes it back")
        elif not words and self.app.reader_state == "warming":
            words = _("analyser warming up; you can write already")
        elif not words and self.round.answered:
            words = _("enter goes on; or write it once more, another way")
        self.query_one("#legend", Steady).show(saying(words))

    def say(self, words: str) -> None:
        """Something short in the legend's place, until the draft changes."""
        self._said = words
        self._show_legend()

    # Writing a line

    @on(Draft.Changed, "#draft")
    def draft_changed(self) -> None:
        self._warned = False
        if self.draft.text:
            self._said = ""
        if self._going is not None and self.app.reader_state == "warming":
            self._going = None
            self._said = _("Not sent: you went on writing. Enter sends it.")
        self._show_legend()

    @on(Draft.Sent)
    def enter_pressed(self, event: Draft.Sent) -> None:
        command = COMMANDS.get(event.text.strip().lower())
        if self.round.over:
            self.action_after("home")
        elif not self._begun:
            self._begin()
        elif command is not None:
            self.draft.put("")
            self.action_do(command)
        elif event.text.strip():
            self._send(Outgoing(event.text))
        elif self.round.answered:
            self._go_on()
        else:
            self.say(_("Nothing written yet. f2 shows a hint, f8 passes on."))

    def _begin(self) -> None:
        self._begun = True
        self._show()
        self.draft.focus()

    def _send(self, outgoing: Outgoing) -> None:
        if self._going is not None:
            return
        if self.app.reader_state == "absent":
            self._tell_no_reader()
            return
        self._going = outgoing
        if self.app.reader_state == "ready":
            self._read(outgoing.text, self._at)
        self._show_legend()

    @property
    def _at(self) -> tuple[int, str]:
        """What a line is for: the item and the step."""
        return self.round.number, self.round.step.ask

    @work(thread=True, exclusive=True, group="sending", exit_on_error=False)
    def _read(self, text: str, at: tuple[int, str]) -> None:
        self.post_message(LineRead(at, self.round.read(text)))

    @on(LineRead)
    def line_read(self, event: LineRead) -> None:
        outgoing = self._going
        if outgoing is None or self.round.over or event.at != self._at or event.reading.text != outgoing.text:
            return
        self._going = None
        rest = outgoing.rest_of(self.draft.text)
        if rest is None:
            self.say(_("Not sent: you changed it. Enter sends it as it is now."))
            return
        step = self.round.step
        try:
            response = self.round.write(outgoing.text, event.reading)
        except AllycoachError as error:
            self._show_legend()
            self.app.tell(error)
            return
        self._written += 1
        slipped = self.round.step is not step
        self._shown = replace(self._shown, slip=response, last=None) if slipped else replace(self._shown, last=response)
        self.draft.clear_for_next(rest)
        self._said = ""
        self._show()
        self.query_one("#item", VerticalScroll).scroll_end(animate=False)

    def more_known(self) -> None:
        if self.app.reader_state != self._reader_was and self.query("#legend"):
            self._reader_was = self.app.reader_state
            self._reader_changed()

    def _reader_changed(self) -> None:
        if self.app.reader_state == "absent":
            self._going = None
            self._tell_no_reader()
        elif self._going is not None:
            self._read(self._going.text, self._at)
        self._show_legend()

    def _tell_no_reader(self) -> None:
        if self.app.trouble is not None:
            self.app.tell(self.app.trouble)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A reading that failed leaves the words in the draft."""
        if event.state == WorkerState.ERROR and self._going is not None:
            self._going = None
            self._show_legend()
            self.app.tell(unforeseen(event.worker.error))

    # Keys

    def action_do(self, command: Command) -> None:
        if command == "help":
            self.app.action_help()
        elif not self._begun or self.round.over:
            return
        elif command == "hint":
            self._hint()
        elif command == "again":
            self._again()
        else:
            self._go_on()

    def _hint(self) -> None:
        if self.round.item.hint is None:
            self.say(_("There is no hint for this one. Your own way will do."))
            return
        self._shown = replace(self._shown, hint=True)
        self._show()

    def _again(self) -> None:
        """The last line back in the draft, to be changed."""
        if self._shown.last is not None and not self.draft.text.strip():
            self.draft.put(self._shown.last.text, select=True)
        self.draft.focus()

    def _go_on(self) -> None:
        if self.draft.text.strip():
            self.say(_("Your line is still here. Enter looks at it; empty it to pass on."))
            return
        self._going = None
        try:
            self.round.next()
        except AllycoachError as error:
            self.app.tell(error)
        self._shown, self._said = present.Shown(), ""
        self._show()
        self.query_one("#item", VerticalScroll).scroll_home(animate=False)

    def action_scroll_item(self, direction: int) -> None:
        item = self.query_one("#item", VerticalScroll)
        (item.scroll_page_up if direction < 0 else item.scroll_page_down)(animate=False)

    # Leaving

    def action_leave(self) -> None:
        if self._going is not None:
            self._going = None
            self.say(_("Taken back; not sent."))
        elif self.draft.text.strip() and not self._warned:
            self._warned = True
            self.say(_("This line has not been sent. Enter looks at it; esc again leaves without it."))
        else:
            self.app.show_drills() if not self.round.over else self.app.go_home()

    def action_after(self, what: str) -> None:
        """Once the round is over letters are keys again; at first Enter begins."""
        if not self._begun and what == "home":
            self._begin()
        elif self.round.over:
            {"home": self.app.go_home, "again": self._another, "drills": self.app.show_drills}[what]()

    def _another(self) -> None:
        self.app.drill(self.round.drill.id)

    async def settled(self) -> None:
        reached = asyncio.Event()
        self.draft.call_later(reached.set)
        await reached.wait()

    def keep(self) -> bool:
        """That the round was left is kept, where something was written. A second time it is left as it is."""
        if self.round.over or not self._written or self._told:
            return True
        try:
            self.round.leave()
        except AllycoachError as error:
            self._told = True
            self.app.tell(error)
            return False
        return True
