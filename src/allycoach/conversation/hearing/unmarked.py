"""Questions that nothing marks as one: "ha what pudding", "Then which would you ring first, and when.", "is frankie in"."""

import re
from functools import lru_cache

from .words import tokens

_CLAUSE = re.compile(r"[^.?!,…;:\n–—]+[.?!…\n]*")
_LEADS_IN = frozenset(
    """
ha haha oh ah go on so then and but or ok okay just well no nah yeah yes right mate love dear now erm um er hmm anyway actually
only sorry wait tell me
""".split()
)
_ASKING = frozenset("what which who whos whose whom where when why how whats wheres hows".split())
_AUXILIARY = frozenset(
    """
is was are were do does did has have had will would can could should shall might s r u d ll
""".split()
)
_BESIDE_HOW = frozenset("long many much often old far come soon about".split())
_SAYS_NOTHING = (("who", "knows"), ("what", "a"), ("what", "an"), ("which", "is"), ("which", "was"))
_ASKS_FOR_YES = frozenset("is are was were does did has any".split())
_ASKS_YOU_FOR_YES = (("got", "any"), ("got", "a"), ("have", "you"), ("have", "u"), ("do", "you"), ("do", "u"))
"""At the head of a clause they ask ("is frankie in"); "do", "have" and "can" may as well tell or agree."""
_NO_SUBJECT = frozenset(
    "to going my nice well just not a an always only so very really good like in on at all what done been".split()
)
"""After such a word they begin a sentence without its subject: "was going to ring"."""
_LEAST = 3
_SHORT = 4
_OF_A_CLAUSE = frozenset("you i we it they he she there the your my".split())
"""After "when" or "where" they begin a clause ("when you left") and no question."""


@lru_cache(maxsize=1024)
def unmarked_question(text: str) -> str:
    """The last clause of a reply that asks something, whatever its marks; "" if none does."""
    clauses = list(_CLAUSE.finditer(text))
    asks = [_asks(each[0], marked="?" in text[each.end() - 1 :]) for each in clauses]
    last = next((number for number in reversed(range(len(clauses))) if asks[number]), None)
    if last is None:
        return ""
    first = last
    while first and asks[first - 1]:
        first -= 1
    return text[clauses[first].start() : clauses[last].end()].strip()


def asks_for_yes(asked: str) -> bool:
    """Whether such a clause asks for yes or no."""
    return _begins_for_yes(_without_lead(asked))


def _begins_for_yes(words: tuple[str, ...]) -> bool:
    return words[:1] != () and (words[0] in _ASKS_FOR_YES or words[:2] in _ASKS_YOU_FOR_YES)


def _without_lead(clause: str) -> tuple[str, ...]:
    words = tokens(clause)
    start = next((at for at, word in enumerate(words) if word not in _LEADS_IN), len(words))
    return words[start:]


def _asks(clause: str, *, marked: bool) -> bool:
    words = _without_lead(clause)
    if _begins_for_yes(words):
        return not marked and len(words) >= _LEAST and words[1] not in _NO_SUBJECT and words[1:3] != ("the", "same")
    if not words or words[0] not in _ASKING or words[:2] in _SAYS_NOTHING:
        return False
    first, rest = words[0], words[1:]
    if rest[:1] in (("you",), ("u",), ("they",)) and rest[1:] and rest[1].endswith("ing"):
        return True  # "who you sending these to"
    if marked:
        return first not in ("when", "where") or rest[:1] == () or rest[0] not in _OF_A_CLAUSE
    if first in ("whos", "whats", "wheres", "hows"):
        return True
    if first in ("when", "where", "why", "who", "how"):
        return not rest or rest[0] in _AUXILIARY or (first == "how" and rest[0] in _BESIDE_HOW)
    # "What pudding" and "which one would you" ask; "what you need is a rest" does not.
    return (len(rest) in range(1, _SHORT) and rest[0] not in _OF_A_CLAUSE) or not _AUXILIARY.isdisjoint(rest[:2])
