"""What worker threads bring back to the interface."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from allycoach.errors import AllycoachError

from .parts import OpenIntention, PastSitting

if TYPE_CHECKING:
    from allycoach.coaching.facts import Facts
    from allycoach.coaching.rounds import Round
    from allycoach.content.library import Library
    from allycoach.reading import Reader, Reading


@dataclass
class PastFound(Message):
    """Saved sittings, newest first; `whole` is False while there may be older ones."""

    past: Sequence[PastSitting]
    whole: bool = True


@dataclass
class IntentionFound(Message):
    intention: OpenIntention | None


@dataclass
class RoundsFound(Message):
    rounds: "Sequence[Round]"


@dataclass
class Reckoning(Message):
    """So many of so many sittings have been read."""

    done: int
    of: int


@dataclass
class FactsFound(Message):
    facts: "Sequence[Facts]"


@dataclass
class LibraryReady(Message):
    library: "Library"


@dataclass
class ReaderReady(Message):
    reader: "Reader"


@dataclass
class LoadingFailed(Message):
    """`what` could not be loaded."""

    what: str
    error: AllycoachError


@dataclass
class DraftRead(Message):
    """A reading of a draft, as an answer to what was said before turn `turn`. It may have come too late."""

    turn: int
    reading: "Reading"


@dataclass
class ReplyRead(Message):
    """A reading of a reply on its way."""

    turn: int
    reading: "Reading"


@dataclass
class LineRead(Message):
    """A reading of a line in a drill; `at` says for what item and step."""

    at: tuple[int, str]
    reading: "Reading"
