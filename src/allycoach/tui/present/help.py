"""The help page."""

from textual.content import Content

from .layout import hanging
from .marks import GOOD, LOOK, QUIET
from .note import KEY

_WRITING = (
    ("enter", "send your reply"),
    ("ctrl+j", "a new line (shift+enter or alt+enter too, where the terminal passes them on)"),
    ("page up, down", "read back in the talk"),
    ("ctrl+z", "undo"),
)

_ANY_TIME = (
    ("f2", "pin this moment, to find it again when you look back"),
    ("f3", "wait in silence: they may go on by themselves; your draft stays"),
    ("f4", "where am I in the questions: your own answer first, then the coach's, and why"),
    ("ctrl+t", "go back to a turn and try it again; other ways that it went, side by side"),
    ("f12", "where real help is, for you, outside the practice"),
    ("esc", "step back from what is open; with nothing open, pause or stop"),
    ("ctrl+l", "hide the screen from whoever looks over your shoulder; any key shows it again"),
    ("f9", "light or dark"),
    ("ctrl+p", "all commands: people, past sittings, modes, themes"),
    ("ctrl+q", "leave; everything is kept, your draft too"),
)

_HOME = (
    ("enter", "the row that is marked; at first that is the one thing proposed"),
    ("/", "find a person, a drill or a past sitting by typing a part of it"),
    ("d, c, p, a", "drills, cards, progress, all past sittings"),
    ("1 to 9", "a person by number"),
    ("y, n, l", "answer what is asked there: yes, no, later"),
)

_DRILL = (
    ("enter", "look at your line; once you have seen what came of it, the next one"),
    ("h enter, or f2", "a hint"),
    ("r enter, or f6", "your last line again, to write it another way"),
    ("n enter, or f8", "pass on to the next one"),
    ("esc", "leave; all you wrote is kept"),
)

_NOTE = (
    ("r enter, or f6", "try again in your own words; then phrases are shown beside yours"),
    ("p enter, or f5", "phrases others use to come back; 1 to 3 takes one, 0 keeps your own"),
    ("w enter, or f7", "why the coach says this, and why this one"),
    ("x enter, or f8", "not so: set it aside, with a reason if you like"),
)

_SIGNS = (
    ("↺", "you gave back what you heard", GOOD),
    ("~", "a question that leaves room", GOOD),
    ("+", "affirms, supports, asks first, or leaves the choice with them", GOOD),
    ("↩", "you came back after a slip", GOOD),
    ("?", "look again at the form of a question", LOOK),
    ("!", "look again at what these words do", LOOK),
    ("!!", "a promise that cannot be kept", LOOK),
    ("·", "neither here nor there", QUIET),
    ("•", "in quiet mode: something to look at later", QUIET),
    ("×", "you said: not so", QUIET),
)


def page(width: int) -> Content:
    """Keys and signs, in lines of `width` cells."""
    parts = [
        Content(
            "You practise a talk with someone made up. They answer to how you speak with them. "
            "Nobody sees it but you, and slips are what it is for."
        ),
        _section("Writing", _rows(_WRITING, width)),
        _section("When the coach has a thought", _rows(_NOTE, width)),
        Content(
            "Letters you type always go into your reply, so no first letter is ever lost. A single letter with enter "
            "is a command only while a thought is showing, and ? with enter always opens this page. "
            "Numbers act only while phrases are showing and you have not touched your draft since."
        ),
        _section("At any time", _rows(_ANY_TIME, width)),
        _section("At home", _rows(_HOME, width)),
        _section("In a drill", _rows(_DRILL, width)),
        _section(
            "Signs",
            Content("\n").join(_row(sign, words, f"{style} bold", 6, width) for sign, words, style in _SIGNS),
        ),
        Content("A sign is a reason to look again, and it can be wrong. This is a practice record, not assessment."),
    ]
    return Content("\n\n").join(parts)


def _section(name: str, body: Content) -> Content:
    return Content.styled(name, "bold") + "\n" + body


def _rows(rows: tuple[tuple[str, str], ...], width: int) -> Content:
    return Content("\n").join(_row(key, words, KEY, 22, width) for key, words in rows)


def _row(key: str, words: str, style: str, column: int, width: int) -> Content:
    return hanging(Content.styled(f"  {key}".ljust(column), style), Content(words), width)
