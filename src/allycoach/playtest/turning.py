"""A person's line given back in their own words: "I've stopped counting" becomes "you've stopped counting"."""

import re
from collections.abc import Collection
from functools import lru_cache

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_BREAK = re.compile(r",| and | but | so | because | then | or ")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_LEAD_IN = re.compile(
    r"^(?:(?:yeah|yes|yep|no|nah|well|honestly|oh|right|okay|ok|mm|hm|sorry|and|but|so|then|anyway|maybe|actually"
    r"|i think|i suppose|i guess|i mean|you know|to be honest|if i'm honest|the thing is)\b[,.]?\s*)+",
    re.IGNORECASE,
)
_TURNED = {
    "i": "you", "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", "me": "you", "my": "your",
    "mine": "yours", "myself": "yourself", "we": "you", "we're": "you're", "we've": "you've", "we'd": "you'd",
    "we'll": "you'll", "us": "you", "our": "your", "ours": "yours",
}  # fmt: skip
_WITH_I = {"am": "are", "was": "were", "wasn't": "weren't", "ain't": "aren't"}
_OF_THEM = frozenset(_TURNED)
_TO_US = frozenset(["you", "your", "you're", "you've", "you'd", "you'll", "yours"])
_FEELS = frozenset(
    """tired tiring hard fed worried worry scared afraid ashamed embarrassed stuck lost lonely angry cross sad low flat heavy
    proud good useful calm happy miss hate love enjoy like want wish hope better worst frightened nervous guilty daft silly
    stupid relieved quiet easy difficult""".split()
)
_CONFIRMS = re.compile(
    r"^(?:that's (?:it|the one|right|about)|that is it|it (?:is|does|did)$|close$|exactly|something like)", re.I
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_SUBJECT = re.compile(r"\b(?:i|we|he|she|they|it|that|there|you|nobody|everyone|people)\b|'(?:s|re|m|ve|d|ll)\b")
_TITLES = frozenset(["mr", "mrs", "ms", "dr"])
_LEADS_ON = frozenset(
    "a an the to of in on at for with and or but so my your his her their that if as is was do".split()
)
_LONGEST, _SHORTEST = 14, 3
_LINES = 1024
"""Lines of which it is remembered what they give: a person says them again in every other talk."""


def given_back(line: str, names: Collection[str] = ()) -> str:
    """The part of a line most worth giving back, turned to "you", without a full stop; empty if there is none."""
    best = _worth_most(line)
    return turned(best, names) if best else ""


@lru_cache(maxsize=_LINES)
def _worth_most(line: str) -> str:
    return _shortened(max(_sentences(line), key=_worth, default=""))


@lru_cache(maxsize=_LINES)
def names_in(line: str) -> tuple[str, ...]:
    """Words with a capital within a sentence."""
    return tuple(_NAME.findall(line))


@lru_cache(maxsize=_LINES)
def has_subject(words: str) -> bool:
    """Whether these words can follow "It sounds like"."""
    return bool(_SUBJECT.search(words.lower().replace("’", "'")))


def turned(words: str, names: Collection[str] = ()) -> str:
    """First person to second, the first letter small unless it is that of one of the names."""
    said = _to_you(words)
    first = _WORD.match(said)
    if first and first.group().lower() not in _TITLES and re.split("['’]", first.group())[0] not in names:
        said = said[0].lower() + said[1:]
    return said


@lru_cache(maxsize=_LINES)
def _to_you(words: str) -> str:
    turning, after_i = [], False
    for part in re.split(r"([A-Za-z]+(?:['’][a-z]+)?)", words):
        plain = part.lower().replace("’", "'")
        new = _TURNED.get(plain, _WITH_I.get(plain, part) if after_i or plain == "am" else part)
        turning.append(new)
        if _WORD.fullmatch(part):
            after_i = plain == "i"
    return "".join(turning)


def _sentences(line: str) -> list[str]:
    found = [one.strip() for one in _SENTENCE.findall(line)]
    told = [_LEAD_IN.sub("", one.rstrip(".!… ")) for one in found if not one.endswith("?")]
    return [one for one in told if len(_WORD.findall(one)) >= _SHORTEST]


def _worth(sentence: str) -> float:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]
    about_them = 2.0 * any(word in _OF_THEM for word in words)
    feels = 2.0 * any(word in _FEELS for word in words)
    fits = 1.0 * (5 <= len(words) <= _LONGEST)
    to_us = any(word in _TO_US for word in words) or bool(_CONFIRMS.match(sentence))
    return about_them + feels + fits - 4.0 * to_us


def _shortened(sentence: str) -> str:
    """Up to the last break within reach, if it is too long."""
    if len(sentence.split()) <= _LONGEST:
        return sentence
    ends = [match.start() for match in _BREAK.finditer(sentence)]
    fitting = [end for end in ends if _SHORTEST < len(sentence[:end].split()) <= _LONGEST]
    if fitting:
        return sentence[: fitting[-1]].rstrip(", ")
    words = sentence.split()[:_LONGEST]
    while words and words[-1].lower() in _LEADS_ON:
        words.pop()
    return " ".join(words)
