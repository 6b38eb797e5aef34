"""`allycoach packs` and `allycoach pack`: the commands. Each imports what it needs when it runs, so that `--help` pays for
none of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from allycoach.catalogue import _

from .options import Content

pack = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help=_("Sessions for a workshop, ready to run: on the wall with a clock, on paper, or passed on as one file."),
)

Name = Annotated[str, typer.Argument(metavar="ID", help=_("Which; `allycoach packs` lists them."))]


def packs(content: Content = None) -> None:
    from .packs import packs_lines

    for line in packs_lines(content):
        typer.echo(line)


@pack.command(
    "run", help=_("Run a session: what to do and say, with a clock. Space starts it, Enter goes on, f1 shows all keys.")
)
def run(
    name: Name,
    plain: Annotated[
        bool, typer.Option("--plain", help=_("Lines only, part by part; nothing on the screen moves."))
    ] = False,
    answers: Annotated[
        bool, typer.Option("--answers", help=_("When it is printed into a file or a pipe: the answer notes too."))
    ] = False,
    content: Content = None,
) -> None:
    from .packs import run_pack

    raise typer.Exit(run_pack(name, content, plain=plain, answers=answers))


@pack.command(
    "print",
    help=_("Pages to print from any browser: the plan, cards to hand out, and answer notes on a page of their own."),
)
def print_(
    name: Name,
    out: Annotated[
        Path | None,
        typer.Option("--output", "--out", "-o", metavar="FILE", help=_("Where to write it; without it, ID.html here.")),
    ] = None,
    sheets: Annotated[
        Literal["all", "plan", "cards", "answers"],
        typer.Option("--only", help=_("The plan, the cards to hand out, the answer notes, or all of it.")),
    ] = "all",
    content: Content = None,
) -> None:
    from .export import put
    from .packs import printed

    put(printed(name, content, sheets=sheets), out or Path(f"{name}.html"), words=False)


@pack.command(
    "save", help=_("One file with the session and every drill and person it uses, to pass on to somebody else.")
)
def save(
    name: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help=_("A new file, to pass on."))],
    content: Content = None,
) -> None:
    from .pack_sharing import save_pack

    for line in save_pack(name, file, content):
        typer.echo(line)


@pack.command(
    "add", help=_("Add a session that somebody passed on. It is checked first; if anything is wrong, nothing is added.")
)
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help=_("A file made with `allycoach pack save`."))],
    replace: Annotated[
        bool, typer.Option("--replace", help=_("Without asking, put it in the place of what has the same name here."))
    ] = False,
) -> None:
    from .pack_sharing import add_pack

    for line in add_pack(file, replace=replace, may_replace=_may_replace):
        typer.echo(line)


def _may_replace(taken: Sequence[str]) -> bool:
    from allycoach.plain.terminal import Terminal

    terminal = Terminal()
    if not terminal.interactive:
        return False
    for line in taken:
        terminal.say(line)
    return (terminal.ask(_("Replace? y or n> ")) or "").strip().lower() in ("y", "yes")
