"""One sitting as a table: a row for everything that was said."""

from collections.abc import Iterator

from allycoach.coaching.ballot import proposed_for
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.conversation.events import PersonSpoke, ReplySent
from allycoach.conversation.sitting import Sitting, Turn
from allycoach.spoken import kind_name, move_names

from .csv_text import table

HEADER = ("turn", "speaker", "text", "heard", "look again", "set aside", "openness", "seconds", "hands")
_Row = tuple[int, str, str, str, str, str, int | None, int | None, str]


def session_csv(sitting: Sitting, debrief: Debrief) -> str:
    """`openness` is the person's after what they said, 0 to 100; `seconds` count from the start of the sitting, and are
    not known of a transcript;
    `hands` are those a room counted for the reply, of all it counted."""
    return table(HEADER, _rows(sitting, debrief))


def _rows(sitting: Sitting, debrief: Debrief) -> Iterator[_Row]:
    if sitting.opening is not None:
        yield (
            0,
            "person",
            sitting.opening.text,
            "",
            "",
            "",
            sitting.opening.meters.get("openness"),
            _seconds(sitting.opening, sitting),
            "",
        )
    for turn, noted in zip(sitting.turns, debrief.annotated, strict=True):
        seconds = _seconds(turn.reply, sitting)
        yield (noted.turn, "ally", noted.reply, *_noted(noted), None, seconds, _hands(turn, sitting))
        if turn.answer is not None:
            after = _seconds(turn.answer, sitting)
            yield (noted.turn, "person", turn.answer.text, "", "", "", turn.answer.meters.get("openness"), after, "")


def _seconds(said: ReplySent | PersonSpoke, sitting: Sitting) -> int | None:
    return None if sitting.imported else round((said.at - sitting.started.at).total_seconds())


def _hands(turn: Turn, sitting: Sitting) -> str:
    proposed = proposed_for(turn, sitting.proposed)
    if proposed is None or proposed.chosen is None:
        return ""
    counted = sum(line.votes for line in proposed.lines)
    return f"{proposed.lines[proposed.chosen].votes} of {counted}" if counted else ""


def _noted(turn: AnnotatedTurn) -> tuple[str, str, str]:
    flags, aside = (
        ", ".join(dict.fromkeys(kind_name(flag.kind) for flag in some)) for some in (turn.flags, turn.dismissed)
    )
    return ", ".join(move_names(turn.moves)), flags, aside
