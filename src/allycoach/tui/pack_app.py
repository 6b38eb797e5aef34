"""A pack on the full screen. `run_pack` is the way in; what a part opens is an app of its own, and leads back here."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.screen import Screen

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

from .app import AllycoachApp
from .faulting import HandsFaultsOn
from .hangup import leave_on_hangup
from .parts import Parts
from .screens.pack import PackKeysScreen, PackScreen
from .themes import WALL_DARK, WALL_LIGHT, other_wall, wall_theme

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.drill import Level
    from allycoach.content.schema.pack import Part
    from allycoach.practice.pack_run import PackRun


def run_pack(run: "PackRun", shelf: "Library", open_part: Callable[["Part"], None]) -> int:
    """Runs until the facilitator leaves; the exit code. `open_part` shows what a part uses, and returns when it is left; what
    it raises is said on the wall, and the session goes on."""
    said = ""
    while True:
        app = PackApp(run, shelf, said)
        if not app.ran():
            return app.return_code or 0
        try:
            open_part(run.part)
            said = ""
        except AllycoachError as error:
            said = str(error)


class PackApp(HandsFaultsOn[bool]):
    """Its result is whether the part at hand is to be opened."""

    TITLE = "allycoach"
    CSS_PATH = ["styles/app.tcss", "styles/pack.tcss"]  # noqa: RUF012 - Textual's own attribute
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "help", _("Keys"), show=False, priority=True),
        Binding("f9", "switch_theme", _("Light or dark"), show=False, priority=True),
        Binding("ctrl+q", "quit", _("Leave"), show=False, priority=True),
    ]

    tick = 1.0
    """Seconds between two looks at the clock."""

    def __init__(self, run: "PackRun", shelf: "Library", said: str = "") -> None:
        super().__init__()
        self._run = run
        self._said = said
        self._shelf = shelf
        self.register_theme(WALL_DARK)
        self.register_theme(WALL_LIGHT)
        self.theme = wall_theme(os.environ)

    def get_default_screen(self) -> Screen[None]:
        return PackScreen(self._run, self._shelf, tick=self.tick, said=self._said)

    def on_mount(self) -> None:
        leave_on_hangup(self.action_quit)

    def action_help(self) -> None:
        if isinstance(self.screen, PackKeysScreen):
            self.pop_screen()
        else:
            self.push_screen(PackKeysScreen())

    def action_switch_theme(self) -> None:
        self.theme = other_wall(self.theme)

    async def action_quit(self) -> None:
        self.exit(False)


class PartApp(AllycoachApp):
    """The app with one drill or one talk open; where that leads home, it leads back to the pack."""

    def __init__(
        self,
        parts: Parts,
        *,
        start: str | None = None,
        mode: Literal["coach", "quiet", "solo"] | None = None,
        model: str | None = None,
        drill: str | None = None,
        level: "Level" = 1,
    ) -> None:
        super().__init__(parts, start=start, mode=mode, model=model)
        self._drill = drill
        self.drill_level = level

    def library_here(self, library: "Library") -> None:
        super().library_here(library)
        if self._drill is not None:
            self.drill(self._drill)

    def go_home(self) -> None:
        if self.leave():
            self.exit(0)

    def show_drills(self) -> None:
        """The list of drills is where a round leads to when it is left."""
        self.go_home()
