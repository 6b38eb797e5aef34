"""A story of the helper's own, and what only looks like one."""

import re

from allycoach.reading import FlagKind, MoveKind, Reading

from .words import tokens

_TOLD = re.compile(
    r"\b(was|were|had|did|got|went|took|lost|left|felt|came|became|thought|knew|used to|[a-z]{3,}ed)\b", re.IGNORECASE
)
_OF_MINE = re.compile(r"\b(i|i've|i'd|we|my (?!colleague|manager|lead)[a-z]+)\b", re.IGNORECASE)
_OFFERS = re.compile(
    r"\b(i|we)\b(['’]ll|['’]d| will| would| can| could| shall|['’]m here| am here|['’]re here|['’]m in\b| have (\w+ )?more)",
    re.IGNORECASE,
)
_OF_YOU = re.compile(r"\b(you|your|here|again|together|meet)\b", re.IGNORECASE)
_STORY = 8
"""Words. Less is a remark, such as "I had that too"."""


def tells_own_story(reading: Reading) -> bool:
    """Whether the reply turns to what happened to the helper, and asks nothing after it."""
    if reading.questions:
        return False
    if reading.flagged(FlagKind.OWN_STORY):
        return True
    moves = [move for move in reading.moves if move.kind is MoveKind.SELF_DISCLOSURE]
    told = [text for move in moves if _is_told(text := reading.text[move.start : move.end])]
    since = min((move.start for move in moves), default=0)
    return bool(told) and len(tokens(reading.text[since:])) >= _STORY


def _is_told(text: str) -> bool:
    return bool(_TOLD.search(text) and _OF_MINE.search(text) and not is_an_offer(text))


def is_an_offer(text: str) -> bool:
    """Whether words about "I" or "we" only say what the helper will do or when they are there: "I can see you four times"."""
    return bool(_OFFERS.search(text) and _OF_YOU.search(text))
