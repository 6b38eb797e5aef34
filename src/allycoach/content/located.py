"""Values that know where in the file they stand, and problems that say so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .visible import visible, width

Plain = str | int | float | bool | None
Loc = tuple[str | int, ...]
"""A place in the data, such as `("cues", 3, "kind")`."""

LINE_END = re.compile(r"\r\n|\r|\n")
_WINDOW = 96


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Line and column, both counted from 1, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    spot: Spot
    value: Plain
    written: str


@dataclass(frozen=True, slots=True)
class Listing:
    spot: Spot
    entries: list["Node"]


@dataclass(frozen=True, slots=True)
class Group:
    """Keys with, for each, where the key stands and what it holds."""

    spot: Spot
    entries: dict[str, tuple[Spot, "Node"]]


Node = Scalar | Listing | Group


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and where; `spot` is None when it is about the whole file. `rule` is the number of what it breaks
    (docs/rules), or "" where no rule is broken."""

    text: str
    where: str = ""
    spot: Spot | None = None
    rule: str = "S001"


@dataclass(frozen=True, slots=True)
class Found:
    """The deepest part of the data on the way to a place; `key` is where its key stands, if it has one."""

    node: Node
    path: Loc
    key: Spot | None = None


def plain(node: Node) -> object:
    """The data alone: dicts, lists, text, numbers, true and false, None."""
    match node:
        case Scalar(value=value):
            return value
        case Listing(entries=entries):
            return [plain(entry) for entry in entries]
        case Group(entries=groups):
            return {key: plain(entry) for key, (_, entry) in groups.items()}


def step(found: Found, part: str | int) -> Found | None:
    """One step into the data, or None if there is nothing by that key or number."""
    match found.node:
        case Group(entries=groups) if isinstance(part, str) and part in groups:
            spot, node = groups[part]
            return Found(node, (*found.path, part), spot)
        case Listing(entries=entries) if isinstance(part, int) and part < len(entries):
            return Found(entries[part], (*found.path, part))
    return None


def follow(root: Node, loc: Sequence[str | int]) -> Found:
    """As far along `loc` as the data goes."""
    found = Found(root, ())
    for part in loc:
        further = step(found, part)
        if further is None:
            break
        found = further
    return found


def where(path: Sequence[str | int]) -> str:
    """`("cues", 3, "kind")` as `cues[3].kind`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{visible(part)[:60]}"
    return text.removeprefix(".")


def located(name: str, problem: Problem, text: str = "") -> str:
    """The problem as people read it: file, line, column, the rule, what is wrong, then the line itself
    and a caret."""
    said = f"{problem.where}: {problem.text}" if problem.where else problem.text
    said = f"{problem.rule} {said}" if problem.rule else said
    if problem.spot is None:
        return f"{visible(name)}  {said}"
    head = f"{visible(name)}:{problem.spot.line}:{problem.spot.column}  {said}"
    lines = LINE_END.split(text)
    if problem.spot.line > len(lines):
        return head
    return "\n".join((head, *_excerpt(lines[problem.spot.line - 1], problem.spot)))


def _excerpt(line: str, spot: Spot) -> tuple[str, str]:
    before, after = visible(line[: spot.column - 1]), visible(line[spot.column - 1 :])
    if len(before) > _WINDOW // 2 and len(before) + len(after) > _WINDOW:
        before = "…" + before[-_WINDOW // 2 :]
    room = max(_WINDOW - len(before), 8)
    if len(after) > room:
        after = after[:room] + "…"
    number = f"{spot.line:>5}"
    return f"{number} | {before}{after}".rstrip(), f"{' ' * len(number)} | {' ' * width(before)}^"
