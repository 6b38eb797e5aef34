"""A typed number is read, and nothing else is taken for one."""

import pytest

from allycoach.typed import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        (" 12 ", 12),
        ("007", 7),
        ("", 0),
        ("x", 0),
        ("-1", 0),
        ("1.5", 0),
        ("\u00b2", 0),
        ("\u0663", 0),
        ("9" * 5000, 0),
    ],
)
def test_a_number_or_none(text: str, number: int) -> None:
    assert number_in(text) == number
