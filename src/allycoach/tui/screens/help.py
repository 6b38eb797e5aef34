"""Help: what the keys do and what the signs mean."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from allycoach.catalogue import _
from allycoach.tui.present.help import page
from allycoach.tui.widgets.keyline import KeyLine

WIDEST = 84


class HelpScreen(ModalScreen[None]):
    CSS_PATH = "../styles/help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,f1", "close", _("Close"), show=False)]

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(_("Help"), "bold"), classes="title")
        with VerticalScroll():
            yield Static(id="page")
        yield KeyLine((("↑↓", _("scroll")), ("esc", _("close"))))

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_resize(self, _event: Resize) -> None:
        self.query_one("#page", Static).update(page(min(self.size.width - 4, WIDEST)))

    def action_close(self) -> None:
        self.dismiss(None)
