"""The command for a room. It imports what it needs when it runs."""

from typing import Annotated

import typer

from allycoach.catalogue import _

from .options import Content, Seed

ABOUT_ROOM = "\n\n".join(
    (
        _("One talk on a wall, led by the whole room."),
        _(
            "Start it, press Enter for the person suggested and Enter again to type the first line somebody says. "
            "The room proposes up to four lines and raises hands; one is played, the person answers. One key "
            "steps back to play another, one shows both ways side by side. Nothing is marked until you show it, "
            "and nobody is asked for a name. ? lists the keys. It is kept as a sitting, which `allycoach export "
            "last --to html` makes a page of."
        ),
    )
)


def room(
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="PERSON", help=_("Whom to talk with, by first name or id. Without it a few are listed.")
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help=_("Lines only: to be run with a screen reader, or read aloud."))
    ] = False,
    seed: Seed = None,
    model: Annotated[str | None, typer.Option("--model", metavar="ID", help=_("Another conversation model."))] = None,
    resume: Annotated[
        str | None,
        typer.Option("--continue", metavar="SITTING", help=_("A room's sitting to go on with; `last` is the latest.")),
    ] = None,
    content: Content = None,
) -> None:
    from .room import Wanted, room_in_lines, room_on_a_wall

    wanted = Wanted(content=content, start=who, seed=seed, model=model, resume=resume)
    raise typer.Exit((room_in_lines if plain else room_on_a_wall)(wanted))
