"""The keys of a room: as many as fit at the foot, and all of them on one page."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _

from .keyline import Keys
from .layout import hanging
from .note import KEY
from .tones import QUIET

if TYPE_CHECKING:
    from allycoach.practice.room import Room

_FIRST = (("enter", _("type a line")), ("esc", _("pause")), ("f9", _("theme")), ("?", _("keys")))
_SAID = (
    ("enter", _("type a line")),
    ("m", _("marks")),
    ("backspace", _("step back")),
    ("s", _("side by side")),
    ("f", _("finish")),
    ("?", _("keys")),
)
_LINES = (
    ("enter", _("play")),
    ("n", _("new line")),
    ("a-d", _("one hand")),
    ("v", _("type hands")),
    ("↑↓", _("choose")),
    ("e", _("edit")),
    ("x", _("remove")),
    ("m", _("marks")),
    ("?", _("keys")),
)
_OVER = (("enter", _("look back together")), ("m", _("marks")), ("backspace", _("step back")), ("?", _("keys")))
_WRITING = (("enter", _("keep")), ("esc", _("close")))
_READ_ON = (_("page down"), _("read on"))


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
    ("enter", _("the next thing: write the first line, play the line marked ▸, look back at the end")),
    ("n", _("another line (four at most); … alone is a silence")),
    ("a b c d", _("one hand for that line; A B C D takes one away again")),
    ("v", _("type the hands of all lines at once: 4 7 2")),
    ("↑ ↓", _("choose a line yourself, as when lines are level")),
    ("e   x", _("change the words of the line marked ▸; remove it")),
    ("m", _("show or hide the marks on the last line, and the coach's thought")),
    ("backspace", _("step back: the person has not heard it, its lines are there again, play another")),
    ("s", _("both ways side by side; g goes on with the other one")),
    (_("page up, down"), _("read on when something is longer than the wall")),
    ("f", _("finish: look back together")),
    ("f12", _("where real help is, for anybody here, outside the practice")),
    (_("f9   esc   ctrl+q"), _("light or dark; pause; leave, with all kept")),
)


def key_page(width: int) -> Content:
    """All keys on one screen."""
    rows = [hanging(Content.styled(f" {key}".ljust(19), KEY), Content(words), width) for key, words in _KEYS]
    foot = _("Letters on the wall too small? ctrl and + (or cmd and +) makes them larger in most terminals.")
    return Content("\n").join([*rows, Content(""), Content.styled(foot, QUIET)])
