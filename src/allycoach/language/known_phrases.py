"""Phrases that an earlier start has read, kept beside the parsed content: reading them anew is a third of getting ready."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from allycoach.content.cache import ParsedFiles

from . import notation
from .notation import Notation, Pattern, Split

_ENTRY = Path("phrases of the phrase bank")
"""Under which they are kept, in place of a file's path."""


class KnownPhrases:
    """A notation that looks first among what was kept. `parsed` is None where nothing is kept; `pipeline` names what cuts words."""

    def __init__(
        self, lists: Mapping[str, tuple[str, ...]], split: Split, parsed: ParsedFiles | None, pipeline: str
    ) -> None:
        self._notation = Notation(lists, split)
        self._parsed = parsed
        # Whatever else decides how a phrase is read: with any other of these, nothing kept is of use.
        self._basis = b"\n".join(
            (Path(notation.__file__).read_bytes(), repr(sorted(lists.items())).encode(), pipeline.encode())
        )
        self._kept = _opened(parsed.get(_ENTRY, self._basis)) if parsed is not None else {}
        self._met: dict[str, Pattern] = {}

    def phrase(self, source: str) -> Pattern:
        """As Notation.phrase: raises ContentError that says what is wrong with it."""
        if source not in self._met:
            kept = self._kept.get(source)
            self._met[source] = self._notation.phrase(source) if kept is None else _pattern(source, kept)
        return self._met[source]

    def keep(self) -> None:
        """Keep what was met for the next start, if anything is new."""
        if self._parsed is not None and not self._met.keys() <= self._kept.keys():
            rows = json.dumps({source: _row(pattern) for source, pattern in self._met.items()})
            self._parsed.put(_ENTRY, self._basis, [_digest(rows), rows])


def _opened(entry: object) -> dict[str, Any]:
    """The rows by their phrases; none where what was kept is not what was put there."""
    match entry:
        case [str(digest), str(rows)] if digest == _digest(rows):
            opened: dict[str, Any] = json.loads(rows)
            return opened
    return {}


def _digest(rows: str) -> str:
    return hashlib.sha256(rows.encode()).hexdigest()


def _row(pattern: Pattern) -> list[Any]:
    firsts = None if pattern.firsts is None else sorted(pattern.firsts)
    return [pattern.expression, firsts, [sorted(need) for need in pattern.needs], pattern.at_start, pattern.at_end]


def _pattern(source: str, row: list[Any]) -> Pattern:
    expression, firsts, needs, at_start, at_end = row
    first_words = None if firsts is None else frozenset(firsts)
    return Pattern(source.lower(), expression, first_words, tuple(map(frozenset, needs)), at_start, at_end)
