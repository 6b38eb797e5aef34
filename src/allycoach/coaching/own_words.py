"""What a trainee's own words, written while looking back, point to."""

import re

_TURN = re.compile(r"\bturn\s+(\d{1,3})\b", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"\s*(\d{1,3})\s*(?:[,.:;)\-–]|$)")


def turn_named(text: str, turns: int) -> int | None:
    """The first turn that these words name and a sitting of so many turns has, as in "turn 3", or in "3, the advice" at
    the beginning; None when they name none. "3 times" names none."""
    named = [found[1] for found in _TURN.finditer(text)]
    first = _NUMBER_FIRST.match(text)
    if first is not None:
        named.append(first[1])
    return next((number for number in map(int, named) if 1 <= number <= turns), None)
