"""Commands about the passphrase of the data folder."""

from typing import Annotated

import typer

from allycoach.catalogue import _

passphrase = typer.Typer(
    help=_("Seal what you wrote with a passphrase; without a command it says whether there is one."),
    rich_markup_mode=None,
    invoke_without_command=True,
)


@passphrase.callback()
def whether(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        from .where import sealed_line

        typer.echo(sealed_line())


@passphrase.command("set", help=_("Seal everything you wrote; allycoach asks for the passphrase from then on."))
def set_one() -> None:
    from .passphrase import Talk, set_in_lines
    from .shelves import vault

    raise typer.Exit(set_in_lines(vault(), Talk.here()))


@passphrase.command(help=_("Another passphrase for the same files."))
def change() -> None:
    from .passphrase import Talk, change_in_lines
    from .shelves import vault

    raise typer.Exit(change_in_lines(vault(), Talk.here()))


@passphrase.command(help=_("No passphrase any more: everything in the clear again."))
def remove(yes: Annotated[bool, typer.Option("--yes", help=_("Without being asked."))] = False) -> None:
    from .passphrase import Talk, remove_in_lines
    from .shelves import vault

    raise typer.Exit(remove_in_lines(vault(), Talk.here(), sure=yes))
