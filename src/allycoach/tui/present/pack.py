"""A pack on the wall: where it is, how much time is left, what to do and what to say."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.pack_words import KINDS, items, minutes_said, notes, time_said, used
from allycoach.signs import one_line

from .elapsed import clock_face
from .home import columns
from .layout import hanging
from .note import keys
from .tones import GOOD, LOOK, QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allycoach.coaching.pack_words import Note
    from allycoach.content.library import Library
    from allycoach.content.schema.pack import Part
    from allycoach.practice.pack_run import PackRun

NAMES = 10
"""Cells for what a line is."""

WIDTH_OF_KEYS = 74


@dataclass(frozen=True, slots=True)
class Showing:
    """What is out: the answer notes, and whether the facilitator's notes are off the wall."""

    answers: bool = False
    wall: bool = False


def title(run: "PackRun", width: int) -> Content:
    at = _("the end") if run.over else _("part {number} of {of}").format(number=run.number, of=len(run.pack.parts))
    return columns(Content.styled(one_line(run.pack.title), "bold"), at, width)


def digits(run: "PackRun") -> str:
    """The time left as large figures; what is over has a plus before it."""
    if run.over:
        return ""
    left = run.left()
    return clock_face(left) if left > timedelta() else f"+{clock_face(-left)}"


def clock(run: "PackRun") -> Content:
    """Three lines beside the figures: how it stands in words, and when it all ends."""
    if run.over:
        return Content("")
    sign, style = {"in time": ("", "bold"), "nearly": ("! ", LOOK), "over": ("!! ", LOOK)}[run.pace()]
    said = {"in time": "", "nearly": _("Nearly: "), "over": _("Time to go on: ")}[run.pace()]
    first = Content.styled(f"{sign}{said}{time_said(run.left())}", f"{style} bold".strip())
    if not run.going:
        word = _("The clock stands still") if run.begun else _("Not started yet")
        first = Content.assemble((f"‖ {word}", f"{LOOK} bold"), (f", {time_said(run.left())}", ""))
    second = Content.styled(_("of {minutes} for this part").format(minutes=minutes_said(run.minutes)), QUIET)
    third = Content.styled(_("it all ends at {time}").format(time=f"{run.ends():%H:%M}"), QUIET)
    return Content("\n").join([first, second, third])


def body(run: "PackRun", shelf: "Library", showing: Showing, width: int) -> Content:
    part = run.part
    heading = Content.styled(one_line(part.title), "bold underline") + Content.styled(f"   {KINDS[part.kind]}", QUIET)
    task = hanging(_name(_("Task"), "$person bold"), Content.styled(one_line(part.task), "bold"), width)
    blocks = [heading + "\n" + task] if showing.wall else [heading, task]
    if not showing.wall:
        blocks += [
            block for block in (_lines(_("Do"), part.do, width), _lines(_("Say"), _quoted(part.say), width)) if block
        ]
        blocks += _uses(part, shelf, width)
    blocks += _cards(part, shelf, width)
    if not showing.wall:
        blocks += _answers(tuple(notes(part, shelf)), showing, width)
    return Content("\n\n").join(blocks)


def over(run: "PackRun") -> Content:
    took = minutes_said(round(run.spent().total_seconds() / 60))
    return Content("\n\n").join(
        [
            Content.styled(_("That is the end."), "bold"),
            Content.assemble((_("To take away: "), QUIET), (one_line(run.pack.take_away), "$person bold")),
            Content(
                _("It took {took}; {minutes} were planned.").format(took=took, minutes=minutes_said(run.pack.minutes))
            ),
            Content.styled(_("Practice record, not assessment."), QUIET),
            keys(("b", _("back to the last part")), ("esc", _("leave"))),
        ]
    )


def first_words(run: "PackRun") -> Content:
    """Once, before the clock has run."""
    things = [one_line(each) for each in run.pack.bring]
    bring = [Content.assemble((_("To have ready: "), QUIET), " ".join(things))] if things else []
    aims = Content.assemble((_("By the end: "), QUIET), " ".join(one_line(aim) for aim in run.pack.aims))
    return Content("\n\n").join([*bring, aims, Content.styled(_("space starts the clock"), "$you bold")])


def _uses(part: "Part", shelf: "Library", width: int) -> list[Content]:
    uses = used(part, shelf)
    if uses is None:
        return []
    if uses.missing:
        return [hanging(_name(_("Uses"), LOOK), Content.styled(f"! {one_line(uses.words)}", LOOK), width)]
    words = Content.assemble(
        one_line(uses.words), (_("  o opens it"), "$you"), (_(", ctrl+q there leads back here"), QUIET)
    )
    return [hanging(_name(_("Uses")), words, width)]


def _cards(part: "Part", shelf: "Library", width: int) -> list[Content]:
    """What is on the paper cards, for a room without a printer."""
    found = []
    for number, item in enumerate(items(part, shelf), 1):
        said = Content.assemble((f"{number}  ", QUIET), f"“{one_line(item.person)}”")
        given = Content.assemble("\n", (f"   {one_line(item.given)}", QUIET)) if item.given else Content("")
        found.append(hanging(_name(_("They say") if number == 1 else ""), said + given, width))
    return [Content("\n").join(found)] if found else []


def _answers(known: "Sequence[Note]", showing: Showing, width: int) -> list[Content]:
    if not known:
        return []
    if not showing.answers:
        hidden = many("1 note, hidden  ", "{n} notes, hidden  ", len(known)).format(n=len(known))
        return [
            Content.styled(_("Answers").ljust(NAMES), QUIET)
            + Content.styled(hidden, QUIET)
            + keys(("a", _("shows them")))
        ]
    return [Content.styled(_("Answers"), "bold"), *(_note(note, width) for note in known)]


def _note(note: "Note", width: int) -> Content:
    lines = [hanging(_name(_("They say")), Content(one_line(note.person)), width)] if note.person else []
    if note.poor:
        lines.append(hanging(_name(_("! closes"), LOOK), Content.styled(one_line(note.poor), LOOK), width))
    lines += [hanging(_name(_("~ opens"), GOOD), Content.styled(one_line(good), GOOD), width) for good in note.good]
    if note.why:
        lines.append(hanging(_name(""), Content.styled(one_line(note.why), QUIET), width))
    return Content("\n").join(lines)


def _lines(name: str, said: "Sequence[str]", width: int) -> Content | None:
    rows = [
        hanging(_name(name if not number else ""), Content(f"· {one_line(each)}"), width)
        for number, each in enumerate(said)
    ]
    return Content("\n").join(rows) if rows else None


def _quoted(said: "Sequence[str]") -> "Sequence[str]":
    return [f"“{one_line(each)}”" for each in said]


def _name(word: str, style: str = QUIET) -> Content:
    return Content.styled(word.ljust(NAMES), style)


_KEYS = (
    ("space", _("start the clock, or stop it")),
    ("enter", _("the next part; its clock goes on at once")),
    ("b", _("back to the part before, with the time that was left of it")),
    ("+", _("a minute more for this part")),
    ("a", _("answer notes, shown or hidden")),
    ("w", _("only the task on the wall; your notes go")),
    ("o", _("open the drill or the person of this part; ctrl+q there leads back here, and the clock has gone on")),
    (_("up, down"), _("read on")),
    ("f9", _("light or dark")),
    ("esc", _("leave")),
)


def all_keys() -> Content:
    rows = [
        hanging(Content.styled(key.ljust(NAMES + 2), "$you bold"), Content(words), WIDTH_OF_KEYS)
        for key, words in _KEYS
    ]
    return Content("\n").join(rows)
