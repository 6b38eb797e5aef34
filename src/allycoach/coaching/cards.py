"""Rule and phrase cards, spaced by FSRS. The deck is a fold of its reviews, as a sitting is of its events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from fsrs import Card as Spacing
from fsrs import Rating, Scheduler

from allycoach.catalogue import _
from allycoach.content.schema.phrasebank import PhraseFile

Recalled = Literal["again", "hard", "good", "easy"]
RATINGS: Mapping[Recalled, Rating] = {
    "again": Rating.Again,
    "hard": Rating.Hard,
    "good": Rating.Good,
    "easy": Rating.Easy,
}
SAID: Mapping[Recalled, str] = {
    "again": _("not at all"),
    "hard": _("with effort"),
    "good": _("after a moment"),
    "easy": _("at once"),
}
"""How well it came back, as the trainee is asked; the keys 1 to 4 in this order."""

NEW_A_DAY = 3
"""New cards in a day: a deck that grows slowly is one that is opened again."""

_SPACING = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
"""In days only: nobody is asked to come back in ten minutes. No chance in it, so that a fold is a fold."""


@dataclass(frozen=True, slots=True)
class Card:
    """`front` asks, `back` answers in lines; `kind` is the flag that it is about."""

    id: str
    kind: str
    front: str
    back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """One look at a card."""

    card: str
    at: datetime
    recalled: Recalled


def cards(phrases: Mapping[str, PhraseFile]) -> tuple[Card, ...]:
    """A rule card and a phrase card for each kind of flag that has phrases for coming back, in the order of the kinds."""
    return tuple(card for kind, file in sorted(phrases.items()) if file.phrases for card in _cards(kind, file))


def _cards(kind: str, file: PhraseFile) -> Iterator[Card]:
    named = file.title[:1].lower() + file.title[1:]
    yield Card(f"rule.{kind}", kind, _("What does this do to a talk: {named}?").format(named=named), (file.about,))
    says = tuple(phrase.say.replace("{echo}", "…") for phrase in file.phrases if not phrase.echoes)[:3]
    if says:
        yield Card(
            f"phrase.{kind}", kind, _("You hear yourself: {named}. How could you come back?").format(named=named), says
        )


@dataclass(frozen=True, slots=True)
class Deck:
    """What is due of a set of cards, given every review so far."""

    cards: tuple[Card, ...]
    spaced: Mapping[str, Spacing]
    first_seen: Mapping[str, datetime]

    def due(self, now: datetime) -> tuple[Card, ...]:
        """Cards to look at now, the longest due first, then as many new ones as the day has room for."""
        known = [card for card in self.cards if card.id in self.spaced and self.spaced[card.id].due <= now]
        known.sort(key=lambda card: (self.spaced[card.id].due, card.id))
        today = sum(at.date() == now.date() for at in self.first_seen.values())
        new = [card for card in self.cards if card.id not in self.spaced]
        return (*known, *new[: max(NEW_A_DAY - today, 0)])


def deck(all_cards: Sequence[Card], reviews: Iterable[Review]) -> Deck:
    """The deck that these reviews make, oldest first. Reviews of cards that there are no longer are passed over."""
    known = {card.id for card in all_cards}
    spaced: dict[str, Spacing] = {}
    first_seen: dict[str, datetime] = {}
    for review in reviews:
        if review.card in known:
            before = spaced.get(review.card) or Spacing(card_id=0, due=review.at.astimezone(UTC))
            spaced[review.card], _ = _SPACING.review_card(before, RATINGS[review.recalled], review.at.astimezone(UTC))
            first_seen.setdefault(review.card, review.at)
    return Deck(tuple(all_cards), spaced, first_seen)
