import pytest

from allycoach.errors import AllycoachError
from allycoach.serving.code import SessionCode
from allycoach.serving.code_words import WORDS


def test_a_made_code_is_two_words_and_two_digits() -> None:
    first, second, number = SessionCode.made().spoken.split("-")
    assert {first, second} <= set(WORDS)
    assert 10 <= int(number) <= 99


def test_made_codes_differ() -> None:
    assert len({SessionCode.made().spoken for _ in range(50)}) >= 49


def test_there_are_enough_codes_that_guessing_for_a_day_hardly_helps() -> None:
    assert len(set(WORDS)) == len(WORDS)
    codes = len(WORDS) ** 2 * 90
    tried_in_a_day = 40 * 60 * 24
    assert tried_in_a_day / codes < 0.02


def test_words_are_short_and_plain() -> None:
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in WORDS)


@pytest.mark.parametrize(
    "typed", ["otter-maple-42", "Otter Maple 42", " OTTERMAPLE42 ", "otter_maple–42", "ｏｔｔｅｒ maple 42"]
)
def test_how_a_code_is_typed_does_not_matter(typed: str) -> None:
    assert SessionCode("otter-maple-42").matches(typed)


@pytest.mark.parametrize(
    "typed", ["", "otter-maple-43", "otter", "otter-maple-42-42", "0tter-maple-42", "\ud800", "x" * 9999]
)
def test_what_is_not_the_code_does_not_match(typed: str) -> None:
    assert not SessionCode("otter-maple-42").matches(typed)


def test_a_code_of_ones_own() -> None:
    assert SessionCode.given("  Elm   Street library ").spoken == "Elm Street library"


@pytest.mark.parametrize("words", ["", "abc", "------", "aaaaaaaa", "12 12 12"])
def test_a_code_that_is_easy_to_guess_is_not_taken(words: str) -> None:
    with pytest.raises(AllycoachError, match="easy to guess"):
        SessionCode.given(words)
