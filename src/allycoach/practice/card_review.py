"""Looks at the cards that are due, one after the other. Both faces drive this."""

from collections.abc import Callable, Sequence
from datetime import datetime

from allycoach.coaching.cards import Card, Recalled
from allycoach.coaching.rounds import CardReviewed

from .drill_round import RoundLog


class CardReview:
    """A review in progress. It ends by itself when each card has been looked at once."""

    def __init__(self, due: Sequence[Card], *, log: RoundLog, clock: Callable[[], datetime]) -> None:
        self.cards = tuple(due)
        self.shown = False
        """Whether the back can be seen."""
        self._log, self._clock = log, clock
        self._at = 0

    @property
    def over(self) -> bool:
        return self._at >= len(self.cards)

    @property
    def card(self) -> Card:
        """The card at hand. IndexError once the review is over."""
        return self.cards[self._at]

    @property
    def number(self) -> int:
        """Of the card at hand, from 1."""
        return self._at + 1

    @property
    def done(self) -> int:
        """How many have been looked at."""
        return self._at

    def turn_over(self) -> None:
        self.shown = True

    def rate(self, recalled: Recalled) -> None:
        """How well it came back, once the back has been seen; then on to the next. NotSaved when the disk refuses, and
        then it has not happened. ValueError before the back has been seen."""
        if not self.shown:
            raise ValueError("the back has not been seen")
        self._log.append(CardReviewed(at=self._clock(), card=self.card.id, recalled=recalled))
        self._at, self.shown = self._at + 1, False
