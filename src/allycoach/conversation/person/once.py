"""What follows from a scenario alone, or from it and some words, worked out once for each."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from allycoach.content.schema.scenario import Scenario

P = ParamSpec("P")
T = TypeVar("T")

KEPT = 2048
"""Answers that are kept for a scenario: a talk needs some dozens, play-testing goes through a thousand again and again."""


def once(work: Callable[[Scenario], T]) -> Callable[[Scenario], T]:
    """The same function, remembering its answer for as long as the scenario lives."""
    known: dict[int, T] = {}

    @wraps(work)
    def remembered(scenario: Scenario) -> T:
        # A scenario holds mappings and so has no hash; its identity does as well, until it is gone.
        name = id(scenario)
        if name not in known:
            known[name] = work(scenario)
            weakref.finalize(scenario, known.pop, name, None)
        return known[name]

    return remembered


def lately(work: Callable[Concatenate[Scenario, P], T]) -> Callable[Concatenate[Scenario, P], T]:
    """The same function of a scenario and words, remembering its latest answers for as long as the scenario lives."""

    @once
    def answers(_scenario: Scenario) -> dict[object, T]:
        return {}

    @wraps(work)
    def remembered(scenario: Scenario, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known, words = answers(scenario), (*args, *kwargs.items())
        try:
            return known[words]
        except KeyError:
            answer = work(scenario, *args, **kwargs)
        if len(known) >= KEPT:
            known.clear()
        known[words] = answer
        return answer

    return remembered
