"""Cards in lines, number keys in every choice."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from allycoach.coaching.cards import Card
from allycoach.coaching.rounds import CardReviewed, Round
from allycoach.plain.review import PlainReview
from allycoach.practice.card_review import CardReview
from tests.stand_ins import Kept, Typed

if TYPE_CHECKING:
    from collections.abc import Sequence

CARDS = (Card("a", "advice", "What does\nthis do?", ("It moves.", "It shuts.")), Card("b", "advice", "And?", ("Yes.",)))


def play(typed: "Sequence[str]", log: Kept[Round], cards: "Sequence[Card]" = CARDS) -> tuple[bool, list[str]]:
    script = Typed(*typed, interactive=True)
    review = CardReview(cards, log=log, clock=lambda: datetime(2026, 3, 10, tzinfo=UTC))
    return PlainReview(review, script).run(), script.said


def test_all_the_way() -> None:
    log = Kept[Round]()
    done, said = play(["", "7", "3", "", "1"], log)
    assert done
    assert "CARD 1 of 2: What does this do?" in said
    assert "BACK: It shuts." in said
    assert "NUMBER: type one from 1 to 4." in said
    assert said[-1].startswith("DONE: 2 of 2.")
    assert [each.recalled for each in log.events if isinstance(each, CardReviewed)] == ["good", "again"]


@pytest.mark.parametrize(("typed", "kept"), [(["/quit"], 0), (["", "/quit"], 0), (["", "3", "/quit"], 1), ([], 0)])
def test_stopping_keeps_what_was_answered(typed: list[str], kept: int) -> None:
    log = Kept[Round]()
    done, said = play(typed, log)
    assert not done
    assert len(log.events) == kept
    assert said[-1] == f"STOPPED: {kept} of 2. The rest stays due."


def test_a_full_disk_is_told() -> None:
    done, said = play(["", "3"], Kept[Round](full=True))
    assert not done
    assert any(line.startswith("NOT SAVED: The disk is full.") for line in said)


def test_nothing_due() -> None:
    done, said = play([], Kept[Round](), ())
    assert done
    assert said == ["NOTHING is due today. A few new cards come each day, the others when it is time."]
