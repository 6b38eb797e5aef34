"""A saved sitting as a document."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import AllycoachError, NotSaved
from allycoach.journal import home
from allycoach.journal.disk import reason
from allycoach.journal.place import FILE_MODE, make_private
from allycoach.signs import visible

from .replay import saved_sitting
from .shelves import library, vault

if TYPE_CHECKING:
    from allycoach.coaching.counts import SittingCounts
    from allycoach.coaching.debrief import Debrief
    from allycoach.content.library import Library
    from allycoach.conversation.sitting import Sitting

    from .without_names import TakenOut


def document_of(name: str, content: Path | None, *, to: str = "md", taken_out: "TakenOut | None" = None) -> str:
    """The sitting of that name in one of the forms of `allycoach export`. Raises AllycoachError."""
    from allycoach.coaching.debrief import build

    shelf, sitting = library(content), saved_sitting(name)
    scenario = shelf.scenarios.get(sitting.started.scenario)
    if taken_out is not None:
        sitting = taken_out.of(sitting, shelf)
    return document(sitting, build(sitting, scenario, shelf.coaching), shelf, to=to)


def circle_of(name: str, content: Path | None, *, turn: int | None, question: str, taken_out: "TakenOut") -> str:
    """A sheet for a learning circle, without names. Raises AllycoachError."""
    from allycoach.coaching.circle import circle_sheet
    from allycoach.reports.circle import circle_html

    shelf, sitting = library(content), saved_sitting(name)
    try:
        sheet = circle_sheet(sitting, turn, question)
    except ValueError as error:
        raise AllycoachError(
            _("No sheet was made: {error}.").format(error=error), mend=_("--turn takes the number of a reply.")
        ) from None
    plan = taken_out.plan(sitting, shelf, texts=[one.text for one in sheet.said])
    return circle_html(replace(sheet, said=tuple(replace(one, text=plan.change(one.text).text) for one in sheet.said)))


def document(sitting: "Sitting", debrief: "Debrief", shelf: "Library", *, to: str) -> str:
    """A sitting as text. Raises NotSaved where a form needs a token that cannot be kept."""
    if to in ("md", "html"):
        from allycoach.reports import session_html, session_markdown

        return (session_html if to == "html" else session_markdown)(sitting, debrief)
    if to == "csv":
        from allycoach.reports.session_csv import session_csv

        return session_csv(sitting, debrief)
    if sitting.imported is not None and to in ("xapi", "cohort"):
        raise AllycoachError(
            _("A real conversation is no practice, so it is not counted among practice."),
            kept=_("No document was made."),
            mend=_("--to md, html, csv, json and circle make one."),
        )
    if sitting.started.room and to in ("xapi", "cohort"):
        raise AllycoachError(
            _("This talk was led by a whole room, so it is nobody's own practice."),
            kept=_("No document was made."),
            mend=_("--to md, html, csv, json and circle make one."),
        )
    counts = _counts(sitting, shelf)
    if to == "xapi":
        from allycoach.reports.xapi import session_xapi

        return session_xapi(sitting, counts)
    if to == "cohort":
        return counts.model_dump_json() + "\n"
    from allycoach.reports.session_json import session_json

    return session_json(sitting, debrief, counts)


def _counts(sitting: "Sitting", shelf: "Library") -> "SittingCounts":
    """The numbers of a sitting; a person that did not come with allycoach is not named."""
    from allycoach.coaching.counts import OWN, counts_of
    from allycoach.content.library import SHIPPED
    from allycoach.journal.token import own_token

    shipped = {one.id for one in shelf.origins if one.kind == "scenarios" and one.layer == SHIPPED}
    scenario = sitting.started.scenario
    return counts_of(sitting, who=own_token(home()), scenario=scenario if scenario in shipped else OWN)


def put(text: str, output: Path | None, *, words: bool = True) -> None:
    """Prints a document, or writes it to a new file; `words` says that something somebody wrote is in it. Raises NotSaved."""
    clear = in_the_clear() if words else ""
    if output is None:
        print(text, end="", flush=True)
        if clear and not sys.stdout.isatty():
            print(clear.strip(), file=sys.stderr)
    else:
        write_new(output, text)
        print(_("Written to {output}.{clear}").format(output=visible(str(output)), clear=clear), file=sys.stderr)


def in_the_clear() -> str:
    """What to add where a document leaves what is sealed; "" without a passphrase."""
    return _(" It is not sealed: whoever has the file can read it.") if vault().locked else ""


def write_new(path: Path, text: str) -> None:
    """Writes a file only its owner can read. Raises NotSaved, also when there is such a file already."""
    try:
        _write(path, text)
    except FileExistsError:
        raise NotSaved(
            _("There is already a file {path}.").format(path=path),
            kept=_("It was not changed."),
            mend=_("Choose another name, or remove it."),
        ) from None
    except OSError as error:
        raise _not_written(path, error) from error


def put_own(path: Path, text: str) -> Path:
    """Writes a file of our own, in place of an earlier one, and says where. Raises NotSaved."""
    new = path.with_name(f".{path.name}.new")
    try:
        make_private(path.parent)
        new.unlink(missing_ok=True)
        _write(new, text)
        return new.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error


def _write(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))


def _not_written(path: Path, error: OSError) -> NotSaved:
    return NotSaved(
        _("{path} could not be written: {reason}.").format(path=path, reason=reason(error)),
        kept=_("The sitting itself is safe."),
    )
