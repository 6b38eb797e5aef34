"""What the person says when a reply hits nothing they have a line for: in character, and leading back."""

import re
from functools import lru_cache

from allycoach.conversation.hearing.asking import points_to_nothing_new
from allycoach.conversation.person.lines import Line, lines
from allycoach.conversation.person.situation import Piece, Situation

from .telling import elsewhere, led

_ECHO = "{echo}"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W_]+)*|[.,;:?!]")
_BEFORE_A_NAME = frozenset(
    ["your", "the", "about", "a", "an", "any", "of", "for", "with", "at", "on", "his", "her", "their"]
)
_LONGEST_NAME = 2
_SHORTEST_WORD = 4


def fallback(s: Situation) -> Piece | None:
    """The next rung of the scenario's fallback ladder, then other lines that suit anything; None when all is said."""
    word = echo_of(s.heard.asked or s.reading.text)
    pool = [line for line in lines("fallback", s.scenario.fallback) if word or _ECHO not in line.text]
    echoing = [line for line in pool if _ECHO in line.text]
    line = s.choose(echoing, "echo") or s.choose(pool, "fallback")
    if line is None:
        return led(s, s.state.current) or elsewhere(s, s.state.current)
    said = Piece((Line(line.id, filled(line.text, word)),), "fallback")
    misses = s.state.kinds[-1:] == ("fallback",)
    onward = led(s.having_said(said), None) if misses else None
    return Piece((*said.said, *onward.said), "fallback", onward.topic) if onward else said


@lru_cache(maxsize=1024)
def echo_of(text: str) -> str:
    """The last thing that a text names, in its own spelling, as one would take it up: `weekends` of "What about your
    weekends?"; empty if there is none."""
    named = ""
    words = _WORD.findall(text)
    for at, word in enumerate(words):
        if word.lower() in _BEFORE_A_NAME:
            name: list[str] = []
            for after in words[at + 1 : at + 1 + _LONGEST_NAME]:
                if points_to_nothing_new(after):
                    break
                name.append(after)
            if name and len(name[-1]) >= _SHORTEST_WORD:
                named = name[-1]
    return named


def filled(text: str, word: str) -> str:
    """A line with the helper's word in it, with a capital where a sentence begins."""
    parts = text.split(_ECHO)
    filled_text = parts[0]
    for part in parts[1:]:
        before = filled_text.rstrip(" \"'‘“")
        begins = not before or before[-1] in ".?!…"
        filled_text += (word[:1].upper() + word[1:] if begins else word.lower()) + part
    return filled_text
