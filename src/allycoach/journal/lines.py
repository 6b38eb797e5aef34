"""The lines of a log as events: what can be read is read, and what cannot is said."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from allycoach.catalogue import _
from allycoach.conversation.events import EVENT, Event, PersonSpoke, ReplySent, SittingStarted, SteppedBack
from allycoach.conversation.sitting import Sitting, advance, branch_name
from allycoach.errors import SittingUnreadable
from allycoach.reading import Reading

from .seal import sealed, unsealed
from .upgrades import upgraded

_LOST = "[this reply could not be read: its line in the file is damaged]"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A log read back.

    `notices` say in plain English what could not be read; `whole` counts the bytes of whole lines, and `tail`
    is what stands after them: a line that was being written when something stopped it.
    """

    events: tuple[Event, ...]
    notices: tuple[str, ...]
    whole: int
    tail: bytes


def write(event: Event) -> bytes:
    """One event as a line of the log, with its seal and its line end."""
    try:
        return sealed(EVENT.dump_json(event)) + b"\n"
    except PydanticSerializationError:
        # Half a surrogate pair has no UTF-8, but JSON can spell it.
        raw = EVENT.dump_python(event, mode="json")
        return sealed(json.dumps(raw, separators=(",", ":")).encode("ascii")) + b"\n"


def remember(data: bytes) -> Remembered:
    """Every event of a log that can be read, in order; a damaged line never hides the rest.

    Raises SittingUnreadable when a newer allycoach wrote it, or when nothing says what sitting it was.
    """
    whole = data.rfind(b"\n") + 1
    tail = data[whole:]
    lines = data[:whole].split(b"\n")[:-1]
    if tail and _event(tail) is not None:
        lines, whole, tail = [*lines, tail], len(data), b""
    notices: list[str] = []
    events = tuple(_fitting(lines, notices))
    if tail:
        notices.append(_("The last line was cut short while it was being saved; everything before it is here."))
    if not events:
        raise SittingUnreadable(
            _("This sitting cannot be opened: the beginning of its file is damaged."),
            kept=_("The file is still there, unchanged."),
        )
    return Remembered(events, tuple(notices), whole, tail)


def _fitting(lines: list[bytes], notices: list[str]) -> Iterator[Event]:
    """The events that make a sitting together. A reply that is lost before others gets a stand-in that says so."""
    sitting: Sitting | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        event = _event(line)
        if event is None:
            notices.append(
                _("Line {number} of the file is damaged and was left out; the rest is here.").format(number=number)
            )
            continue
        for stand_in in _stand_ins(sitting, event, lost=number - 1):
            sitting = advance(sitting, stand_in)
            yield stand_in
        try:
            sitting = _next(sitting, event)
        except ValueError:
            notices.append(
                _("Line {number} of the file is out of place and was left out; the rest is here.").format(number=number)
            )
            continue
        yield event


def _next(sitting: Sitting | None, event: Event) -> Sitting:
    if isinstance(event, SittingStarted) and sitting is not None:
        raise ValueError("a sitting begins once")
    return advance(sitting, event)


def _stand_ins(sitting: Sitting | None, event: Event, *, lost: int) -> Iterator[ReplySent | SteppedBack]:
    """What must have stood before this event and does not: replies, no more of them than there are lines before it, or a
    step back to before a reply that is already there."""
    if sitting is None or not isinstance(event, PersonSpoke | ReplySent):
        return
    there = len(sitting.turns)
    if isinstance(event, ReplySent) and 1 <= event.turn <= there:
        yield SteppedBack(at=event.at, turn=event.turn, name=branch_name(sitting))
    upto = event.turn if isinstance(event, PersonSpoke) else event.turn - 1
    if upto - there <= lost:
        for turn in range(there + 1, upto + 1):
            yield ReplySent(at=event.at, turn=turn, text=_LOST, reading=Reading(text=_LOST))


def _event(line: bytes) -> Event | None:
    whole = unsealed(line)
    if whole is None:
        return None
    try:
        raw = json.loads(whole)
        return EVENT.validate_python(upgraded(raw)) if isinstance(raw, dict) else None
    except (ValueError, ValidationError, RecursionError):
        return None
