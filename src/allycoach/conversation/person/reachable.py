"""What of a scenario a talk can get to at all, whatever is said.

The search is bounded and generous: turn by turn it keeps the widest range that each meter can have reached and every topic
that can have been begun, all at once. So what it calls out of reach is so in every talk; what it lets pass may still be
out of reach in practice, which is for playing to find out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from allycoach.content.conditions import Amount, InBand, Part, TopicTold, parse_clause
from allycoach.content.rules import Finding
from allycoach.content.schema.scenario import Act, Band, Meter, Scenario
from allycoach.conversation.hearing.acts import SLIPS

from .meters import METERS, RANK, band_of, effects, moved
from .state import initial

ACTS_IN_A_REPLY = 4
"""More than that at once is no reply that anyone types."""
_RETURN_ABOVE_COST = 0.25
"""What coming back from a slip may return beyond what the slip cost."""

_Range = tuple[int, int]


@dataclass
class _Reach:
    """How far talks have got by some turn: the range of each meter, and of each topic how many depths are told at most."""

    scenario: Scenario
    ranges: dict[str, _Range]
    told: dict[str, int] = field(default_factory=dict)
    endings: set[str] = field(default_factory=set)

    def next_turn(self, turn: int, change: Mapping[Meter, _Range]) -> None:
        for meter in METERS:
            low, high = self.ranges[meter]
            down, up = change[meter]
            self.ranges[meter] = (max(0, low + down), min(100, high + up))
        self.ranges["turn"] = (turn, turn)
        before = dict(self.told)
        for name, topic in self.scenario.topics.items():
            depth = before.get(name, 0)
            opens = depth > 0 or not self.why_not(topic.opens_when, before)
            if opens and depth < len(topic.lines) and self._reaches(topic.lines[depth].at):
                self.told[name] = depth + 1

    def _reaches(self, band: Band) -> bool:
        return RANK[band_of(self.scenario.state, self.ranges["openness"][1])] >= RANK[band]

    def why_not(self, clause: str | None, told: Mapping[str, int]) -> str:
        """The part of a condition that cannot hold yet, in plain English; "" when all of them can."""
        parts = parse_clause(clause).parts if clause else ()
        return next((why for part in parts if (why := self._why_not(part, told))), "")

    def _why_not(self, part: Part, told: Mapping[str, int]) -> str:
        match part:
            case Amount(name, sign, number):
                low, high = self.ranges[name]
                wants_more = sign in (">", ">=")
                if wants_more and high < number + (sign == ">"):
                    return f"{name} gets to {high} at most"
                if not wants_more and low > number - (sign == "<"):
                    return f"{name} stays at {low} or above"
            case InBand(band):
                low, high = (RANK[band_of(self.scenario.state, end)] for end in self.ranges["openness"])
                if not low <= RANK[band] <= high:  # type: ignore[index]
                    return f"their openness never makes them {band}"
            case TopicTold(topic, whole):
                depths = len(self.scenario.topics[topic].lines)
                if told.get(topic, 0) < (depths if whole else 1):
                    return f"{topic} is never {'told to the end' if whole else 'begun'}"
        return ""

    def surely(self, clause: str) -> bool:
        """Whether a condition holds in every talk that has got this far."""
        return all(self._surely(part) for part in parse_clause(clause).parts)

    def _surely(self, part: Part) -> bool:
        if not isinstance(part, Amount):
            return False
        low, high = self.ranges[part.name]
        sure = {">=": low >= part.number, ">": low > part.number, "<=": high <= part.number, "<": high < part.number}
        return sure[part.sign]


def out_of_reach(scenario: Scenario) -> Iterator[Finding]:
    """S005 for an ending, S006 for a key topic, S101 for another topic, or one that open questions alone never open.

    Names and conditions must have been checked before.
    """
    reach = _Reach(scenario, {name: (start, start) for name, start in initial(scenario).meters.items()})
    gone = _walk(reach, _change(scenario))
    yield from gone or _endings(reach)
    if gone:
        return
    for name, topic in scenario.topics.items():
        if name not in reach.told:
            why = reach.why_not(topic.opens_when, reach.told) or _too_closed(reach, topic.lines[0].at)
            rule = "S006" if topic.is_key else "S101"
            yield Finding(rule, ("topics", name), f"no talk can get to this topic: {why}; {_MEND}")
    asked = _by_questions_alone(scenario)
    for name in [name for name in reach.told if name not in asked]:
        said = "open questions alone never open this topic, however many; lower what it opens at, or let another lead to it"
        yield Finding("S101", ("topics", name), said)


_MEND = "lower what is asked for, or begin nearer to it"


def _walk(reach: _Reach, change: Mapping[Meter, _Range]) -> list[Finding]:
    """Goes as far as any talk can. What it finds, if anything, is why no talk gets anywhere."""
    endings = reach.scenario.endings
    for turn in range(1, endings.turn_limit):
        before = dict(reach.told)
        reach.next_turn(turn, change)
        if reach.surely(endings.leaves.when):
            said = f"by turn {turn} they have left in every talk, so none gets to the ending; let it take more to leave"
            return [Finding("S005", ("endings", "leaves", "when"), said)]
        if not reach.why_not(endings.next_step.when, before):
            reach.endings.add("next_step")
        if endings.routed and not reach.why_not(endings.routed.when, before):
            reach.endings.add("routed")
    return []


def _endings(reach: _Reach) -> Iterator[Finding]:
    endings = reach.scenario.endings
    if not reach.endings:
        yield from _no_ending(reach, endings.next_step.when, "next_step")
    if endings.routed and "routed" not in reach.endings:
        yield from _no_ending(reach, endings.routed.when, "routed")


def _no_ending(reach: _Reach, when: str, name: str) -> Iterator[Finding]:
    topics = reach.scenario.topics
    if any(topics[each].is_key and each not in reach.told for each in parse_clause(when).topics):
        return  # said of that topic
    why = reach.why_not(when, reach.told) or "there are too few turns"
    yield Finding("S005", ("endings", name, "when"), f"no talk can get to this ending: {why}; {_MEND}")


def _too_closed(reach: _Reach, band: Band) -> str:
    return f"its first line needs them to be {band}, and openness gets to {reach.ranges['openness'][1]} at most"


def _change(scenario: Scenario) -> dict[Meter, _Range]:
    """The most that one reply can take from each meter, and the most that it can add."""
    table = effects(scenario)
    slips = frozenset(SLIPS)
    change: dict[Meter, _Range] = {}
    for meter in METERS:
        amounts = {act: table[act].get(meter, 0) for act in table}
        cost = _most(-amounts[act] for act in amounts if act in slips)
        up = _most(amounts.values()) + round(_RETURN_ABOVE_COST * cost + 0.5)
        down = _most(-amount for amount in amounts.values()) + 1
        change[meter] = (-down, up)
    return change


def _most(amounts: Iterable[int]) -> int:
    return sum(sorted((amount for amount in amounts if amount > 0), reverse=True)[:ACTS_IN_A_REPLY])


def _by_questions_alone(scenario: Scenario) -> set[str]:
    """The topics that a talk of nothing but open questions can begin."""
    reach = _Reach(scenario, {name: (start, start) for name, start in initial(scenario).meters.items()})
    meters: Mapping[str, int] = initial(scenario).meters
    history: list[tuple[Act, ...]] = []
    for turn in range(1, scenario.endings.turn_limit):
        meters = moved(scenario, meters, history, ("open_question",))
        history.append(("open_question",))
        reach.ranges = {name: (amount, amount) for name, amount in meters.items()}
        reach.next_turn(turn, dict.fromkeys(METERS, (0, 0)))
    return set(reach.told)
