"""Commands about what is kept: where it is, and how to be rid of it."""

from typing import Annotated

import typer

from .options import Content


def where(
    content: Content = None,
) -> None:
    """Where your words and all content are, and how to delete them."""
    from .where import where_lines

    for line in where_lines(content):
        typer.echo(line)


def forget(
    sittings: Annotated[
        list[str] | None, typer.Argument(metavar="SITTING...", help="Ids, their beginnings, or `last`.")
    ] = None,
    drills: Annotated[bool, typer.Option("--drills", help="The lines of your drills, and your cards.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="All of it, but people and cards you wrote.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Without being asked.")] = False,
) -> None:
    """Delete sittings, drills, or everything of yours; it says what first."""
    from allycoach.plain.terminal import Terminal

    from .forget import forget_in_lines

    if not (sittings or drills or everything):
        raise typer.BadParameter("name a sitting (`allycoach sessions` lists them), or say --drills or --all")
    raise typer.Exit(
        forget_in_lines(sittings or [], drills=drills, everything=everything, sure=yes, terminal=Terminal())
    )
