"""What every screen may know and ask of the app. The app itself (`app.py`) puts screens together; screens do not."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual.reactive import var
from textual.screen import Screen

from allycoach.errors import AllycoachError

from .faulting import HandsFaultsOn
from .late_reader import LateReader
from .parts import Parts, PastSitting

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Mode
    from allycoach.practice.practice import Practice
    from allycoach.practice.room import Room
    from allycoach.tui.screens.turning_back import Elsewhere


class Shell(HandsFaultsOn[int]):
    """`library` and `past` are None until loaded; `reader_state` says whether a reply can be read yet.

    `trouble` is why the library could not be loaded, or, with `reader_state` "absent", why there is no reader.
    """

    library: var["Library | None"] = var(None)
    past: var[Sequence[PastSitting] | None] = var(None)
    reader_state: var[Literal["warming", "ready", "absent"]] = var("warming")
    trouble: var[AllycoachError | None] = var(None)

    finds_way_by: str | None = None
    """The id of the conversation model to find the way by; None is each person's own."""

    reading_delay: float = 0.25
    """Seconds of quiet typing before a draft is read."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.reader = LateReader()

    def meet(self, scenario: str) -> None:
        """Show what comes before a sitting with this person."""
        raise NotImplementedError

    def begin(self, scenario: str, mode: "Mode") -> None:
        """Start a new sitting."""
        raise NotImplementedError

    def go_on(self, sitting: str) -> None:
        """Continue an unfinished sitting."""
        raise NotImplementedError

    def go_back(self, sitting: str, there: "Elsewhere") -> None:
        """Open a sitting again at an earlier turn, or on another branch."""
        raise NotImplementedError

    def look_back(self, practice: "Practice") -> None:
        """From the talk to its debrief."""
        raise NotImplementedError

    def look_at(self, sitting: str) -> None:
        """Show the debrief of a past sitting."""
        raise NotImplementedError

    def go_home(self) -> None:
        """Back to the home screen, with the sittings as they are now."""
        raise NotImplementedError

    def action_help(self) -> None:
        """Show what keys do and signs mean."""
        raise NotImplementedError

    def tell(self, error: AllycoachError) -> None:
        """Say plainly what went wrong, what is kept and what to do."""
        raise NotImplementedError

    def saved(self, keeping: Callable[[], object]) -> bool:
        """Do something that writes to disk. False, and the trainee told, when it could not be written."""
        try:
            keeping()
        except AllycoachError as error:
            self.tell(error)
            return False
        return True


def when_reader_comes(screen: Screen[None], tell: Callable[[], None]) -> None:
    """Call `tell` once it is known whether there is a reader. An app keeps whoever watches it until what is watched changes again,
    so a screen that watched for what has happened already would never go from memory."""
    if isinstance(screen.app, Shell) and screen.app.reader_state == "warming":
        screen.watch(screen.app, "reader_state", tell, init=False)


class RoomShell(Shell):
    """What the screens of a room ask of the app besides."""

    def begin_room(self, scenario: str) -> None:
        """Start a sitting with a whole room."""
        raise NotImplementedError

    def look_back_together(self, room: "Room") -> None:
        """From the talk to the debrief for the room."""
        raise NotImplementedError

    def another_room(self) -> None:
        """Leave the sitting, with all that is kept of it, for the list of people."""
        raise NotImplementedError


class Keeping(Screen[None]):
    """A screen with something in progress that is kept when it is left."""

    async def settled(self) -> None:
        """Return once every key pressed so far has reached the draft."""
        raise NotImplementedError

    def keep(self) -> bool:
        """Keep what is unsent. False, and the trainee told, when it could not be written."""
        raise NotImplementedError


class Talking(Keeping):
    """A screen with a sitting in progress."""

    def change_mode(self, mode: "Mode") -> None:
        """Change how much the coach says, from now on."""
        raise NotImplementedError
