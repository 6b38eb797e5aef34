"""The person's lines, each with an id, and the choice of one that has not been said in this sitting."""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from allycoach.content.schema.scenario import NextStep, Scenario
from allycoach.conversation.hearing.words import tokens

from .anybodys_words import (
    AGAIN,
    COULD_NOT_SAY,
    LETS_BE,
    MEANT,
    MIGHT,
    RATHER,
    TAKES_UP,
    WILL,
    presenting,
)
from .closing_words import CLOSING_DOWN
from .once import once

_ANYBODYS = (("will", WILL), ("might", MIGHT), ("rather", RATHER), ("takes_up", TAKES_UP), ("lets_be", LETS_BE))
CLOSINGS = ("confidence", "stronger", "when_said", "obstacle", "feels", "invited", "not_yet")


@dataclass(frozen=True, slots=True)
class Line:
    """One wording. `id` says where it stands in the scenario file, such as `replies.3.0`."""

    id: str
    text: str


@lru_cache(maxsize=65536)
def lines(place: str, texts: tuple[str, ...]) -> tuple[Line, ...]:
    """The wordings that stand at one place of a scenario."""
    return tuple(Line(f"{place}.{number}", text) for number, text in enumerate(texts))


def step_pool(step: NextStep, name: str) -> tuple[Line, ...]:
    """The wordings of one part of the ending to hope for: `say` or one of CLOSINGS."""
    return lines(f"endings.next_step.{name}", getattr(step, name))


def style_pool(scenario: Scenario) -> tuple[Line, ...]:
    """The wordings of the person's way of closing down, for when the scenario has none."""
    style = scenario.person.close_style
    return lines(f"close_style.{style}", CLOSING_DOWN[style])


@once
def every_line(scenario: Scenario) -> Mapping[str, str]:
    """Everything the person can say, by id."""
    return {line.id: line.text for pool in _pools(scenario) for line in pool}


def _pools(scenario: Scenario) -> Iterator[tuple[Line, ...]]:
    yield lines("opening", scenario.opening)
    for number, recall in enumerate(scenario.series.recalls if scenario.series else ()):
        yield lines(f"series.recalls.{number}", recall.say)
    yield lines("fallback", scenario.fallback)
    yield lines("asks_helper", scenario.asks_helper)
    yield lines("restates", scenario.restates)
    yield from (lines(f"restates.{name}", frames) for name, frames in (("meant", MEANT), ("again", AGAIN)))
    yield from (lines(name, texts) for name, texts in _ANYBODYS)
    yield from (lines(f"facts.{fact}", texts) for fact, texts in COULD_NOT_SAY.items())
    yield from (lines(f"vaguely.{fact}", texts) for fact, texts in scenario.vaguely.items())
    yield from (lines(f"people.{name}", presenting(name, who)) for name, who in scenario.people.items())
    for number, rule in enumerate(scenario.replies):
        yield lines(f"replies.{number}", rule.say)
    for number, direct in enumerate(scenario.direct_questions):
        yield lines(f"direct_questions.{number}", direct.say)
    for name, topic in scenario.topics.items():
        for depth, line in enumerate(topic.lines):
            yield lines(f"topics.{name}.lines.{depth}", line.say)
        yield lines(f"topics.{name}.short", topic.short)
        yield lines(f"topics.{name}.feels", topic.feels)
        yield lines(f"topics.{name}.again", topic.again)
        yield lines(f"topics.{name}.hint", (topic.hint,) if topic.hint else ())
    for moment in scenario.moments:
        yield (Line(f"moments.{moment.id}", moment.line),)
        for act, texts in moment.answers.items():
            yield lines(f"moments.{moment.id}.{act}", texts)
    yield style_pool(scenario)
    yield from _ending_pools(scenario)


def _ending_pools(scenario: Scenario) -> Iterator[tuple[Line, ...]]:
    for name in ("say", *CLOSINGS):
        yield step_pool(scenario.endings.next_step, name)
    yield lines("endings.routed", scenario.endings.routed.say if scenario.endings.routed else ())
    yield lines("endings.leaves", scenario.endings.leaves.say)
    yield lines("endings.time_up", scenario.endings.time_up)
    yield lines("endings.goodbye", scenario.endings.goodbye)


@once
def _wordings(scenario: Scenario) -> dict[str, str]:
    return {name: same(text) for name, text in every_line(scenario).items()}


def spent_texts(scenario: Scenario, said: Collection[str]) -> frozenset[str]:
    """The wordings behind ids already said, as `same` sees them; ids that the file no longer has are passed over."""
    known = _wordings(scenario)
    return frozenset(filter(None, map(known.get, said)))


@lru_cache(maxsize=65536)
def same(text: str) -> str:
    """Two wordings that differ only in case or punctuation are the same line to a listener."""
    return " ".join(tokens(text)) or text


def fresh(pool: Iterable[Line], spent: Collection[str]) -> tuple[Line, ...]:
    """Those of a pool that have not been said, under whatever id."""
    return tuple(line for line in pool if same(line.text) not in spent)


def chance(seed: int, turn: int, purpose: str) -> random.Random:
    """Randomness that depends on these three alone, on every machine."""
    return random.Random(f"{seed}:{turn}:{purpose}")


def pick(pool: Sequence[Line], seed: int, turn: int, purpose: str) -> Line | None:
    """One of the pool; None if it is empty."""
    if len(pool) < 2:
        return pool[0] if pool else None
    return chance(seed, turn, purpose).choice(pool)
