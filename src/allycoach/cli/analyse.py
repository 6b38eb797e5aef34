"""`allycoach analyse`: one reply for a person to look at, or many for a program."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import typer

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal.disk import reason
from allycoach.reading import Context
from allycoach.signs import visible

from .faults import CANNOT
from .protocol import Answers, answer, as_json

if TYPE_CHECKING:
    from allycoach.language.reader import SpacyReader


def reader(content: Path | None) -> "SpacyReader":
    """The analyser over all content. Takes a second. Raises PipelineMissing."""
    from .shelves import library, reader_for

    return reader_for(library(content))


def analyse_text(
    file: str, content: Path | None, *, previous: str, form: Literal["text", "json"], explain: bool
) -> None:
    """Prints what is seen in the one reply that a file holds."""
    with _opened(file) as source:
        text = source.read().decode("utf-8", errors="replace").rstrip("\r\n")
    own = reader(content)
    reading = own.read(text, Context(previous=previous))
    if form == "json":
        typer.echo(as_json(reading, explain=explain))
        return
    from .marked import print_reading

    print_reading(reading, explain=explain)
    if explain:
        for line in _parsed(own, text):
            typer.echo(visible(line))


def _parsed(own: "SpacyReader", text: str) -> Iterable[str]:
    """Each sentence as its words with tag, relation and the word they hang on."""
    for words in own.parse(text):
        parts = (f"{word.text}/{word.tag} {word.dep}<{words[word.head].text}" for word in words)
        yield _("Parsed: ") + " · ".join(parts)


def analyse_lines(file: str, content: Path | None) -> int:
    """Answers each line as soon as it can, in order; the exit status. Lines that are no question are told on
    standard error, and then the status is 2 once everything else has been answered."""
    answers: Answers = reader(content)
    with _opened(file) as source:
        malformed = answer(answers, source, _write, _complain)
    return CANNOT if malformed else 0


def _write(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def _complain(words: str) -> None:
    typer.echo(visible(words), err=True)


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except FileNotFoundError:
        raise AllycoachError(
            _("There is no file {file}.").format(file=file),
            mend=_(
                "To have a reply read, type `allycoach analyse`, the reply, and at the end ctrl+d (ctrl+z on Windows)."
            ),
        ) from None
    except OSError as error:
        raise AllycoachError(_("{file} cannot be read: {reason}.").format(file=file, reason=reason(error))) from error
