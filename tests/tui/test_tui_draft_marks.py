"""Marks between two readings: an edit never leaves one on the wrong words."""

from hypothesis import assume, given
from hypothesis import strategies as st

from allycoach.tui.widgets.draft import Mark, surviving

OLD = "Have you thought about care work?"
MARKS = (Mark(0, 22), Mark(23, 32))


def test_typing_at_the_end_keeps_marks() -> None:
    assert surviving(MARKS, OLD, OLD + " Or") == MARKS


def test_typing_before_moves_marks_along() -> None:
    assert surviving(MARKS, OLD, "Um. " + OLD) == (Mark(4, 26), Mark(27, 36))


def test_typing_inside_drops_that_mark_alone() -> None:
    assert surviving(MARKS, OLD, "Have you ever thought about care work?") == (Mark(28, 37),)


def test_a_cleared_draft_has_no_marks() -> None:
    assert surviving(MARKS, OLD, "") == ()


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12), st.integers(0, 12), st.integers(1, 12))
def test_a_surviving_mark_is_on_the_same_words(old: str, new: str, start: int, length: int) -> None:
    mark = Mark(min(start, len(old)), min(start + length, len(old)))
    assume(mark.start < mark.end)
    for kept in surviving((mark,), old, new):
        assert new[kept.start : kept.end] == old[mark.start : mark.end]
    assert len(surviving((mark,), old, new)) <= 1


def test_strength_survives() -> None:
    assert surviving((Mark(0, 4, strong=True),), "Have", "Have ") == (Mark(0, 4, strong=True),)
