"""Packs: the list of them, and one as it runs, on the wall or in lines."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.signs import one_line

from .lists import failure_lines
from .shelves import library, now

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.pack import Pack, Part
    from allycoach.reports.pack import Sheets

_HUNG_UP = 129
"""Exit status of a program whose terminal has gone."""


def packs_lines(content: Path | None) -> Iterator[str]:
    """One pack a line, the shortest first."""
    shelf = library(content)
    for pack in sorted(shelf.packs.values(), key=lambda one: (one.minutes, one.title, one.id)):
        yield _("{id}: {title}, {minutes} minutes. {for_whom}").format(
            id=pack.id, title=one_line(pack.title), minutes=pack.minutes, for_whom=one_line(pack.for_whom)
        )
    if shelf.packs:
        yield _("To run one: allycoach pack run ID. On paper: allycoach pack print ID.")
    else:
        yield _("There are no packs. `allycoach check` says what is wrong.")
    yield from failure_lines(shelf)


def run_pack(name: str, content: Path | None, *, plain: bool, answers: bool) -> int:
    """A pack as it runs; the exit status. Raises AllycoachError."""
    shelf = library(content)
    pack = shelf.pack(name)
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        _print_plan(pack, shelf, answers=answers)
        return 0
    return _in_lines(pack, shelf, content) if plain else _full_screen(pack, shelf, content)


def _print_plan(pack: "Pack", shelf: "Library", *, answers: bool) -> None:
    from allycoach.plain.pack import plan_lines
    from allycoach.plain.terminal import Terminal

    terminal = Terminal()
    for line in plan_lines(pack, shelf, answers=answers):
        terminal.say(line)


def _in_lines(pack: "Pack", shelf: "Library", content: Path | None) -> int:
    from allycoach.plain.pack import PlainPack
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.pack_run import PackRun

    terminal = Terminal()
    terminal.card = shelf.procedure
    PlainPack(PackRun(pack, clock=now), shelf, terminal, lambda part: _open_in_lines(part, content)).run()
    return 0


def _open_in_lines(part: "Part", content: Path | None) -> None:
    """The drill or the person of a part, in lines, until it is left. Raises AllycoachError."""
    from .drill import drill_in_lines
    from .practise import in_lines
    from .room import Wanted, room_in_lines

    if part.drill is not None:
        drill_in_lines(part.drill, level=part.at_level, seed=None, content=content)
    elif part.kind == "room":
        room_in_lines(Wanted(content=content, start=part.scenario, model=part.model))
    else:
        in_lines(content=content, start=part.scenario, mode=part.mode, seed=None, model=part.model, resume=None)


def _full_screen(pack: "Pack", shelf: "Library", content: Path | None) -> int:
    from allycoach.practice.pack_run import PackRun
    from allycoach.tui.pack_app import run_pack

    def opened(part: "Part") -> None:
        _open(part, content)
        if not sys.stdin.isatty():
            raise SystemExit(_HUNG_UP)  # the window was closed meanwhile: a wall without one would run for ever

    return run_pack(PackRun(pack, clock=now), shelf, opened)


def _open(part: "Part", content: Path | None) -> None:
    """The drill or the person of a part, until it is left. Raises AllycoachError."""
    if part.kind == "room":
        from .room import Wanted, room_on_a_wall

        room_on_a_wall(Wanted(content=content, start=part.scenario, model=part.model))
        return
    from allycoach.tui.pack_app import PartApp

    from .parts import full_screen_parts

    PartApp(
        full_screen_parts(content),
        start=part.scenario,
        mode=part.mode,
        model=part.model,
        drill=part.drill,
        level=part.at_level,
    ).run()


def printed(name: str, content: Path | None, *, sheets: "Sheets") -> str:
    """A pack as pages to print. Raises AllycoachError."""
    from allycoach.reports.pack import pack_html

    shelf = library(content)
    return pack_html(shelf.pack(name), shelf, sheets=sheets)
