"""One moment of a talk and one question about it, for a learning circle."""

from dataclasses import dataclass

from allycoach.catalogue import _
from allycoach.conversation.sitting import Sitting, Turn
from allycoach.reading import FlagKind, MoveKind

from .debrief import best_moment, standing
from .slips import slips

_ABOUT: dict[FlagKind, str] = {
    FlagKind.ADVICE: _("What did the ally want to find out, and what could they have asked to find it out?"),
    FlagKind.LEADING_QUESTION: _("How could this be asked so that any answer would do?"),
    FlagKind.CLOSED_QUESTION: _("What would make it easy to say more here than yes or no?"),
    FlagKind.STACKED_QUESTIONS: _("Which of these questions would you keep, and why that one?"),
    FlagKind.TAKING_OVER: _("Whose step is this, and how could it stay theirs?"),
    FlagKind.REASSURANCE: _("What might the person have needed here before any comfort?"),
    FlagKind.ASSUMPTION: _("What do we know here, and what are we guessing? What would you ask?"),
    FlagKind.MINIMISING: _("How big is this for the person, and what in their words tells you?"),
    FlagKind.CONFIDENTIALITY_PROMISE: _(
        "How would you say, early and kindly, what you can and cannot keep to yourself?"
    ),
    FlagKind.GUARANTEE: _("What can be promised here honestly, and how would you say it?"),
    FlagKind.VAGUE_SIGNPOSTING: _("What would the person need to know to be able to take this up tomorrow?"),
    FlagKind.EARLY_REFERRAL: _("What would you want to understand before naming anybody else?"),
    FlagKind.ROLE_INFLATION: _("What is an ally's part here, and what is somebody else's?"),
    FlagKind.OWN_STORY: _("Whose story is being told now, and how would you give the floor back?"),
    FlagKind.JARGON: _("How would you say this to somebody who has never heard the word?"),
}
_WORKED = _("What did the ally do here that gave the person room, and where would you go next?")
_OPEN = _("What do you hear in the person's words, and what would you say next?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something that was said; `here` marks the reply that the question is about."""

    ally: bool
    text: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class CircleSheet:
    """`said` are two or three turns; `made_up` says whether the person is."""

    person: str
    said: tuple[Spoken, ...]
    question: str
    made_up: bool = True


def circle_sheet(sitting: Sitting, turn: int | None, question: str = "") -> CircleSheet:
    """Turn `turn`, the one before and the one after. Without a number, a slip that was come back from, else the moment
    that opened the person most, else the last turn. Raises ValueError when there is no such turn."""
    if not sitting.turns:
        raise ValueError(_("nothing was said in this sitting yet"))
    about = turn if turn is not None else worth_talking_about(sitting)
    if not 1 <= about <= len(sitting.turns):
        raise ValueError(_("there is no turn {about}; there are {count}").format(about=about, count=len(sitting.turns)))
    return CircleSheet(
        person=sitting.started.person,
        said=_excerpt(sitting, about),
        question=question.strip() or _question(sitting, sitting.turns[about - 1]),
        made_up=sitting.imported is None,
    )


def worth_talking_about(sitting: Sitting) -> int:
    """The number of a turn that shows something."""
    found = slips([standing(turn, sitting) for turn in sitting.turns])
    back = next((slip.turn for slip in found if slip.recovered_at is not None), None)
    best = best_moment(sitting)
    return back or (best[0] if best else len(sitting.turns))


def _excerpt(sitting: Sitting, about: int) -> tuple[Spoken, ...]:
    first, last = max(about - 1, 1), min(about + 1, len(sitting.turns))
    before = sitting.turns[first - 2].answer if first > 1 else sitting.opening
    said = [Spoken(ally=False, text=before.text)] if before is not None else []
    for turn in sitting.turns[first - 1 : last]:
        said.append(Spoken(ally=True, text=turn.reply.text, here=turn.reply.turn == about))
        if turn.answer is not None:
            said.append(Spoken(ally=False, text=turn.answer.text))
    return tuple(said)


def _question(sitting: Sitting, turn: Turn) -> str:
    reading = standing(turn, sitting)
    strongest = max(reading.flags, key=lambda flag: flag.strength.rank, default=None)
    if strongest is not None:
        return _ABOUT[strongest.kind]
    return _WORKED if reading.has(MoveKind.REFLECTION) or reading.questions else _OPEN
