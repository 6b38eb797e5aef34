"""One content file from disk, checked."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from allycoach.errors import ContentError

from .cache import ParsedFiles
from .kinds import schema_of
from .located import Found, Group, Loc, Node, Problem, Spot, follow, located, plain, where
from .schema.base import Content
from .wording import problems
from .yaml_text import UnreadableError, decode, parse, read_bytes

Shape = TypeVar("Shape", bound=Content)

_MOST = 20


class FaultyFileError(ContentError):
    """A content file with something wrong; `problems` are located messages, in the order of the file."""

    def __init__(self, found: Sequence[str]) -> None:
        super().__init__("\n".join(found))
        self.problems = tuple(found)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that is YAML. `name` is how messages call it."""

    name: str
    text: str
    root: Node

    def spot(self, at: Loc) -> Spot:
        """Where the part that `at` leads to begins, or the innermost part around it that is in the file."""
        return _place(follow(self.root, at))

    def message(self, text: str, at: Loc = (), rule: str = "S001") -> str:
        """A located message about the part that `at` leads to, with the number of the rule it breaks."""
        found = follow(self.root, at)
        return located(self.name, Problem(text, where(found.path), _place(found), rule), self.text)


def _place(found: Found) -> Spot:
    """A group is pointed at by its key, which is on the line above it as often as not."""
    return found.key if found.key and isinstance(found.node, Group) else found.node.spot


def load_file(path: Path, shape: type[Shape], *, name: str, parsed: ParsedFiles | None = None) -> Shape:
    """The content of `path`. Raises FaultyFileError, with everything that is wrong."""
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        raise _unreadable(name, error) from None
    kept = parsed.get(path, data) if parsed else None
    if kept is not None:
        # What fails here is checked once more below, where there are positions to tell.
        with contextlib.suppress(ValidationError):
            return shape.model_validate(kept)
    source = read_source(data, name)
    content = validate(source, shape)
    if parsed:
        parsed.put(path, data, plain(source.root))
    return content


def open_source(path: Path, name: str) -> SourceFile:
    """A file as located YAML. Raises FaultyFileError."""
    try:
        return read_source(read_bytes(path), name)
    except UnreadableError as error:
        raise _unreadable(name, error) from None


def read_source(data: bytes, name: str) -> SourceFile:
    """Bytes as located YAML. Raises FaultyFileError."""
    try:
        text = decode(data)
        return SourceFile(name, text, parse(text))
    except UnreadableError as error:
        raise _unreadable(name, error) from None


def validate(source: SourceFile, shape: type[Shape]) -> Shape:
    """The content of a source file. Raises FaultyFileError."""
    if not isinstance(source.root, Group):
        keys = ", ".join(schema_of(shape)["required"][:3])
        raise FaultyFileError([source.message(f"this file must begin with keys, such as {keys}")])
    try:
        return shape.model_validate(plain(source.root))
    except ValidationError as error:
        wrong = problems(error, source.root, schema_of(shape))
    found = [located(source.name, problem, source.text) for problem in wrong]
    more = [f"{source.name}  and {len(found) - _MOST} more"] if len(found) > _MOST else []
    raise FaultyFileError([*found[:_MOST], *more])


def _unreadable(name: str, error: UnreadableError) -> FaultyFileError:
    return FaultyFileError([located(name, error.problem, error.text)])
