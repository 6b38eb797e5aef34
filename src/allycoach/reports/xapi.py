"""One sitting as xAPI 1.0.3 statements, for a learning record store. No words, no name, no score."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from allycoach.coaching.counts import SittingCounts
from allycoach.conversation.sitting import Sitting, Turn

_HOME = f"urn:uuid:{uuid5(NAMESPACE_URL, 'urn:allycoach')}"
_VERBS = "http://adlnet.gov/expapi/verbs/"
_SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
_INTERACTION = "http://adlnet.gov/expapi/activities/interaction"
_OWN = "urn:allycoach"
_BY_TRAINEE = frozenset({"trainee", "input"})

_Json = dict[str, Any]


def session_xapi(sitting: Sitting, counts: SittingCounts) -> str:
    """A JSON array: the start, every reply with what was seen in it, and the end.

    A store usually belongs to an employer, so what was said stays out. The actor is an opaque account of this sitting's
    own: two sittings of one trainee cannot be told to be theirs. Made again, the statements have the same ids.
    """
    made = [
        _statement(sitting, "start", _verb("initialized"), _scenario(counts), sitting.started.at),
        *(_reply(sitting, turn, counts) for turn in sitting.turns),
        *_end(sitting, counts),
    ]
    return json.dumps(made, indent=2, ensure_ascii=True) + "\n"


def _statement(
    sitting: Sitting, part: str, verb: _Json, thing: _Json, at: datetime, *, result: _Json | None = None
) -> _Json:
    registration = uuid5(NAMESPACE_URL, f"{_OWN}:{quote(sitting.started.sitting, safe='')}")
    return {
        "id": str(uuid5(registration, part)),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": _HOME, "name": str(uuid5(registration, "actor"))},
        },
        "verb": verb,
        "object": thing,
        **({"result": result} if result else {}),
        "context": {
            "registration": str(registration),
            "platform": "allycoach",
            "language": "en-GB",
            "extensions": {f"{_OWN}:mode": sitting.mode},
        },
        "timestamp": at.isoformat(),
    }


def _verb(name: str) -> _Json:
    return {"id": f"{_VERBS}{name}", "display": {"en": name}}


def _scenario(counts: SittingCounts) -> _Json:
    activity = f"{_OWN}:scenario:{quote(counts.scenario, safe='')}"
    return {"objectType": "Activity", "id": activity, "definition": {"type": _SIMULATION}}


def _reply(sitting: Sitting, turn: Turn, counts: SittingCounts) -> _Json:
    number, reading = turn.reply.turn, turn.reply.reading
    standing, _ = sitting.flags_of(turn.reply)
    seen: Mapping[str, list[str]] = {
        "moves": list(dict.fromkeys(move.kind.value for move in reading.moves)),
        "flags": list(dict.fromkeys(flag.kind.value for flag in standing)),
    }
    activity = f"{_scenario(counts)['id']}:reply"
    made = _statement(
        sitting,
        f"turn {number}",
        _verb("responded"),
        {"objectType": "Activity", "id": activity, "definition": {"type": _INTERACTION}},
        turn.reply.at,
        result={"extensions": {f"{_OWN}:turn": number} | {f"{_OWN}:{name}": kinds for name, kinds in seen.items()}},
    )
    made["context"]["contextActivities"] = {"parent": [_scenario(counts)]}
    return made


def _end(sitting: Sitting, counts: SittingCounts) -> Iterator[_Json]:
    """The last statement; none for a sitting that nobody has ended."""
    if sitting.ended is None:
        return
    at = max(sitting.ended.at, sitting.started.at)
    completed = sitting.ended.why not in _BY_TRAINEE
    numbers = counts.model_dump(mode="json", exclude={"format", "v", "who", "scenario", "mode"})
    yield _statement(
        sitting,
        "end",
        _verb("completed" if completed else "terminated"),
        _scenario(counts),
        at,
        result={
            "completion": completed,
            "duration": f"PT{(at - sitting.started.at).total_seconds():.0f}S",
            "extensions": {f"{_OWN}:counts": numbers},
        },
    )
