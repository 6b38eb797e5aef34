"""Many talks of one scenario with one trainee, and what came of each."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from allycoach.content.library import Library
from allycoach.content.schema.scenario import Scenario, Topic
from allycoach.conversation.person.lines import every_line, same
from allycoach.reading import Reader

from .talk import BatchReader, Replier, Talk, hold, hold_all
from .trainees import TRAINEES, Task

GOOD_ENDS = frozenset(["next_step", "routed"])
"""The endings to hope for: a step of the person's own; in a safeguarding talk, that it is said who is told."""
WITHIN = 6
"""The person's last turns within which a line should not come again."""


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one talk.

    `reached` are the key topics of which something was told that had to be earned, each with the first turn of it, `ends` how the
    person ended the talk, `turns` its replies, `repeats` and `fallbacks` the person's turns of that sort.
    """

    seed: int
    reached: dict[str, int]
    ends: str | None
    turns: int
    repeats: int
    fallbacks: tuple[str, ...]

    @property
    def ended_well(self) -> bool:
        return self.ends in GOOD_ENDS


@dataclass(frozen=True)
class Played:
    """All runs of one scenario with one trainee. `keys` are the scenario's key topics."""

    scenario: str
    trainee: str
    keys: tuple[str, ...]
    runs: tuple[Run, ...]

    @cached_property
    def key_topics(self) -> float:
        """The mean share of the key topics that were reached: 1 if every run reached all, 0 if no run reached any."""
        return sum(len(run.reached) for run in self.runs) / (len(self.keys) * len(self.runs))

    @cached_property
    def ending(self) -> float:
        """The share of runs that ended well."""
        return sum(run.ended_well for run in self.runs) / len(self.runs)

    @cached_property
    def repeats(self) -> float:
        """The share of the person's turns in which a line came again within six."""
        return sum(run.repeats for run in self.runs) / self._turns

    @cached_property
    def fallback(self) -> float:
        """The share of the person's turns for which they had no line of their own."""
        return sum(len(run.fallbacks) for run in self.runs) / self._turns

    @cached_property
    def turns(self) -> float:
        """The median number of replies."""
        return median(run.turns for run in self.runs)

    @property
    def _turns(self) -> int:
        return sum(run.turns for run in self.runs) or 1


def talk_of(scenario: Scenario, trainee: str, *, library: Library, reader: Reader, seed: int) -> Talk:
    """The talk of a scenario and a trainee; the same seed makes the same talk."""
    return hold(scenario, reader, _replier(scenario, trainee, library, seed), seed=seed)


def _replier(scenario: Scenario, trainee: str, library: Library, seed: int) -> Replier:
    chance = random.Random(f"{scenario.id}:{trainee}:{seed}")
    return TRAINEES[trainee](Task(scenario, library.model(scenario.model), chance))


def play(scenario: Scenario, trainee: str, *, library: Library, reader: BatchReader, seeds: range) -> Played:
    """A talk for each seed."""
    texts = {line: same(text) for line, text in every_line(scenario).items()}
    keys = tuple(name for name, topic in scenario.topics.items() if topic.is_key)
    talks = hold_all(scenario, reader, {seed: _replier(scenario, trainee, library, seed) for seed in seeds})
    return Played(scenario.id, trainee, keys, tuple(run_of(scenario, talk, texts) for talk in talks))


def run_of(scenario: Scenario, talk: Talk, texts: dict[str, str]) -> Run:
    """What came of a talk; `texts` are the person's lines by id, as a listener hears them."""
    return Run(
        seed=talk.seed,
        reached=dict(_reached(scenario, talk)),
        ends=talk.ends,
        turns=len(talk.exchanges),
        repeats=_repeats(talk, texts),
        fallbacks=tuple(one.answer.act for one in talk.exchanges if one.answer.kind == "fallback"),
    )


def _reached(scenario: Scenario, talk: Talk) -> Iterator[tuple[str, int]]:
    found: dict[str, int] = {}
    for one in talk.exchanges:
        name, depth = one.answer.topic, one.answer.depth
        if name is not None and depth is not None and name not in found:
            topic = scenario.topics[name]
            if topic.is_key and _earned(topic, depth):
                found[name] = one.answer.turn
    yield from found.items()


def _earned(topic: Topic, depth: int) -> bool:
    """Whether a line is kept for those who have won some trust: a topic's small talk does not count as reaching it."""
    return topic.opens_when is not None or topic.lines[depth].at != "closed"


def _repeats(talk: Talk, texts: dict[str, str]) -> int:
    count = 0
    said = [{texts.get(line, line) for line in one.said} for one in talk.spoken]
    for at, now in enumerate(said):
        recent = set().union(*said[max(0, at - WITHIN) : at])
        count += bool(now & recent)
    return count
