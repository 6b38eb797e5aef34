"""Conditions and rules of a scenario that cannot mean what their author meant by them."""

from collections.abc import Iterator, Mapping, Sequence

from .conditions import Amount, InBand, TopicTold, parse_clause
from .located import Loc
from .references import clauses
from .rules import Finding
from .schema.base import Content
from .schema.scenario import Band, Bands, Scenario

_Range = tuple[int, int]
_FEWEST_IN_A_ROW = 3
"""Two topics one after the other are a story; from three on, a talk that goes another way never gets to the end."""


def unmeant(content: Content) -> Iterator[Finding]:
    """Rules that contradict each other, conditions that never hold, what safeguarding lacks, a single way to the end."""
    if isinstance(content, Scenario):
        yield from _twice(content)
        yield from _never_true(content)
        yield from _unannounced(content)
        yield from _single_file(content)


def _twice(scenario: Scenario) -> Iterator[Finding]:
    """Rules with one condition: the first always wins, and nobody sees that the second was meant to."""
    whens = [rule.when for rule in scenario.replies]
    for number, when in enumerate(whens):
        first = whens.index(when)
        if first < number:
            said = f"this is the condition of replies[{first}] too; put their lines together, or say when each is meant"
            yield Finding("S007", ("replies", number, "when"), said)
    asked = [(frozenset(each.words), each.topic, frozenset(each.after)) for each in scenario.direct_questions]
    for number, words in enumerate(asked):
        if asked.index(words) < number:
            said = f"these are the words of direct_questions[{asked.index(words)}] too; put their lines together"
            yield Finding("S007", ("direct_questions", number, "words"), said)
    recalled = [recall.when for recall in scenario.series.recalls] if scenario.series else []
    for number, visit in enumerate(recalled):
        if recalled.index(visit) < number:
            at = ("series", "recalls", number, "when")
            yield Finding("S007", at, f"an earlier entry is for {visit} too; put their lines together")


def _never_true(scenario: Scenario) -> Iterator[Finding]:
    last = scenario.endings.turn_limit - 1
    for at, text in clauses(scenario):
        turns = (1, last + 1) if at[:2] == ("endings", "leaves") else (1, last)
        why = _impossible(scenario.state.bands, text, None, turns) or _waits_for_itself(at, text)
        if why:
            yield Finding("S010", at, f"this is never true: {why}")
    for number, moment in enumerate(scenario.moments):
        when = moment.when
        turns = (when.turn_min, min(last, when.turn_max or last))
        why = _impossible(scenario.state.bands, when.clause or "", when.band, turns)
        if why and not (when.clause and _impossible(scenario.state.bands, when.clause, None, (1, last))):
            yield Finding("S010", ("moments", number, "when"), f"this is never true: {why}")
    for number, rule in enumerate(scenario.replies):
        after = rule.when.after_turn
        if after is not None and after >= last:
            said = f"this is never true: the last answer before the end is to reply {last} (endings.turn_limit)"
            yield Finding("S010", ("replies", number, "when", "after_turn"), said)
        elif rule.when.band and _empty(_band_range(scenario.state.bands, rule.when.band)):
            said = f"this is never true: by state.bands nobody is ever {rule.when.band}"
            yield Finding("S010", ("replies", number, "when", "band"), said)


def _waits_for_itself(at: Loc, text: str) -> str:
    if at[0] == "topics" and at[1] in parse_clause(text).topics:
        return f"{at[1]} would have to be begun before it opens; name another topic, or leave that part out"
    return ""


def _impossible(bands: Bands, text: str, band: Band | None, turns: _Range) -> str:
    """Why the condition cannot hold, or "" if by itself it can; `text` may be empty."""
    ranges: dict[str, _Range] = {"trust": (0, 100), "openness": (0, 100), "energy": (0, 100), "turn": turns}
    for part in parse_clause(text).parts if text else ():
        match part:
            case Amount(name, sign, number):
                ranges[name] = _both(ranges[name], _allowed(sign, number))
            case InBand(wanted):
                ranges["openness"] = _both(ranges["openness"], _band_range(bands, wanted))
            case TopicTold():
                pass
    if band:
        ranges["openness"] = _both(ranges["openness"], _band_range(bands, band))
    return next((_what_there_is(name, bands, turns) for name, each in ranges.items() if _empty(each)), "")


def _what_there_is(name: str, bands: Bands, turns: _Range) -> str:
    if name == "turn":
        return f"no turn fits it, and the last before the end is {turns[1]} (endings.turn_limit)"
    if name == "openness":
        return f"no openness fits it; closed is below {bands.wary}, wary from there, open from {bands.open}"
    return f"no {name} from 0 to 100 fits it"


def _allowed(sign: str, number: int) -> _Range:
    most = 10**6
    return {">=": (number, most), ">": (number + 1, most), "<=": (-most, number), "<": (-most, number - 1)}[sign]


def _band_range(bands: Bands, band: str) -> _Range:
    return {
        "closed": (0, min(bands.wary, bands.open) - 1),
        "wary": (bands.wary, bands.open - 1),
        "open": (bands.open, 100),
    }[band]


def _both(one: _Range, other: _Range) -> _Range:
    return max(one[0], other[0]), min(one[1], other[1])


def _empty(each: _Range) -> bool:
    return each[0] > each[1]


def _unannounced(scenario: Scenario) -> Iterator[Finding]:
    if scenario.sensitivity == "safeguarding" and not scenario.content_notes:
        said = "a safeguarding scenario needs `content_notes`, so that nobody meets its theme unwarned"
        yield Finding("S009", ("sensitivity",), said)


def _single_file(scenario: Scenario) -> Iterator[Finding]:
    """Topics that the ending needs and that open only one after another."""
    if scenario.endings.routed is not None:
        return
    before = _needed(scenario)
    order = _only_order(before) if len(before) >= _FEWEST_IN_A_ROW else ()
    if order:
        said = f"only one way leads here: {', then '.join(order)}; let one of them open by itself, or need fewer"
        yield Finding("S108", ("endings", "next_step", "when"), said)


def _needed(scenario: Scenario) -> dict[str, set[str]]:
    """The topics that the ending needs, and those that they need, each with what must come before it."""
    before: dict[str, set[str]] = {}
    waiting = list(parse_clause(scenario.endings.next_step.when).topics)
    while waiting:
        name = waiting.pop()
        if name in scenario.topics and name not in before:
            opens = scenario.topics[name].opens_when
            before[name] = set(parse_clause(opens).topics) if opens else set()
            waiting += before[name]
    return before


def _only_order(before: Mapping[str, set[str]]) -> Sequence[str]:
    """The one order in which all can be begun; empty if there are several, or none."""
    order: list[str] = []
    while len(order) < len(before):
        free = [name for name, needs in before.items() if name not in order and needs <= set(order)]
        if len(free) != 1:
            return ()
        order += free
    return order
