"""Progress: what was practised, over time. A practice record, never an assessment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.getters import app as app_of
from textual.message import Message
from textual.widgets import Static

from allycoach.catalogue import _
from allycoach.coaching.progress import Behaviour, progress
from allycoach.coaching.record import Practised, record_of
from allycoach.errors import ContentError
from allycoach.tui.present import progress as present
from allycoach.tui.remembering import Awaiting, Remembering
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.coaching.facts import Facts
    from allycoach.content.library import Library
    from allycoach.content.schema.framework import Framework

KEYS = (("esc", _("home")), ("↑↓", _("scroll")), ("f9", _("light or dark")), ("f1", _("help")))
WIDEST = 160


@dataclass
class Counted(Message):
    """What all facts come to; ten thousand of them take a moment."""

    behaviours: Sequence[Behaviour]
    record: Mapping[str, Practised]


class ProgressScreen(Awaiting):
    app = app_of(Remembering)
    CSS_PATH = "../styles/progress.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "home", _("Home"), show=False)]

    def __init__(self, library: "Library") -> None:
        super().__init__()
        self._library = library
        self._counting: Sequence[Facts] | None = None
        self._counted: Counted | None = None

    def compose(self) -> ComposeResult:
        yield Static(present.heading(0), id="title", classes="title")
        with VerticalScroll(id="page"):
            yield Static(id="words")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self.query_one("#page").focus()
        self.more_known()

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def more_known(self) -> None:
        if self.app.facts is None:
            self._show()
        elif self.app.facts is not self._counting:
            self._counting = self.app.facts
            self._count(self.app.facts)

    @work(thread=True, exclusive=True, group="past", exit_on_error=False)
    def _count(self, facts: "Sequence[Facts]") -> None:
        self.post_message(Counted(progress(facts), record_of(facts)))

    @on(Counted)
    def counted(self, event: Counted) -> None:
        self._counted = event
        self._show()

    def _show(self) -> None:
        if not self.query("#words"):
            return
        words = self.query_one("#words", Static)
        if self.app.facts is None or self._counted is None:
            words.update(present.reading(*self.app.reckoned))
            return
        self.query_one("#title", Static).update(present.heading(len(self.app.facts)))
        width = min(self.query_one("#page").scrollable_content_region.width - 1, WIDEST)
        words.update(present.page(self._counted.behaviours, self._counted.record, self._framework(), width))

    def _framework(self) -> "Framework | None":
        try:
            return self._library.framework()
        except ContentError:
            return None

    def action_home(self) -> None:
        self.app.go_home()
