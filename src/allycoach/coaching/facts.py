"""What is remembered of a sitting for progress and for what to practise next: counts, never words."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.events import Mode
from allycoach.conversation.sitting import Sitting
from allycoach.reading import FlagKind, MoveKind

from .debrief import standing
from .measures import count
from .record import practised_in
from .slips import slips

VERSION = 2
"""Of these facts; kept ones of another version are worked out again."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One sitting in numbers. `minutes` is the time from its start to its last reply, `flags` counts replies by flag
    kind, `lost` the slips that were not come back from, `noticed_first` the pins set on a slip before a mark showed, `room`
    whether a whole room led the talk, so that it says nothing about one trainee."""

    at: datetime
    scenario: str
    mode: Mode
    minutes: float
    turns: int
    reflections: int
    questions: int
    open_questions: int
    unasked_advice: int
    asked_advice: int
    helper_words: int
    person_words: int
    longest_reply: int
    slips: int
    lost: int
    noticed_first: int
    dismissed: int
    recovery_phrases: int
    flags: dict[FlagKind, int]
    indicators: tuple[str, ...]
    step: bool
    over: bool
    room: bool = False


FACTS: TypeAdapter[Facts] = TypeAdapter(Facts)
"""Reads and writes the facts of a sitting as JSON."""


def facts_of(sitting: Sitting, scenario: Scenario | None) -> Facts:
    """The facts of a sitting as it stands; without its scenario its indicators are not known."""
    readings = [standing(turn, sitting) for turn in sitting.turns]
    counts, found = count(readings, sitting.utterances), slips(readings)
    flags = Counter(kind for reading in readings for kind in {flag.kind for flag in reading.flags})
    last = sitting.turns[-1].reply.at if sitting.turns else sitting.started.at
    return Facts(
        at=sitting.started.at,
        scenario=sitting.started.scenario,
        mode=sitting.mode,
        minutes=max((last - sitting.started.at).total_seconds() / 60, 0.0),
        turns=counts.turns,
        reflections=counts.reflections,
        questions=counts.questions,
        open_questions=counts.open_questions,
        unasked_advice=counts.unasked_advice,
        asked_advice=counts.asked_advice,
        helper_words=counts.helper_words,
        person_words=counts.person_words,
        longest_reply=counts.longest_reply,
        slips=len(found),
        lost=sum(slip.recovered_at is None for slip in found),
        noticed_first=noticed_first(sitting),
        dismissed=len(sitting.dismissals),
        recovery_phrases=sum(reading.has(MoveKind.RECOVERY) for reading in readings),
        flags=dict(flags),
        indicators=tuple(sorted(practised_in(sitting, scenario))) if scenario else (),
        step=any(spoke.step for spoke in sitting.spoken),
        over=sitting.ended is not None,
        room=sitting.started.room,
    )


def noticed_first(sitting: Sitting) -> int:
    """Pins that the trainee set on words with a flag in them, while no mark for it was on the screen."""
    return len({(pin.turn, pin.draft) for pin in sitting.pins if pin.flags and not pin.marked})
