"""Turns to go back to, branches, and two attempts side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.attempts import compare, more_open
from allycoach.signs import one_line, visible

from .marks import in_a_row, marked, signs
from .note import KEY
from .tones import QUIET

if TYPE_CHECKING:
    from allycoach.conversation.sitting import Branch, Sitting, Turn

SIDE_BY_SIDE_FROM = 72
"""Cells from which two columns can be read."""
_GAP = 3


def rows(sitting: "Sitting", *, compare_only: bool = False) -> Iterator[tuple[str, Content]]:
    """An id and a row for each place to go to, or for each other attempt to look at alone."""
    for turn in () if compare_only else reversed(sitting.turns):
        said = Content.assemble(
            (_("before turn {turn}  ").format(turn=turn.reply.turn), KEY), (f"“{one_line(turn.reply.text)}”", QUIET)
        )
        yield f"back:{turn.reply.turn}", said
    for branch in sitting.branches:
        turns = many("1 turn", "{n} turns", len(branch.turns)).format(n=len(branch.turns))
        about = _("{name}  {turns}, left at turn {turn}").format(
            name=one_line(branch.name), turns=turns, turn=branch.turn
        )
        if not compare_only:
            yield f"take:{branch.name}", Content.assemble((_("go on with  "), KEY), about)
        yield f"compare:{branch.name}", Content.assemble((_("side by side  "), KEY), one_line(branch.name))


def compared_heading(name: str) -> Content:
    return Content.assemble((f"{one_line(name)}", "bold"), (_(" beside the talk as it is now"), QUIET))


def compared(sitting: "Sitting", branch: "Branch", width: int, *, marks: bool = True) -> Content:
    """Both from the turn where they part: the other way left or above, this one right or below."""
    found = compare(branch, sitting)
    person = one_line(sitting.started.person)
    blocks = (
        [Content.styled(_("The same up to turn {turn}.").format(turn=len(found.shared)), QUIET)] if found.shared else []
    )
    for pair in found.pairs:
        heading = Content.styled(_("Turn {turn}").format(turn=pair.turn), "bold")
        first, second = _attempt(pair.first, person, marks=marks), _attempt(pair.second, person, marks=marks)
        if width >= SIDE_BY_SIDE_FROM:
            body = _columns(first, second, (width - _GAP) // 2)
        else:
            names = (f"{one_line(branch.name)}: ", _("now: "))
            body = Content("\n").join(
                Content.styled(name, KEY) + attempt for name, attempt in zip(names, (first, second), strict=True)
            )
        blocks.append(heading + "\n" + body)
    which = more_open(one_line(branch.name), found, person)
    return Content("\n\n").join([*blocks, *([Content.styled(which, QUIET)] if which else [])])


def _attempt(turn: "Turn | None", person: str, *, marks: bool) -> Content:
    if turn is None:
        return Content.styled(_("nothing more was said"), QUIET)
    reading = turn.reply.reading
    parts = [Content.assemble((_("You  "), "$you"), marked(turn.reply.text, reading.flags if marks else ()))]
    seen = in_a_row(signs(reading.moves, reading.flags, reading), quotes=False) if marks else None
    if seen:
        parts.append(seen)
    if turn.answer is not None:
        parts.append(Content.assemble((f"{person}  ", "$person"), visible(turn.answer.text)))
    return Content("\n").join(parts)


def _columns(left: Content, right: Content, width: int) -> Content:
    """Two texts beside each other, each wrapped to `width` cells."""
    lefts, rights = _wrapped(left, width), _wrapped(right, width)
    lines = []
    for number in range(max(len(lefts), len(rights))):
        one = lefts[number] if number < len(lefts) else Content("")
        other = rights[number] if number < len(rights) else Content("")
        lines.append(one.pad_right(max(width - one.cell_length, 0) + _GAP) + other)
    return Content("\n").join(lines)


def _wrapped(text: Content, width: int) -> list[Content]:
    return [line for part in text.split("\n", allow_blank=True) for line in part.wrap(width)]
