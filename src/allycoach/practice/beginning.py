"""What a new sitting begins with, the same for both faces."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allycoach.coaching.locked import check_open

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Earlier, Mode


@dataclass(frozen=True, slots=True)
class Beginning:
    """The id of a scenario, and how it is practised. `model` is the id of the conversation model when it is not the
    scenario's own, `earlier` what the person remembers of the visit before, `room` whether a whole room leads it."""

    scenario: str
    mode: "Mode"
    seed: int
    model: str | None = None
    earlier: "Earlier | None" = None
    room: bool = False

    def check(self, library: "Library") -> None:
        """For before there is a log, so that what cannot begin leaves none behind. Raises ContentError for an unknown
        scenario or model, Locked for a talk that is not open yet."""
        check_open(library.scenario(self.scenario), library)
        if self.model is not None:
            library.model(self.model)
