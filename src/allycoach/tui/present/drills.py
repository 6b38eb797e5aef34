"""Drills: the list of them, and a round as it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.drilling import LEVELS
from allycoach.signs import one_line, visible

from .elapsed import when
from .home import EMPHASIS, columns
from .layout import cut, hanging
from .note import keys
from .tones import GOOD, LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.content.schema.drill import Drill, Level
    from allycoach.practice.drill_round import DrillRound, Response

NAMES = 9
"""Cells for who says a line."""


def level_line(level: "Level") -> Content:
    """All three levels, the chosen one with a sign."""
    shown = (
        Content.assemble(
            (f"{number} ", "$you bold"),
            (f"{'●' if number == level else '○'} {words}", "" if number == level else QUIET),
        )
        for number, words in LEVELS.items()
    )
    return Content.styled(_("Level  "), "bold") + Content("   ").join(shown)


def drill_row(drill: "Drill", times: Sequence[datetime], now: datetime, width: int) -> Content:
    """Two lines: title, minutes and how often it was done; then what it is about, cut to the width."""
    done = _(" · done {n}×, last {when}").format(n=len(times), when=when(max(times), now)) if times else ""
    title = columns(
        Content.styled(one_line(drill.title), EMPHASIS),
        _("{minutes} min{done}").format(minutes=drill.minutes, done=done),
        width,
    )
    return title + "\n" + cut(Content.styled(one_line(drill.about), QUIET), width)


def title(drill: "Drill") -> Content:
    return Content.assemble(_("Drill: "), (one_line(drill.title), EMPHASIS))


def status(going: "DrillRound", begun: bool) -> Content:
    """Where the end is."""
    of = len(going.items)
    at = _("{number} of {of}").format(number=min(going.number, of), of=of) if begun else _("{of} of them").format(of=of)
    return Content.styled(_("level {level} · {at}").format(level=going.level, at=at), QUIET)


@dataclass(frozen=True, slots=True)
class Shown:
    """What has come of the item so far: the slip made on purpose, where it has two steps, the last line, and whether
    the hint is out."""

    slip: "Response | None" = None
    last: "Response | None" = None
    hint: bool = False


def pair(drill: "Drill", width: int) -> Content:
    """The skill shown once before it is tried."""
    shown = drill.pair
    return Content("\n\n").join(
        [
            Content(visible(drill.about)),
            Content("\n").join(
                [
                    _said(_("They say"), one_line(shown.person), "$person bold", width),
                    _said(_("! closes"), one_line(shown.poor), LOOK, width),
                    _said(_("~ opens"), one_line(shown.good), GOOD, width),
                ]
            ),
            Content.styled(visible(shown.why), QUIET),
        ]
    )


def item(going: "DrillRound", shown: Shown, width: int) -> Content:
    """The item at hand, with what came of it."""
    here = going.item
    blocks = [Content.styled(visible(here.setting), QUIET)] if here.setting else []
    said = [_said(_("They say"), one_line(here.person), "$person bold", width)]
    said += [_said(_("A line"), one_line(here.given), "", width)] if here.given else []
    blocks.append(Content("\n").join(said))
    if shown.slip is not None:
        blocks += [_answer(shown.slip, width), _said(_("They say"), one_line(going.person_says), "$person bold", width)]
    blocks.append(_said(_("To do"), visible(going.step.ask), "bold", width))
    if shown.hint and here.hint:
        blocks.append(_said(_("Hint"), visible(here.hint), QUIET, width))
    if shown.last is not None:
        blocks.append(_answer(shown.last, width))
        blocks += [_others(shown.last, width)] if shown.last.others else []
    return Content("\n\n").join(blocks)


def over(going: "DrillRound", written: int) -> Content:
    """The end of the round."""
    return Content("\n\n").join(
        [
            Content.styled(_("That is the round: {n} of {n}.").format(n=len(going.items)), "bold"),
            Content(
                many("You wrote 1 line. All of it is kept.", "You wrote {n} lines. All of it is kept.", written).format(
                    n=written
                )
            ),
            Content.styled(_("Practice record, not assessment."), QUIET),
            keys(("enter", _("home")), ("a", _("another round")), ("d", _("other drills"))),
        ]
    )


def _answer(response: "Response", width: int) -> Content:
    sign, style = ("✓", GOOD) if response.met else ("›", LOOK)
    mine = hanging(Content.styled(_("You").ljust(NAMES), "$you"), Content(visible(response.text)), width)
    return (
        mine + "\n" + hanging(Content(" " * (NAMES - 2)) + Content.styled(f"{sign} ", style), _styled(response), width)
    )


def _styled(response: "Response") -> Content:
    return Content.styled(visible(response.said), GOOD if response.met else LOOK)


def _others(response: "Response", width: int) -> Content:
    lines = [Content.styled(_("Beside yours, three others:"), QUIET)]
    lines += [hanging(Content(" " * (NAMES - 2) + "· "), Content(visible(each)), width) for each in response.others]
    return Content("\n").join(lines)


def _said(who: str, words: str, style: str, width: int) -> Content:
    name = "$person" if who == "They say" else QUIET
    return hanging(Content.styled(who.ljust(NAMES), name), Content.styled(words, style), width)
