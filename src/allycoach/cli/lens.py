"""A finished sitting through another conversation model."""

from collections.abc import Iterator
from pathlib import Path

from allycoach.catalogue import _
from allycoach.shown_names import helper_name
from allycoach.signs import one_line

from .replay import saved_sitting
from .shelves import library


def lens_lines(name: str, model_id: str, content: Path | None) -> Iterator[str]:
    """Each turn with the stage that it seems to be in and the words that place it there. Raises AllycoachError."""
    from allycoach.conversation.tracker import track

    model = library(content).model(model_id)
    sitting = saved_sitting(name)
    yield _("{title}, through {model}: {about}").format(
        title=one_line(sitting.started.title), model=one_line(model.title), about=one_line(model.about)
    )
    places = list(track(model, sitting.utterances))
    at_turns = places[1:] if sitting.opening is not None else places
    for place, turn in zip(at_turns, sitting.turns, strict=False):
        yield ""
        yield _("Turn {turn}, {part}. {reason}").format(
            turn=turn.reply.turn, part=one_line(model.stage(place.stage).short), reason=one_line(place.reason)
        )
        yield f"{helper_name(sitting.helper)}: {one_line(turn.reply.text)}"
        if turn.answer is not None:
            yield f"{one_line(sitting.started.person)}: {one_line(turn.answer.text)}"
    yield ""
    covered = [one_line(stage.short) for stage in model.stages if places and stage.id in places[-1].covered]
    yield (
        _("Talked through: {covered}.").format(covered=", ".join(covered))
        if covered
        else _("No part was talked through.")
    )
    yield _("The order is a guide, not a script. Practice record, not assessment.")
