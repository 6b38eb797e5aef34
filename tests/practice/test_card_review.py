"""Cards that are due, one after the other, each looked at once."""

from datetime import UTC, datetime

import pytest

from allycoach.coaching.cards import Card
from allycoach.coaching.rounds import CardReviewed, Round
from allycoach.errors import NotSaved
from allycoach.practice.card_review import CardReview
from tests.stand_ins import Kept

CARDS = tuple(Card(f"c{n}", "advice", "Front?", ("Back.",)) for n in range(3))


def review(log: Kept[Round]) -> CardReview:
    return CardReview(CARDS, log=log, clock=lambda: datetime(2026, 3, 10, tzinfo=UTC))


def test_it_ends_by_itself() -> None:
    log = Kept[Round]()
    going = review(log)
    for number in (1, 2, 3):
        assert (going.number, going.over, going.shown) == (number, False, False)
        going.turn_over()
        going.rate("good")
    assert going.over
    assert [each.card for each in log.events if isinstance(each, CardReviewed)] == ["c0", "c1", "c2"]


def test_nothing_is_rated_unseen() -> None:
    with pytest.raises(ValueError, match="not been seen"):
        review(Kept()).rate("good")


def test_what_the_disk_refuses_has_not_happened() -> None:
    log = Kept[Round]()
    going = review(log)
    going.turn_over()
    log.full = True
    with pytest.raises(NotSaved):
        going.rate("again")
    assert (going.number, going.shown) == (1, True)
