import pytest

from allycoach.coaching.openness import openness_in_words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((30, 45, 40, 70), "more open as the talk went on, most after turn 3, less after turn 2"),
        ((50, 50), "about as open at the end as at first"),
        ((50, 45, 58), "a little more open as the talk went on, most after turn 2, less after turn 1"),
        ((50, 44), "a little less open as the talk went on, less after turn 1"),
        ((60, 50, 30), "less open as the talk went on, less after turn 2"),
        ((50,), ""),
        ((), ""),
    ],
)
def test_the_course_of_a_talk_is_told_without_a_number_of_points(values: tuple[int, ...], words: str) -> None:
    assert openness_in_words(values) == words
