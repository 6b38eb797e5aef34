"""The line under the draft, whatever it has to say just now. It is always one line, so that nothing moves."""

from dataclasses import dataclass
from typing import Literal

from textual.content import Content

from allycoach.catalogue import _
from allycoach.reading import Reading
from allycoach.tui.commands import NAMES, Command

from .legend import legend, saying
from .note import KEY, keys
from .tones import GOOD


@dataclass(frozen=True, slots=True)
class Foot:
    """What matters for the line: `said` is something the face has just said, `reading` the last reading of the draft in
    a mode that shows it, `going` whether a reply is on its way, `choosing` how many phrases numbers take now, `written`
    whether there is anything in the draft."""

    reader: Literal["warming", "ready", "absent"] = "ready"
    going: bool = False
    said: str = ""
    command: Command | None = None
    rewriting: bool = False
    choosing: int = 0
    written: bool = False
    reading: Reading | None = None


def line(state: Foot, width: int) -> Content:
    """The most pressing thing to say, in `width` cells."""
    return _words(state, width).truncate(max(width, 1), ellipsis=True)


def _words(state: Foot, width: int) -> Content:
    if state.command is not None:
        return Content.assemble(("enter", KEY), f": {NAMES[state.command]}")
    if state.going and state.reader == "warming":
        return saying(_("The analyser is warming up; this goes by itself in a moment. esc takes it back"))
    if state.said:
        return saying(state.said)
    if state.choosing:
        pairs = [(f"1-{state.choosing}" if state.choosing > 1 else "1", _("takes a phrase")), ("0", _("your own"))]
        return keys(*pairs, *([("enter", _("sends what is here"))] if state.written else []))
    if state.reading is not None and state.reading.flags:
        return legend(state.reading, width)
    if state.reader == "absent":
        return saying(_("The analyser is missing, so replies cannot be answered. esc leaves"), look=True)
    if state.reader == "warming":
        return saying(_("analyser warming up; you can write already"))
    if state.rewriting:
        return Content.styled(_("Your way. enter shows phrases beside it; esc goes on without"), GOOD)
    return legend(state.reading, width) if state.reading is not None else Content("")
