"""Text as typed, made ordinary for the parser: straight quotes, no invisible characters, chat spelling written out.

Every position of the ordinary text knows where it came from, so spans always speak of the text as typed.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_DASHED = re.compile(r"(?m)^-+(?=[A-Za-z])")
"""A dash right before the first word of a line, which would hide that word."""
_ODD = re.compile(r"[^\w\n -~]")
_ILL = re.compile(
    r"\bill(?<!feel ill)(?<!felt ill)(?<!fell ill)(?<!was ill)(?<!is ill)(?<!very ill)(?<!too ill)(?<!been ill)(?= "
    r"(?:just |also |even |always |never |not )?"
    r"(?:be|ring|call|phone|text|do|have|write|sort|send|get|put|tell|speak|talk|see|come|ask|find|make|give|take|let|show|help|"
    r"bring|go|pop|look|drop|try|keep|chase|message|email|redo|rewrite|fix|check|stay|leave|say|wait|stop|pay|pick|book|fill|print|"
    r"deal|handle|meet|walk|drive|sit|stand|bet|lend|open|draft|cut|move|shut|hold|carry|listen|fetch|reach|turn|start|use|read|run|think)\b)",
    re.IGNORECASE,
)
""" "ill ring them" is a promise, "I was ill" is none: what follows tells them apart."""
_STRAIGHT = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
    }
)
_SHOUTING = 0.7
"""Share of capitals from which a text is read as written in capitals rather than as names and initials."""


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` is ordinary; `starts[i]` and `ends[i]` are the offsets of its i-th character in `typed`."""

    typed: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in `typed` of `text[start:end]`; needs start < end."""
        return self.starts[start], self.ends[end - 1]


def normalise(typed: str, spellings: Mapping[str, str]) -> Normal:
    """Make any text ordinary. `spellings` maps chat spellings to the words meant, both lower case."""
    straight = _DASHED.sub(lambda dash: " " * len(dash.group()), typed.translate(_STRAIGHT))
    shouted = _is_shouted(typed)
    if shouted:
        straight = "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, ordinary in (*_changes(straight, spellings, shouted), (len(straight), len(straight), "")):
        chars += (straight[done:start], ordinary)
        starts += (*range(done, start), *([start] * len(ordinary)))
        ends += (*range(done + 1, start + 1), *([end] * len(ordinary)))
        done = end
    return Normal(typed, "".join(chars), tuple(starts), tuple(ends))


def _changes(straight: str, spellings: Mapping[str, str], shouted: bool) -> list[tuple[int, int, str]]:
    """What to replace (from, to, with what), in order: chat spellings, and characters the parser has no use for."""
    found = []
    for word in _WORD.finditer(straight):
        meant = spellings.get(word.group().lower())
        if meant is not None:
            begins_large = word.group()[0].isupper() and not shouted
            found.append((word.start(), word.end(), meant.capitalize() if begins_large else meant))
    found += [(ill.start(), ill.end(), "I'll") for ill in _ILL.finditer(straight)]
    found += [(odd.start(), odd.end(), _ordinary_sign(odd.group())) for odd in _ODD.finditer(straight)]
    return sorted(found)


def _ordinary_sign(sign: str) -> str:
    if sign.isspace():
        return " "
    category = unicodedata.category(sign)
    if category in ("Cf", "Cc", "Cs", "Mn", "Me"):
        return ""
    return " " if category in ("Co", "Cn") else sign


def _is_shouted(typed: str) -> bool:
    letters = sum(map(str.isalpha, typed))
    return letters > 8 and sum(map(str.isupper, typed)) > _SHOUTING * letters
