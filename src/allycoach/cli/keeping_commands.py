"""Commands about what is kept: where it is, and how to be rid of it."""

from typing import Annotated

import typer

from allycoach.catalogue import _

from .options import Content


def where(
    content: Content = None,
    every_file: Annotated[
        bool, typer.Option("--files", help=_("Every file of people, phrases and drills as well, shipped ones too."))
    ] = False,
) -> None:
    from .where import where_lines

    for line in where_lines(content, every_file=every_file):
        typer.echo(line)


def forget(
    sittings: Annotated[
        list[str] | None, typer.Argument(metavar="SITTING...", help=_("Ids, their beginnings, or `last`."))
    ] = None,
    drills: Annotated[bool, typer.Option("--drills", help=_("The lines of your drills, and your cards."))] = False,
    everything: Annotated[bool, typer.Option("--all", help=_("All of it, but people and cards you wrote."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Without being asked."))] = False,
) -> None:
    from allycoach.plain.terminal import Terminal

    from .forget import forget_in_lines

    if not (sittings or drills or everything):
        raise typer.BadParameter(_("name a sitting (`allycoach sessions` lists them), or say --drills or --all"))
    raise typer.Exit(
        forget_in_lines(sittings or [], drills=drills, everything=everything, sure=yes, terminal=Terminal())
    )
