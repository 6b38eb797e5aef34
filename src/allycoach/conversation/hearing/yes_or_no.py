"""Whether words would do as an answer to a question for yes or no, and whether a question asks if they will."""

import re
from functools import lru_cache

from .words import found, tokens

_SHORT = 7
_YES_OR_NO = frozenset(("yes", "yeah", "yep", "aye", "no", "nope", "nah", "not", "never"))
_BEGINS = _YES_OR_NO | frozenset(
    """
sometimes maybe might could possibly perhaps mostly partly half nearly once hardly probably barely rarely often always usually
depends some only just quite very sort kind course now on off both neither enough oh well ah honestly occasionally almost most
im its ive id ill thats theyre theyve shes hes weve were
""".split()
)
_BEGINS_WITH_TWO = (("a", "bit"), ("a", "little"), ("more", "or"), ("from", "time"), ("to", "a"), ("one", "or"))
_THEY = frozenset("i it they she he we that there you".split())
_DO = frozenset(
    """
do did have has had am is was are were would could might can will should does dont didnt havent hasnt isnt wasnt wouldnt
couldnt cant wont think suppose spose hope used try tried believe reckon
""".split()
)
_WILL_THEY = (
    "will you", "would you be able to", "would you be up for", "would you give it", "could you manage", "could you make",
    "can you come", "can you make", "could you come", "would you come", "could you bring",
    "shall we", "are you going to", "will we", "will i see you", "are you up for", "do you fancy",
    "will it be",
)  # fmt: skip

_ALL_OR_NOTHING = re.compile(
    r"^\W*(?:(?:and|so|but|then|ok|okay|oh|well)\W+)*"
    r"(?:(?:is|are|was|were) there|(?:do|does) (?:you|he|she|they|it) (?:have|know|get|tell|ask|say|go)|did|will|would|can|could|"
    r"shall|has|have you (?:got|ever|told|shown|tried|seen|asked|looked|opened|brought|been|heard|met|spoken))\b",
    re.IGNORECASE,
)
"""Questions to which "a bit" is no answer: whether there is something, or whether it happened."""
_QUESTION_ENDS = re.compile(r"[?.!]+\s+")
_IN_PART = re.compile(
    r"\b(bit|mostly|partly|mainly|nearly|more or less|sort of|kind of|somewhat|often|usually|sometimes|now and|generally|"
    r"either|quite|as a rule|most of|some of|half|up to a point|on and off|on the whole|to a degree|rarely|hardly|always)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def fits_the_question(asked: str, text: str) -> bool:
    """Whether a yes or no is not one in part, where there is no part of it: "A bit, yes" to "Do you have a brother?"."""
    last = _QUESTION_ENDS.split(asked.strip())[-1]
    return not (_ALL_OR_NOTHING.match(last) and _IN_PART.search(text))


@lru_cache(maxsize=4096)
def says_yes_or_no(text: str) -> bool:
    """Whether a line begins like an answer to a question for yes or no, or is short and has a yes or no in it."""
    words = tokens(text)
    if not words:
        return False
    return (
        words[0] in _BEGINS
        or words[:2] in _BEGINS_WITH_TWO
        or (words[0] in _THEY and words[1:2] != () and words[1] in _DO)
        or (len(words) <= _SHORT and not _YES_OR_NO.isdisjoint(words))
    )


def asks_if_they_will(asked: str) -> bool:
    """Whether a question asks for their word that they will do something: "Will you come back on Tuesday?"."""
    return bool(found(_WILL_THEY, asked))
