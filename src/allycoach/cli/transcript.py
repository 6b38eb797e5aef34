"""A transcript as it comes in: its file, its form, who is who in it, and what they say in turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.amounts import often
from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal.disk import reason
from allycoach.signs import one_line, visible

if TYPE_CHECKING:
    from allycoach.plain.terminal import Lines
    from allycoach.transcripts.forms import Form
    from allycoach.transcripts.said import Said
    from allycoach.transcripts.speakers import Others, Roles, Turn

NOTHING = _("Nothing was kept.")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class HowRead:
    """What was asked for on the command line; `columns` and `speakers` are as typed."""

    form: "Form | None" = None
    columns: str = ""
    conversation: str = ""
    speakers: str = ""
    others: "Others | None" = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """`left_out` counts what was said by others."""

    form: "Form"
    turns: "tuple[Turn, ...]"
    names: tuple[str, ...]
    left_out: int


def data_of(file: Path) -> bytes:
    """Its bytes, up to a little more than may be read. Raises AllycoachError."""
    from allycoach.transcripts.forms import LARGEST

    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        why = (
            _("it is a folder") if file.is_dir() else _("there is no such file") if not file.exists() else reason(error)
        )
        raise AllycoachError(
            _("{file} cannot be read: {why}.").format(file=visible(str(file)), why=why), kept=NOTHING
        ) from error


def transcript(file: Path, data: bytes, how: HowRead, terminal: "Lines") -> Transcript:
    """Who says what; what is left out is told, and who is who asked for where it is not known. Raises AllycoachError."""
    from allycoach.transcripts.forms import decoded, form_of, parse
    from allycoach.transcripts.said import NotReadError

    try:
        text, guessed = decoded(data)
        form = how.form or form_of(file.name, text)
        said = _one_talk(parse(form, text, columns_in(how.columns)), how.conversation)
    except NotReadError as error:
        raise AllycoachError(
            _("{name} was not understood: {error}.").format(name=visible(file.name), error=visible(str(error))),
            kept=NOTHING,
            mend=_("docs/transcripts.md shows what each form looks like."),
        ) from None
    if guessed:
        terminal.say(
            _("LETTERS: the file is not in UTF-8 and was read as Windows writes it; look at accents and quotes.")
        )
    roles = _roles(said, how, terminal)
    left_out = sum(roles.role(one.speaker) is None for one in said)
    return Transcript(form, _turns(said, roles, terminal), tuple(dict.fromkeys(one.speaker for one in said)), left_out)


def columns_in(typed: str) -> dict[str, str]:
    """From `speaker=Who,text=What`. Raises AllycoachError."""
    columns: dict[str, str] = {}
    for part in filter(None, map(str.strip, typed.split(","))):
        column, equals, name = part.partition("=")
        if not equals or column.strip() not in ("speaker", "text"):
            raise AllycoachError(
                _("“{part}” names no column.").format(part=visible(part)),
                kept=NOTHING,
                mend=_("Write --columns speaker=NAME,text=NAME."),
            )
        columns[column.strip()] = name
    return columns


def _one_talk(said: "tuple[Said, ...]", wanted: str) -> "tuple[Said, ...]":
    """Raises NotReadError when it is not clear which."""
    from allycoach.transcripts.said import NotReadError

    talks = list(dict.fromkeys(one.talk for one in said))
    if wanted and wanted not in talks:
        raise NotReadError(0, _("there is no conversation “{wanted}” in it").format(wanted=wanted))
    if not wanted and len(talks) > 1:
        first = ", ".join(f"“{talk}”" for talk in talks[:_SHOWN])
        raise NotReadError(
            0,
            _("it holds {n:,} conversations; name one with --conversation, such as {first}").format(
                n=len(talks), first=first
            ),
        )
    return tuple(one for one in said if not wanted or one.talk == wanted)


def _roles(said: "Sequence[Said]", how: HowRead, terminal: "Lines") -> "Roles":
    from allycoach.plain.importing import chosen
    from allycoach.transcripts.speakers import guessed, listed, roles_in, speakers

    there = speakers(said)
    try:
        if how.speakers:
            return roles_in(how.speakers, there, how.others or "drop")
        roles = guessed(there, how.others or "drop")
        if roles is None and terminal.interactive:
            roles = chosen(there, how.others, terminal)
    except ValueError as error:
        raise AllycoachError(
            _("Who is who is not clear: {error}.").format(error=visible(str(error))), kept=NOTHING
        ) from None
    if roles is None:
        raise AllycoachError(
            _("Who is the ally and who the person? There are {names}.").format(names=one_line(listed(there))),
            kept=NOTHING,
            mend=_("Say it with --speakers ally=NAME,person=NAME."),
        )
    return roles


def _turns(said: "Sequence[Said]", roles: "Roles", terminal: "Lines") -> "tuple[Turn, ...]":
    from allycoach.transcripts.speakers import key, speakers, turns

    there, found = speakers(said), turns(said, roles)
    for role in ("ally", "person"):
        times = sum(turn.role == role for turn in found)
        if not times:
            silent = (
                _("The ally says nothing in this transcript.")
                if role == "ally"
                else _("The person says nothing in this transcript.")
            )
            raise AllycoachError(silent, kept=NOTHING)
        names = ", ".join(one_line(one.name) for one in there if roles.role(one.name) == role)
        words = _("ALLY: {names}, who speaks {times}.") if role == "ally" else _("PERSON: {names}, who speaks {times}.")
        terminal.say(words.format(names=names, times=often(times)))
    for one in there:
        if roles.role(one.name) is None:
            first = next(each.line for each in said if key(each.speaker) == key(one.name))
            terminal.say(
                _("LEFT OUT: {name}, who speaks {times}, first on line {first}.").format(
                    name=one_line(one.name), times=often(one.times), first=first
                )
            )
    return found
