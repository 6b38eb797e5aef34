"""Progress: what was practised, over time. A practice record, never an assessment."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import Static

from allycoach.coaching.progress import Behaviour, progress
from allycoach.coaching.record import record_of
from allycoach.errors import ContentError
from allycoach.tui.present import progress as present
from allycoach.tui.remembering import Remembering
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.framework import Framework

KEYS = (("esc", "home"), ("↑↓", "scroll"), ("f9", "light or dark"), ("f1", "help"))
WIDEST = 160


class ProgressScreen(Screen[None]):
    app = app_of(Remembering)
    CSS_PATH = "../styles/progress.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "home", "Home", show=False)]

    def __init__(self, library: "Library") -> None:
        super().__init__()
        self._library = library
        self._behaviours: tuple[Behaviour, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(present.heading(0), id="title", classes="title")
        with VerticalScroll(id="page"):
            yield Static(id="words")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        self.watch(self.app, "facts", self._count, init=False)
        self.watch(self.app, "reckoned", self._show, init=False)
        self._count()

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _count(self) -> None:
        facts = self.app.facts
        self._behaviours = progress(facts or ())
        self._record = record_of(facts or ())
        self._show()

    def _show(self) -> None:
        if not self.query("#words"):
            return
        words = self.query_one("#words", Static)
        if self.app.facts is None:
            words.update(present.reading(*self.app.reckoned))
            return
        self.query_one("#title", Static).update(present.heading(len(self.app.facts)))
        width = min(self.query_one("#page").scrollable_content_region.width - 1, WIDEST)
        words.update(present.page(self._behaviours, self._record, self._framework(), width))

    def _framework(self) -> "Framework | None":
        try:
            return self._library.framework()
        except ContentError:
            return None

    def action_home(self) -> None:
        self.app.go_home()
