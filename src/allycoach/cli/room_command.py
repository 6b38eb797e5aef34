"""The command for a room. It imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated

import typer


def room(
    who: Annotated[
        str | None,
        typer.Argument(metavar="PERSON", help="Whom to talk with, by first name or id. Without it a few are listed."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines only: to be run with a screen reader, or read aloud.")
    ] = False,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="The same seed makes the same person.")
    ] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="ID", help="Another conversation model.")] = None,
    resume: Annotated[
        str | None,
        typer.Option("--continue", metavar="SITTING", help="A sitting to go on with; `last` is the latest."),
    ] = None,
    content: Annotated[
        Path | None, typer.Option("--content", metavar="DIR", help="One more folder of people, phrases and models.")
    ] = None,
) -> None:
    """One talk for a whole room, on a wall: it proposes lines, votes, plays one, steps back, compares."""
    from .room import Wanted, room_in_lines, room_on_a_wall

    wanted = Wanted(content=content, start=who, seed=seed, model=model, resume=resume)
    raise typer.Exit((room_in_lines if plain else room_on_a_wall)(wanted))
