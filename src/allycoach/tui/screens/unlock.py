"""The passphrase, before anything that is kept is read."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.signs import one_line
from allycoach.tui.present.note import keys


class UnlockScreen(ModalScreen[bool]):
    """True once what is kept is open; False when the trainee leaves. `unlock` takes what was typed and returns what there is
    to say; it is slow on purpose, so it runs in a thread."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self, unlock: Callable[[str], str]) -> None:
        super().__init__()
        self._unlock = unlock
        self._trying = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(_("What you wrote is sealed. Type your passphrase."), "bold"))
            yield Input(password=True)
            yield Static(id="said")
            yield Static(keys(("enter", _("open")), ("esc", _("leave"))), classes="foot")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        if event.value and not self._trying:
            self._trying = True
            self._say(_("Opening; this takes a moment."))
            self._try(event.value)

    @work(thread=True, exit_on_error=False)
    def _try(self, passphrase: str) -> None:
        try:
            said = self._unlock(passphrase)
        except AllycoachError as error:
            self.app.call_from_thread(self._refused, error)
        else:
            self.app.call_from_thread(self._opened, said)

    def _opened(self, said: str) -> None:
        if said:
            self.app.notify(one_line(said), severity="warning", markup=False)
        self.dismiss(True)

    def _refused(self, error: AllycoachError) -> None:
        self._trying = False
        field = self.query_one(Input)
        field.clear()
        field.focus()
        self._say(f"{error.message} {error.mend}".strip())

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))

    def action_leave(self) -> None:
        self.dismiss(False)
