"""A drill's own lines held against its own feedback: what is shown as good must be met, what is shown as poor must not."""

from collections.abc import Iterator

from allycoach.content.schema.drill import Drill, Item, Step
from allycoach.reading import Context, Reader, Utterance

from .drilling import feedback, met

Fault = tuple[tuple[str | int, ...], str]


def faults(drill: Drill, reader: Reader) -> Iterator[Fault]:
    """A place in the file and what is wrong there."""
    first, last = drill.steps[0], drill.steps[-1]
    yield from _pair(drill, last, reader)
    for number, item in enumerate(drill.items):
        for place, line in enumerate(item.good):
            said = _said(last, item, line, reader, _after_slip(item))
            if said:
                yield ("items", number, "good", place), f"this is shown as good, but would be told: {said}"
        for place, line in enumerate(item.slips):
            said = _said(first, item, line, reader, Context(previous=item.person))
            if said:
                yield ("items", number, "slips", place), f"this slip would be told: {said}"
        if item.given is not None and not _said(last, item, item.given, reader, Context(previous=item.person)):
            yield ("items", number, "given"), "nothing is found in this line, so there is nothing to turn"


def _pair(drill: Drill, step: Step, reader: Reader) -> Iterator[Fault]:
    shown = drill.items[0].model_copy(update={"person": drill.pair.person, "keep": (), "identifies": ()})
    said = _said(step, shown, drill.pair.good, reader, Context(previous=drill.pair.person))
    if said:
        yield ("pair", "good"), f"this is shown as good, but would be told: {said}"


def _after_slip(item: Item) -> Context:
    """What the last line of an item answers."""
    if item.after_slip is None:
        return Context(previous=item.person)
    slip = item.slips[0] if item.slips else ""
    return Context(item.after_slip, (Utterance("person", item.person), Utterance("helper", slip)))


def _said(step: Step, item: Item, line: str, reader: Reader, context: Context) -> str:
    """What is said to the line; empty when nothing but `met` was found."""
    reading = reader.read(line, context)
    return "" if met(step, item, reading) else feedback(step, item, reading)
