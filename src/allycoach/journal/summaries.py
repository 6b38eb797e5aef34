"""Summaries of sealed sittings, themselves sealed in one file: ten thousand logs are not opened again for a list of them."""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .atomic import replace_file
from .summary import Summary

if TYPE_CHECKING:
    from .cipher import Cipher

State = tuple[int, int]
"""A log's size in bytes and the time of its last change in nanoseconds."""
_VERSION = 1


class SealedSummaries:
    """Only kept for speed: a log that has changed is read again, and without the file all of them are."""

    def __init__(self, path: Path, cipher: "Cipher") -> None:
        self._path = path
        self._cipher = cipher

    def of(self, logs: Iterable[tuple[str, State]], read: Callable[[str], Summary]) -> list[Summary]:
        """The summaries of these logs, in their order; `read` makes one that is not known."""
        known, found = self._known(), dict[str, tuple[State, Summary]]()
        new = False
        for sitting, state in logs:
            before = known.get(sitting)
            if before is None or before[0] != state:
                new = True
                found[sitting] = (state, read(sitting))
            else:
                found[sitting] = before
        if new or found.keys() != known.keys():
            self._keep(found)
        return [summary for _, summary in found.values()]

    def _known(self) -> dict[str, tuple[State, Summary]]:
        try:
            data = self._cipher.opened_file(self._path.name, self._path.read_bytes())
            said = json.loads(data or b"{}")
            if said.get("v") != _VERSION:
                return {}
            return {name: ((size, changed), _summary(name, raw)) for name, size, changed, raw in said["logs"]}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _keep(self, found: dict[str, tuple[State, Summary]]) -> None:
        logs = [(name, *state, _raw(summary)) for name, (state, summary) in found.items()]
        data = json.dumps({"v": _VERSION, "logs": logs}, separators=(",", ":")).encode("ascii")
        with suppress(OSError):
            replace_file(self._path, self._cipher.sealed_file(self._path.name, data))


def _raw(summary: Summary) -> dict[str, Any]:
    said = asdict(summary)
    del said["id"]
    return said | {name: moment.isoformat() for name in ("at", "last") if (moment := said[name]) is not None}


def _summary(name: str, raw: dict[str, Any]) -> Summary:
    moments = {each: datetime.fromisoformat(raw[each]) for each in ("at", "last") if raw[each] is not None}
    return Summary(**(raw | moments), id=name)
