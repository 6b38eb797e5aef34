"""`allycoach export`: what is handed out. Each command imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Form = Literal["md", "html", "csv", "json", "xapi", "cohort"]


def export(
    sitting: Annotated[str, typer.Argument(metavar="SITTING", help="Its id, the beginning of it, or `last`.")],
    to: Annotated[
        Form,
        typer.Option(
            "--to",
            help="md is Markdown; html prints well; csv opens in a spreadsheet; json is for programs; xapi is for a "
            "learning record store, without words; cohort is counts alone, for a group.",
        ),
    ] = "md",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = None,
    content: Annotated[
        Path | None, typer.Option("--content", metavar="DIR", help="One more folder of people, phrases and models.")
    ] = None,
) -> None:
    """A sitting as a document. Without --output it is printed."""
    from .export import document_of, put

    put(document_of(sitting, content, to=to), output)
