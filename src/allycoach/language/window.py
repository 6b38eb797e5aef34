"""Permission windows: whether advice or information was asked for."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from allycoach.reading import Context, Utterance

from .known_phrases import KnownPhrases
from .normal import normalise
from .notation import Split
from .phrasing import Phrases, What, at
from .words import Code

LONGEST = 2000
"""Characters of a line that are looked at; what someone asks for is not hidden further on."""

LINES = 1024
"""Lines of which it is remembered what they say."""
TURNS = 3
"""The person's last turns that can open a window, the one being answered counted first."""

_ADVICE, _LEAVE, _YES, _HARD, _PLANS = "asks_for_advice", "asks_leave", "says_yes", "negative_feelings", "next_step"
_LISTS = (_ADVICE, _LEAVE, _YES, _HARD, _PLANS)
"""Lists of words.yaml."""


class Windows:
    """Recognises asking for advice, asking leave and saying yes, by the lists of words.yaml, without a parse."""

    def __init__(
        self,
        lists: Mapping[str, tuple[str, ...]],
        spellings: Mapping[str, str],
        notation: KnownPhrases,
        split: Split,
    ) -> None:
        self._split = split
        self._spellings = spellings
        self._phrases = Phrases([(notation.phrase(entry), name) for name in _LISTS for entry in lists.get(name, ())])
        # The same lines are looked at again with every reply to them and after them.
        self._says = lru_cache(maxsize=LINES)(self._found)

    def after_negative_feeling(self, line: str) -> bool:
        """Whether a line names a hard feeling."""
        return _HARD in self._says(line)

    def plans(self, line: str) -> bool:
        """Whether a line tells what the person will do next, with no "but"."""
        return _PLANS in self._says(line) and "?" not in line and " but " not in line

    def is_open(self, context: Context) -> bool:
        """Whether the person asked for advice, or said yes to a request for leave, within their last three turns."""
        last = (Utterance("person", context.previous),) if context.previous else ()
        talk = (*context.history, *last)
        turns = (i for i in reversed(range(len(talk))) if talk[i].speaker == "person")
        return any(self._opens(talk, i) for i in islice(turns, TURNS))

    def _opens(self, talk: Sequence[Utterance], i: int) -> bool:
        says = self._says(talk[i].text)
        if _ADVICE in says:
            return True
        answers = i > 0 and talk[i - 1].speaker == "helper" and _YES in says
        return answers and _LEAVE in self._says(talk[i - 1].text)

    def _found(self, line: str) -> frozenset[str]:
        """The names of the lists of which a phrase is in a line."""
        return said_in(self._phrases, self._coded(line))

    def _coded(self, line: str) -> Code:
        """A line as code with nothing known but its words."""
        parts, begins, at = [], [], 0
        for word in self._split(normalise(line[:LONGEST], self._spellings).text.lower()):
            part = f"{word.replace('/', '|').strip() or '_'}/-/X/X "
            begins.append(at)
            parts.append(part)
            at += len(part)
        return Code("".join(parts), tuple(begins), {})


def said_in(phrases: Phrases[What], code: Code) -> frozenset[What]:
    """What those of the phrases stand for that are in a line."""
    near = phrases.near(code)
    return frozenset(
        what
        for begin in code.begins
        for pattern, what in at(near, code.line, begin)
        if not (pattern.at_start and begin) and pattern.regex.match(code.line, begin)
    )
