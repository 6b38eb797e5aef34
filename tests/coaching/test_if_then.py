import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.if_then import halves


@pytest.mark.parametrize(
    ("notice", "then", "kept"),
    [
        ("I'm about to name a job", "ask what they picture", ("I'm about to name a job", "ask what they picture")),
        ("If I notice I'm rushing,", "then I'll wait.", ("I'm rushing", "wait")),
        ("When I notice that they go quiet", "I will count to five", ("they go quiet", "count to five")),
        ("if a should slips out", "I’ll say sorry and ask", ("a should slips out", "say sorry and ask")),
        ("I notice that I hurry", "I ask what she pictures", ("I hurry", "ask what she pictures")),
        ("iffy words", "illustrate less", ("iffy words", "illustrate less")),
        ("...", "then", ("...", "then")),
    ],
)
def test_the_sentence_around_a_half_is_not_kept_twice(notice: str, then: str, kept: tuple[str, str]) -> None:
    assert halves(notice, then) == kept


@given(st.text(), st.text())
def test_nothing_that_was_written_becomes_nothing(notice: str, then: str) -> None:
    for before, after in zip((notice, then), halves(notice, then), strict=True):
        assert bool(after) == bool(before.strip())
