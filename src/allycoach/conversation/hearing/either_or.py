"""Questions that offer one thing or another."""

import re
from functools import lru_cache

from .words import tokens

_AFTER_OR = re.compile(
    r"^.*\bor(?: is it| was it| is that| are they| more| rather)? ([^?.!,;:]+)", re.IGNORECASE | re.DOTALL
)
_NO_OPTION = frozenset(
    """
you your yours yourself u ur not something anything whatever whoever wherever somebody anybody someone anyone else so what who
how why where when which it they is are was were do does did would could can will have has had that this i me my we us shall
""".split()
)
_LONGEST = 5


@lru_cache(maxsize=1024)
def last_option(asked: str) -> str:
    """The second of two things that a question offers, in its words: `the bus` of "Do you walk or take the bus?" is not one
    (it has a verb of its own), `alone` of "Together or alone?" is; "" where it has none that could be said back."""
    found = _AFTER_OR.match(asked)
    words = tokens(found[1]) if found else ()
    if not words or len(words) > _LONGEST or not _NO_OPTION.isdisjoint(words):
        return ""
    return found[1].strip() if found else ""
