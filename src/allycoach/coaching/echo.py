"""The person's own words, a few of them, to be taken up in a recovery phrase."""

import re

MOST_WORDS = 6
LEAST_WORDS = 2

_BREAKS = re.compile(r"[.!?…;:,()\"“”\n]+|\s+[-–—]+\s+|\b(?:and|but|so|because|or|though|then)\b", re.IGNORECASE)
_LEAD_INS = re.compile(
    r"^(?:(?:well|yeah|yes|no|oh|um|er|like|really|just|honestly|maybe|i mean|you know|i think|i suppose|i guess|to be honest"
    r"|it's|it is|that's|that is|there's|i'm|i am|i've|i have|i'd|i|we|he|she|they|it|that)\s+)+",
    re.IGNORECASE,
)
_THIN = frozenset(
    "a an the i me my we our you your he she it they them his her their this that these those is am are was were be been do does "
    "did have has had will would can could should to of in on at for with from by as if not no yes so and but or just really very "
    "what which who how when where why there here up out off all some any one now then too also ok okay right well yeah know "
    "think mean guess suppose don't didn't can't couldn't won't isn't sure maybe like thing things".split()
)
_MANY_SPACES = re.compile(r"\s+")


def echo(line: str) -> str:
    """Two to six words in a row from the person's line that are worth giving back, or "" where there are none.

    The stretch is quoted exactly, without the lead-in of its clause; of several the one with most content words wins,
    the later one on a tie, since people tend to end on what matters.
    """
    best, most = "", 0
    for clause in _BREAKS.split(line):
        words = _LEAD_INS.sub("", _MANY_SPACES.sub(" ", clause).strip()).split(" ")
        stretch = words[:MOST_WORDS] if len(words) <= MOST_WORDS + 2 else []
        while stretch and _bare(stretch[-1]) in _THIN:
            stretch = stretch[:-1]
        content = sum(_bare(word) not in _THIN for word in stretch)
        if len(stretch) >= LEAST_WORDS and content >= most and content > 0:
            best, most = " ".join(stretch), content
    return best


def _bare(word: str) -> str:
    return word.strip("'’.,!?").lower()
