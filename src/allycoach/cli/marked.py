"""One reply with its marks: numbers and words say everything, colour only helps the eye."""

import sys

from rich.console import Console
from rich.text import Text

from allycoach.catalogue import _
from allycoach.reading import Flag, Move, Reading, Strength
from allycoach.signs import visible
from allycoach.spoken import flag_name, flag_said, move_name

_STYLES = {Strength.NOTE: "yellow", Strength.NOTICE: "yellow", Strength.STRONG: "bold red"}


def print_reading(reading: Reading, *, explain: bool) -> None:
    """Prints the reply with numbers after the flagged words, then what each is about, then the moves."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.print(_numbered(reading))
    console.print()
    for number, flag in enumerate(reading.flags, 1):
        console.print(_flag_line(number, flag, reading, explain=explain))
    if not reading.flags:
        console.print(_("Nothing here asks for a second look."))
    for move in reading.moves:
        line = _move_line(move, reading, explain=explain)
        if line is not None:
            console.print(line)
    if explain:
        _explain(console, reading)


def _numbered(reading: Reading) -> Text:
    text = Text(visible(reading.text))
    for flag in reading.flags:
        text.stylize(f"{_STYLES[flag.strength]} underline", flag.start, flag.end)
    for number, flag in sorted(enumerate(reading.flags, 1), key=lambda each: (each[1].end, each[0]), reverse=True):
        text = text[: flag.end] + Text(f"[{number}]", style=_STYLES[flag.strength]) + text[flag.end :]
    return text


def _flag_line(number: int, flag: Flag, reading: Reading, *, explain: bool) -> Text:
    name, said = flag_name(flag, reading), visible(flag_said(flag, reading))
    rule = f" ({flag.rule})" if explain else ""
    head = Text(f"[{number}] {flag.strength.value}: {name}", style=_STYLES[flag.strength])
    return head + Text(said.removeprefix(name) + rule, style="default")


def _move_line(move: Move, reading: Reading, *, explain: bool) -> Text | None:
    name = move_name(move) or (move.subtype if explain else "")
    if not name:
        return None
    form = f", {move.form.value}" if move.form and explain else ""
    rule = f" ({move.rule})" if explain and move.rule else ""
    return Text(
        _('Heard: {name}{form}, "{text}"{rule}').format(
            name=name, form=form, text=visible(reading.text[move.start : move.end].strip()), rule=rule
        )
    )


def _explain(console: Console, reading: Reading) -> None:
    for one in reading.overruled:
        words = visible(reading.text[one.start : one.end])
        console.print(
            _('Set aside: {kind}, "{words}" ({rule}), because of {by}').format(
                kind=one.kind, words=words, rule=one.rule, by=one.by
            )
        )
    console.print(_("Rules {rules}, pipeline {pipeline}").format(rules=reading.rules, pipeline=reading.pipeline))
