"""How the scripted moments of a sitting were met."""

from collections.abc import Sequence
from dataclasses import dataclass

from allycoach.content.schema.scenario import Moment, Scenario

from .acts import SLIPS
from .sitting import Sitting, Turn


@dataclass(frozen=True, slots=True)
class MomentOutcome:
    """A scripted moment that came up after reply `turn`, in the person's words, with the indicator it tests.

    `met_at` is the reply that met it within its window, None if none did; `note` is then what the scenario's author
    would say to that, and empty otherwise.
    """

    moment: str
    turn: int
    line: str
    tests: str
    met_at: int | None
    note: str

    @property
    def met(self) -> bool:
        return self.met_at is not None


def outcomes(scenario: Scenario, sitting: Sitting) -> tuple[MomentOutcome, ...]:
    """The moments that came up, in order; not one whose window is still open, nor one that had no reply at all."""
    known = {moment.id: moment for moment in scenario.moments}
    came_up = [(known[spoke.moment], spoke.turn) for spoke in sitting.spoken if spoke.moment in known]
    each = (_outcome(moment, at, sitting) for moment, at in came_up)
    return tuple(one for one in each if one is not None)


def _outcome(moment: Moment, at: int, sitting: Sitting) -> MomentOutcome | None:
    replies = sitting.turns[at : at + moment.window]
    met_at = next((turn.reply.turn for turn in replies if _meets(turn, moment.expects)), None)
    still_open = len(replies) < moment.window and sitting.ended is None
    if met_at is None and (still_open or not replies):
        return None
    note = "" if met_at is not None else moment.miss_note
    return MomentOutcome(moment.id, at, moment.line, moment.tests, met_at, note)


def _meets(turn: Turn, expects: Sequence[str]) -> bool:
    """Whether a reply did one of the things hoped for; under a slip, a question or a kindness does not count."""
    reading, answer = turn.reply.reading, turn.answer
    lead = answer.act if answer else ""
    did = {*(move.kind.value for move in reading.moves), *(flag.kind.value for flag in reading.flags)}
    if answer:
        did.update(answer.acts, (answer.act,))
    if lead in SLIPS and lead not in expects:
        return False
    return not did.isdisjoint(expects)
