"""A talk that a whole room leads: lines are proposed aloud, hands are counted, one line is played. Both faces drive this.

Nobody is asked who they are, and nothing keeps who proposed or wanted what.
"""

from collections.abc import Sequence

from allycoach.coaching.attempts import other_ways
from allycoach.coaching.ballot import Ballot
from allycoach.conversation.sitting import Branch
from allycoach.reading import Reading

from .practice import Exchange, Practice


class Room:
    """`ballot` is what the room proposes to say now. Lines are on disk as soon as they are there, and hands when they
    are counted out, when a line is played and at `keep`. Each method raises NotSaved when the disk refuses, and then
    nothing has happened."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.ballot = self._kept()

    @property
    def turn(self) -> int:
        """The number of the reply that is proposed now."""
        return len(self.practice.sitting.turns) + 1

    @property
    def over(self) -> bool:
        return self.practice.phase == "over"

    @property
    def ways(self) -> tuple[Branch, ...]:
        """Other ways that the talk went, the latest first."""
        return other_ways(self.practice.sitting)

    @property
    def played(self) -> frozenset[str]:
        """The words that were played from here already, before the room stepped back."""
        here = [turn.reply.text for turn in self.practice.sitting.turns]
        said = ([turn.reply.text for turn in branch.turns] for branch in self.practice.sitting.branches)
        return frozenset(texts[len(here)] for texts in said if len(texts) > len(here) and texts[: len(here)] == here)

    # Lines and hands

    def propose(self, text: str) -> None:
        """Raises ValueError as `Ballot.add` does; so do the next two."""
        self._put(self.ballot.add(text))

    def change(self, at: int, text: str) -> None:
        self._put(self.ballot.change(at, text))

    def remove(self, at: int) -> None:
        self._put(self.ballot.remove(at))

    def hand(self, at: int, by: int = 1) -> None:
        """One hand more, or fewer; on disk a little later."""
        self.ballot = self.ballot.hand(at, by)

    def count(self, votes: Sequence[int]) -> None:
        """Raises ValueError as `Ballot.counted` does."""
        self._put(self.ballot.counted(votes))

    def keep(self) -> None:
        """What is not on disk yet."""
        self._put(self.ballot)

    def _put(self, ballot: Ballot) -> None:
        if ballot != self._kept():
            self.practice.keep_lines(ballot.lines)
        self.ballot = ballot

    def _kept(self) -> Ballot:
        found = (one for one in self.practice.sitting.proposed if one.turn == self.turn)
        return next((Ballot(one.lines) for one in found), Ballot())

    # Playing

    def read(self, at: int) -> Reading:
        """Changes nothing, and may be called from a worker thread."""
        return self.practice.read(self.ballot.lines[at].text)

    def play(self, at: int, reading: Reading | None = None) -> Exchange:
        """Say this line to the person. A reply that the disk kept without its answer is answered instead."""
        waiting = self.practice.sitting.unanswered
        if waiting is None:
            self.practice.keep_lines(self.ballot.lines, chosen=at)
            text = self.ballot.lines[at].text
        else:
            text = waiting.text
        exchange = self.practice.send(text, reading)
        self.ballot = self._kept()
        return exchange

    def step_back(self) -> None:
        """Back to before the last reply: its lines are there again. What came of it is kept as another way. Raises
        ValueError when nothing was said yet."""
        self.keep()
        self.practice.step_back(self.turn - 1)
        self.ballot = self._kept()

    def take(self, way: str) -> None:
        """Go on with another way. Raises ValueError when there is none of that name."""
        self.keep()
        self.practice.take_branch(way)
        self.ballot = self._kept()

    def finish(self) -> None:
        self.keep()
        self.practice.finish("trainee")
