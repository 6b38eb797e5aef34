"""A turn that a trainee names while looking back is found in their words."""

import pytest

from allycoach.coaching.own_words import turn_named


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("in turn 2", 2),
        ("at Turn  3 I", 3),
        ("turn 9 or turn 1", 1),
        ("2 of 3 things, but turn 4", 4),
        ("3, the advice", 3),
        ("  2", 2),
        ("3 times I came in too early", None),
        ("30 years", None),
        ("turn 9", None),
        ("turn 0", None),
        ("turn \u00b2", None),
        ("nothing", None),
    ],
)
def test_a_turn_that_is_named(text: str, turn: int | None) -> None:
    assert turn_named(text, 4) == turn
