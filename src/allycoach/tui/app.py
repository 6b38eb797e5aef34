"""The full-screen face. `run_app` is the way in; see `parts.Parts` for what it is given.

Nothing slow is imported here: the library, the journal and the language pipeline come in worker threads once the first
screen stands.
"""

import os
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.shown_names import mode_name

from .hangup import leave_on_hangup
from .modes import MODES
from .parts import Parts, Wishes
from .remembering import Remembering
from .screens.home import HomeScreen
from .shell import Talking
from .themes import DARK, LIGHT, first_theme, other

if TYPE_CHECKING:
    from textual.command import Provider

    from allycoach.content.library import Library
    from allycoach.conversation.events import Mode
    from allycoach.practice.practice import Practice
    from allycoach.tui.screens.turning_back import Elsewhere

    from .sittings import Opened


def _talks() -> "type[Provider]":
    from .palette import Talks

    return Talks


def run_app(parts: Parts, **wishes: Unpack[Wishes]) -> int:
    """Runs until the trainee leaves; the exit code."""
    app = AllycoachApp(parts, **wishes)
    code = app.ran()
    return code if code is not None else app.return_code or 0


class AllycoachApp(Remembering):
    TITLE = "allycoach"
    CSS_PATH = ["styles/app.tcss", "styles/home.tcss"]  # noqa: RUF012 - Textual's own attribute
    """The home screen's too: Textual does not load the styles of a default screen."""

    ENABLE_COMMAND_PALETTE = True
    COMMANDS = Remembering.COMMANDS | {_talks}
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as above
        (0, "-narrow"),
        (80, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-usual"), (32, "-tall")]  # noqa: RUF012 - Textual's own attribute
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", _("Help"), show=False, priority=True),
        Binding("f9", "switch_theme", _("Light or dark"), show=False, priority=True),
        Binding("ctrl+l", "hide", _("Hide the screen"), show=False, priority=True),
        Binding("ctrl+q", "quit", _("Leave"), show=False, priority=True),
    ]

    def __init__(self, parts: Parts, **wishes: Unpack[Wishes]) -> None:
        super().__init__(parts)
        mode = wishes.get("mode")
        self._start = wishes.get("start")
        self._mode: Mode | None = next((known for known in ("coach", "quiet", "solo") if known == mode), None)
        self._seed = wishes.get("seed")
        self.finds_way_by = wishes.get("model")
        self._resume = wishes.get("resume")
        self._sittings_opened = False
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = first_theme(os.environ)

    def get_default_screen(self) -> Screen[None]:
        return HomeScreen()

    def on_mount(self) -> None:
        leave_on_hangup(self.action_quit)
        self.call_after_refresh(self.load)

    # Loading, after the first screen stands

    def before_loading(self) -> None:
        self.find_newest()
        self.find_intention()

    def library_here(self, library: "Library") -> None:
        self.call_after_refresh(self.find_all, library, newest=False)  # the first rows come first
        if self._resume is not None:
            self.go_on(self._resume)
        elif self._start is not None and self._mode is not None:
            self.begin(self._start, self._mode)
        elif self._start is not None:
            self.meet(self._start)

    # From screen to screen

    def meet(self, scenario: str) -> None:
        from .screens.before import BeforeScreen

        def show(library: "Library") -> None:
            proposed = self.proposed_mode() if self._mode is None else None
            mode, why = (proposed.mode, proposed.why) if proposed is not None else (self._mode or "coach", "")
            self._show(BeforeScreen(library.scenario(scenario), mode, why))

        self._with_library(show)

    def begin(self, scenario: str, mode: "Mode") -> None:
        from allycoach.practice.beginning import Beginning

        from .sittings import begin

        def start(library: "Library") -> None:
            self._need_reader()
            seed = self._seed if self._seed is not None else int(self.parts.clock().timestamp())
            earlier = self.parts.earlier(library, scenario)
            beginning = Beginning(scenario, mode, seed, self.finds_way_by, earlier)
            self._talk(begin(self.parts, library, self.reader, beginning), timedelta())

        self._with_library(start)

    def go_on(self, sitting: str) -> None:
        from .present.elapsed import spent
        from .sittings import go_on

        def start(library: "Library") -> None:
            self._need_reader()
            events = self.parts.events(sitting)
            self._talk(go_on(self.parts, library, self.reader, sitting, events), spent(events))

        self._with_library(start)

    def go_back(self, sitting: str, there: "Elsewhere") -> None:
        from .present.elapsed import spent
        from .sittings import go_on

        def start(library: "Library") -> None:
            self._need_reader()
            events = self.parts.events(sitting)
            opened = go_on(self.parts, library, self.reader, sitting, events)
            there.go(opened.practice)
            self._talk(opened, spent(events))

        self._with_library(start)

    def _need_reader(self) -> None:
        """Raise why there is no reader, once that is known: a talk nobody can answer is not begun."""
        if self.reader_state == "absent" and self.trouble is not None:
            raise self.trouble

    def _talk(self, opened: "Opened", so_far: timedelta) -> None:
        from .screens.practice import PracticeScreen

        self.open_log = opened.log
        self._sittings_opened = True
        self._show(PracticeScreen(opened.practice, spent=so_far))

    def look_back(self, practice: "Practice") -> None:
        from .screens.debrief import DebriefScreen

        self._show(DebriefScreen(practice.debrief(), practice.sitting, practice))

    def look_at(self, sitting: str) -> None:
        from .screens.debrief import DebriefScreen
        from .sittings import look_at

        def show(library: "Library") -> None:
            self._sittings_opened = True
            self._show(DebriefScreen(*look_at(library, self.parts.events(sitting))))

        self._with_library(show)

    def go_home(self) -> None:
        if not self.leave():
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if self.library is not None and self._sittings_opened:
            self._sittings_opened = False
            self.find_all(self.library, newest=True)

    def go(self, what: "Callable[[Library], Screen[None]]") -> None:
        self._with_library(lambda library: self._show(what(library)))

    def _with_library(self, go: "Callable[[Library], None]") -> None:
        """Leave the sitting that is open, and `go`; what stops it is said on screen."""
        if self.library is None or not self.leave():
            return
        try:
            go(self.library)
        except AllycoachError as error:
            self.tell(error)

    def _show(self, screen: Screen[None]) -> None:
        """`screen` over the home screen, in place of any other."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    # At any time

    def action_help(self) -> None:
        from .screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_hide(self) -> None:
        from .screens.hidden import HiddenScreen

        if isinstance(self.screen, HiddenScreen):
            self.screen.dismiss(None)
        else:
            self.push_screen(HiddenScreen())

    def action_switch_theme(self) -> None:
        self.theme = other(self.theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        yield SystemCommand(_("Home"), _("People and past sittings"), self.go_home)
        yield SystemCommand(_("Drills"), _("Three to five minutes on one skill"), self.show_drills)
        yield SystemCommand(_("Cards"), _("What is due"), self.review_cards)
        yield SystemCommand(_("Progress"), _("What you have practised, over time"), self.show_progress)
        yield SystemCommand(_("Past sittings"), _("All of them, newest first"), self.show_past)
        yield SystemCommand(_("Help"), _("Keys and signs"), self.action_help)
        yield SystemCommand(_("Light or dark"), _("Switch the theme"), self.action_switch_theme)
        yield SystemCommand(_("All themes"), _("Choose among all themes"), self.action_change_theme)
        yield SystemCommand(_("Hide the screen"), _("Nothing to read over your shoulder"), self.action_hide)
        yield SystemCommand(_("Leave"), _("Everything is kept"), self.action_quit)
        for talking in self.screen_stack:
            if isinstance(talking, Talking):
                for mode, about in MODES:
                    yield SystemCommand(
                        _("Mode: {mode}").format(mode=mode_name(mode)), about, partial(talking.change_mode, mode)
                    )
