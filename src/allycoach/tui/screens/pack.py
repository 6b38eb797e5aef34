"""A pack as it runs: the part, its clock, what to do and say; answer notes stay hidden until a key."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen, Screen
from textual.widgets import Digits, Static

from allycoach.catalogue import _
from allycoach.signs import one_line
from allycoach.tui.present import pack as present
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.practice.pack_run import PackRun

_ALWAYS = (("b", _("back")), ("+", _("minute")), ("w", _("task only")), ("f1", _("all keys")), ("esc", _("leave")))
KEYS_STILL = (("space", _("start")), ("enter", _("next")), *_ALWAYS)
KEYS_GOING = (("space", _("stop")), ("enter", _("next")), *_ALWAYS)
KEYS_OVER = (("b", _("back")), ("esc", _("leave")))

WIDEST = 100
STAYS_OPEN = _("esc once more leaves; the clock of this session is not kept.")


class PackScreen(Screen[None]):
    CSS_PATH = "../styles/pack.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,p", "clock", _("Start or stop the clock"), show=False),
        Binding("enter,n,right", "next", _("Next part"), show=False),
        Binding("b,backspace,left", "back", _("Back"), show=False),
        Binding("plus,equals_sign,m", "minute", _("A minute more"), show=False),
        Binding("a", "answers", _("Answer notes"), show=False),
        Binding("w", "wall", _("Only the task on the wall"), show=False),
        Binding("o", "open", _("Open the drill or the person"), show=False),
        Binding("escape", "leave", _("Leave"), show=False),
    ]

    def __init__(self, run: "PackRun", shelf: "Library", *, tick: float, said: str = "") -> None:
        super().__init__()
        self.run_ = run
        self._shelf = shelf
        self._tick = tick
        self._showing = present.Showing()
        self._said = said
        self._leaving = False

    def compose(self) -> ComposeResult:
        yield Static(id="title", classes="title")
        with Horizontal(id="clock"):
            yield Digits(id="digits")
            yield Static(id="time")
        with VerticalScroll(id="part"):
            yield Static(id="first")
            yield Static(id="body")
        yield Static(id="message")
        yield KeyLine(KEYS_STILL)

    def on_mount(self) -> None:
        self.query_one("#part").focus()
        self._say(one_line(self._said))
        self.set_interval(self._tick, self.show_time)

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.query("#body"):
            return
        run, part = self.run_, self.query_one("#part", VerticalScroll)
        width = min(part.scrollable_content_region.width, WIDEST)
        self.query_one("#title", Static).update(present.title(run, self.size.width - 2))
        body = present.over(run) if run.over else present.body(run, self._shelf, self._showing, width)
        self.query_one("#body", Static).update(body)
        starting = not run.begun and run.number == 1 and not self._showing.wall
        self.query_one("#first", Static).update(present.first_words(run) if starting else Content(""))
        self.query_one("#first").display = starting
        self.query_one("#clock").display = not run.over
        self.query_one(KeyLine).show_keys(KEYS_OVER if run.over else KEYS_GOING if run.going else KEYS_STILL)
        self.show_time()

    def show_time(self) -> None:
        """The clock as it is now; nothing else on the screen moves."""
        digits, time = self.query_one("#digits", Digits), present.clock(self.run_)
        if digits.value != present.digits(self.run_):
            digits.update(present.digits(self.run_))
        self.set_class(not self.run_.over and self.run_.pace() != "in time", "-late")
        self.query_one("#time", Static).update(time)

    def _say(self, words: str) -> None:
        self._leaving = words == STAYS_OPEN
        self.query_one("#message", Static).update(Content.styled(words, "$look"))

    def _changed(self, *, part: bool = False) -> None:
        """Show what is now; another part begins at its top, with its answers hidden."""
        self._say("")
        if part:
            self._showing = replace(self._showing, answers=False)
            self.query_one("#part", VerticalScroll).scroll_home(animate=False)
        self._show()

    def action_clock(self) -> None:
        (self.run_.pause if self.run_.going else self.run_.go)()
        self._changed()

    def action_next(self) -> None:
        self.run_.next()
        self._changed(part=True)

    def action_back(self) -> None:
        self.run_.back()
        self._changed(part=True)

    def action_minute(self) -> None:
        self.run_.add_minute()
        self._changed()

    def action_answers(self) -> None:
        self._showing = replace(self._showing, answers=not self._showing.answers)
        self._changed()

    def action_wall(self) -> None:
        self._showing = replace(self._showing, wall=not self._showing.wall)
        self._changed(part=True)
        if self._showing.wall:
            self._say(_("Only the task is on the wall; w brings your notes back."))

    def action_open(self) -> None:
        if self.run_.over or (self.run_.part.drill is None and self.run_.part.scenario is None):
            self._say(_("There is nothing to open in this part."))
        else:
            self.app.exit(True)

    def action_leave(self) -> None:
        if self._leaving or self.run_.over or not self.run_.begun:
            self.app.exit(False)
        else:
            self._say(STAYS_OPEN)


class PackKeysScreen(ModalScreen[None]):
    """All keys, over the part; the clock goes on beneath."""

    CSS_PATH = "../styles/help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,f1", "close", _("Close"), show=False)]

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(_("Keys"), "bold"), classes="title")
        with VerticalScroll():
            yield Static(present.all_keys())
        yield KeyLine((("esc", _("close")),))

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        self.dismiss(None)
