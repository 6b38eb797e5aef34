"""What pydantic complains of, said in plain English and at its place in the file."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from .conditions import parse_clause
from .located import Found, Group, Listing, Loc, Node, Problem, Scalar, follow, step, where
from .rules import rule_at
from .schema.base import MisplacedError
from .visible import quoted, visible

_FEW = 6
_WRONG_SHAPE_FOR_GROUP = frozenset({"string_type", "tuple_type", "list_type", "enum", "literal_error"})
_WRONG_SHAPE_FOR_VALUE = frozenset({"model_type", "model_attributes_type", "dict_type", "tuple_type", "list_type"})
_CHOICES = frozenset({"enum", "literal_error"})


@dataclass(frozen=True, slots=True)
class _Slip:
    """One complaint and the place it is about; `branch` is the alternative of a union, `fork` its depth."""

    type: str
    message: str
    context: Mapping[str, Any]
    found: Found
    rest: Loc
    on_key: bool
    branch: str
    fork: int

    @property
    def node(self) -> Node:
        return self.found.node

    @property
    def written(self) -> str:
        if self.on_key:
            return str(self.found.path[-1])
        return self.node.written if isinstance(self.node, Scalar) else ""


_MISSING = " is missing"


def problems(error: ValidationError, root: Node, schema: Mapping[str, Any]) -> list[Problem]:
    """Every complaint once: what is there and wrong before what is missing, so that a slip of the pen is not buried, each
    in the order of the file. `schema` is the JSON Schema of the whole file."""
    slips = _one_branch([_slip(details, root) for details in error.errors(include_url=False)])
    slips = [slip for slip in slips if not _is_echo(slip)]
    meant = {near for slip in slips if (near := _meant_key(slip, schema))}
    said = [
        _problem(slip, schema)
        for slip in slips
        if not (slip.type == "missing" and (slip.found.path, slip.rest[-1]) in meant)
    ]
    return sorted(dict.fromkeys(said), key=lambda one: (one.text.endswith(_MISSING), one.spot is not None, one.spot))


def _slip(details: Mapping[str, Any], root: Node) -> _Slip:
    """Pydantic's `loc` mixes keys with names of union alternatives; the file itself tells which is which."""
    found, branch, fork, on_key = Found(root, ()), "", -1, False
    loc: Loc = details["loc"]
    for number, part in enumerate(loc):
        further = step(found, part)
        if further is not None:
            found = further
        elif part == "[key]":
            on_key = True
        elif details["type"] == "missing" and number == len(loc) - 1:
            break
        elif fork < 0:
            branch, fork = str(part), len(found.path)
    return _Slip(details["type"], details["msg"], details.get("ctx", {}), found, loc[-1:], on_key, branch, fork)


def _one_branch(slips: Sequence[_Slip]) -> list[_Slip]:
    """Of the complaints about alternatives, those about the alternative that the file seems to mean."""
    groups: dict[object, list[_Slip]] = {}
    for number, slip in enumerate(slips):
        groups.setdefault(slip.found.path[: slip.fork] if slip.branch else number, []).append(slip)
    return [slip for group in groups.values() for slip in (_meant_branch(group) if group[0].branch else group)]


def _meant_branch(group: list[_Slip]) -> list[_Slip]:
    shallow = next((slip for slip in group if len(slip.found.path) == slip.fork), None)
    wrong = _WRONG_SHAPE_FOR_VALUE if shallow and isinstance(shallow.node, Scalar) else _WRONG_SHAPE_FOR_GROUP
    left = [slip for slip in group if slip.type not in wrong or len(slip.found.path) > slip.fork] or group
    if shallow and shallow.type == "string_type" and _is_prose(shallow.node, left):
        return [shallow]
    if all(slip.type in _CHOICES for slip in left):
        expected = ", ".join(dict.fromkeys(name for slip in left for name in _choices(slip)))
        return [_with_choices(left[0], expected)]
    left = [slip for slip in left if slip.type not in _CHOICES or len(slip.found.path) > slip.fork]
    return [slip for slip in left if slip.branch == left[0].branch]


def _is_prose(node: Node, slips: Sequence[_Slip]) -> bool:
    """True of a text with a colon in it, which YAML takes for a key and a value: no key is a known one."""
    unknown = sum(slip.type == "extra_forbidden" for slip in slips)
    return isinstance(node, Group) and unknown == len(node.entries)


def _with_choices(slip: _Slip, expected: str) -> _Slip:
    return replace(slip, context={"expected": expected})


def _problem(slip: _Slip, schema: Mapping[str, Any]) -> Problem:
    path, key = slip.found.path, slip.found.key
    spot = slip.node.spot
    if slip.type == "extra_forbidden":
        return Problem(_unknown_key(slip, schema), where(path[:-1]), key)
    if slip.type == "missing":
        return Problem(f'"{slip.rest[-1]}"{_MISSING}', where(path), key or spot, rule_at((*path, slip.rest[-1])))
    if slip.type == "value_error":
        return _broken_rule(slip)
    rule = rule_at(path, slip.type)
    if slip.on_key:
        return Problem(_said(slip, schema), where(path[:-1]), key, rule)
    return Problem(_said(slip, schema), where(path), spot, rule)


def _broken_rule(slip: _Slip) -> Problem:
    cause = slip.context.get("error")
    at = cause.at if isinstance(cause, MisplacedError) else ()
    found = follow(slip.node, at)
    spot = found.node.spot if found.path else slip.found.key or slip.node.spot
    rule = cause.rule if isinstance(cause, MisplacedError) else "S001"
    return Problem(visible(str(cause)), where((*slip.found.path, *found.path)), spot, rule)


def _unknown_key(slip: _Slip, schema: Mapping[str, Any]) -> str:
    key = str(slip.found.path[-1])
    near = _meant_key(slip, schema)
    if near:
        return f'unknown key {quoted(key)}, did you mean "{near[1]}"?'
    return f"unknown key {quoted(key)}; the keys here are {', '.join(_legal_keys(schema, slip.found.path[:-1]))}"


def _meant_key(slip: _Slip, schema: Mapping[str, Any]) -> tuple[Loc, str] | None:
    """The place and name of the key that an unknown key seems to stand for."""
    if slip.type != "extra_forbidden":
        return None
    path = slip.found.path
    near = difflib.get_close_matches(str(path[-1]), _legal_keys(schema, path[:-1]), 1)
    return (path[:-1], near[0]) if near else None


def _legal_keys(schema: Mapping[str, Any], path: Loc) -> list[str]:
    here = _alternatives(schema, schema)
    for part in path:
        here = [deeper for part_schema in here for deeper in _inside(schema, part_schema, part)]
    return list(dict.fromkeys(key for part_schema in here for key in part_schema.get("properties", ())))


def _inside(root: Mapping[str, Any], here: Mapping[str, Any], part: str | int) -> Iterable[Mapping[str, Any]]:
    if isinstance(part, int):
        deeper = here.get("items")
    else:
        deeper = here.get("properties", {}).get(part) or here.get("additionalProperties")
        deeper = deeper or next(iter(here.get("patternProperties", {}).values()), None)
    return _alternatives(root, deeper) if isinstance(deeper, Mapping) else ()


def _alternatives(root: Mapping[str, Any], here: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    if "$ref" in here:
        return _alternatives(root, root["$defs"][here["$ref"].rpartition("/")[2]])
    return [one for each in here["anyOf"] for one in _alternatives(root, each)] if "anyOf" in here else [here]


def _said(slip: _Slip, schema: Mapping[str, Any]) -> str:
    if slip.type in {"model_type", "model_attributes_type", "dict_type"}:
        return _needs_keys(slip, _legal_keys(schema, slip.found.path))
    saying = _SAYINGS.get(slip.type)
    return saying(slip) if saying else visible(slip.message[:1].lower() + slip.message[1:])


def _needs_keys(slip: _Slip, keys: Sequence[str]) -> str:
    such = f", such as {', '.join(keys[:_FEW])}" if keys else ""
    return f"{_is(slip)}; it needs keys under it{such}"


def _is(slip: _Slip) -> str:
    """What stands there."""
    match slip.node:
        case Listing():
            return "this is a list"
        case Group():
            return "this is a group of keys"
        case Scalar(value=None):
            return "this is empty"
        case Scalar(written=written):
            return f"this is just {quoted(written)}"


def _needs_text(slip: _Slip) -> str:
    match slip.node:
        case Scalar(value=None):
            return "this is empty; it needs some text"
        case Scalar(value=bool(), written=written):
            return f"{visible(written)} means true or false here; put it in quotes to make it text"
        case Scalar(written=written):
            return f"{visible(written)} is read as a number here; put it in quotes to make it text"
        case Group():
            return 'this is read as a key and its value; put text with ": " in quotes'
        case Listing():
            return "this is a list, not text"


def _needs_list(slip: _Slip) -> str:
    return f'{_is(slip)}; it needs a list, each entry on a line of its own after "- "'


def _choices(slip: _Slip) -> list[str]:
    expected = str(slip.context.get("expected", ""))
    return re.findall(r"'([^']*)'", expected) or expected.replace(" or ", ", ").split(", ")


def _not_a_choice(slip: _Slip) -> str:
    if not slip.on_key and not isinstance(slip.node, Scalar):
        return f"{_is(slip)}; it must be one of {', '.join(_choices(slip))}"
    choices = [choice or "(nothing)" for choice in _choices(slip)]
    if len(choices) == 1:
        return f"{quoted(slip.written)} must be {choices[0].lower()}"
    said = f"{quoted(slip.written)} is not one of {', '.join(choices)}"
    near = difflib.get_close_matches(slip.written, choices, 1)
    return f'{said}; did you mean "{near[0]}"?' if near and len(choices) > _FEW else said


def _wrong_pattern(slip: _Slip) -> str:
    if "topic" in slip.context.get("pattern", ""):
        try:
            parse_clause(slip.written)
        except ValueError as error:
            return visible(str(error))
    if "[a-z]$" in slip.context.get("pattern", ""):
        return f"{quoted(slip.written)} is not an indicator; they are written like 1.4a"
    return (
        f'{quoted(slip.written)} must be lower-case letters, digits, "-", "_" and "." only, '
        "and begin with a letter or a digit"
    )


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def _too_few(slip: _Slip) -> str:
    return f"this has {_entries(_length(slip.node))}; it needs at least {slip.context['min_length']}"


def _too_many(slip: _Slip) -> str:
    return f"this has {_entries(_length(slip.node))}; it can have at most {slip.context['max_length']}"


def _length(node: Node) -> int:
    return 0 if isinstance(node, Scalar) else len(node.entries)


def _is_echo(slip: _Slip) -> bool:
    """Pydantic counts good entries only, and so calls a list too short because of one it has named already."""
    return slip.type == "too_short" and _length(slip.node) >= slip.context["min_length"]


def _whole_number(slip: _Slip) -> str:
    said = quoted(slip.written) + " is not" if isinstance(slip.node, Scalar) and slip.written else _is(slip) + ", not"
    return f"{said} a whole number"


_SAYINGS: dict[str, Callable[[_Slip], str]] = {
    "string_type": _needs_text,
    "string_too_short": lambda _: "this is empty; it needs some text",
    "string_too_long": lambda slip: f"this is longer than {slip.context['max_length']} characters",
    "string_pattern_mismatch": _wrong_pattern,
    "tuple_type": _needs_list,
    "list_type": _needs_list,
    "too_short": _too_few,
    "too_long": _too_many,
    "literal_error": _not_a_choice,
    "enum": _not_a_choice,
    "int_type": _whole_number,
    "int_parsing": _whole_number,
    "int_from_float": _whole_number,
    "bool_type": lambda slip: f"{_is(slip)}; it must be true or false",
    "bool_parsing": lambda slip: f"{quoted(slip.written)} must be true or false",
    "greater_than_equal": lambda slip: f"{slip.written} is too small; the least is {slip.context['ge']}",
    "less_than_equal": lambda slip: f"{slip.written} is too large; the most is {slip.context['le']}",
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        lambda slip: f"{quoted(slip.written)} is not a date; write year-month-day, such as 2027-01-31",
    ),
}
