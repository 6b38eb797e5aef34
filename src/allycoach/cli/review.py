"""`allycoach review`: the cards that are due, in lines."""

from pathlib import Path

from allycoach.journal import home

from .shelves import library, now


def review_in_lines(content: Path | None) -> int:
    """The exit status. Raises AllycoachError."""
    from allycoach.coaching.cards import cards, deck
    from allycoach.coaching.rounds import reviews
    from allycoach.journal.rounds import RoundsLog
    from allycoach.plain.review import PlainReview
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.card_review import CardReview

    log = RoundsLog(home())
    due = deck(cards(library(content).phrases), reviews(log.rounds())).due(now())
    PlainReview(CardReview(due, log=log, clock=now), Terminal()).run()
    return 0
