"""`allycoach review`: the cards that are due, in lines."""

from pathlib import Path

from .shelves import library, now, rounds_log


def review_in_lines(content: Path | None) -> int:
    """The exit status. Raises AllycoachError."""
    from allycoach.coaching.cards import cards, deck
    from allycoach.coaching.rounds import reviews
    from allycoach.plain.review import PlainReview
    from allycoach.plain.terminal import Terminal
    from allycoach.practice.card_review import CardReview

    log = rounds_log()
    due = deck(cards(library(content).phrases), reviews(log.rounds())).due(now())
    PlainReview(CardReview(due, log=log, clock=now), Terminal()).run()
    return 0
