"""Questions that go back to what the person has said: what was meant by it, or a word of it."""

import re
from functools import lru_cache

from allycoach.conversation.hearing.asking_words import EMPTY, TIMES
from allycoach.conversation.hearing.words import found, stems, tokens
from allycoach.reading import Reading

from .lines import every_line
from .pointing import opening_topic, said_of
from .situation import Situation

_WHAT_WAS_MEANT = (
    "what do you mean", "what did you mean", "how do you mean", "do you mean", "did you mean", "you mean by", "meant by that",
    "say that again", "what does that mean", "what would that mean", "you just mentioned", "you just said",
    "in what way", "in what sense", "in which way", "in which sense", "what makes you say",
)  # fmt: skip
_WHAT_WAS_THAT = (
    "what was that", "whats that", "what is that", "meaning", "meaning what", "how so", "how come", "you mean",
)  # fmt: skip
_LOST = (
    "not following", "dont follow", "didnt follow", "not sure i follow", "lost me", "not with you", "dont get it",
    "not sure i get",
)  # fmt: skip
_SAY_AGAIN = (
    "say that again", "say it again", "come again", "didnt catch", "didnt hear", "cant hear", "missed that", "repeat that",
    "what did you say", "pardon", "one more time",
)  # fmt: skip
_ONLY_SAY_AGAIN = 8
_PARDON = frozenset(("sorry", "pardon", "what", "eh", "huh", "hm", "you what", "sorry what"))
_A_WHAT = re.compile(r"^(?:sorry,? |wait,? |hang on,? )?(?P<before>(?:[\w'’]+ ){1,3})what\s*\?+$", re.IGNORECASE)
_NOT_A_WHAT = frozenset("so now then like and but about or guess such for of with know you say".split())
_EXPLAIN = ("can you explain", "could you explain", "please explain", "explain that", "explain what you mean")
_ONLY_EXPLAIN = 5
"""As many words as "Sorry, can you explain that?" has: more say what is to be explained."""
_PUTS_IT_TO_THEM = re.compile(
    r"^(?:so |and )?(?:do|did|dont|didnt) you mean(?: that)? (?:you|it|they|he|she|your)\b", re.IGNORECASE
)
""""Do you mean you feel behind?" offers a meaning, and asks for a yes."""
_YOU_SAID = ("you said", "you mentioned", "you were saying", "you told me", "you were telling", "you talked about")


@lru_cache(maxsize=1024)
def asks_what_was_meant(asked: str) -> bool:
    """Whether a question asks what the person meant, with at most a word of theirs: "Which form do you mean?"."""
    return bool(
        (found(_WHAT_WAS_MEANT, asked) and not _PUTS_IT_TO_THEM.search(asked))
        or " ".join(tokens(asked)) in _WHAT_WAS_THAT
        or (found(_EXPLAIN, asked) and len(tokens(asked)) <= _ONLY_EXPLAIN)
    )


@lru_cache(maxsize=1024)
def asks_to_hear_it_again(text: str) -> bool:
    """Whether a reply asks for the last words once more: "Sorry, say that again?", "The what?", "Two what?"."""
    said = " ".join(tokens(text))
    if len(said.split()) <= _ONLY_SAY_AGAIN and found(_SAY_AGAIN, text):
        return True
    a_what = _A_WHAT.match(text.strip())
    before = tokens(a_what["before"])[-1] if a_what else "so"
    return before not in _NOT_A_WHAT or (said in _PARDON and text.strip().endswith("?"))


@lru_cache(maxsize=1024)
def says_it_is_lost(text: str) -> bool:
    """Whether a reply says that it did not take in what was meant."""
    return len(tokens(text)) <= 2 * _ONLY_SAY_AGAIN and bool(found(_LOST, text))


def just_said(s: Situation, asked: str) -> str | None:
    """The topic of the last answer, if a question uses a word of it or asks what was meant."""
    content, meant = _content(asked), asks_what_was_meant(asked)
    known = every_line(s.scenario)
    for line in reversed(s.state.last):
        if not content.isdisjoint(stems(known.get(line, ""))):
            return _topic_of(s, line) or s.state.current
    if not meant or (content and len(content) > 1):
        return None
    topics = [topic for line in reversed(s.state.last) if (topic := _topic_of(s, line))]
    return next(iter(topics), s.state.current)


def said_before(s: Situation, reading: Reading) -> str | None:
    """The topic of what the helper takes up with "You said ..."; the one whose lines had most of the words."""
    if not found(_YOU_SAID, reading.text):
        return None
    points: dict[str, int] = {}
    for name in said_of(s.scenario, s.state.said, _content(reading.text)).values():
        points[name] = points.get(name, 0) + 1
    return max(points, key=lambda name: (points[name], name == s.state.current), default=None)


@lru_cache(maxsize=1024)
def _content(text: str) -> frozenset[str]:
    return frozenset(stems(text)) - EMPTY - TIMES - {"sorry"}


def _topic_of(s: Situation, line: str) -> str | None:
    if line.startswith("topics."):
        return line.split(".")[1]
    return opening_topic(s.scenario, every_line(s.scenario).get(line, ""))
