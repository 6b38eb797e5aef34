"""The drills there are, at three levels."""

from typing import TYPE_CHECKING, ClassVar, cast

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
from allycoach.coaching.rounds import drilled
from allycoach.tui.present import drills as present
from allycoach.tui.remembering import Remembering
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.drill import Level

KEYS = (
    ("enter", _("begin")),
    ("1-3", _("level")),
    ("↑↓", _("choose")),
    ("esc", _("home")),
    ("f9", _("light or dark")),
    ("f1", _("help")),
)


class DrillsScreen(Screen[None]):
    app = app_of(Remembering)
    CSS_PATH = "../styles/drills.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"level({number})", _("Level"), show=False) for number in (1, 2, 3)),
        Binding("escape", "home", _("Home"), show=False),
    ]

    def __init__(self, library: "Library") -> None:
        super().__init__()
        self._drills = sorted(library.drills.values(), key=lambda one: one.title)

    def compose(self) -> ComposeResult:
        yield Static(
            Content.styled(_("Drills"), "bold") + Content.styled(_("   one skill, one line at a time"), "$quiet"),
            classes="title",
        )
        yield Static(present.level_line(self.app.drill_level), id="level")
        yield OptionList(id="drills", markup=False)
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self.query_one("#drills").focus()

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.query("#drills"):
            return
        rows = self.query_one("#drills", OptionList)
        width, now, done = rows.scrollable_content_region.width - 2, self.app.parts.clock(), drilled(self.app.rounds)
        before = rows.highlighted or 0
        rows.clear_options()
        for drill in self._drills:
            times = [at for name, at in done if name == drill.id]
            rows.add_option(Option(present.drill_row(drill, times, now, width), drill.id))
        if not self._drills:
            rows.add_option(Option(_("There are no drills. `allycoach check` says what is wrong."), disabled=True))
        rows.highlighted = before if self._drills else None

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self.app.drill(event.option.id)

    def action_level(self, number: int) -> None:
        self.app.drill_level = cast("Level", number)
        self.query_one("#level", Static).update(present.level_line(self.app.drill_level))

    def action_home(self) -> None:
        self.app.go_home()
