"""`allycoach import` and `allycoach analyse`: what was said somewhere else, read here. Each command imports what it needs when
it runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from allycoach.catalogue import _

from .options import Content

Speakers = Annotated[
    str,
    typer.Option("--speakers", metavar="WHO", help=_("Who is who: ally=Jo,person=Sam. Left out, you are asked.")),
]


ABOUT_IMPORT = "\n\n".join(
    (
        _("Bring in a transcript of a real conversation, to look at and learn from."),
        _(
            "First it asks whether everybody agreed. Then names, places, employers and contact details are "
            "replaced, you see each replacement, and only then is anything kept, on this computer alone. What is "
            "kept can be replayed, seen through other models and handed out, but not gone on with, and it does "
            "not count as practice."
        ),
        _("Plain text has a line a turn: `Jo: How are you?`. docs/transcripts.md shows every form."),
    )
)


def bring_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The transcript: .txt, .csv, .vtt or .jsonl."))],
    speakers: Speakers = "",
    others: Annotated[
        Literal["drop", "person"] | None,
        typer.Option("--others", help=_("What anybody else says: left out (drop), or counted as the person's.")),
    ] = None,
    form: Annotated[
        Literal["text", "csv", "vtt", "jsonl"] | None,
        typer.Option("--form", help=_("What the file is, where its name does not say so.")),
    ] = None,
    columns: Annotated[
        str,
        typer.Option("--columns", metavar="NAMES", help=_("In a CSV file: speaker=NAME,text=NAME, if not called so.")),
    ] = "",
    conversation: Annotated[
        str, typer.Option("--conversation", metavar="ID", help=_("Which, where a JSONL file holds several."))
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=_("What to call it, without names."))] = "",
    consent: Annotated[
        bool,
        typer.Option(
            "--consent",
            help=_(
                "Says: everybody who speaks here agreed to this use, and my organisation allows it. Kept with the date."
            ),
        ),
    ] = False,
    hide: Annotated[
        list[str] | None, typer.Option("--hide", metavar="WORDS", help=_("These go too; may be repeated."))
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option("--keep", metavar="WORD", help=_("This is no name and stays; may be repeated."))
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Once there is consent: show what is replaced, but do not ask."))
    ] = False,
    content: Content = None,
) -> None:
    from allycoach.plain.terminal import Terminal

    from .importing import Agreed
    from .importing import bring_in as import_file
    from .transcript import HowRead

    how = HowRead(form, columns, conversation, speakers, others)
    import_file(file, how, Agreed(consent, keep or (), hide or (), yes), Terminal(), title=title, content=content)


ABOUT_ANALYSE = "\n\n".join(
    (
        _("What the analyser sees in a reply, or in every reply of a folder."),
        _(
            "A folder gives one JSON object a reply, whatever the number of jobs: its .txt, .csv, .jsonl and .vtt "
            "files are lists of replies, or transcripts as `allycoach import` takes them. Nothing is kept. "
            "docs/transcripts.md has the details."
        ),
    )
)


def analyse(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help=_("A reply to read, or a folder; - or nothing is standard input.")),
    ] = "-",
    as_json: Annotated[bool, typer.Option("--json", help=_("As JSON."))] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=_("One JSON object a line in, one out, in order."))] = False,
    previous: Annotated[
        str, typer.Option("--previous", metavar="TEXT", help=_("What the person said just before."))
    ] = "",
    explain: Annotated[
        bool, typer.Option("--explain", help=_("Also the rules that spoke, and those set aside."))
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", min=1, help=_("Of a folder: how many at once; all processors without it.")),
    ] = None,
    speakers: Annotated[
        str,
        typer.Option(
            "--speakers", metavar="WHO", help=_("Of a folder: who is who, ally=Jo,person=Sam; the ally is read.")
        ),
    ] = "",
    dask: Annotated[
        str,
        typer.Option(
            "--dask",
            metavar="ADDRESS",
            help=_("Of a folder: read by a Dask cluster. What was said is sent to its computers, as it is."),
        ),
    ] = "",
    content: Content = None,
) -> None:
    from .analyse import analyse_lines, analyse_text

    if Path(file).is_dir():
        from .faults import CANNOT
        from .folder import HowMany, analyse_folder

        _only(_("{name} is for one reply, not a folder"), {"--previous": previous, "--explain": explain})
        gone = analyse_folder(Path(file), content, HowMany(jobs, dask), speakers)
        typer.echo(
            _("Read: {replies:,} replies in {files:,} files.").format(replies=gone.replies, files=len(gone.files)),
            err=True,
        )
        raise typer.Exit(CANNOT if gone.problems else 0)
    _only(_("{name} is for a folder"), {"--jobs": jobs, "--speakers": speakers, "--dask": dask})
    form: Literal["text", "json"] = "json" if as_json else "text"
    if jsonl:
        raise typer.Exit(analyse_lines(file, content))
    analyse_text(file, content, previous=previous, form=form, explain=explain)


def _only(what: str, given: dict[str, object]) -> None:
    """Raises BadParameter for an option that would not be heeded."""
    for name, value in given.items():
        if value:
            raise typer.BadParameter(what.format(name=name))
