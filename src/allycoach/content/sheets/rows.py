"""The rows of an authoring sheet, and a scenario written as rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allycoach.content.located import Spot
from allycoach.content.schema.scenario import Scenario

from .layout import PARTS, Field, Part

_START = Spot(1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """`part` and `which` are the heading it stands under ("Topic: lamp"), `what` is its label. `spot` is where the text
    stands in the sheet, `head` where the heading does."""

    part: str
    which: str
    what: str
    text: str
    spot: Spot = _START
    head: Spot = _START


def rows_of(scenario: Scenario) -> Iterator[Row]:
    """The scenario, without what it leaves to the defaults."""
    data = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for part in PARTS:
        found = _dig(data, part.at)
        if found is None:
            continue
        for which, entry in _entries(part, found):
            for field in part.fields:
                yield from (Row(*_title(part, which), what, text) for what, text in _texts(field, entry))


def _title(part: Part, which: str) -> tuple[str, str]:
    name, _, fixed = part.name.partition(": ")
    return name, which or fixed


def _dig(data: Any, way: Sequence[str]) -> Any:
    for key in way:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _entries(part: Part, found: Any) -> Iterator[tuple[str, Any]]:
    if part.shape == "one":
        yield "", found
    elif part.shape == "keyed":
        yield from found.items()
    else:
        yield from ((head_of(part, entry, number), entry) for number, entry in enumerate(found, 1))


def head_of(part: Part, entry: Mapping[str, Any], number: int) -> str:
    """What stands after the colon in the heading of an entry of a list."""
    if part.head == "id":
        return str(entry["id"])
    if part.head == "words":
        topic = f" [{entry['topic']}]" if "topic" in entry else ""
        return joined(entry["words"]).replace("[", "\\[") + topic
    if part.head == "when":
        when = entry["when"]
        said = {"topic": f"topic {when.get('topic')}", "after_turn": f"after turn {when.get('after_turn')}"}
        return ", ".join(said.get(key, str(value)) for key, value in when.items())
    return str(number)


NONE = "(none)"
"""A list with nothing in it, where leaving the row out would mean the usual."""


def joined(values: Sequence[str]) -> str:
    """Values between semicolons; a semicolon in a value has a backslash before it."""
    if not values:
        return NONE
    text = "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)
    return f"\\{text}" if text == NONE else text


def _texts(field: Field, entry: Any) -> Iterator[tuple[str, str]]:
    """The label and text of each row that a field makes."""
    value = _dig(entry, field.key)
    if value is None:
        return
    if not field.label.endswith("*"):
        yield from ((field.label, text) for text in _said(field, value))
    elif field.holds == "depths":
        yield from _depths(value)
    elif field.holds == "recalls":
        yield from ((f"recall {recall['when']}", text) for recall in value for text in recall["say"])
    else:
        for key, each in value.items():
            yield from ((field.label[:-1] + key, text) for text in _said(field, each))


def _said(field: Field, value: Any) -> Iterator[str]:
    match field.holds:
        case "many":
            yield from value
        case "list":
            yield joined(value)
        case "yes":
            yield "yes" if value else "no"
        case "amounts":
            yield "; ".join(f"{name} {amount:+}" for name, amount in value.items())
        case _:
            yield str(value)


def _depths(lines: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines, 1):
        band = f" {line['at']}" if "at" in line else ""
        step = " step" if line.get("step") else ""
        yield from ((f"depth {number}{band}{step}", text) for text in line["say"])
