"""`allycoach packs` and `allycoach pack`: the commands. Each imports what it needs when it runs, so that `--help` pays for
none of it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

pack = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Sessions for a workshop, ready to run: on the wall with a clock, on paper, or passed on as one file.",
)

Name = Annotated[str, typer.Argument(metavar="ID", help="Which; `allycoach packs` lists them.")]
Content = Annotated[
    Path | None, typer.Option("--content", metavar="DIR", help="One more folder of people, phrases and models.")
]


def packs(content: Content = None) -> None:
    """The sessions there are for a workshop, the shortest first."""
    from .packs import packs_lines

    for line in packs_lines(content):
        typer.echo(line)


@pack.command("run")
def run(
    name: Name,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines only, part by part; nothing on the screen moves.")
    ] = False,
    answers: Annotated[
        bool, typer.Option("--answers", help="When it is printed into a file or a pipe: the answer notes too.")
    ] = False,
    content: Content = None,
) -> None:
    """Run a session: what to do and say, with a clock. Space starts it, Enter goes on, f1 shows all keys."""
    from .packs import run_pack

    raise typer.Exit(run_pack(name, content, plain=plain, answers=answers))


@pack.command("print")
def print_(
    name: Name,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Where to write it; without it, ID.html here.")
    ] = None,
    sheets: Annotated[
        Literal["all", "plan", "cards", "answers"],
        typer.Option("--only", help="The plan, the cards to hand out, the answer notes, or all of it."),
    ] = "all",
    content: Content = None,
) -> None:
    """Pages to print from any browser: the plan, cards to hand out, and answer notes on a page of their own."""
    from .export import put
    from .packs import printed

    put(printed(name, content, sheets=sheets), out or Path(f"{name}.html"))
