"""The one thing to practise next, and why. It proposes; the trainee chooses."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from allycoach.catalogue import _, many
from allycoach.content.schema.coaching import CoachingTexts
from allycoach.content.schema.drill import Drill
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.events import Mode
from allycoach.reading import FlagKind

from .facts import Facts
from .fading import propose_mode
from .ladder import rungs

TRAINS: Mapping[FlagKind, str] = {
    FlagKind.CLOSED_QUESTION: "closed-to-open",
    FlagKind.STACKED_QUESTIONS: "closed-to-open",
    FlagKind.LEADING_QUESTION: "leading-to-neutral",
    FlagKind.ADVICE: "advice-to-question",
    FlagKind.REASSURANCE: "reflect-then-ask",
    FlagKind.MINIMISING: "yet",
    FlagKind.TAKING_OVER: "whose-plan",
    FlagKind.EARLY_REFERRAL: "referral-as-strength",
    FlagKind.VAGUE_SIGNPOSTING: "referral-as-strength",
    FlagKind.CONFIDENTIALITY_PROMISE: "confidentiality-limits",
}
"""The shipped drill for each kind of slip."""

_AFTER_SLIPS = 2
"""Replies with the same slip in the last sitting from which its drill comes before the next person."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to practise: `id` names a scenario, a drill, or a sitting to go on with. `why` is a whole sentence; `mode` goes
    with a scenario."""

    what: Literal["scenario", "drill", "sitting"]
    id: str
    title: str
    why: str
    mode: Mode = "coach"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A sitting that can go on, with the id and title of its scenario."""

    sitting: str
    scenario: str
    title: str


@dataclass(frozen=True, slots=True)
class Practised:
    """What there is to go by: finished sittings oldest first, drill rounds as drill id and moment, and the latest sitting
    that can go on, if there is one."""

    sittings: Sequence[Facts]
    drills: Sequence[tuple[str, datetime]]
    unfinished: Unfinished | None = None


def propose(
    done: Practised,
    scenarios: Mapping[str, Scenario],
    drills: Mapping[str, Drill],
    texts: CoachingTexts,
    *,
    now: datetime,
) -> Proposal | None:
    """What was left off, else what the last sitting asks for, else what has come round on the ladder, else somebody new,
    else what comes round soonest. Safeguarding scenarios are chosen by people and never proposed. None when there is
    nobody to talk with."""
    people = {name: who for name, who in scenarios.items() if who.sensitivity != "safeguarding"}
    mode = propose_mode(done.sittings, texts.fading).mode
    return (
        left_off(done.unfinished, scenarios)
        or _drill_for_last(done, drills)
        or _come_round(done, people, drills, texts, now, mode)
        or _somebody_new(done, people, mode)
        or _soonest(done, people, texts, mode)
    )


def left_off(unfinished: Unfinished | None, scenarios: Mapping[str, Scenario]) -> Proposal | None:
    """To go on with what was begun, where the person is still there."""
    if unfinished is None or unfinished.scenario not in scenarios:
        return None
    return Proposal("sitting", unfinished.sitting, unfinished.title, _("It is where you left off."))


def _drill_for_last(done: Practised, drills: Mapping[str, Drill]) -> Proposal | None:
    if not done.sittings:
        return None
    last = done.sittings[-1]
    already = {drill for drill, at in done.drills if at > last.at}
    trained = Counter({TRAINS[kind]: n for kind, n in last.flags.items() if kind in TRAINS})
    for drill, replies in trained.most_common():
        if drill in drills and drill not in already and replies >= _AFTER_SLIPS:
            minutes = drills[drill].minutes
            why = many(
                "Last time {n} reply had this in it; {minutes} minutes will do.",
                "Last time {n} replies had this in them; {minutes} minutes will do.",
                replies,
            ).format(n=replies, minutes=minutes)
            return Proposal("drill", drill, drills[drill].title, why)
    return None


def _come_round(
    done: Practised,
    people: Mapping[str, Scenario],
    drills: Mapping[str, Drill],
    texts: CoachingTexts,
    now: datetime,
    mode: Mode,
) -> Proposal | None:
    talks = [(each.scenario, each.at) for each in done.sittings]
    for due in rungs([*talks, *done.drills], texts.ladder.days):
        if due.due > now:
            return None
        why = _keeps((now - due.last).days)
        if due.name in people:
            return Proposal("scenario", due.name, people[due.name].title, why, mode)
        if due.name in drills:
            return Proposal("drill", due.name, drills[due.name].title, why)
    return None


def _somebody_new(done: Practised, people: Mapping[str, Scenario], mode: Mode) -> Proposal | None:
    met = {each.scenario for each in done.sittings}
    new = [who for who in people.values() if who.id not in met and _in_turn(who, people, met)]
    if not new:
        return None
    who = by_difficulty(new)[0]
    why = _("You have not met {name} yet.").format(name=who.person.name) if met else _("It is a gentle way in.")
    return Proposal("scenario", who.id, who.title, why, mode)


def _in_turn(who: Scenario, people: Mapping[str, Scenario], met: set[str]) -> bool:
    """A later visit of a series is proposed only once the visit before it has taken place."""
    if who.series is None or who.series.visit == 1:
        return True
    before = (who.series.id, who.series.visit - 1)
    visits = (people[name].series for name in met if name in people)
    return any((visit.id, visit.visit) == before for visit in visits if visit is not None)


def _soonest(done: Practised, people: Mapping[str, Scenario], texts: CoachingTexts, mode: Mode) -> Proposal | None:
    for due in rungs([(each.scenario, each.at) for each in done.sittings], texts.ladder.days):
        if due.name in people:
            why = _("It is longest since you saw {name}.").format(name=people[due.name].person.name)
            return Proposal("scenario", due.name, people[due.name].title, why, mode)
    return None


def _keeps(days: int) -> str:
    """Why something comes round again that was last done so many days ago."""
    if not days:
        return _("It was today; coming back to it keeps it.")
    return many(
        "It was yesterday; coming back to it keeps it.", "It was {n} days ago; coming back to it keeps it.", days
    ).format(n=days)


def by_difficulty(people: Iterable[Scenario]) -> list[Scenario]:
    """The easiest first."""
    return sorted(people, key=lambda one: (one.difficulty, one.title, one.id))
