"""A YAML file as located values: YAML 1.2, one document, no tags, anchors or aliases, within limits."""

import contextlib
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from allycoach.errors import ContentError

from .located import LINE_END, Group, Listing, Loc, Node, Plain, Problem, Scalar, Spot, where
from .visible import first_control, quoted
from .yaml_errors import in_plain_english

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_READ_OTHERWISE_IN_C = re.compile("[\t\x85\u2028\u2029]")  # YAML 1.1: it ends lines at three of these and takes tabs
_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]{1,3})?")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class UnreadableError(ContentError):
    """A file or text that is not YAML we take; `problem` says why, `text` is what was read so far."""

    def __init__(self, problem: Problem, text: str = "") -> None:
        super().__init__(problem.text)
        self.problem = problem
        self.text = text


def read_bytes(path: Path) -> bytes:
    """The bytes of a content file. Raises UnreadableError."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError(Problem("this is a folder, not a file; rename it or take it away"))
        if not stat.S_ISREG(mode):
            raise UnreadableError(Problem("this is not an ordinary file"))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError(Problem("there is no such file, or it links to one that is gone")) from None
    except PermissionError:
        raise UnreadableError(Problem("this file may not be read; change its permissions")) from None
    except OSError as error:
        raise UnreadableError(Problem(f"this file could not be read: {error.strerror or error}")) from None
    if len(data) > MAX_BYTES:
        raise UnreadableError(Problem("this file is larger than 1 MB; split it into smaller ones"))
    return data


def decode(data: bytes) -> str:
    """UTF-8 as text, without a byte order mark. Raises UnreadableError."""
    if data.startswith(_UTF16_OR_32):
        raise UnreadableError(Problem("this file is saved as UTF-16 or UTF-32; save it again as UTF-8"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        byte = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        problem = Problem(f"{byte}; save the file again with the encoding UTF-8", spot=_spot_after(before))
        raise UnreadableError(problem, data.decode("utf-8-sig", errors="replace")) from None
    at = first_control(text)
    if at is not None:
        raise UnreadableError(Problem(_no_control(text[at]), spot=_spot_after(text[:at])), text)
    return text


def parse(text: str) -> Node:
    """The one document in `text`. Raises UnreadableError."""
    from ruamel.yaml.error import YAMLError  # not at the top: with a warm cache no run needs it, and it costs 50 ms

    if _READ_OTHERWISE_IN_C.search(text) is None:
        with contextlib.suppress(YAMLError):
            return _tree(text, pure=False)
    return parse_slowly(text)


def parse_slowly(text: str) -> Node:
    """The same, always by the parser written in Python: thirty times slower, but it says best what is wrong.

    Raises UnreadableError.
    """
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _tree(text, pure=True)
    except MarkedYAMLError as error:
        said, mark = in_plain_english(error)
        raise UnreadableError(Problem(said, spot=mark and Spot(mark.line + 1, mark.column + 1)), text) from None
    except YAMLError as error:
        raise UnreadableError(Problem(f"this is not YAML: {error}"), text) from None


def _tree(text: str, *, pure: bool) -> Node:
    from ruamel.yaml import YAML

    try:
        return _Tree(YAML(typ="safe", pure=pure).parse(text)).whole()
    except UnreadableError as error:
        raise UnreadableError(error.problem, text) from None


class _Tree:
    """Located values from parsing events, checked as they come, so that a hostile file is dropped early."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._next()

    def _next(self) -> Any:
        event = next(self._events)
        if getattr(event, "version", None) or getattr(event, "tags", None):
            raise UnreadableError(Problem("lines that begin with % are not used here; take them out"))
        return event

    def whole(self) -> Node:
        start = self._next()
        if type(start).__name__ == "StreamEndEvent":
            raise UnreadableError(Problem("this file is empty"))
        node = self._node(self._next(), ())
        if isinstance(node, Scalar) and node.value is None:
            raise UnreadableError(Problem("this file is empty"))
        self._next()
        more = self._next()
        if type(more).__name__ != "StreamEndEvent":
            raise self._wrong(more, "a second document starts here; keep one in a file and take out the line ---")
        return node

    def _node(self, event: Any, path: tuple[str | int, ...]) -> Node:
        kind = type(event).__name__
        if kind == "AliasEvent":
            raise self._wrong(event, "* makes an alias in YAML, which is not used here; put text in quotes", path)
        if event.anchor is not None:
            raise self._wrong(event, "& makes an anchor in YAML, which is not used here; put text in quotes", path)
        if event.tag is not None:
            raise self._wrong(event, "! makes a tag in YAML, which is not used here; put text in quotes", path)
        if len(path) >= MAX_DEPTH:
            raise self._wrong(event, f"this is nested more than {MAX_DEPTH} levels deep")
        if kind == "ScalarEvent":
            return self._scalar(event, path)
        return self._listing(event, path) if kind == "SequenceStartEvent" else self._group(event, path)

    def _scalar(self, event: Any, path: tuple[str | int, ...]) -> Scalar:
        written: str = event.value
        at = first_control(written)
        if at is not None:
            raise self._wrong(event, _no_control(written[at]), path)
        return Scalar(_spot(event), _meaning(written) if event.implicit[0] else written, written)

    def _listing(self, start: Any, path: tuple[str | int, ...]) -> Listing:
        entries: list[Node] = []
        while type(event := self._next()).__name__ != "SequenceEndEvent":
            entries.append(self._node(event, (*path, len(entries))))
        return Listing(_spot(start), entries)

    def _group(self, start: Any, path: tuple[str | int, ...]) -> Group:
        entries: dict[str, tuple[Spot, Node]] = {}
        while type(event := self._next()).__name__ != "MappingEndEvent":
            key = self._key(event, path)
            if key in entries:
                first = entries[key][0].line
                raise self._wrong(event, f"the key {quoted(key)} is here twice; first on line {first}", path, "S002")
            value = self._node(self._next(), (*path, key))
            if isinstance(value, Scalar) and value.written == "":
                value = replace(value, spot=_spot(event))  # the parser puts an absent value on a later line
            entries[key] = (_spot(event), value)
        return Group(_spot(start), entries)

    def _key(self, event: Any, path: tuple[str | int, ...]) -> str:
        key = self._node(event, path)
        if not isinstance(key, Scalar):
            raise self._wrong(event, "a key must be a word or a phrase; put text with brackets in quotes", path)
        if key.written == "<<":
            raise self._wrong(event, "<< merges keys in YAML, which is not used here", path)
        return key.written

    def _wrong(self, event: Any, text: str, path: Loc = (), rule: str = "S001") -> UnreadableError:
        return UnreadableError(Problem(text, where(path), _spot(event), rule))


def _meaning(written: str) -> Plain:
    """An unquoted value: true, false, decimal numbers and nothing mean themselves; all else is text."""
    if written in _NULLS:
        return None
    if written in _TRUTHS:
        return _TRUTHS[written]
    if _WHOLE.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written):
        return float(written)
    return written


def _no_control(char: str) -> str:
    return f"a control character (U+{ord(char):04X}) is here; take it out"


def _spot(event: Any) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)


def _spot_after(before: str) -> Spot:
    lines = LINE_END.split(before)
    return Spot(len(lines), len(lines[-1]) + 1)
