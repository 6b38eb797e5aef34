"""A line about each saved sitting, cheap enough for ten thousand of them: no event is built, only counted."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allycoach.catalogue import _

_REPLY = b'"type":"reply_sent"'
_ENDED = b'"type":"sitting_ended"'
_STEPPED = (b'"type":"stepped_back"', b'"type":"branch_taken"')
_INTENDED = b'"type":"intended"'
_ANSWERED = b'"type":"intention_answered"'
_MODE = b'"type":"mode_changed"'
# Inside a JSON string every quotation mark has a backslash before it, so these never match a person's words.


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list of sittings shows.

    `at` is when it began, `last` when something last happened in it. `turns` counts the trainee's replies;
    `ended` is False while the sitting can be continued, `intends` True while an if-then plan waits to be asked about.
    `mode` is "imported" for a transcript of a real conversation, "room" for a talk led by a room. `problem` says in
    plain English why a sitting cannot be opened; then the rest may be empty.
    """

    id: str
    at: datetime | None
    last: datetime | None = None
    scenario: str = ""
    title: str = ""
    person: str = ""
    mode: str = ""
    turns: int = 0
    ended: bool = False
    intends: bool = False
    problem: str = ""


def summarise(sitting_id: str, data: bytes) -> Summary:
    """The summary of one log's bytes."""
    end = data.rfind(b"\n") + 1
    started = _object(data[: data.find(b"\n")]) if end else {}
    try:
        return Summary(
            id=sitting_id,
            at=datetime.fromisoformat(started["at"]),
            last=datetime.fromisoformat(_last(data, end).get("at") or started["at"]),
            scenario=str(started["scenario"]),
            title=str(started["title"]),
            person=str(started["person"]),
            mode=_how(started) or _mode(data, end) or str(started["mode"]),
            turns=data.count(_REPLY, 0, end),
            ended=data.rfind(_ENDED, 0, end) > max(data.rfind(stepped, 0, end) for stepped in _STEPPED),
            intends=data.rfind(_INTENDED, 0, end) > data.rfind(_ANSWERED, 0, end),
        )
    except (KeyError, TypeError, ValueError):
        return Summary(sitting_id, at=None, problem=_("the beginning of its file is damaged"))


def _how(started: dict[str, Any]) -> str:
    """What a sitting is called that is not one's own practice."""
    return "imported" if started.get("imported") else "room" if started.get("room") else ""


def _last(data: bytes, end: int) -> dict[str, Any]:
    return _object(data[data.rfind(b"\n", 0, end - 1) + 1 : end])


def _mode(data: bytes, end: int) -> str:
    found = data.rfind(_MODE, 0, end)
    if found < 0:
        return ""
    line = data[data.rfind(b"\n", 0, found) + 1 : data.find(b"\n", found)]
    return str(_object(line).get("mode", ""))


def _object(line: bytes) -> dict[str, Any]:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}
