"""What the field at the foot of the wall is open for, and what becomes of what is typed there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.content import Content

from allycoach.typed import numbers_in

from .present import room as present

if TYPE_CHECKING:
    from allycoach.practice.room import Room


@dataclass(frozen=True, slots=True)
class RoomField:
    """`text` is what stands in it at first, `at` the line whose words are changed."""

    what: Literal["line", "words", "hands"]
    heading: Content
    text: str = ""
    at: int = 0

    @classmethod
    def for_line(cls, room: "Room", text: str) -> "RoomField":
        return cls("line", present.asking_line(room), text)

    @classmethod
    def for_words(cls, room: "Room", at: int) -> "RoomField":
        return cls("words", present.asking_words(room.ballot.letters[at]), room.ballot.lines[at].text, at)

    @classmethod
    def for_hands(cls, room: "Room") -> "RoomField":
        return cls("hands", present.asking_hands(room))

    def take(self, room: "Room", text: str) -> bool:
        """Put what was typed where it belongs; True while one more line may follow. ValueError says what is wrong with
        it, NotSaved that the disk refused, and then nothing has changed."""
        if not text.strip():
            return False
        if self.what == "hands":
            room.count(numbers_in(text))
        elif self.what == "words":
            room.change(self.at, text)
        else:
            room.propose(text)
            return not room.ballot.full
        return False
