"""Small screens of a room: both ways side by side, and all its keys."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Static

from allycoach.catalogue import _
from allycoach.tui.present import branching
from allycoach.tui.present import room as present
from allycoach.tui.present.room_keys import key_page
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.practice.room import Room

WIDEST = 120


class RoomWaysScreen(Screen[str | None]):
    """The answer is the name of a way to go on with; None stays on this one."""

    CSS_PATH = "../styles/room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,s", "close", _("Close"), show=False),
        Binding("m", "marks", _("Marks"), show=False),
        Binding("space,right", "another", _("Another way"), show=False),
        Binding("g", "take", _("Go on with it"), show=False),
    ]

    def __init__(self, room: "Room", *, marks: bool = False, looking_only: bool = False) -> None:
        super().__init__()
        self._room = room
        self._marks = marks
        self._looking_only = looking_only
        self._at = 0

    def compose(self) -> ComposeResult:
        yield Static(classes="title")
        with VerticalScroll(id="page"):
            yield Static(id="words")
        taking = () if self._looking_only else (("g", _("go on with the other")),)
        more = (("space", _("another")),) if len(self._room.ways) > 1 else ()
        yield KeyLine((("esc", _("back")), ("m", _("marks")), *taking, *more, ("↑↓", _("scroll"))))

    def on_mount(self) -> None:
        self.query_one("#page").focus()

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.query("#words"):
            return
        ways = self._room.ways
        self.query_one(".title", Static).update(present.compared_heading(self._at + 1, len(ways)))
        width = self.query_one("#page").scrollable_content_region.width
        shown = branching.compared(self._room.practice.sitting, ways[self._at], width, marks=self._marks)
        self.query_one("#words", Static).update(shown)

    def action_marks(self) -> None:
        self._marks = not self._marks
        self._show()

    def action_another(self) -> None:
        self._at = (self._at + 1) % len(self._room.ways)
        self._show()

    def action_take(self) -> None:
        if not self._looking_only:
            self.dismiss(self._room.ways[self._at].name)

    def action_close(self) -> None:
        self.dismiss(None)


class RoomKeysScreen(Screen[None]):
    CSS_PATH = "../styles/room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "close", _("Close"), show=False)
    ]

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(_("Keys of the room"), "bold"), classes="title")
        with VerticalScroll(id="page"):
            yield Static(id="words")
        yield KeyLine((("↑↓", _("scroll")), ("esc", _("back to the room"))))

    def on_mount(self) -> None:
        self.query_one("#page").focus()

    def on_resize(self, _event: Resize) -> None:
        self.query_one("#words", Static).update(key_page(min(self.size.width - 5, WIDEST)))

    def action_close(self) -> None:
        self.dismiss(None)
