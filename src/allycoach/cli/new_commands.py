"""`allycoach new`: its commands. Each imports what it needs when it runs, so that `--help` pays for none of it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from allycoach.catalogue import _

from .options import Content

new = typer.Typer(
    rich_markup_mode=None, help=_("Something new in your own content: a person, a drill, phrases, a session.")
)


@new.command(
    "scenario", help=_("A new person to practise with, in your own content folder. Asks a dozen questions, one a line.")
)
def new_scenario(
    scenario_id: Annotated[
        str | None, typer.Argument(metavar="ID", help=_("Its id; without one it is made from the name."))
    ] = None,
    sheet: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help=_("An authoring sheet, .md or .csv, instead of questions.")),
    ] = None,
) -> None:
    from .new import ask_all, person_from_sheet, person_of, write_person

    if sheet is not None:
        person = person_from_sheet(sheet, scenario_id)
    else:
        person = person_of(ask_all(lambda: input("> "), typer.echo), scenario_id)
    for line in write_person(person):
        typer.echo(line)


@new.command(
    "pack", help=_("A new session for a workshop, in your own content folder. Asks eight questions, one a line.")
)
def new_pack(
    pack_id: Annotated[
        str | None, typer.Argument(metavar="ID", help=_("Its id; without one it is made from the title."))
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="PACK", help=_("Begin with a copy: the id of a pack, or a .yaml file of one.")),
    ] = None,
) -> None:
    from .new_pack import new_pack_lines

    for line in new_pack_lines(pack_id, source, lambda: input("> "), typer.echo):
        typer.echo(line)


@new.command(
    "drill", help=_("A new drill, in your own content folder: a copy to change, or your own items from a spreadsheet.")
)
def new_drill(
    drill_id: Annotated[
        str | None, typer.Argument(metavar="ID", help=_("Its id; without one, that of the copy."))
    ] = None,
    like: Annotated[
        str, typer.Option("--like", metavar="DRILL", help=_("The drill to begin from; `allycoach drill` lists them."))
    ] = "advice-to-question",
    items: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help=_("A .csv of items; --table prints one to begin with.")),
    ] = None,
    table: Annotated[
        bool, typer.Option("--table", help=_("Print the items of --like for a spreadsheet, and no more."))
    ] = False,
) -> None:
    from .new_copies import drill_table, new_drill_lines

    if table:
        typer.echo(drill_table(like, None), nl=False)
        return
    for line in new_drill_lines(drill_id, like, items):
        typer.echo(line)


@new.command(
    "phrases",
    help=_(
        "A phrase file of your own, beginning as a copy of the shipped one: what to listen for, what to say instead."
    ),
)
def new_phrases(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=_("What they are for: advice, reflection, closed_question ..."))
    ],
) -> None:
    from .new_copies import new_phrases_lines

    for line in new_phrases_lines(kind):
        typer.echo(line)


@new.command(
    "sheet", help=_("A person as an authoring sheet, to change and bring back with `allycoach new scenario --from`.")
)
def new_sheet(
    scenario_id: Annotated[str, typer.Argument(metavar="ID", help=_("Whose; `allycoach people` lists them."))],
    to: Annotated[Literal["md", "csv"], typer.Option("--to", help=_("Markdown or CSV."))] = "md",
    content: Content = None,
) -> None:
    from .new import sheet_text

    typer.echo(sheet_text(scenario_id, to, content), nl=False)
