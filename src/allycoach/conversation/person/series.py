"""Several visits by the same person: what is carried from one to the next, and how the later one begins."""

from collections.abc import Iterable

from allycoach.content.schema.scenario import Recall, Scenario
from allycoach.conversation.events import Earlier
from allycoach.conversation.sitting import Sitting

from .lines import Line, lines

CARRIED = 0.5
"""How much of the trust won or lost in the visit before is still there in the next."""

_TELLING = frozenset(["advice_unasked", "taking_over"])
_MOSTLY = 1 / 3
_AT_LEAST = 2
_STEP = "{step}"


def earlier_of(scenario: Scenario, sitting: Sitting) -> Earlier:
    """What the person will remember of a sitting with this scenario."""
    leads = [turn.answer.act for turn in sitting.turns if turn.answer]
    told = sum(act in _TELLING for act in leads)
    acts = {act for turn in sitting.turns if turn.answer for act in (turn.answer.act, *turn.answer.acts)}
    return Earlier(
        visit=scenario.series.visit if scenario.series else 1,
        step=next((spoke.step for spoke in reversed(sitting.spoken) if spoke.step), None),
        ended=sitting.ended.why if sitting.ended else None,
        advised=told >= max(_AT_LEAST, _MOSTLY * len(leads)),
        referred="referral" in acts,
        trust=sitting.spoken[-1].meters.get("trust", 0) if sitting.spoken else scenario.state.trust.start,
    )


def visit_before(scenario: Scenario, others: Iterable[Scenario]) -> Scenario | None:
    """The scenario of the visit before this one; None where this is the first, or stands alone."""
    if scenario.series is None:
        return None
    same = [each for each in others if each.series and each.series.id == scenario.series.id]
    before = [each for each in same if each.series and each.series.visit < scenario.series.visit]
    return max(before, key=lambda each: each.series.visit if each.series else 0, default=None)


def trust_at_start(scenario: Scenario, earlier: Earlier | None) -> int:
    """Where trust begins, 0 to 100: as the scenario says, and in part where it stood when they last met."""
    start = scenario.state.trust.start
    return start if earlier is None else max(0, min(100, round(start + CARRIED * (earlier.trust - start))))


def recalled(scenario: Scenario, earlier: Earlier | None) -> tuple[Line, ...]:
    """The first lines that fit how the visit before went, with the step in them; none where nothing is remembered."""
    if scenario.series is None or earlier is None:
        return ()
    for number, recall in enumerate(scenario.series.recalls):
        if _went(earlier, recall):
            pool = lines(f"series.recalls.{number}", recall.say)
            return tuple(Line(line.id, line.text.replace(_STEP, earlier.step or "")) for line in pool)
    return ()


def _went(earlier: Earlier, recall: Recall) -> bool:
    match recall.when:
        case "step":
            return earlier.step is not None
        case "no_step":
            return earlier.step is None
        case "left":
            return earlier.ended == "leaves"
        case "advised":
            return earlier.advised
        case "referred":
            return earlier.referred
