"""One reply met by one person in one state: what every part of the answer is chosen from."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from allycoach.content.conditions import parse_clause
from allycoach.content.schema.scenario import Band, Scenario
from allycoach.conversation.hearing.acts import Heard
from allycoach.reading import Reading

from .lines import Line, chance, fresh, pick, same
from .meters import RANK
from .state import PersonState


@dataclass(frozen=True, slots=True)
class Aim:
    """What a reply is about.

    `topic` is the topic its words point to, `named` whether they name it and do not only ask for its part, `onward`
    whether it asks to go on with whatever is in the air, `another` whether it asks for something else, `feeling` whether
    it asks what that is like, `step` whether it asks what they will do next, `back`
    whether it goes back to what they have said.
    """

    topic: str | None = None
    named: bool = False
    onward: bool = False
    another: bool = False
    feeling: bool = False
    step: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Something the person says: its lines and what saying them means (see PersonSpoke)."""

    said: tuple[Line, ...]
    kind: str
    topic: str | None = None
    depth: int | None = None
    step: str | None = None
    asks: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.said)

    def then(self, other: "Piece | None") -> "Piece":
        """This, and after it the other; what the other means counts."""
        if other is None:
            return self
        return replace(
            other,
            said=(*self.said, *other.said),
            topic=other.topic or self.topic,
            depth=other.depth if other.topic else self.depth,
            asks=self.asks or other.asks,
        )


@lru_cache(maxsize=1024)
def _names_topics(clause: str) -> bool:
    return bool(parse_clause(clause).topics)


@dataclass(frozen=True)
class Situation:
    """`meters` and `band` are those after the reply; `spent` are the wordings that can no longer be said."""

    scenario: Scenario
    state: PersonState
    reading: Reading
    heard: Heard
    meters: dict[str, int]
    band: Band
    turn: int
    seed: int
    spent: frozenset[str]
    aim: Aim = field(default_factory=Aim)

    @cached_property
    def disclosed(self) -> frozenset[str]:
        """The topics told to their last line."""
        topics = self.scenario.topics
        return frozenset(name for name, depth in self.state.told.items() if depth + 1 >= len(topics[name].lines))

    def holds(self, clause: str | None) -> bool:
        """Whether a condition of the scenario is true now; no condition always is."""
        return clause is None or parse_clause(clause).holds(
            meters=self.meters,
            turn=self.turn,
            begun=self.state.told,
            disclosed=self.disclosed if _names_topics(clause) else (),
            band=self.band,
        )

    def reaches(self, band: Band) -> bool:
        return RANK[self.band] >= RANK[band]

    def choose(self, pool: Iterable[Line], purpose: str) -> Line | None:
        """A line of the pool that is still unsaid."""
        return pick(fresh(pool, self.spent), self.seed, self.turn, purpose)

    def chance(self, purpose: str) -> random.Random:
        return chance(self.seed, self.turn, purpose)

    def having_said(self, piece: Piece) -> "Situation":
        """The same situation with the piece's wordings spent."""
        return self._later(self.state, piece)

    def having_told(self, piece: Piece) -> "Situation":
        """The same, and what the piece tells is told."""
        if piece.topic is None or piece.depth is None:
            return self.having_said(piece)
        return self._later(replace(self.state, told={**self.state.told, piece.topic: piece.depth}), piece)

    def _later(self, state: PersonState, piece: Piece) -> "Situation":
        # Spelt out, as this is done several times a turn, and `replace` takes five times as long.
        return Situation(
            scenario=self.scenario,
            state=state,
            reading=self.reading,
            heard=self.heard,
            meters=self.meters,
            band=self.band,
            turn=self.turn,
            seed=self.seed,
            spent=self.spent | {same(line.text) for line in piece.said},
            aim=self.aim,
        )
