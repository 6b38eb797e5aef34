"""`allycoach import` and `allycoach analyse`: what was said somewhere else, read here. Each command imports what it needs when
it runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from .options import Content

Speakers = Annotated[
    str,
    typer.Option("--speakers", metavar="WHO", help="Who is who: ally=Jo,person=Sam. Left out, you are asked."),
]


def bring_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The transcript: .txt, .csv, .vtt or .jsonl.")],
    speakers: Speakers = "",
    others: Annotated[
        Literal["drop", "person"] | None,
        typer.Option("--others", help="What anybody else says: left out (drop), or counted as the person's."),
    ] = None,
    form: Annotated[
        Literal["text", "csv", "vtt", "jsonl"] | None,
        typer.Option("--form", help="What the file is, where its name does not say so."),
    ] = None,
    columns: Annotated[
        str,
        typer.Option("--columns", metavar="NAMES", help="In a CSV file: speaker=NAME,text=NAME, if not called so."),
    ] = "",
    conversation: Annotated[
        str, typer.Option("--conversation", metavar="ID", help="Which, where a JSONL file holds several.")
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What to call it, without names.")] = "",
    consent: Annotated[
        bool,
        typer.Option(
            "--consent",
            help="Says: everybody who speaks here agreed to this use, and my organisation allows it. Kept with the date.",
        ),
    ] = False,
    hide: Annotated[
        list[str] | None, typer.Option("--hide", metavar="WORDS", help="These go too; may be repeated.")
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option("--keep", metavar="WORD", help="This is no name and stays; may be repeated.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Once there is consent: show what is replaced, but do not ask.")
    ] = False,
    content: Content = None,
) -> None:
    """Bring in a transcript of a real conversation, to look at and learn from.

    First it asks whether everybody agreed. Then names, places, employers and contact details are replaced, you see each
    replacement, and only then is anything kept, on this computer alone. What is kept can be replayed, seen through other
    models and handed out, but not gone on with, and it does not count as practice.

    Plain text has a line a turn: `Jo: How are you?`. docs/transcripts.md shows every form.
    """
    from allycoach.plain.terminal import Terminal

    from .importing import Agreed
    from .importing import bring_in as import_file
    from .transcript import HowRead

    how = HowRead(form, columns, conversation, speakers, others)
    import_file(file, how, Agreed(consent, keep or (), hide or (), yes), Terminal(), title=title, content=content)


def analyse(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A reply to read, or a folder; - or nothing is standard input."),
    ] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one out, in order.")] = False,
    previous: Annotated[str, typer.Option("--previous", metavar="TEXT", help="What the person said just before.")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Also the rules that spoke, and those set aside.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", min=1, help="Of a folder: how many at once; all processors without it."),
    ] = None,
    speakers: Annotated[
        str,
        typer.Option(
            "--speakers", metavar="WHO", help="Of a folder: who is who, ally=Jo,person=Sam; the ally is read."
        ),
    ] = "",
    dask: Annotated[
        str,
        typer.Option(
            "--dask",
            metavar="ADDRESS",
            help="Of a folder: read by a Dask cluster. What was said is sent to its computers, as it is.",
        ),
    ] = "",
    content: Content = None,
) -> None:
    """What the analyser sees in a reply, or in every reply of a folder.

    A folder gives one JSON object a reply, whatever the number of jobs: its .txt, .csv, .jsonl and .vtt files are lists of
    replies, or transcripts as `allycoach import` takes them. Nothing is kept. docs/transcripts.md has the details.
    """
    from .analyse import analyse_lines, analyse_text

    if Path(file).is_dir():
        from .faults import CANNOT
        from .folder import HowMany, analyse_folder

        _only("one reply, not a folder", {"--previous": previous, "--explain": explain})
        gone = analyse_folder(Path(file), content, HowMany(jobs, dask), speakers)
        typer.echo(f"Read: {gone.replies:,} replies in {len(gone.files):,} files.", err=True)
        raise typer.Exit(CANNOT if gone.problems else 0)
    _only("a folder", {"--jobs": jobs, "--speakers": speakers, "--dask": dask})
    form: Literal["text", "json"] = "json" if as_json else "text"
    if jsonl:
        raise typer.Exit(analyse_lines(file, content))
    analyse_text(file, content, previous=previous, form=form, explain=explain)


def _only(what: str, given: dict[str, object]) -> None:
    """Raises BadParameter for an option that would not be heeded."""
    for name, value in given.items():
        if value:
            raise typer.BadParameter(f"{name} is for {what}")
