"""Permission windows: whether advice or information was asked for (specification, section 5)."""

from collections.abc import Mapping, Sequence

from allycoach.reading import Context

from .normal import normalise
from .notation import Pattern, Split, compile_phrase
from .words import Code

LONGEST = 2000
"""Characters of a line that are looked at; what someone asks for is not hidden further on."""

TURNS = 3
"""The person's last turns that can open a window, the one being answered counted first."""


class Windows:
    """Recognises asking for advice, asking leave and saying yes, by the lists of words.yaml, without a parse."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], spellings: Mapping[str, str], split: Split) -> None:
        self._split = split
        self._spellings = spellings
        self._asks = _compiled("asks_for_advice", lists, split)
        self._leave = _compiled("asks_leave", lists, split)
        self._yes = _compiled("says_yes", lists, split)
        self._feels = _compiled("negative_feelings", lists, split)

    def is_open(self, context: Context) -> bool:
        """Whether the person asked for advice, or said yes to a request for leave, within their last three turns."""
        talk = [
            *((u.speaker, u.text) for u in context.history),
            *((("person", context.previous),) if context.previous else ()),
        ]
        turns = [i for i, (speaker, _) in enumerate(talk) if speaker == "person"][-TURNS:]
        for i in turns:
            line = self._plain(talk[i][1])
            if _found(self._asks, line):
                return True
            asked = i > 0 and talk[i - 1][0] == "helper" and _found(self._leave, self._plain(talk[i - 1][1]))
            if asked and _found(self._yes, line):
                return True
        return False

    def after_negative_feeling(self, context: Context) -> bool:
        """Whether the line being answered names a hard feeling."""
        return _found(self._feels, self._plain(context.previous))

    def _plain(self, line: str) -> Code:
        """A line as code with nothing known but its words."""
        parts, begins, at = [], [], 0
        for word in self._split(normalise(line[:LONGEST], self._spellings).text.lower()):
            part = f"{word.replace('/', '|').strip() or '_'}/-/X/X "
            begins.append(at)
            parts.append(part)
            at += len(part)
        return Code("".join(parts), tuple(begins), {})


def _compiled(name: str, lists: Mapping[str, tuple[str, ...]], split: Split) -> tuple[Pattern, ...]:
    return tuple(compile_phrase(entry, lists, split) for entry in lists.get(name, ()))


def _found(patterns: Sequence[Pattern], code: Code) -> bool:
    for begin in code.begins:
        word = code.line[begin : code.line.index("/", begin)]
        for pattern in patterns:
            if pattern.at_start and begin:
                continue
            if (pattern.firsts is None or word in pattern.firsts) and pattern.regex.match(code.line, begin):
                return True
    return False
