"""`allycoach export` and `allycoach cohort`: what is handed out and handed in. Each command imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from allycoach.catalogue import _

from .options import Content, Output

Form = Literal["md", "html", "csv", "json", "xapi", "cohort", "circle"]


def export(
    sitting: Annotated[str, typer.Argument(metavar="SITTING", help=_("Its id, the beginning of it, or `last`."))],
    to: Annotated[
        Form,
        typer.Option(
            "--to",
            help=_(
                "md is Markdown; html prints well; csv opens in a spreadsheet; json is for programs; xapi is for a "
                "learning record store, without words; cohort is counts alone, for a group; circle is one moment and one "
                "question, without names."
            ),
        ),
    ] = "md",
    output: Output = None,
    redact: Annotated[
        bool,
        typer.Option("--redact", help=_("Without names, places, employers and contact details; you see it first.")),
    ] = False,
    hide: Annotated[
        list[str] | None,
        typer.Option("--hide", metavar="WORDS", help=_("With --redact: these go too; may be repeated.")),
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option("--keep", metavar="WORD", help=_("With --redact: this stays; may be repeated."))
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=_("With --redact: show what goes, but do not ask."))] = False,
    turn: Annotated[
        int | None, typer.Option("--turn", metavar="N", help=_("With --to circle: which; without it, one is chosen."))
    ] = None,
    question: Annotated[
        str, typer.Option("--question", metavar="TEXT", help=_("With --to circle: one of your own."))
    ] = "",
    content: Content = None,
) -> None:
    from .export import circle_of, document_of, put
    from .without_names import TakenOut

    taken_out = TakenOut(keep or (), hide or (), unseen=yes)
    if to == "circle":
        put(circle_of(sitting, content, turn=turn, question=question, taken_out=taken_out), output)
    else:
        put(document_of(sitting, content, to=to, taken_out=taken_out if redact else None), output)


def cohort(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILES", help=_("What people chose to hand in (export --to cohort), or folders.")),
    ],
    to: Annotated[
        Literal["html", "md", "csv", "json"],
        typer.Option("--to", help=_("html prints well; csv opens in a spreadsheet.")),
    ] = "md",
    output: Output = None,
) -> None:
    import sys

    from .cohort import Read, cohort_text
    from .export import put

    read = Read()
    with typer.progressbar(length=100, label=_("Counting"), file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def watch(done: int, whole: int) -> None:
            step = done * 100 // max(whole, 1) - bar.pos
            if step > 0:
                bar.update(step)

        made = cohort_text(files, to=to, watch=watch, read=read)
    for words in read.said:
        typer.echo(words, err=True)
    if read.problems > len(read.said):
        typer.echo(
            _("And {n:,} more like these. Everything else is counted.").format(n=read.problems - len(read.said)),
            err=True,
        )
    put(made, output, words=False)
