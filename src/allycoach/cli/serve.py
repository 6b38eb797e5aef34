"""`allycoach serve`: the app for browsers, put together."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from textwrap import fill

import typer

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal import home
from allycoach.signs import visible

_OWN = ("content",)
"""What of a facilitator's own folder each visitor has too: people, phrases and cards, but no sitting and no settings."""


def serve_in_browsers(
    *,
    lan: bool,
    address: str | None,
    port: int | None,
    code: str | None,
    visitors: int | None,
    idle: int,
    content: Path | None,
) -> None:
    """Serve until Ctrl+C. Raises AllycoachError."""
    try:
        from allycoach.serving.run import Served, Wishes, serve
    except ModuleNotFoundError as error:
        raise _absent(error) from error
    # -P: nothing that happens to lie in the folder it was started from is run.
    command = [sys.executable, "-P", "-m", "allycoach.cli.visitor", *([str(content.absolute())] if content else [])]
    served = Served(command, lambda folder: prepare(folder, content))
    wishes = Wishes(lan=lan, address=address, port=port, code=code, visitors=visitors, idle=idle * 60.0)
    serve(served, wishes, _say)


def _absent(error: ModuleNotFoundError) -> AllycoachError:
    name = visible(error.name or _("a part"))
    return AllycoachError(
        _("What serves browsers is not installed ({name} is missing).").format(name=name),
        mend=_("While you have a network: python -m pip install 'allycoach[serve]'."),
    )


def prepare(folder: Path, content: Path | None) -> None:
    """A new visitor's folder: the facilitator's own content, and all content parsed already, so that nobody waits for it."""
    from allycoach.content.cache import ParsedFiles
    from allycoach.content.library import layers, load_library

    for name in _OWN:
        with suppress(FileNotFoundError):
            shutil.copytree(home() / name, folder / name)
    found = load_library(layers(folder, content), parsed=ParsedFiles(folder / "cache" / "content"))
    for failure in found.failures:
        path = failure.path
        known_as = home() / path.relative_to(folder) if path.is_relative_to(folder) else path
        _say(_("Not used: {file}; `allycoach check` says why.").format(file=visible(str(known_as))))


def _say(line: str) -> None:
    with suppress(OSError):  # the window it was started in may be closed; what follows is the wiping
        typer.echo(line if "\n" in line else _filled(line))


def _filled(line: str) -> str:
    width = min(shutil.get_terminal_size().columns, 100)
    return fill(line, width, break_long_words=False, break_on_hyphens=False)
