"""Conditions in content files, such as `trust >= 55 and topic.money disclosed`, ready to be asked."""

import operator
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

_PART = re.compile(
    r"(?P<amount>trust|openness|energy|turn) *(?P<sign>>=|<=|>|<) *(?P<number>[0-9]{1,3})"
    r"|topic\.(?P<topic>[a-z0-9_-]+) (?P<told>disclosed|begun)"
    r"|band (?P<band>closed|wary|open)"
)
_UNNAMED = re.sub(r"\?P<[a-z]+>", "", _PART.pattern)
PATTERN = f"^({_UNNAMED})( and ({_UNNAMED}))*$"
"""What a condition looks like, for a schema: those know no named groups."""

_SIGNS: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A meter (0 to 100) or the number of the turn, compared."""

    name: str
    sign: str
    number: int


@dataclass(frozen=True, slots=True)
class TopicTold:
    """A topic that has been begun, or told to its last line."""

    topic: str
    whole: bool


@dataclass(frozen=True, slots=True)
class InBand:
    band: str


Part = Amount | TopicTold | InBand


@dataclass(frozen=True, slots=True)
class Clause:
    """All of its parts must hold."""

    parts: tuple[Part, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics it names, in order."""
        return tuple(part.topic for part in self.parts if isinstance(part, TopicTold))

    def holds(
        self,
        *,
        meters: Mapping[str, int],
        turn: int,
        begun: Collection[str],
        disclosed: Collection[str],
        band: str,
    ) -> bool:
        """Whether it is true now; a topic in `disclosed` counts as begun too.

        `meters` has trust, openness and energy, each 0 to 100. KeyError if one that it names is absent.
        """
        amounts = {**meters, "turn": turn}
        for part in self.parts:
            match part:
                case Amount(name, sign, number):
                    true = _SIGNS[sign](amounts[name], number)
                case TopicTold(topic, whole):
                    true = topic in disclosed or (not whole and topic in begun)
                case InBand(wanted):
                    true = band == wanted
            if not true:
                return False
        return True


@lru_cache(maxsize=1024)
def parse_clause(text: str) -> Clause:
    """The clause written as `text`; ValueError, in plain English, if it is not one."""
    return Clause(tuple(_part(words) for words in text.split(" and ")))


def _part(words: str) -> Part:
    found = _PART.fullmatch(words)
    if found is None:
        raise ValueError(
            f'"{words}" is not a condition; write for example `trust >= 55`, `turn >= 4`, '
            "`topic.money begun`, `topic.money disclosed` or `band open`"
        )
    if found["amount"]:
        return Amount(found["amount"], found["sign"], int(found["number"]))
    if found["topic"]:
        return TopicTold(found["topic"], whole=found["told"] == "disclosed")
    return InBand(found["band"])
