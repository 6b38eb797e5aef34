"""How the scripted moments of a sitting were met."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from allycoach.content.schema.scenario import Moment, Scenario
from allycoach.conversation.events import PersonSpoke
from allycoach.conversation.hearing.acts import SLIPS
from allycoach.conversation.hearing.words import found
from allycoach.conversation.sitting import Sitting, Turn

from .follow_ups import words_followed

_How = Literal["met", "half", "missed"]
_SPOILS = frozenset((*SLIPS, "self_disclosure"))
"""What a reply may lead with that takes half from whatever good comes with it."""
_QUESTIONS = frozenset(("open_question", "closed_question", "scaling_question"))


@dataclass(frozen=True, slots=True)
class MomentOutcome:
    """A scripted moment that came up after reply `turn`, in the person's words, with the indicator it tests.

    `met_at` is the reply that met it within its window, None if none did; `half_at` then the first that did what was hoped
    for beside something that was not. `note` is what the scenario's author would say to that, empty where it was met.
    """

    moment: str
    turn: int
    line: str
    tests: str
    met_at: int | None
    note: str
    half_at: int | None = None

    @property
    def met(self) -> bool:
        return self.met_at is not None

    @property
    def half(self) -> bool:
        return self.met_at is None and self.half_at is not None


def outcomes(scenario: Scenario, sitting: Sitting) -> tuple[MomentOutcome, ...]:
    """The moments that came up, in order; not one whose window is still open, nor one that had no reply at all."""
    known = {moment.id: moment for moment in scenario.moments}
    came_up = [(known[spoke.moment], spoke.turn) for spoke in sitting.spoken if spoke.moment in known]
    each = (_outcome(scenario, moment, at, sitting) for moment, at in came_up)
    return tuple(one for one in each if one is not None)


def _outcome(scenario: Scenario, moment: Moment, at: int, sitting: Sitting) -> MomentOutcome | None:
    replies = sitting.turns[at : at + moment.window]
    how = {
        turn.reply.turn: _how_met(
            turn, moment, late=turn.reply.turn > at + 1, answered=_is_of(scenario, moment, turn.answer)
        )
        for turn in replies
    }
    met_at = next((turn for turn, each in how.items() if each == "met"), None)
    half_at = next((turn for turn, each in how.items() if each == "half"), None)
    still_open = len(replies) < moment.window and sitting.ended is None
    if met_at is None and (still_open or not replies):
        return None
    note = "" if met_at is not None else moment.miss_note
    return MomentOutcome(
        moment.id, at, moment.line, moment.tests, met_at, note, None if met_at is not None else half_at
    )


def _how_met(turn: Turn, moment: Moment, *, late: bool, answered: bool) -> _How:
    """How a reply meets a moment. One that asks of something else leaves it where it is; a question that leaves no room, or
    what comes under a slip, meets it by half."""
    did, lead = _done(turn), turn.answer.act if turn.answer else ""
    hoped = did.intersection(_hoped_for(moment))
    if not hoped:
        asks_narrowly = "question" in moment.expects and "closed_question" in did and answered and lead not in _SPOILS
        return "half" if asks_narrowly else "missed"
    if lead in _SPOILS and lead not in moment.expects:
        return "half"
    if not late and not answered and hoped <= _QUESTIONS and hoped.intersection(moment.answers):
        return "missed"
    return "met"


def _is_of(scenario: Scenario, moment: Moment, answer: PersonSpoke | None) -> bool:
    """Whether what the person said is their answer to a reply that took the moment up."""
    said = answer.said if answer else ()
    return any(
        line.startswith(f"moments.{moment.id}.") or found(words_followed(scenario, line), moment.line) for line in said
    )


def _done(turn: Turn) -> set[str]:
    """What a reply did: its moves and flags, and what the person took it for. A question is an open one or a closed one."""
    reading, answer = turn.reply.reading, turn.answer
    did = {*(move.kind.value for move in reading.moves), *(flag.kind.value for flag in reading.flags)} - {"question"}
    return did.union(answer.acts, (answer.act,)) if answer else did


def _hoped_for(moment: Moment) -> Sequence[str]:
    return ["open_question" if each == "question" else each for each in moment.expects]
