"""All past sittings, newest first, found by typing. However many there are, only those near the highlight are rows."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from allycoach.catalogue import _
from allycoach.shown_names import mode_name
from allycoach.tui import finding
from allycoach.tui.present import home as present
from allycoach.tui.remembering import Awaiting, Remembering
from allycoach.tui.widgets.finder import Finder
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allycoach.tui.parts import PastSitting

KEYS = (
    ("enter", _("open")),
    ("↑↓", _("choose")),
    (_("letters"), _("find")),
    ("f8", _("delete")),
    ("esc", _("home")),
    ("f9", _("light or dark")),
    ("f1", _("help")),
)

AT_A_TIME = 50
"""Rows that are added when the highlight comes near the last one."""

NEAR = 10


class PastScreen(Awaiting):
    app = app_of(Remembering)
    CSS_PATH = "../styles/past.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "home", _("Home"), show=False),
        Binding("f8", "forget", _("Delete"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._wanted = finding.Wanted("")
        self._known: Sequence[PastSitting] | None = None
        self._found: Sequence[PastSitting] = ()
        self._shown = 0

    def compose(self) -> ComposeResult:
        yield Static(id="title", classes="title")
        yield Finder("past", placeholder=_("A name, a day, coach, quiet, solo, unfinished…"))
        yield OptionList(id="past", markup=False)
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self.query_one("#past", OptionList).can_focus = False
        self.query_one(Finder).focus()

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._look)

    @on(Finder.Looked)
    def looked(self, event: Finder.Looked) -> None:
        self._wanted = finding.Wanted(event.typed)
        self._look()

    def more_known(self) -> None:
        if self.app.past is not self._known:
            self._look()

    def _look(self) -> None:
        if not self.query("#past"):
            return
        self._known = self.app.past
        past = self.app.past or ()
        self._found = self.app.past_with(self._wanted) if self._wanted else past
        rows = self.query_one("#past", OptionList)
        rows.clear_options()
        self._shown = 0
        self._show_more()
        if self._found:
            rows.highlighted = 0
        else:
            rows.add_option(Option(present.nothing_found() if past else Content(_("  none yet")), disabled=True))
        found = _("{found:,} of {of:,}") if self._wanted else "{of:,}"
        # Translators: {count} is a number, or "3 of 120"
        words = found if self.app.past_whole else _("{count}, older ones are being read").replace("{count}", found)
        self.query_one("#title", Static).update(
            present.heading(_("Past sittings"), words.format(found=len(self._found), of=len(past)))
        )

    def _show_more(self) -> None:
        rows, now = self.query_one("#past", OptionList), self.app.parts.clock()
        width = rows.scrollable_content_region.width - 2
        new = self._found[self._shown : self._shown + AT_A_TIME]
        rows.add_options(Option(present.sitting_row(one, now, width), one.sitting) for one in new)
        self._shown += len(new)

    @on(OptionList.OptionHighlighted)
    def came_near(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index >= self._shown - NEAR and self._shown < len(self._found):
            self._show_more()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        one = self._found[event.option_index]
        (self.app.look_at if one.over else self.app.go_on)(one.sitting)

    def action_forget(self) -> None:
        """Ask, then delete the sitting that is marked."""
        from .dialogs import ForgetScreen

        at = self.query_one("#past", OptionList).highlighted
        if at is None or at >= len(self._found):
            return
        one = self._found[at]

        def answered(deletes: bool | None) -> None:
            if deletes:
                self.app.forget(one.sitting)

        self.app.push_screen(
            ForgetScreen(f"{one.title}, {mode_name(one.mode)}, {present.replies(one.turns)}"),
            answered,
        )

    @on(Finder.Closed)
    def action_home(self) -> None:
        """Empty the line first, then home."""
        finder = self.query_one(Finder)
        if finder.value:
            finder.value = ""
        else:
            self.app.go_home()
