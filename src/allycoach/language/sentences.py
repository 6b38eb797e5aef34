"""Cutting ordinary text into sentences by rule, so that one sentence never depends on its neighbours."""

import re

MOST_WORDS = 64
"""A stretch without any stop is cut here, so that the longest input is read in time linear in its length."""

_STOP = re.compile(r"(?:[.!?…]+[\"')\]]*(?=\s|$)|[?!]+(?=[A-Z\"(])|\n+)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.?g|i\.?e|etc|mr|mrs|ms|dr|st|no|vs|approx|dept|a\.m|p\.m|[a-z])\.$", re.IGNORECASE
)
_WORD = re.compile(r"\S+")


def cut(text: str) -> list[tuple[int, int]]:
    """The sentences of an ordinary text as offsets, without the white space around them, in order."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for stop in _STOP.finditer(text):
        if _goes_on(text, begin, stop):
            continue
        _add(text, begin, stop.end(), spans)
        begin = stop.end()
    _add(text, begin, len(text), spans)
    return spans


def _goes_on(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a stop does not end the sentence: an abbreviation, or dots before a small letter."""
    signs = stop.group()
    after = text[stop.end() : stop.end() + 2].strip()
    if signs.startswith("\n"):
        return False
    if signs == ".":
        return bool(after[:1].islower() and _ABBREVIATION.search(text[max(begin, stop.end() - 12) : stop.end()]))
    return (len(signs) > 1 or signs == "…") and not re.search("[?!]", signs) and after[:1].islower()


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    words = list(_WORD.finditer(text, start, end))
    for first in range(0, len(words), MOST_WORDS):
        some = words[first : first + MOST_WORDS]
        spans.append((some[0].start(), some[-1].end()))
