"""Small screens over another: what went wrong, leaving a talk, why a flag is not so."""

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.signs import one_line
from allycoach.tui.present.note import keys
from allycoach.tui.present.trouble import trouble

Leaving = Literal["pause", "finish", "stay"]


class TroubleScreen(ModalScreen[None]):
    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,space", "close", _("Close"), show=False)]

    def __init__(self, error: AllycoachError) -> None:
        super().__init__()
        self._error = error

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(trouble(self._error))
            yield Static(keys(("enter", _("go on"))), classes="foot")

    def action_close(self) -> None:
        self.dismiss(None)


class LeaveScreen(ModalScreen[Leaving]):
    """The answer says what to do; nothing has happened yet. Whoever types on means to go on: `typed` is what they typed."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "choose('stay')", show=False),
        Binding("2", "choose('pause')", show=False),
        Binding("3", "choose('finish')", show=False),
        Binding("escape", "choose('stay')", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""

    def on_key(self, event: Key) -> None:
        if event.is_printable and event.character and (self.typed or event.character not in "123 "):
            event.stop()
            self.typed += event.character
            if len(self.typed) == 1:
                self.dismiss("stay")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(_("Paused. Take your time; nothing moves while you are here."), "bold"))
            yield OptionList(
                _choice(1, _("Go on with the talk"), "stay"),
                _choice(2, _("Leave it for now: everything is kept, with your draft"), "pause"),
                _choice(3, _("Stop here and look back"), "finish"),
            )
            yield Static(keys(("enter", _("choose")), ("esc", _("go on"))), classes="foot")

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        choices: tuple[Leaving, ...] = ("stay", "pause", "finish")
        self.dismiss(choices[event.option_index])

    def action_choose(self, what: Leaving) -> None:
        self.dismiss(what)


def _choice(number: int, words: str, name: str) -> Option:
    return Option(Content.assemble((f"{number} ", "$you bold"), words), name)


class ForgetScreen(ModalScreen[bool]):
    """Whether a sitting is to be deleted; nothing has happened yet. Enter keeps it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "answer(False)", _("Keep"), show=False),
        Binding("d", "answer(True)", _("Delete"), show=False),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(_("Delete this sitting, and what was exported from it?"), "bold"))
            yield Static(Content(one_line(self._title)))
            yield Static(_("It cannot be taken back. Copies you made elsewhere stay."))
            yield Static(keys(("d", _("delete it")), ("enter", _("keep it"))), classes="foot")

    def action_answer(self, deletes: bool) -> None:
        self.dismiss(deletes)


class NotSoScreen(ModalScreen[str | None]):
    """The trainee's reason for setting a flag aside, "" if they give none; None when they think better of it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", _("Close"), show=False)]

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.assemble((_('Not so: "'), "bold"), (one_line(self._words), "$look"), ('"', "bold")))
            yield Static(Content(_("A few words on why, if you like. They are kept with the flag.")))
            yield Input()
            yield Static(keys(("enter", _("set it aside")), ("esc", _("leave it"))), classes="foot")

    @on(Input.Submitted)
    def given(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_close(self) -> None:
        self.dismiss(None)
