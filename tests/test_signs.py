import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from allycoach.signs import one_line, visible

ANYTHING = st.text(alphabet=st.characters(exclude_categories=()))


@given(ANYTHING)
def test_offsets_stay_true_and_the_result_can_be_written(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
    hidden = {sign for sign in shown if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert hidden <= set("\n\u200c\u200d\u00ad")
    assert visible(shown) == shown


def test_controls_become_signs() -> None:
    assert visible("\x1b[31mred\x07\x7f") == "␛[31mred␇␡"
    assert visible("a\u202eb\u2066c\x9bd\ud800") == "a�b�c�d�"


def test_what_people_write_stays() -> None:
    text = "I’m «fine» — naïve 👩‍👩‍👧 نعم\nsecond line"
    assert visible(text) == text


def test_one_line_has_no_line_end() -> None:
    assert one_line("  one\r\n\ttwo\u2028three\x1b ") == "one two three␛"
