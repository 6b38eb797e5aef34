"""Before a sitting: where it happens, what the person has come for, and how much the coach says."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from allycoach.catalogue import _
from allycoach.coaching.locked import why_locked
from allycoach.tui.modes import MODES
from allycoach.tui.present import before as present
from allycoach.tui.shell import Shell
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.content.schema.scenario import Scenario
    from allycoach.conversation.events import Mode

KEYS = (
    ("enter", _("start")),
    ("esc", _("back")),
    ("1-3", _("how much the coach says")),
    ("m", _("another model")),
    ("f9", _("light or dark")),
    ("f1", _("help")),
)

READ_ON = (_("page down"), _("read on"))


class BeforeScreen(Screen[None]):
    app = app_of(Shell)
    CSS_PATH = "../styles/before.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"pick({number})", _("Choose a mode"), show=False) for number in (1, 2, 3)),
        Binding("m", "next_model", _("Another conversation model"), show=False),
        Binding("escape", "back", _("Back"), show=False),
        Binding("pageup", "scroll_about(-1)", _("Back in the text"), show=False, priority=True),
        Binding("pagedown", "scroll_about(1)", _("On in the text"), show=False, priority=True),
    ]

    def __init__(self, scenario: "Scenario", mode: "Mode" = "coach", why: str = "") -> None:
        """`why` says why this mode is the one proposed."""
        super().__init__()
        self._scenario = scenario
        self._why = why
        self._first = [name for name, _ in MODES].index(mode)

    def compose(self) -> ComposeResult:
        yield Static(present.title(self._scenario), classes="title")
        with VerticalScroll(id="about", can_focus=False):
            yield Static(present.about(self._scenario, self._locked()))
        yield Static(present.how_much(self._why), id="ask")
        yield OptionList(
            *(Option(present.mode_row(n, name, words), name) for n, (name, words) in enumerate(MODES, 1)),
            id="modes",
        )
        yield Static(id="model")
        yield Static(present.kept(self.app.parts.words_kept_in, in_browser=self.app.is_web), id="kept")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        modes = self.query_one("#modes", OptionList)
        modes.highlighted = self._first
        modes.focus()
        self._show_model()

    @on(OptionList.OptionSelected, "#modes")
    def start(self, event: OptionList.OptionSelected) -> None:
        self.app.begin(self._scenario.id, MODES[event.option_index][0])

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        if not self.query("#about"):
            return
        more = self.query_one("#about").max_scroll_y > 0
        self.query_one(KeyLine).show_keys((KEYS[0], READ_ON, *KEYS[1:]) if more else KEYS)

    def action_scroll_about(self, direction: int) -> None:
        about = self.query_one("#about", VerticalScroll)
        (about.scroll_page_up if direction < 0 else about.scroll_page_down)(animate=False)

    def action_next_model(self) -> None:
        """Go on to the next conversation model; the order is that of `allycoach models`."""
        if self.app.library is not None:
            models = sorted(self.app.library.models)
            self.app.finds_way_by = models[(models.index(self._model_id()) + 1) % len(models)]
            self._show_model()

    def _locked(self) -> str:
        return why_locked(self._scenario, self.app.library) if self.app.library is not None else ""

    def _model_id(self) -> str:
        return self.app.finds_way_by or self._scenario.model

    def _show_model(self) -> None:
        model = self.app.library.models.get(self._model_id()) if self.app.library is not None else None
        if model is not None:
            self.query_one("#model", Static).update(present.way(model))

    def action_pick(self, number: int) -> None:
        self.query_one("#modes", OptionList).highlighted = number - 1

    def action_back(self) -> None:
        self.app.go_home()
