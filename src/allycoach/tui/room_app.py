"""The app for a room. One of its own, so that nothing a facilitator has practised ever stands on the wall."""

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

from .hangup import leave_on_hangup
from .holding import Holding
from .parts import Parts
from .screens.room_people import RoomPeopleScreen
from .shell import RoomShell
from .themes import WALL_DARK, WALL_LIGHT, other_wall, wall_theme

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.practice.room import Room

    from .sittings import Opened


def run_room(
    parts: Parts,
    *,
    start: str | None = None,
    seed: int | None = None,
    model: str | None = None,
    resume: str | None = None,
) -> int:
    """Runs until the facilitator leaves; the exit code. `start` is the id of a scenario, or a person's name, to open at
    once, `resume` the id of a sitting to go on with."""
    app = RoomApp(parts, start=start, seed=seed, model=model, resume=resume)
    code = app.ran()
    return code if code is not None else app.return_code or 0


class RoomApp(Holding, RoomShell):
    TITLE = "allycoach"
    CSS_PATH = ["styles/app.tcss", "styles/room.tcss"]  # noqa: RUF012 - Textual's own attribute
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]  # noqa: RUF012 - Textual's own attribute
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-usual"), (32, "-tall")]  # noqa: RUF012 - Textual's own attribute
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "help", _("Keys"), show=False),
        Binding("f12", "real_help", _("Where real help is"), show=False, priority=True),
        Binding("f9", "switch_theme", _("Light or dark"), show=False, priority=True),
        Binding("ctrl+q", "quit", _("Leave"), show=False, priority=True),
    ]

    def __init__(
        self, parts: Parts, *, start: str | None = None, seed: int | None = None, model: str | None = None,
        resume: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parts)
        self._start, self._seed, self._resume = start, seed, resume
        self.finds_way_by = model
        self.register_theme(WALL_DARK)
        self.register_theme(WALL_LIGHT)
        self.theme = wall_theme(os.environ)

    def get_default_screen(self) -> Screen[None]:
        return RoomPeopleScreen()

    def on_mount(self) -> None:
        leave_on_hangup(self.action_quit)
        self.call_after_refresh(self.load)

    def library_here(self, library: "Library") -> None:
        from allycoach.coaching.room_people import meant, suited

        if self._resume is not None:
            self._go_on(library, self._resume)
        elif self._start is not None:
            self.begin_room(meant(self._start, library.scenarios, suited(library)))

    # From screen to screen

    def begin_room(self, scenario: str) -> None:
        from allycoach.practice.beginning import Beginning

        from .sittings import begin

        library = self.library
        if library is None or not self.leave():
            return
        seed = self._seed if self._seed is not None else int(self.parts.clock().timestamp())
        # What the person remembers of an earlier visit would be the facilitator's own, so they remember none.
        beginning = Beginning(scenario, "solo", seed, self.finds_way_by, room=True)
        self._open(lambda: begin(self.parts, library, self.reader, beginning))

    def _go_on(self, library: "Library", sitting: str) -> None:
        from .sittings import go_on

        self._open(lambda: go_on(self.parts, library, self.reader, sitting, self.parts.events(sitting)))

    def _open(self, opening: Callable[[], "Opened"]) -> None:
        from allycoach.practice.room import Room

        from .screens.room import RoomScreen

        try:
            if self.reader_state == "absent" and self.trouble is not None:
                raise self.trouble
            opened = opening()
        except AllycoachError as error:
            self.tell(error)
            return
        self.open_log = opened.log
        self.push_screen(RoomScreen(Room(opened.practice)))

    def look_back_together(self, room: "Room") -> None:
        from .screens.room_debrief import RoomDebriefScreen

        self.push_screen(RoomDebriefScreen(room))

    def another_room(self) -> None:
        if not self.leave():
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()

    # At any time

    def action_help(self) -> None:
        from .screens.room_ways import RoomKeysScreen

        if not isinstance(self.screen, RoomKeysScreen):
            self.push_screen(RoomKeysScreen())

    def action_real_help(self) -> None:
        from .screens.turning_back import RealHelpScreen

        if not isinstance(self.screen, RealHelpScreen):
            self.push_screen(RealHelpScreen(self.library.procedure if self.library is not None else None))

    def action_switch_theme(self) -> None:
        self.theme = other_wall(self.theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        return ()
