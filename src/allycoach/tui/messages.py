"""What worker threads bring back to the interface."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from allycoach.errors import AllycoachError
from allycoach.reading import Reading

from .parts import PastSitting

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.reading import Reader


@dataclass
class PastFound(Message):
    past: Sequence[PastSitting]


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
    reading: Reading


@dataclass
class ReplyRead(Message):
    """A reading of a reply on its way."""

    turn: int
    reading: Reading
