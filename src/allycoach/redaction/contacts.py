"""Contact details and numbers in a text: everything that has a shape of its own."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "place", "employer", "phone", "email", "postcode", "ni", "link", "date", "number"]


@dataclass(frozen=True, slots=True)
class Found:
    """Code points `start` to `end` of a text could say who somebody is."""

    start: int
    end: int
    kind: Kind


class Covered:
    """Which code points of a text are taken already."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def any_of(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) >= 0

    def take(self, start: int, end: int) -> bool:
        """Takes them; False when one of them was taken already, and then nothing changes."""
        if self.any_of(start, end):
            return False
        self._taken[start:end] = b"\1" * (end - start)
        return True


_AT = r"(?:@|\s?[\(\[]\s?at\s?[\)\]]\s?|\sat\s(?=[\w-]{1,63}\sdot\s))"
_DOT = r"(?:\.|\s?[\(\[]\s?dot\s?[\)\]]\s?|\sdot\s)"
_DIGIT = r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|hundred)"
_DATE = r"\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d{2}(?!\d)"

_SHAPES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("email", re.compile(rf"(?i)(?<![\w.+-])[\w.+'-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,4}}")),
    ("link", re.compile(r"(?i)\b(?:https?://|www\.)[^\s<>\"]{1,300}")),
    ("link", re.compile(r"(?i)(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,3}(?:com|co\.uk|org|net|uk|io|example)\b(?:/[^\s<>\"]{0,200})?")),
    ("link", re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{1,30}\b")),
    ("ni", re.compile(r"(?i)(?<!\w)[a-z]{2}[ .-]?(?:\d{2}[ .-]?){3}[a-d]\b")),
    ("postcode", re.compile(r"(?i)(?<!\w)[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[a-z]{2}\b")),
    ("postcode", re.compile(r"(?:(?<=\bin )|(?<=\bnear )|(?<=\bround )|(?<=\bpostcode ))[A-Z]{1,2}\d{1,2}[A-Z]?\b")),
    ("date", re.compile(rf"(?<!\d){_DATE}(?![ -]?\d)")),
    ("phone", re.compile(r"(?<![\w+])(?:\+\d{1,3}|\(?[0Oo])(?:[\s().-]{0,3}\d){8,12}(?!\d)")),
    ("phone", re.compile(rf"(?i)\b{_DIGIT}(?:[\s,-]{{1,3}}{_DIGIT}){{5,20}}\b")),
    ("number", re.compile(r"(?<!\w)\d(?:[ -]?\d){6,40}(?!\w)")),
    ("phone", re.compile(r"(?i)(?:(?<=\bnumber is )|(?<=\bnumber's )|(?<=\bring me on )|(?<=\bcall me on ))\d(?:[ -]?\d){4,6}\b")),
)  # fmt: skip

_ENDS = ".,;:!?)'’\""


def contacts(text: str) -> list[Found]:
    """Every one of them, in order; none lies over another."""
    covered, taken = Covered(len(text)), []
    for kind, shape in _SHAPES:
        for match in shape.finditer(text):
            end = match.start() + len(match[0].rstrip(_ENDS))
            if covered.take(match.start(), end):
                taken.append(Found(match.start(), end, kind))
    return sorted(taken, key=lambda one: one.start)
