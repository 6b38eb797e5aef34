"""Cards in lines, number keys in every choice."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from allycoach.coaching.cards import Card
from allycoach.coaching.rounds import CardReviewed, Round
from allycoach.errors import NotSaved
from allycoach.plain.review import PlainReview
from allycoach.practice.card_review import CardReview

from .conftest import Script

if TYPE_CHECKING:
    from collections.abc import Sequence

CARDS = (Card("a", "advice", "What does\nthis do?", ("It moves.", "It shuts.")), Card("b", "advice", "And?", ("Yes.",)))


class Log:
    def __init__(self, *, full: bool = False) -> None:
        self.rounds: list[Round] = []
        self.full = full

    def append(self, happened: Round) -> None:
        if self.full:
            raise NotSaved("The disk is full.")
        self.rounds.append(happened)


def play(typed: "Sequence[str]", log: Log, cards: "Sequence[Card]" = CARDS) -> tuple[bool, list[str]]:
    script = Script(typed, interactive=True)
    review = CardReview(cards, log=log, clock=lambda: datetime(2026, 3, 10, tzinfo=UTC))
    return PlainReview(review, script).run(), script.said


def test_all_the_way() -> None:
    log = Log()
    done, said = play(["", "7", "3", "", "1"], log)
    assert done
    assert "CARD 1 of 2: What does this do?" in said
    assert "BACK: It shuts." in said
    assert "NUMBER: type one from 1 to 4." in said
    assert said[-1].startswith("DONE: 2 of 2.")
    assert [each.recalled for each in log.rounds if isinstance(each, CardReviewed)] == ["good", "again"]


@pytest.mark.parametrize(("typed", "kept"), [(["/quit"], 0), (["", "/quit"], 0), (["", "3", "/quit"], 1), ([], 0)])
def test_stopping_keeps_what_was_answered(typed: list[str], kept: int) -> None:
    log = Log()
    done, said = play(typed, log)
    assert not done
    assert len(log.rounds) == kept
    assert said[-1] == f"STOPPED: {kept} of 2. The rest stays due."


def test_a_full_disk_is_told() -> None:
    done, said = play(["", "3"], Log(full=True))
    assert not done
    assert "NOT SAVED: The disk is full." in said


def test_nothing_due() -> None:
    done, said = play([], Log(), ())
    assert done
    assert said == ["NOTHING is due today. A few new cards come each day, the others when it is time."]
