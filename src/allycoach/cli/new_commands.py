"""`allycoach new`: its commands. Each imports what it needs when it runs, so that `--help` pays for none of it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

new = typer.Typer(
    rich_markup_mode=None, help="Something new in your own content: a person, or a session for a workshop."
)


@new.command("scenario")
def new_scenario(
    scenario_id: Annotated[
        str | None, typer.Argument(metavar="ID", help="Its id; without one it is made from the name.")
    ] = None,
    sheet: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="An authoring sheet, .md or .csv, instead of questions."),
    ] = None,
) -> None:
    """A new person to practise with, in your own content folder. Asks a dozen questions, one a line."""
    from .new import ask_all, person_from_sheet, person_of, write_person

    if sheet is not None:
        person = person_from_sheet(sheet, scenario_id)
    else:
        person = person_of(ask_all(lambda: input("> "), typer.echo), scenario_id)
    for line in write_person(person):
        typer.echo(line)


@new.command("pack")
def new_pack(
    pack_id: Annotated[
        str | None, typer.Argument(metavar="ID", help="Its id; without one it is made from the title.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="PACK", help="Begin with a copy: the id of a pack, or a .yaml file of one."),
    ] = None,
) -> None:
    """A new session for a workshop, in your own content folder. Asks eight questions, one a line."""
    from .new_pack import new_pack_lines

    for line in new_pack_lines(pack_id, source, lambda: input("> "), typer.echo):
        typer.echo(line)


@new.command("sheet")
def new_sheet(
    scenario_id: Annotated[str, typer.Argument(metavar="ID", help="Whose; `allycoach people` lists them.")],
    to: Annotated[Literal["md", "csv"], typer.Option("--to", help="Markdown or CSV.")] = "md",
    content: Annotated[
        Path | None, typer.Option("--content", metavar="DIR", help="One more folder of people, phrases and models.")
    ] = None,
) -> None:
    """A person as an authoring sheet, to change and bring back with `allycoach new scenario --from`."""
    from .new import sheet_text

    typer.echo(sheet_text(scenario_id, to, content), nl=False)
