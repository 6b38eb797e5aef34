"""What follows from a scenario alone, worked out once for each."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from allycoach.content.schema.scenario import Scenario

T = TypeVar("T")


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
