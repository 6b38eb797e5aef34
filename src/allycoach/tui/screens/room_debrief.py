"""Looking back together: short, on one wall, without a mark against anybody."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import Static

from allycoach.catalogue import _
from allycoach.coaching.room_debrief import room_debrief
from allycoach.errors import AllycoachError
from allycoach.signs import one_line
from allycoach.tui.handing_over import hand_over
from allycoach.tui.present import room as present
from allycoach.tui.shell import RoomShell
from allycoach.tui.widgets.keyline import KeyLine

from .room_ways import RoomWaysScreen

if TYPE_CHECKING:
    from allycoach.practice.room import Room

KEYS = (
    ("enter", _("done")),
    ("esc", _("go on talking")),
    ("s", _("side by side")),
    ("e", _("export")),
    ("↑↓", _("scroll")),
    ("f9", _("theme")),
)
KEYS_OVER = tuple(key for key in KEYS if key[0] != "esc")
WIDEST = 96


class RoomDebriefScreen(Screen[None]):
    app = app_of(RoomShell)
    CSS_PATH = "../styles/room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", _("Done"), show=False),
        Binding("escape,backspace", "go_on", _("Go on talking"), show=False),
        Binding("s", "ways", _("Side by side"), show=False),
        Binding("e", "export", _("Export"), show=False),
    ]

    def __init__(self, room: "Room") -> None:
        super().__init__()
        self._room = room
        self._seen = room_debrief(room.practice.sitting, room.practice.debrief())

    def compose(self) -> ComposeResult:
        title = _("{title}   looking back together").format(title=one_line(self._seen.title))
        yield Static(Content.styled(title, "bold"), classes="title")
        with VerticalScroll(id="page"):
            yield Static(id="words")
        yield Static(id="message")
        yield KeyLine(KEYS_OVER if self._room.over else KEYS)

    def on_mount(self) -> None:
        self.query_one("#page").focus()

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if self.query("#words"):
            width = min(self.query_one("#page").scrollable_content_region.width, WIDEST)
            self.query_one("#words", Static).update(present.looking_back(self._seen, width))

    def action_go_on(self) -> None:
        self.app.pop_screen()

    @work
    async def action_ways(self) -> None:
        if self._room.ways:
            await self.app.push_screen_wait(RoomWaysScreen(self._room, looking_only=True))

    def action_export(self) -> None:
        try:
            said = hand_over(self.app, self.app.parts.export_sitting(self._room.practice.sitting.started.sitting))
        except AllycoachError as error:
            self.app.tell(error)
            return
        self.query_one("#message", Static).update(said)

    def action_done(self) -> None:
        try:
            self._room.finish()
        except AllycoachError as error:
            self.app.tell(error)
            return
        self.app.another_room()
