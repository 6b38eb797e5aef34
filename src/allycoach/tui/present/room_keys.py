"""The keys of a room: as many as fit at the foot, and all of them on one page."""

from typing import TYPE_CHECKING

from textual.content import Content

from .keyline import Keys
from .layout import hanging
from .marks import QUIET
from .note import KEY

if TYPE_CHECKING:
    from allycoach.practice.room import Room

_FIRST = (("enter", "type a line"), ("esc", "pause"), ("f9", "theme"), ("?", "keys"))
_SAID = (
    ("enter", "type a line"),
    ("m", "marks"),
    ("backspace", "step back"),
    ("s", "side by side"),
    ("f", "finish"),
    ("?", "keys"),
)
_LINES = (
    ("enter", "play"),
    ("n", "new line"),
    ("a-d", "one hand"),
    ("v", "type hands"),
    ("↑↓", "choose"),
    ("e", "edit"),
    ("x", "remove"),
    ("m", "marks"),
    ("?", "keys"),
)
_OVER = (("enter", "look back together"), ("m", "marks"), ("backspace", "step back"), ("?", "keys"))
_WRITING = (("enter", "keep"), ("esc", "close"))
_READ_ON = ("page down", "read on")


def foot(room: "Room", *, writing: bool = False, longer: bool = False) -> Keys:
    """The keys that matter now, most needed first; `longer` when what was said is longer than its part of the wall."""
    keys = _now(room, writing=writing)
    return (keys[0], _READ_ON, *keys[1:]) if longer else keys


def _now(room: "Room", *, writing: bool) -> tuple[tuple[str, str], ...]:
    if writing:
        return _WRITING
    if room.over:
        return _OVER
    if room.ballot.lines:
        return _LINES
    return _SAID if room.turn > 1 else _FIRST


_KEYS = (
    ("enter", "the next thing: write the first line, play the line marked ▸, look back at the end"),
    ("n", "another line (four at most); … alone is a silence"),
    ("a b c d", "one hand for that line; A B C D takes one away again"),
    ("v", "type the hands of all lines at once: 4 7 2"),
    ("↑ ↓", "choose a line yourself, as when lines are level"),
    ("e   x", "change the words of the line marked ▸; remove it"),
    ("m", "show or hide the marks on the last line, and the coach's thought"),
    ("backspace", "step back: the person has not heard it, its lines are there again, play another"),
    ("s", "both ways side by side; g goes on with the other one"),
    ("page up, down", "read on when something is longer than the wall"),
    ("f", "finish: look back together"),
    ("f12", "where real help is, for anybody here, outside the practice"),
    ("f9   esc   ctrl+q", "light or dark; pause; leave, with all kept"),
)


def key_page(width: int) -> Content:
    """All keys on one screen."""
    rows = [hanging(Content.styled(f" {key}".ljust(19), KEY), Content(words), width) for key, words in _KEYS]
    foot = "Letters on the wall too small? ctrl and + (or cmd and +) makes them larger in most terminals."
    return Content("\n").join([*rows, Content(""), Content.styled(foot, QUIET)])
