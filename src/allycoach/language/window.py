"""Permission windows: whether advice or information was asked for."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice

from allycoach.reading import Context, Utterance

from .known_phrases import KnownPhrases
from .normal import normalise
from .notation import Split
from .phrasing import Phrases, at
from .words import Code

LONGEST = 2000
"""Characters of a line that are looked at; what someone asks for is not hidden further on."""

LINES = 1024
"""Lines of which it is remembered what they are."""
TURNS = 3
"""The person's last turns that can open a window, the one being answered counted first."""


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
        asks, leave, yes, feels = (
            Phrases([(notation.phrase(entry), None) for entry in lists.get(name, ())])
            for name in ("asks_for_advice", "asks_leave", "says_yes", "negative_feelings")
        )
        # The same lines are looked at again with every reply to them and after them, for each of four lists.
        self._plain = lru_cache(maxsize=LINES)(self._coded)
        self._asks_advice, self._asks_leave, self._agrees, self._is_hard = (
            lru_cache(maxsize=LINES)(partial(self._found, phrases)) for phrases in (asks, leave, yes, feels)
        )

    def after_negative_feeling(self, line: str) -> bool:
        """Whether a line names a hard feeling."""
        return self._is_hard(line)

    def is_open(self, context: Context) -> bool:
        """Whether the person asked for advice, or said yes to a request for leave, within their last three turns."""
        last = (Utterance("person", context.previous),) if context.previous else ()
        talk = (*context.history, *last)
        turns = (i for i in reversed(range(len(talk))) if talk[i].speaker == "person")
        return any(self._opens(talk, i) for i in islice(turns, TURNS))

    def _opens(self, talk: Sequence[Utterance], i: int) -> bool:
        if self._asks_advice(talk[i].text):
            return True
        answers = i > 0 and talk[i - 1].speaker == "helper" and self._agrees(talk[i].text)
        return answers and self._asks_leave(talk[i - 1].text)

    def _found(self, phrases: Phrases[None], line: str) -> bool:
        return occur_in(phrases, self._plain(line))

    def _coded(self, line: str) -> Code:
        """A line as code with nothing known but its words."""
        parts, begins, at = [], [], 0
        for word in self._split(normalise(line[:LONGEST], self._spellings).text.lower()):
            part = f"{word.replace('/', '|').strip() or '_'}/-/X/X "
            begins.append(at)
            parts.append(part)
            at += len(part)
        return Code("".join(parts), tuple(begins), {})


def occur_in(phrases: Phrases[None], code: Code) -> bool:
    """Whether any of these phrases is in a line."""
    near = phrases.near(code)
    return any(
        not (pattern.at_start and begin) and pattern.regex.match(code.line, begin)
        for begin in code.begins
        for pattern, _ in at(near, code.line, begin)
    )
