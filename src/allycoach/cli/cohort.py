"""`allycoach cohort`: files that people chose to hand in, counted as they are read."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal.disk import reason
from allycoach.signs import visible

if TYPE_CHECKING:
    from allycoach.coaching.counts import SittingCounts

LONGEST_LINE = 64_000
"""Bytes of a line with the counts of one sitting, with much to spare."""
LARGEST_DOCUMENT = 64_000_000
_TOLD = 5


@dataclass
class Read:
    """What could not be counted: so many, and the first of them in words."""

    problems: int = 0
    said: list[str] = field(default_factory=list)

    def problem(self, words: str) -> None:
        self.problems += 1
        if len(self.said) < _TOLD:
            self.said.append(visible(words))


def files_in(named: Sequence[Path]) -> list[Path]:
    """The files, and those in the folders; none twice. Raises AllycoachError when one is not there."""
    found: dict[Path, Path] = {}
    for path in named:
        if not path.exists():
            raise AllycoachError(_("There is no file {path}.").format(path=visible(str(path))))
        inside = (
            sorted(each for each in path.rglob("*") if each.suffix in (".json", ".jsonl")) if path.is_dir() else [path]
        )
        for each in inside:
            found.setdefault(each.resolve(), each)
    if not found:
        raise AllycoachError(
            _("There are no files to count."), mend=_("`allycoach export last --to cohort -o FILE` makes one.")
        )
    return list(found.values())


def cohort_text(named: Sequence[Path], *, to: str, watch: Callable[[int, int], None], read: Read) -> str:
    """The report in one form. `watch` is told how many bytes of how many have been read."""
    from allycoach.coaching.cohort import Tally, report
    from allycoach.reports import cohort as forms

    files = files_in(named)
    whole, done, tally = sum(path.stat().st_size for path in files), 0, Tally()
    for path in files:
        for counts, size in counts_in(path, read):
            done += size
            if counts is not None:
                tally.add(counts)
            watch(done, whole)
    write = {
        "html": forms.cohort_html,
        "md": forms.cohort_markdown,
        "csv": forms.cohort_csv,
        "json": forms.cohort_json,
    }[to]
    return write(report(tally))


def counts_in(path: Path, read: Read) -> "Iterator[tuple[SittingCounts | None, int]]":
    """What each line of a file holds, or the one document that it is, with its size in bytes."""
    try:
        with path.open("rb") as file:
            first = file.readline(LONGEST_LINE)
            file.seek(0)
            if first.strip() in (b"{", b"["):
                yield _document(path, file.read(LARGEST_DOCUMENT + 1), read)
            else:
                yield from _lines(path, file, read)
    except OSError as error:
        read.problem(_("{path}: cannot be read, {reason}.").format(path=path, reason=reason(error)))


def _lines(path: Path, file: BinaryIO, read: Read) -> "Iterator[tuple[SittingCounts | None, int]]":
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        counts = _counts(line) if line.strip() else None
        if counts is None and line.strip():
            read.problem(
                _("{path}, line {number}: this is not what `allycoach export --to cohort` writes.").format(
                    path=path, number=number
                )
            )
        yield counts, len(line)
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            yield None, _skipped(file)


def _skipped(file: BinaryIO) -> int:
    """Reads to the end of a line that is too long, without keeping it; so many bytes."""
    size = 0
    while part := file.readline(LONGEST_LINE):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def _document(path: Path, data: bytes, read: Read) -> "tuple[SittingCounts | None, int]":
    counts = None
    if len(data) <= LARGEST_DOCUMENT:
        try:
            made = json.loads(data)
            if isinstance(made, dict) and made.get("imported") is not None:
                read.problem(
                    _("{path}: this is a real conversation and no practice, so it is not counted.").format(path=path)
                )
                return None, len(data)
            if isinstance(made, dict) and made.get("room"):
                read.problem(
                    _("{path}: this talk was led by a whole room, so it is not counted as somebody's.").format(
                        path=path
                    )
                )
                return None, len(data)
            counts = _counts(json.dumps(made.get("counts", made)).encode())
        except (ValueError, TypeError, AttributeError, RecursionError):
            counts = None
    if counts is None:
        read.problem(_("{path}: this is not what `allycoach export --to json` writes.").format(path=path))
    return counts, len(data)


def _counts(line: bytes) -> "SittingCounts | None":
    from pydantic import ValidationError

    from allycoach.coaching.counts import SittingCounts

    try:
        return SittingCounts.model_validate_json(line)
    except ValidationError:
        return None
