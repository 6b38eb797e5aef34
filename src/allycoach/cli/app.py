"""The commands. Each imports what it needs when it runs, so that `--help` pays for none of it."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from allycoach.catalogue import _

from .group import PlainFaults
from .keeping_commands import forget, where
from .new_commands import new
from .options import Content, Output, Seed
from .pack_commands import pack, packs
from .passphrase_commands import passphrase
from .reading_commands import ABOUT_ANALYSE, ABOUT_IMPORT, analyse, bring_in
from .room_command import ABOUT_ROOM, room
from .serve_command import ABOUT_SERVE, serve
from .sharing_commands import cohort, export

app = typer.Typer(
    cls=PlainFaults,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Rehearse a supportive career conversation at your own keyboard: ask, don't tell. Everything stays on this "
        "computer. Without a command the app opens."
    ),
)

Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="ID", help=_("Another conversation model to find your way by; see `allycoach models`.")
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help=_("Lines only: for screen readers, pipes and small terminals."))]
Mode = Annotated[
    Literal["coach", "quiet", "solo"] | None,
    typer.Option("--mode", help=_("How much is shown: as you go, a mark, or nothing until the end.")),
]
Continue = Annotated[
    str | None, typer.Option("--continue", metavar="SITTING", help=_("A sitting to go on with; `last` is the latest."))
]
AsJson = Annotated[bool, typer.Option("--json", help=_("As JSON."))]


@app.callback(invoke_without_command=True)
def allycoach(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=_("The version, and no more."))] = False,
    plain: Plain = False,
) -> None:
    if version:
        _version()
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from .full_screen import full_screen
        from .practise import in_lines

        raise typer.Exit(in_lines() if plain else full_screen())


@app.command(help=_("Talk with someone."))
def practise(
    who: Annotated[
        str | None, typer.Argument(metavar="ID", help=_("Whom to talk with; `allycoach people` lists them."))
    ] = None,
    plain: Plain = False,
    mode: Mode = None,
    seed: Seed = None,
    model: Model = None,
    resume: Continue = None,
    content: Content = None,
) -> None:
    from .full_screen import full_screen
    from .practise import in_lines

    begin = in_lines if plain else full_screen
    raise typer.Exit(begin(content=content, start=who, mode=mode, seed=seed, model=model, resume=resume))


app.command("practice", hidden=True, help=_("Talk with someone."))(practise)


@app.command(help=_("Three to five minutes on one skill, in lines."))
def drill(
    name: Annotated[str | None, typer.Argument(metavar="ID", help=_("Which; without it they are listed."))] = None,
    level: Annotated[int, typer.Option("--level", min=1, max=3, help=_("1 is plain, 3 is tempting."))] = 1,
    seed: Seed = None,
    content: Content = None,
) -> None:
    from .drill import drill_in_lines, drill_lines

    if name is None:
        _print(drill_lines(content))
    else:
        raise typer.Exit(drill_in_lines(name, level=level, seed=seed, content=content))


@app.command(help=_("The cards that are due: rules and phrases, a few a day, in lines."))
def review(content: Content = None) -> None:
    from .review import review_in_lines

    raise typer.Exit(review_in_lines(content))


@app.command(help=_("The people you can talk with."))
def people(content: Content = None) -> None:
    from .lists import people_lines
    from .shelves import library

    _print(people_lines(library(content)))


@app.command(help=_("The conversation models."))
def models(content: Content = None) -> None:
    from .lists import model_lines
    from .shelves import library

    _print(model_lines(library(content)))


@app.command(help=_("What an ally is asked to be able to do, and what you have practised of it."))
def framework(
    coverage: Annotated[bool, typer.Option("--coverage", help=_("Which people exercise each indicator."))] = False,
    as_json: AsJson = False,
    content: Content = None,
) -> None:
    from .framework import framework_json, framework_lines

    _print([framework_json(content)] if as_json else framework_lines(content, coverage=coverage))


@app.command(help=_("Your saved sittings, newest first."))
def sessions(as_json: AsJson = False) -> None:
    from .lists import sitting_lines, sittings_json
    from .shelves import journal

    found = journal().sittings()
    _print([sittings_json(found)] if as_json else sitting_lines(found))


@app.command(help=_("Walk through a saved sitting, in lines."))
def replay(
    sitting: Annotated[
        str, typer.Argument(metavar="SITTING", help=_("Its id, the beginning of it, or `last`."))
    ] = "last",
    lens: Annotated[str | None, typer.Option("--lens", metavar="MODEL", help=_("Through another model."))] = None,
    reread: Annotated[bool, typer.Option("--reread", help=_("What today's rules see otherwise."))] = False,
    content: Content = None,
) -> None:
    from .replay import replay_in_lines

    replay_in_lines(sitting, lens=lens, again=reread, content=content)


@app.command(help=_("A saved sitting, turn by turn, as another conversation model sees it."))
def lens(
    sitting: Annotated[str, typer.Argument(metavar="SITTING", help=_("Its id, the beginning of it, or `last`."))],
    model: Annotated[str, typer.Option("--model", metavar="ID", help=_("The model to look through."))],
    content: Content = None,
) -> None:
    from .lens import lens_lines

    _print(lens_lines(sitting, model, content))


Sitting = Annotated[str, typer.Argument(metavar="SITTING", help=_("Its id, the beginning of it, or `last`."))]
Page = Annotated[Literal["md", "html"] | None, typer.Option("--to", help=_("md is Markdown, html prints well."))]


@app.command(help=_("The person's own next steps: write them down, or with --to make a page of them."))
def plan(
    sitting: Sitting = "last",
    to: Page = None,
    layout: Annotated[
        Literal["list", "situation", "about-me", "where"],
        typer.Option("--layout", help=_("The headings it stands under.")),
    ] = "list",
    output: Output = None,
    content: Content = None,
) -> None:
    from .plan import make_plan, plan_text

    if to is None:
        raise typer.Exit(make_plan(sitting))
    _put(plan_text(sitting, to=to, layout=layout, content=content), output)


@app.command(
    help=_("A page to think with. With --to it is printed, blank or as filled in; with --sitting alone you fill it in.")
)
def worksheet(
    sheet: Annotated[str | None, typer.Argument(metavar="ID", help=_("Which; without it they are listed."))] = None,
    sitting: Annotated[
        str | None, typer.Option("--sitting", metavar="SITTING", help=_("The talk it belongs to."))
    ] = None,
    to: Page = None,
    output: Output = None,
    content: Content = None,
) -> None:
    from .plan import fill_worksheet, worksheet_lines, worksheet_text

    if sheet is None:
        _print(worksheet_lines(content))
    elif to is None and sitting is not None:
        fill_worksheet(sheet, sitting, content)
    else:
        _put(worksheet_text(sheet, to=to or "html", sitting=sitting, content=content), output)


@app.command(
    help=_("What you have practised, over time; with --to as a document, such as a log for professional development.")
)
def progress(
    to: Annotated[
        Literal["md", "csv", "html", "json"] | None,
        typer.Option("--to", help=_("The practice log as md or csv; all of it as html, a page to print, or json.")),
    ] = None,
    output: Output = None,
    content: Content = None,
) -> None:
    from .progress import progress_lines, progress_text

    if to is None:
        _print(progress_lines(content))
    else:
        _put(progress_text(to, content), output)


app.command(help=_("A sitting as a document. Without --output it is printed."))(export)
app.command(help=_("What a group found hard, without knowing who: counts alone, and none of fewer than five people."))(
    cohort
)
app.command(help=ABOUT_SERVE)(serve)
app.command("import", help=ABOUT_IMPORT)(bring_in)


app.command(help=ABOUT_ANALYSE)(analyse)


@app.command(help=_("How far the analyser agrees with people who coded the same replies."))
def evaluate(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES", help=_("Files of coded replies, or folders of them."))
    ],
    as_json: AsJson = False,
    examples: Annotated[
        int, typer.Option("--examples", metavar="N", help=_("Show N differing replies of each kind."))
    ] = 0,
    content: Content = None,
) -> None:
    from .evaluate import evaluate_lines

    for line in evaluate_lines(files, content, as_json=as_json, examples=examples):
        typer.echo(line)


@app.command(help=_("Check content files: people, phrases, models. With --play, also by talking to the people."))
def check(
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS", help=_("Files or folders; with --play also ids; without any, all there is.")),
    ] = None,
    play: Annotated[
        bool, typer.Option("--play", help=_("Let scripted trainees talk to the people, and say whether they work."))
    ] = False,
    runs: Annotated[
        int, typer.Option("--runs", metavar="N", min=1, help=_("With --play: talks with each trainee."))
    ] = 200,
    trainee: Annotated[
        list[str] | None,
        typer.Option("--trainee", metavar="NAME", help=_("With --play: only this one; may be repeated.")),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help=_("With --play: the first run's seed."))] = 1,
    show: Annotated[
        bool, typer.Option("--show", help=_("With --play: a talk for each thing that does not hold."))
    ] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", min=1, help=_("With --play: how many at once."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("With --play: the figures as JSON."))] = False,
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="NUMBER", help=_("What a rule means, and no more: S003, for one."))
    ] = None,
    example: Annotated[bool, typer.Option("--example", help=_("With --rule: a whole file that breaks it."))] = False,
) -> None:
    if rule is not None:
        from allycoach.content.rule_pages import rule_page

        typer.echo(rule_page(rule).example() if example else rule_page(rule).text, nl=False)
        return
    if play:
        from .play import Options, play_lines

        seeds = range(seed, seed + runs)
        lines = play_lines(targets or (), Options(tuple(trainee or ()), seeds, as_json, show, jobs))
    else:
        from .check import check_lines

        lines = check_lines([Path(one) for one in targets or ()])
    problems = False
    for line, is_problem in lines:
        typer.echo(line)
        problems = problems or is_problem
    raise typer.Exit(1 if problems else 0)


@app.command(help=_("Your organisation's own cards: its procedure, and local services."))
def cards(
    action: Annotated[
        Literal["list", "new"], typer.Argument(help=_("new asks for the procedure card; list shows all cards."))
    ] = "list",
    content: Content = None,
) -> None:
    from .cards import card_lines, new_procedure

    if action == "new":
        from allycoach.plain.terminal import Terminal

        typer.echo(_("Written to {path}. Safeguarding talks are open now.").format(path=new_procedure(Terminal().ask)))
    else:
        _print(card_lines(content))


app.command(help=_("The sessions there are for a workshop, the shortest first."))(packs)
app.add_typer(pack, name="pack")
app.command(help=ABOUT_ROOM)(room)
app.add_typer(new, name="new")


@app.command(help=_("The JSON Schema of content files, for editors that check while you type."))
def schema(
    kind: Annotated[
        str | None, typer.Argument(metavar="KIND", help=_("scenarios, for one; without it, the kinds there are."))
    ] = None,
    write: Annotated[Path | None, typer.Option("--write", metavar="DIR", help=_("Write all of them there."))] = None,
) -> None:
    from .schema import overview, schema_text, write_all

    if write is not None:
        _print(write_all(write))
    elif kind is not None:
        typer.echo(schema_text(kind), nl=False)
    else:
        _print(overview())


app.command(help=_("Where your words and all content are, and how to delete them."))(where)
app.command(help=_("Delete sittings, drills, or everything of yours; it says what first."))(forget)
app.add_typer(passphrase, name="passphrase")


@app.command(help=_("The version."))
def version() -> None:
    _version()


def _version() -> None:
    from allycoach import __version__

    typer.echo(f"allycoach {__version__}")


def _put(text: str, output: Path | None) -> None:
    """Print a document, or write it to a new file."""
    from .export import put

    put(text, output)


def _print(lines: Any) -> None:
    for line in lines:
        typer.echo(line)
