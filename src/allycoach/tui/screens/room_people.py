"""Whom the room will talk with: a few people that suit one, the first of them suggested."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from allycoach.catalogue import _
from allycoach.coaching.room_people import AT_MOST, suited
from allycoach.tui.present import room as present
from allycoach.tui.present.trouble import trouble
from allycoach.tui.shell import RoomShell
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.content.schema.scenario import Scenario

KEYS = (
    ("enter", _("begin")),
    (_("↑↓ or a number"), _("choose")),
    ("?", _("keys")),
    ("f9", _("light or dark")),
    ("ctrl+q", _("leave")),
)


ROOMY = 32
"""Rows from which there is a blank line between people."""


class RoomPeopleScreen(Screen[None]):
    app = app_of(RoomShell)
    CSS_PATH = "../styles/room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"pick({number})", _("Choose"), show=False) for number in range(1, AT_MOST + 1)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Scenario, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(_("allycoach   one conversation for the whole room"), "bold"), classes="title")
        yield Static(Content(_("Fetching the people …")), id="ask")
        yield OptionList(id="people", markup=False)
        yield Static(id="about")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self.query_one("#people").focus()
        self.watch(self.app, "library", self._show, init=False)
        self.watch(self.app, "trouble", self._show, init=False)

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.query("#people"):
            return
        shelf, ask = self.app.library, self.query_one("#ask", Static)
        if shelf is None:
            if self.app.trouble is not None:
                ask.update(trouble(self.app.trouble))
            return
        self._people = suited(shelf)
        rows = self.query_one("#people", OptionList)
        width, before = rows.scrollable_content_region.width - 4, rows.highlighted or 0
        roomy = self.size.height >= ROOMY
        rows.clear_options()
        for number, who in enumerate(self._people, 1):
            rows.add_option(Option(present.person_row(number, who, width, roomy=roomy), who.id))
        rows.highlighted = before if self._people else None
        ask.update(present.whom(bool(self._people)))

    @on(OptionList.OptionHighlighted)
    def marked(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#about", Static).update(present.about(self._people[event.option_index]))

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self.app.begin_room(event.option.id)

    def action_pick(self, number: int) -> None:
        if number <= len(self._people):
            self.query_one("#people", OptionList).highlighted = number - 1
            self.app.begin_room(self._people[number - 1].id)
