"""`Name: words`, as people write it: who a line says is speaking."""

import re
from dataclasses import dataclass

from .said import LONGEST_NAME

# Every repeat is bounded: a line may be a megabyte of anything.
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_NAME = rf"(?P<name>[^\W\d_][^:\n]{{0,{LONGEST_NAME - 1}}}?)"
_TIME_FIRST = re.compile(rf"^(?:\[{_TIME}\]|\({_TIME}\)|{_TIME})(?:\s{{1,4}}[-–—])?(?:\s{{1,4}}|$)")
_TIME_APART = re.compile(rf"^(?:\[{_TIME}\]|\({_TIME}\)|{_TIME}(?:\s-->\s{_TIME})?$)\s{{0,4}}")
_LABEL = re.compile(rf"^{_NAME}\s{{0,2}}(?:\[{_TIME}\]|\({_TIME}\))?\s{{0,2}}:(?=\s|$)(?P<words>.*)$")
_HEADED = re.compile(rf"^{_NAME}\s{{1,8}}(?:\[{_TIME}\]|\({_TIME}\)|{_TIME})$")
_BOLD = re.compile(r"^(\*\*|__)([^*\n]{1,80}?)(:?)\1(:?)")
_SMALL = frozenset("of de da del di du la le van von der den bin ibn al el the and &".split())
_NO_NAMES = frozenset(("I", "I'm", "I’m", "I'd", "I’d", "I'll", "I’ll", "I've", "I’ve"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that begins with who is speaking. `headed` says that it is nothing but a name and a time, above the words;
    `small` that the name is written without a capital."""

    speaker: str
    words: str
    headed: bool

    @property
    def small(self) -> bool:
        return self.speaker[:1].islower()


def labelled(line: str) -> Labelled | None:
    """Who speaks, where the line says so: `Jo: words`, `[00:12] Jo: words`, `Jo (00:12): words`, or `Jo 00:12` alone."""
    plain = _BOLD.sub(r"\2\3\4", _TIME_FIRST.sub("", line.strip(), count=1))
    found = _LABEL.match(plain)
    headed = _HEADED.match(plain) if found is None else None
    match = found or headed
    if match is None or not _may_be_a_name(match["name"]):
        return None
    return Labelled(" ".join(match["name"].split()), found["words"].strip() if found else "", headed is not None)


def without_time(line: str) -> str:
    """The words of a line that goes on, without a time that stands apart from them; `10:30 suits me` keeps its own."""
    return _TIME_APART.sub("", line.strip(), count=1)


def _may_be_a_name(text: str) -> bool:
    """One word, or several that are written as a name is: `So what I mean` is none."""
    words = text.split()
    if len(words) == 1:
        return True
    capitals = all(word in _SMALL or not word.lstrip("(['\"’").islower() for word in words)
    return capitals and len(words) <= 6 and words[0] not in _NO_NAMES
