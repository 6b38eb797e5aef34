"""A person's words given back: turned to "you", the part that is about them, never a question."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.playtest.turning import given_back, has_subject, names_in, turned


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("I've stopped counting.", "you've stopped counting"),
        ("I was good at my job.", "you were good at your job"),
        ("Am I too slow for them?", ""),
        ("They like me there. Do you like it here?", "they like you there"),
        ("We lost our flat. It rained.", "you lost your flat"),
        ("Yeah, well, I think I'm tired of it.", "you're tired of it"),
        ("That's it. I miss the phones.", "you miss the phones"),
        ("Okay.", ""),
        ("", ""),
    ],
)
def test_the_part_about_them_comes_back(line: str, back: str) -> None:
    assert given_back(line) == back


def test_a_long_sentence_is_cut_where_it_breaks() -> None:
    line = "I ring them every morning at nine and I wait in the queue, because nobody has told me what else I could do."
    assert given_back(line) == "you ring them every morning at nine and you wait in the queue"


def test_a_long_sentence_without_a_break_does_not_stop_at_a_word_that_leads_on() -> None:
    line = "I would like a bit of work where somebody goes home able to do a thing they could not do."
    assert given_back(line) == "you would like a bit of work where somebody goes home able"


def test_a_name_keeps_its_capital() -> None:
    names = names_in("I told Brenda. The people there know Brenda.")
    assert turned("Brenda's been on at me", names) == "Brenda's been on at you"
    assert turned("The people know me", names) == "the people know you"


@pytest.mark.parametrize(("words", "has"), [("you're tired", True), ("nine months", False), ("there's no bus", True)])
def test_only_words_with_a_subject_follow_a_stem(words: str, has: bool) -> None:
    assert has_subject(words) is has


@given(st.text())
def test_any_line_at_all_can_be_given_back(line: str) -> None:
    assert not re.search(r"(?<![\w'’])(?:[Ii]|[Mm]y|[Mm]e)(?![\w'’])", given_back(line))
