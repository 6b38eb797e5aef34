"""The lines that a room proposes for one reply, and the hands counted for each. Nothing here knows who proposed what."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from allycoach.catalogue import _, many
from allycoach.conversation.events import MOST_LINES, LinesProposed, ProposedLine
from allycoach.conversation.sitting import Turn

MOST_HANDS = 999
"""Counted for one line; a room is smaller, and a slip of the finger is not."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """Lines are told apart by their place, from 0, and shown by its letter."""

    lines: tuple[ProposedLine, ...] = ()

    @property
    def full(self) -> bool:
        return len(self.lines) >= MOST_LINES

    @property
    def hands(self) -> int:
        """All that were counted."""
        return sum(line.votes for line in self.lines)

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(ascii_uppercase[: len(self.lines)])

    def place(self, letter: str) -> int | None:
        """The place of a line by its letter, in either case; None where there is no such line."""
        wanted = letter.strip().upper()
        return self.letters.index(wanted) if wanted in self.letters else None

    def place_of(self, text: str) -> int | None:
        """The place of a line with just these words."""
        return next((at for at, line in enumerate(self.lines) if line.text == text.strip()), None)

    def add(self, text: str) -> "Ballot":
        """With one more line. Raises ValueError for an empty one, one that is there already, or one too many."""
        if self.full:
            raise ValueError(_("there are {n} lines already").format(n=MOST_LINES))
        return Ballot((*self.lines, ProposedLine(text=self._new(text))))

    def change(self, at: int, text: str) -> "Ballot":
        """With other words for a line, and its hands as they were. Raises ValueError as `add` does."""
        if text.strip() == self.lines[at].text:
            return self
        return self._with(at, self.lines[at].model_copy(update={"text": self._new(text)}))

    def _new(self, text: str) -> str:
        if not text.strip():
            raise ValueError(_("a line has words"))
        if (same := self.place_of(text)) is not None:
            raise ValueError(_("that is line {letter} already").format(letter=self.letters[same]))
        return text.strip()

    def remove(self, at: int) -> "Ballot":
        return Ballot((*self.lines[:at], *self.lines[at + 1 :]))

    def hand(self, at: int, by: int = 1) -> "Ballot":
        """With a hand more, or fewer; never fewer than none."""
        votes = min(max(self.lines[at].votes + by, 0), MOST_HANDS)
        return self._with(at, self.lines[at].model_copy(update={"votes": votes}))

    def counted(self, votes: Sequence[int]) -> "Ballot":
        """With these hands, in the order of the lines. Raises ValueError for another number of counts."""
        if len(votes) != len(self.lines) or any(not 0 <= count <= MOST_HANDS for count in votes):
            raise ValueError(
                _("{count} counts are needed, from 0 to {most}").format(count=len(self.lines), most=MOST_HANDS)
            )
        return Ballot(
            tuple(line.model_copy(update={"votes": count}) for line, count in zip(self.lines, votes, strict=True))
        )

    def _with(self, at: int, line: ProposedLine) -> "Ballot":
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))

    def leading(self, played: Collection[str] = ()) -> tuple[int, ...]:
        """The places of the lines with most hands among those that were not played yet; more than one when they are
        level, as they are while no hands have been counted."""
        waiting = [at for at, line in enumerate(self.lines) if line.text not in played]
        most = max((self.lines[at].votes for at in waiting), default=0)
        return tuple(at for at in waiting if self.lines[at].votes == most)

    def first(self, played: Collection[str] = ()) -> int | None:
        """The place of the line that the room wants; None when lines are level, which is for a person to decide."""
        leading = self.leading(played)
        return leading[0] if len(leading) == 1 else None


def standing(ballot: Ballot, played: Collection[str] = ()) -> str:
    """How the vote stands, in a sentence; empty while there is nothing to say."""
    leading = ballot.leading(played)
    if not leading:
        return ""
    letters, votes = [ballot.letters[at] for at in leading], ballot.lines[leading[0]].votes
    if not votes:
        return "" if len(letters) == 1 else _("No hands counted yet.")
    if len(letters) == 1:
        has_most = votes == max(line.votes for line in ballot.lines)
        words = (
            # Translators: {letter} is that of a proposed line, {hands} is "7 hands"
            _("{letter} has most: {votes} of {hands}.") if has_most else _("{letter} comes next: {votes} of {hands}.")
        )
        return words.format(letter=letters[0], votes=votes, hands=hands(ballot.hands))
    return _("{letters} are level, with {hands} each.").format(letters=listed(letters), hands=hands(votes))


def hands(count: int) -> str:
    return many("1 hand", "{n} hands", count).format(n=count)


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    # Translators: the end of a list: A, B and C
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def proposed_for(turn: Turn, proposed: Iterable[LinesProposed]) -> LinesProposed | None:
    """What the room proposed when it chose this reply; None for a reply that was not put to a room."""
    for one in proposed:
        if one.turn == turn.reply.turn and one.chosen is not None and one.lines[one.chosen].text == turn.reply.text:
            return one
    return None


def counts_said(one: LinesProposed) -> str:
    """The counts without the words: what was not chosen stays in the room."""
    votes = (
        f"{letter} {line.votes}{_(' (played)') if at == one.chosen else ''}"
        for at, (letter, line) in enumerate(zip(ascii_uppercase, one.lines, strict=False))
    )
    lines = many("1 line", "{n} lines", len(one.lines)).format(n=len(one.lines))
    if not any(line.votes for line in one.lines):
        return _("the room proposed {lines}; no hands were counted").format(lines=lines)
    return _("the room proposed {lines}; hands: {votes}").format(lines=lines, votes=", ".join(votes))
