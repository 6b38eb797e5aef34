"""One sitting as a table: a row for everything that was said."""

from collections.abc import Iterator

from allycoach.coaching.ballot import proposed_for
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.conversation.sitting import Sitting, Turn
from allycoach.spoken import kind_name, move_names

from .csv_text import table

HEADER = ("turn", "speaker", "text", "heard", "look again", "set aside", "openness", "seconds", "hands")
_Row = tuple[int, str, str, str, str, str, int | None, int, str]


def session_csv(sitting: Sitting, debrief: Debrief) -> str:
    """`openness` is the person's after what they said, 0 to 100; `seconds` count from the start of the sitting;
    `hands` are those a room counted for the reply, of all it counted."""
    return table(HEADER, _rows(sitting, debrief))


def _rows(sitting: Sitting, debrief: Debrief) -> Iterator[_Row]:
    if sitting.opening is not None:
        yield (0, "person", sitting.opening.text, "", "", "", sitting.opening.meters.get("openness"), 0, "")
    for turn, noted in zip(sitting.turns, debrief.annotated, strict=True):
        seconds = round((turn.reply.at - sitting.started.at).total_seconds())
        yield (noted.turn, "ally", noted.reply, *_noted(noted), None, seconds, _hands(turn, sitting))
        if turn.answer is not None:
            after = round((turn.answer.at - sitting.started.at).total_seconds())
            yield (noted.turn, "person", turn.answer.text, "", "", "", turn.answer.meters.get("openness"), after, "")


def _hands(turn: Turn, sitting: Sitting) -> str:
    proposed = proposed_for(turn, sitting.proposed)
    if proposed is None or proposed.chosen is None:
        return ""
    return f"{proposed.lines[proposed.chosen].votes} of {sum(line.votes for line in proposed.lines)}"


def _noted(turn: AnnotatedTurn) -> tuple[str, str, str]:
    flags, aside = (
        ", ".join(dict.fromkeys(kind_name(flag.kind) for flag in some)) for some in (turn.flags, turn.dismissed)
    )
    return ", ".join(move_names(turn.moves)), flags, aside
