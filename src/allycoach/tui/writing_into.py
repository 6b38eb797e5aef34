"""Writing into a sitting that is looked back at: the one just talked through, or one opened for a moment."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from allycoach.conversation.sitting import Sitting, fold
from allycoach.practice.looking_back import LookingBack

if TYPE_CHECKING:
    from .parts import Parts


class WritingInto:
    """`looking` is the practice that has just ended and still holds its log; without it the log of `sitting` is opened
    for each thing written and closed again, so that looking alone never locks a sitting."""

    def __init__(self, parts: "Parts", sitting: Sitting, looking: LookingBack | None = None) -> None:
        self._parts = parts
        self._looking = looking
        self.sitting = sitting

    def write(self, act: Callable[[LookingBack], None]) -> None:
        """Do something that writes one event. Raises NotSaved, or SittingUnreadable when it can no longer be opened."""
        if self._looking is not None:
            act(self._looking)
            self.sitting = self._looking.sitting
            return
        name = self.sitting.started.sitting
        log = self._parts.open_log(name)
        try:
            looking = LookingBack(fold(self._parts.events(name)), log=log, clock=self._parts.clock)
            act(looking)
        finally:
            log.close()
        self.sitting = looking.sitting
