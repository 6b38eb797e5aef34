"""The rows of an authoring sheet read as the data of a scenario, each value at its place in the sheet."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from allycoach.content.located import Group, Listing, Loc, Node, Plain, Problem, Scalar, Spot
from allycoach.content.visible import quoted
from allycoach.reading import Form

from .layout import BY_NAME, Field, Holds, Part
from .rows import NONE, Row

_DEPTH = re.compile(r"([1-9])(?: (closed|wary|open))?( step)?")
_NUMBER = re.compile(r"[-+]?[0-9]{1,9}")
_YES = {"yes": True, "no": False, "true": True, "false": False}
_WORDS_AND_TOPIC = re.compile(r"(.*?)(?:\s*(?<!\\)\[([^\]]*)\])?", re.DOTALL)
_BANDS = frozenset({"closed", "wary", "open"})
_Made = TypeVar("_Made", Group, Listing)


def read_rows(rows: Iterable[Row]) -> tuple[Group, list[Problem]]:
    """The data, and what in the sheet has no place in it."""
    growing = _Growing()
    for row in rows:
        growing.add(row)
    return growing.root, growing.problems


class _Growing:
    """A scenario's data while rows are added to it."""

    def __init__(self) -> None:
        self.root = Group(Spot(1, 1), {})
        self.problems: list[Problem] = []
        self._heading: tuple[str, str, Spot] | None = None
        self._put: dict[Holds, Callable[[Loc, str, Row], None]] = {
            "many": self._many,
            "list": self._list,
            "amounts": self._amounts,
            "depths": self._depth,
            "recalls": self._recall,
        }

    def add(self, row: Row) -> None:
        heading = (row.part, row.which, row.head)
        begins, self._heading = heading != self._heading, heading
        part = _part_of(row)
        if part is None:
            if begins:
                names = ", ".join(name.capitalize() for name in BY_NAME)
                self._wrong(
                    f"there is no part {quoted(row.part)} in a sheet; {_near(row.part, BY_NAME, names)}", row.head
                )
            return
        at = self._entry(part, row, begins)
        field, rest = _field_of(part, row.what)
        if field is None:
            labels = [each.label for each in part.fields]
            self._wrong(f"{quoted(row.what)} is no label here; {_near(row.what, labels, ', '.join(labels))}", row.spot)
        elif row.text:
            self._put.get(field.holds, self._value(field.holds))((*at, *field.key), rest, row)

    def _wrong(self, said: str, spot: Spot, rule: str = "S001") -> None:
        self.problems.append(Problem(said, spot=spot, rule=rule))

    def _entry(self, part: Part, row: Row, begins: bool) -> Loc:
        """Where the row's entry is; a heading in a list begins a new one."""
        if part.shape == "one":
            return part.at
        if part.shape == "keyed":
            return (*part.at, row.which)
        entries = self._reach(part.at, Listing(row.head, [])).entries
        if begins or not entries:
            entries.append(Group(row.head, {}))
            for key, value in _from_heading(part, row.which):
                at = (*part.at, len(entries) - 1, *key)
                self._append(at, value, row.head) if key == ("words",) else self._set(at, value, row.head)
        return (*part.at, len(entries) - 1)

    def _value(self, holds: Holds) -> Callable[[Loc, str, Row], None]:
        def put(at: Loc, rest: str, row: Row) -> None:
            value: Plain = row.text
            if holds == "yes":
                value = _YES.get(row.text.lower(), row.text)
            self._set((*at, rest) if rest else at, value, row.spot)

        return put

    def _many(self, at: Loc, rest: str, row: Row) -> None:
        self._append((*at, rest) if rest else at, row.text, row.spot)

    def _list(self, at: Loc, _rest: str, row: Row) -> None:
        self._reach(at, Listing(row.spot, []))
        for value in split(row.text):
            self._append(at, value, row.spot)

    def _amounts(self, at: Loc, rest: str, row: Row) -> None:
        for each in split(row.text):
            name, _, amount = each.partition(" ")
            number = int(amount) if _NUMBER.fullmatch(amount.strip()) else amount
            self._set((*at, rest, name), number, row.spot)

    def _depth(self, at: Loc, rest: str, row: Row) -> None:
        found = _DEPTH.fullmatch(rest)
        if found is None:
            said = f"{quoted(row.what)} is no depth; write for example `depth 1`, `depth 2 wary` or `depth 3 open step`"
            self._wrong(said, row.spot)
            return
        lines, number = self._reach(at, Listing(row.spot, [])).entries, int(found[1])
        if number > len(lines) + 1:
            self._wrong(f"depth {number} comes before depth {len(lines) + 1}; write the depths in order", row.spot)
            return
        line = (*at, number - 1)
        if number > len(lines):
            lines.append(Group(row.spot, {}))
            if found[2]:
                self._set((*line, "at"), found[2], row.spot)
            if found[3]:
                self._set((*line, "step"), True, row.spot)
        self._append((*line, "say"), row.text, row.spot)

    def _recall(self, at: Loc, when: str, row: Row) -> None:
        recalls = self._reach(at, Listing(row.spot, [])).entries
        if not recalls or _value_of(recalls[-1], "when") != when:
            recalls.append(Group(row.spot, {}))
            self._set((*at, len(recalls) - 1, "when"), when, row.spot)
        self._append((*at, len(recalls) - 1, "say"), row.text, row.spot)

    def _append(self, at: Loc, text: str, spot: Spot) -> None:
        self._reach(at, Listing(spot, [])).entries.append(Scalar(spot, text, text))

    def _set(self, at: Loc, value: Plain, spot: Spot) -> None:
        entries, key = self._reach(at[:-1], Group(spot, {})).entries, str(at[-1])
        if key in entries:
            self._wrong(f"this is here twice; first on line {entries[key][0].line}", spot, "S002")
        else:
            entries[key] = (spot, Scalar(spot, value, str(value)))

    def _reach(self, at: Loc, made: _Made) -> _Made:
        """The part at a place, made with all around it if it is not there yet; `made` is what it is to be."""
        here: Node = self.root
        for depth, step in enumerate(at):
            if isinstance(here, Listing) and isinstance(step, int):
                here = here.entries[step]
            elif isinstance(here, Group):
                new = made if depth == len(at) - 1 else Group(made.spot, {})
                here = here.entries.setdefault(str(step), (made.spot, new))[1]
        assert isinstance(here, type(made)), "the layout gives each place one shape"
        return here


def split(text: str) -> list[str]:
    """What stands between semicolons, without empty values; `\\;` is a semicolon."""
    if text == NONE:
        return []
    values = re.findall(r"(?:[^;\\]|\\.|\\$)+", text, re.DOTALL)
    plain = (re.sub(r"\\([\\;\[(])", r"\1", value).strip() for value in values)
    return [value for value in plain if value]


def _value_of(node: Node, key: str) -> Plain:
    inside = node.entries[key][1] if isinstance(node, Group) else node
    return inside.value if isinstance(inside, Scalar) else None


def _part_of(row: Row) -> Part | None:
    name, which = row.part.strip().lower(), row.which.strip().lower()
    return BY_NAME.get(f"{name}: {which}") or BY_NAME.get(name)


def _field_of(part: Part, what: str) -> tuple[Field | None, str]:
    """The field of a label, and what follows the label's own words."""
    words = " ".join(what.split())
    label = words.lower().replace("_", " ")
    for field in part.fields:
        stem = field.label.removesuffix("*")
        if label == field.label:
            return field, ""
        if stem != field.label and label.startswith(stem):
            return field, words[len(stem) :]
    return None, ""


def _from_heading(part: Part, which: str) -> Iterator[tuple[Loc, str]]:
    """What the heading of an entry says of it."""
    if part.head == "id":
        yield ("id",), which
    if part.head == "words":
        found = _WORDS_AND_TOPIC.fullmatch(which)
        words, topic = found.groups() if found else (which, None)
        yield from ((("words",), word) for word in split(words))
        if topic:
            yield ("topic",), topic
    if part.head == "when":
        yield from (_condition(said.strip()) for said in which.split(",") if said.strip())


def _condition(said: str) -> tuple[Loc, str]:
    for words, key in (("topic ", "topic"), ("after turn ", "after_turn")):
        if said.startswith(words):
            return ("when", key), said.removeprefix(words).strip()
    key = "band" if said in _BANDS else "form" if said in set(Form) else "act"
    return ("when", key), said


def _near(name: str, known: Iterable[str], listed: str) -> str:
    near = difflib.get_close_matches(name.strip().lower(), list(known), 1)
    return f'did you mean "{near[0]}"?' if near else f"there are {listed}"
