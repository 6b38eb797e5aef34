"""What a trainee's own words in the debrief point to."""

import re

_TURN = re.compile(r"\bturn\s+(\d{1,3})\b", re.IGNORECASE)


def turn_named(text: str, turns: int) -> int | None:
    """The first turn these words name, as in "turn 3", if the sitting has it."""
    for found in _TURN.finditer(text):
        if 1 <= int(found.group(1)) <= turns:
            return int(found.group(1))
    return None
