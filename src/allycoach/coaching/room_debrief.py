"""Looking back together: what was said, what opened the person, and one question for the room. No measures, no slips:
nobody in a room is to be counted."""

from dataclasses import dataclass

from allycoach.catalogue import _
from allycoach.conversation.sitting import Sitting
from allycoach.spoken import move_names

from .attempts import other_ways
from .ballot import hands, proposed_for
from .debrief import Debrief


@dataclass(frozen=True, slots=True)
class Line:
    """One reply of the room: what it did in the field's words, and the hands it had, both empty where there are none."""

    turn: int
    text: str
    moves: tuple[str, ...]
    hands: str
    answer: str


@dataclass(frozen=True, slots=True)
class RoomDebrief:
    """`opened` is the reply after which the person opened most. `ways` counts the other ways that were played,
    `afterwards` is what everyone is to hear after a safeguarding talk."""

    title: str
    person: str
    opening: str
    lines: tuple[Line, ...]
    opened: tuple[int, str] | None
    step: str | None
    ways: int
    question: str
    afterwards: str
    disclaimer: str


def room_debrief(sitting: Sitting, seen: Debrief) -> RoomDebrief:
    return RoomDebrief(
        title=seen.title,
        person=seen.person,
        opening=seen.opening,
        lines=tuple(
            Line(one.turn, one.reply, move_names(one.moves), _hands(sitting, one.turn), one.answer)
            for one in seen.annotated
        ),
        opened=seen.best,
        step=seen.step,
        ways=len(other_ways(sitting)),
        question=question(sitting, seen),
        afterwards=seen.afterwards,
        disclaimer=seen.disclaimer,
    )


def question(sitting: Sitting, seen: Debrief) -> str:
    """One question: about the two ways where the room tried two, else the person's own, else the first prompt."""
    if other_ways(sitting):
        return _(
            "If you were {person}: which of the ways would you go on talking to, and which words made it so?"
        ).format(person=seen.person)
    return next(iter(seen.questions or seen.prompts), "")


def _hands(sitting: Sitting, turn: int) -> str:
    one = proposed_for(sitting.turns[turn - 1], sitting.proposed)
    if one is None or one.chosen is None:
        return ""
    of = sum(line.votes for line in one.lines)
    return _("{votes} of {hands}").format(votes=one.lines[one.chosen].votes, hands=hands(of)) if of else ""
