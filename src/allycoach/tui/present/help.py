"""The help page."""

from textual.content import Content

from allycoach.catalogue import _

from .layout import hanging
from .note import KEY
from .tones import GOOD, LOOK, QUIET

_WRITING = (
    ("enter", _("send your reply")),
    ("ctrl+j", _("a new line (shift+enter or alt+enter too, where the terminal passes them on)")),
    (_("page up, down"), _("read back in the talk")),
    ("ctrl+z", _("undo")),
)

_ANY_TIME = (
    ("f2", _("pin this moment, to find it again when you look back")),
    ("f3", _("wait in silence: they may go on by themselves; your draft stays")),
    ("f4", _("where am I in the questions: your own answer first, then the coach's, and why")),
    ("ctrl+t", _("go back to a turn and try it again; other ways that it went, side by side")),
    ("f12", _("where real help is, for you, outside the practice")),
    ("esc", _("step back from what is open; with nothing open, pause or stop")),
    ("ctrl+l", _("hide the screen from whoever looks over your shoulder; any key shows it again")),
    ("f9", _("light or dark")),
    ("ctrl+p", _("all commands: people, past sittings, modes, themes")),
    ("ctrl+q", _("leave; everything is kept, your draft too")),
)

_HOME = (
    ("enter", _("the row that is marked; at first that is the one thing proposed")),
    ("/", _("find a person, a drill or a past sitting by typing a part of it")),
    ("d, c, p, a", _("drills, cards, progress, all past sittings")),
    (_("1 to 9"), _("a person by number")),
    ("y, n, l", _("answer what is asked there: yes, no, later")),
)

_DRILL = (
    ("enter", _("look at your line; once you have seen what came of it, the next one")),
    (_("h enter, or f2"), _("a hint")),
    (_("r enter, or f6"), _("your last line again, to write it another way")),
    (_("n enter, or f8"), _("pass on to the next one")),
    ("esc", _("leave; all you wrote is kept")),
)

_NOTE = (
    (_("r enter, or f6"), _("try again in your own words; then phrases are shown beside yours")),
    (_("p enter, or f5"), _("phrases others use to come back; 1 to 3 takes one, 0 keeps your own")),
    (_("w enter, or f7"), _("why the coach says this, and why this one")),
    (_("x enter, or f8"), _("not so: set it aside, with a reason if you like")),
)

_SIGNS = (
    ("↺", _("you gave back what you heard"), GOOD),
    ("~", _("a question that leaves room"), GOOD),
    ("+", _("affirms, supports, asks first, or leaves the choice with them"), GOOD),
    ("↩", _("you came back after a slip"), GOOD),
    ("?", _("look again at the form of a question"), LOOK),
    ("!", _("look again at what these words do"), LOOK),
    ("!!", _("a promise that cannot be kept"), LOOK),
    ("·", _("neither here nor there"), QUIET),
    ("•", _("in quiet mode: something to look at later"), QUIET),
    ("×", _("you said: not so"), QUIET),
)


def page(width: int) -> Content:
    """Keys and signs, in lines of `width` cells."""
    parts = [
        Content(
            _(
                "You practise a talk with someone made up. They answer to how you speak with them. "
                "Nobody sees it but you, and slips are what it is for."
            )
        ),
        _section(_("Writing"), _rows(_WRITING, width)),
        _section(_("When the coach has a thought"), _rows(_NOTE, width)),
        Content(
            _(
                "Letters you type always go into your reply, so no first letter is ever lost. A single letter with enter "
                "is a command only while a thought is showing, and ? with enter always opens this page. "
                "Numbers act only while phrases are showing and you have not touched your draft since."
            )
        ),
        _section(_("At any time"), _rows(_ANY_TIME, width)),
        _section(_("At home"), _rows(_HOME, width)),
        _section(_("In a drill"), _rows(_DRILL, width)),
        _section(
            _("Signs"),
            Content("\n").join(_row(sign, words, f"{style} bold", 6, width) for sign, words, style in _SIGNS),
        ),
        Content(_("A sign is a reason to look again, and it can be wrong. This is a practice record, not assessment.")),
    ]
    return Content("\n\n").join(parts)


def _section(name: str, body: Content) -> Content:
    return Content.styled(name, "bold") + "\n" + body


def _rows(rows: tuple[tuple[str, str], ...], width: int) -> Content:
    return Content("\n").join(_row(key, words, KEY, 22, width) for key, words in rows)


def _row(key: str, words: str, style: str, column: int, width: int) -> Content:
    return hanging(Content.styled(f"  {key}".ljust(column), style), Content(words), width)
