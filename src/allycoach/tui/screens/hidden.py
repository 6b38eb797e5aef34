"""A blank screen, for when somebody looks over a shoulder."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Center
from textual.screen import ModalScreen
from textual.widgets import Static

from allycoach.catalogue import _


class HiddenScreen(ModalScreen[None]):
    """Nothing of anybody's words; any key goes back to where it was, and is not passed on."""

    DEFAULT_CSS: ClassVar[str] = """
    HiddenScreen {
        background: $background;
        align: center middle;
        Static {
            width: auto;
            color: $text-muted;
        }
    }
    """

    def compose(self) -> ComposeResult:
        with Center():
            yield Static(_("Hidden. Any key shows it again."))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
