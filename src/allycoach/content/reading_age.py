"""How old a reader has to be, by the Automated Readability Index (Smith and Senter, 1967).

It counts letters, words and sentences only, so it needs no dictionary of syllables and says the same everywhere.
"""

import re

_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"'”’)]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_AGE_IN_FIRST_GRADE = 6

FEWEST_WORDS = 40
"""Below this the figure says more about single words than about the writing."""


def reading_age(text: str) -> int | None:
    """In whole years, at least 5; None for texts too short to tell. Lines without a stop count as sentences."""
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = sum(max(1, len(_SENTENCE_END.findall(line.strip()))) for line in text.splitlines() if line.strip())
    letters = sum(sum(character.isalnum() for character in word) for word in words)
    grade = 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
    return max(5, round(grade) + _AGE_IN_FIRST_GRADE - 1)
