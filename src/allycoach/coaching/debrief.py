"""The debrief: what a finished sitting shows its trainee. Computed from the fold, so a replay shows the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allycoach.amounts import times
from allycoach.catalogue import _
from allycoach.content.schema.coaching import CoachingTexts, Finding
from allycoach.content.schema.scenario import ModelPair, Scenario
from allycoach.conversation.person.outcomes import MomentOutcome, outcomes
from allycoach.conversation.sitting import Sitting, Turn
from allycoach.reading import Flag, FlagKind, Move, MoveKind, Reading

from .measures import Counts, Measure, count, measures
from .slips import Slip, opens, slips

QUESTION_RUN = 5
"""Replies in a row that ask without giving anything back; 3 is normal in good and poor talks alike."""

LONG_REPLY = 60
"""Words in one reply that are worth a look (indicator 1.1a)."""


@dataclass(frozen=True, slots=True)
class AnnotatedTurn:
    """One reply with what was seen in it, and the answer it had. `dismissed` are flags the trainee set aside."""

    turn: int
    reply: str
    moves: tuple[Move, ...]
    flags: tuple[Flag, ...]
    dismissed: tuple[Flag, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything a debrief shows. `openness` is the person's openness from the opening on, 0 to 100, empty where they are real;
    `hidden` is what the person did not say at first, told once the talk is over; `moments` are the scripted moments that came
    up; `afterwards` is what everyone is to read after a safeguarding talk, empty after any other; `language` is the person's."""

    title: str
    person: str
    mode: str
    turns: int
    opening: str
    prompts: tuple[str, ...]
    measures: tuple[Measure, ...]
    slips: tuple[Slip, ...]
    best: tuple[int, str] | None
    try_next: str
    openness: tuple[int, ...]
    step: str | None
    questions: tuple[str, ...]
    pairs: tuple[ModelPair, ...]
    annotated: tuple[AnnotatedTurn, ...]
    disclaimer: str
    hidden: str = ""
    moments: tuple[MomentOutcome, ...] = ()
    afterwards: str = ""
    language: str = "en-GB"

    @property
    def recovered(self) -> int:
        return sum(slip.recovered_at is not None for slip in self.slips)

    @property
    def headline(self) -> str:
        """The sentence a debrief leads with: recovery, not slips."""
        if not self.turns:
            return _("Nothing was said yet.")
        if not self.slips and any(turn.flags for turn in self.annotated):
            return _("No slip to come back from. Some words are marked to look at again.")
        if not self.slips:
            return _("No words here were flagged.")
        slipped = times(len(self.slips))
        if not self.recovered:
            return _("The talk slipped {slipped}. Coming back is the part to practise.").format(slipped=slipped)
        return _("The talk slipped {slipped} and came back {back} within two turns.").format(
            slipped=slipped, back=times(self.recovered)
        )


def build(sitting: Sitting, scenario: Scenario | None, texts: CoachingTexts) -> Debrief:
    """The debrief of a sitting, finished or not. Without its scenario, as when its file is gone, what that had to say
    is left out and all else stands."""
    readings = [standing(turn, sitting) for turn in sitting.turns]
    counts = count(readings, sitting.utterances)
    return Debrief(
        title=sitting.started.title,
        person=sitting.started.person,
        mode=sitting.how,
        turns=counts.turns,
        opening=sitting.opening.text if sitting.opening else "",
        prompts=texts.prompts,
        measures=measures(counts, texts),
        slips=slips(readings),
        best=best_moment(sitting),
        try_next=try_next(readings, counts, texts),
        openness=() if sitting.imported else tuple(spoke.meters.get("openness", 0) for spoke in sitting.spoken),
        step=next((spoke.step for spoke in reversed(sitting.spoken) if spoke.step), None),
        questions=scenario.debrief.questions if scenario else (),
        pairs=scenario.debrief.pairs if scenario else (),
        annotated=tuple(_annotated(turn, sitting) for turn in sitting.turns),
        disclaimer=texts.disclaimer,
        hidden=scenario.person.hidden if scenario and sitting.ended and sitting.turns else "",
        moments=outcomes(scenario, sitting) if scenario else (),
        afterwards=scenario.safeguarding.debrief if scenario and scenario.safeguarding else "",
        language=scenario.language if scenario else "en-GB",
    )


def standing(turn: Turn, sitting: Sitting) -> Reading:
    """A reply's reading without the flags that the trainee set aside: those are neither counted nor spoken of."""
    stands, _ = sitting.flags_of(turn.reply)
    return replace(turn.reply.reading, flags=stands)


def _annotated(turn: Turn, sitting: Sitting) -> AnnotatedTurn:
    stands, aside = sitting.flags_of(turn.reply)
    return AnnotatedTurn(
        turn=turn.reply.turn,
        reply=turn.reply.text,
        moves=turn.reply.reading.moves,
        flags=stands,
        dismissed=aside,
        answer=turn.answer.text if turn.answer else "",
    )


def best_moment(sitting: Sitting) -> tuple[int, str] | None:
    """The unflagged reply after which the person opened most, among those that reflect or ask an open question.

    A reflection beats a question that opened the person as much, and a later moment an earlier one.
    """
    before = sitting.opening.meters.get("openness", 0) if sitting.opening else 0
    best: tuple[int, bool, int] | None = None
    for turn in sitting.turns:
        now = turn.answer.meters.get("openness", before) if turn.answer else before
        reading = turn.reply.reading
        gain, before = now - before, now
        if opens(reading) and not reading.flags and gain > 0:
            best = max(best or (0, False, 0), (gain, reading.has(MoveKind.REFLECTION), turn.reply.turn))
    return (best[2], sitting.turns[best[2] - 1].reply.text) if best else None


def try_next(readings: Sequence[Reading], counts: Counts, texts: CoachingTexts) -> str:
    """One thing to try: the first entry of the coaching file that this sitting gives cause for."""
    found = findings(readings, counts)
    return next(entry.say for entry in texts.try_next if entry.finding in found)


def findings(readings: Sequence[Reading], counts: Counts) -> frozenset[Finding]:
    """What stood out. Never empty: `nothing` stands when no finding does."""
    flagged = {flag.kind for reading in readings for flag in reading.flags}
    by_kind: dict[FlagKind, Finding] = {
        FlagKind.CONFIDENTIALITY_PROMISE: "promise",
        FlagKind.TAKING_OVER: "taking_over",
        FlagKind.ADVICE: "advice",
        FlagKind.ASSUMPTION: "assumption",
        FlagKind.LEADING_QUESTION: "leading",
        FlagKind.REASSURANCE: "reassurance",
        FlagKind.STACKED_QUESTIONS: "stacked",
        FlagKind.CLOSED_QUESTION: "closed",
    }
    found: set[Finding] = {finding for kind, finding in by_kind.items() if kind in flagged}
    if _advice_first(readings):
        found.add("advice_first")
    if _longest_question_run(readings) >= QUESTION_RUN:
        found.add("question_run")
    if counts.turns and counts.reflections * 4 < counts.turns:
        found.add("few_reflections")
    if counts.longest_reply > LONG_REPLY:
        found.add("long_turns")
    return frozenset(found or {"nothing"})


def _advice_first(readings: Sequence[Reading]) -> bool:
    for reading in readings:
        if reading.flagged(FlagKind.ADVICE):
            return True
        if reading.has(MoveKind.REFLECTION):
            return False
    return False


def _longest_question_run(readings: Sequence[Reading]) -> int:
    longest = run = 0
    for reading in readings:
        asks = reading.has(MoveKind.QUESTION) and not reading.has(MoveKind.REFLECTION)
        run = run + 1 if asks else 0
        longest = max(longest, run)
    return longest
