"""Moves and flags as signs: right words, right places, and never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from allycoach.tui.present.legend import fit, legend
from allycoach.tui.present.marks import flag_sign, in_a_row, marked, move_sign, signs

TEXT = "Have you thought about care work?"
ASKS = Move(MoveKind.QUESTION, 0, 33, Form.POLAR, Function.CLOSED)
CLOSED = Flag(FlagKind.CLOSED_QUESTION, 0, 22, "r1", Strength.NOTE, "why")
ADVICE = Flag(FlagKind.ADVICE, 23, 32, "r2", Strength.NOTICE, "why")
PROMISE = Flag(FlagKind.CONFIDENTIALITY_PROMISE, 0, 4, "r3", Strength.STRONG, "why")


def test_every_flag_kind_has_a_sign_and_words() -> None:
    for kind in FlagKind:
        sign = flag_sign(Flag(kind, 0, 4, "r", Strength.NOTICE, "why"), Reading(TEXT))
        assert sign.sign.strip()
        assert sign.words.strip()
        assert sign.quote == "Have"


def test_advice_inside_a_question_says_so() -> None:
    assert flag_sign(ADVICE, Reading(TEXT, (ASKS,))).words == "advice in a question"
    assert flag_sign(ADVICE, Reading(TEXT)).words == "advice"


def test_a_flagged_question_is_not_also_called_a_question() -> None:
    reading = Reading(TEXT, (ASKS,), (CLOSED,))
    assert [sign.words for sign in signs(reading.moves, reading.flags, reading)] == ["closed"]
    assert [sign.words for sign in signs(reading.moves, (), reading)] == ["question"]


def test_a_flag_set_aside_stays_to_be_seen() -> None:
    reading = Reading(TEXT, (ASKS,), (CLOSED,))
    assert in_a_row(signs(reading.moves, (), reading, aside=(CLOSED,))).plain == "× closed (you said: not so)"


def test_greetings_have_no_sign() -> None:
    assert move_sign(Move(MoveKind.OTHER, 0, 2, subtype="greeting")) is None


def test_marked_words_are_underlined_where_the_flag_says() -> None:
    spans = [(span.start, span.end) for span in marked(TEXT, (CLOSED, ADVICE)).spans]
    assert sorted(spans) == [(0, 22), (23, 32)]


@given(st.text(max_size=60), st.integers(0, 59), st.integers(1, 60))
def test_any_text_keeps_its_length_and_styles_nothing_else(text: str, start: int, length: int) -> None:
    content = marked(text, (Flag(FlagKind.ADVICE, start, start + length, "r", Strength.NOTICE, "why"),))
    assert len(content.plain) == len(text)
    assert all(span.start >= start for span in content.spans)


def test_markup_in_words_is_words() -> None:
    content = marked("hi [/b] [bold] \x1b[31m", ())
    assert content.plain == "hi [/b] [bold] ␛[31m"
    assert not content.spans


def test_legend_names_the_flags_strongest_first() -> None:
    reading = Reading(TEXT, (ASKS,), (CLOSED, ADVICE, PROMISE))
    assert legend(reading, 200).plain == (
        '!! promise of secrecy: "Have"   ! advice in a question: "care work"   ? closed: "Have you thought about"'
    )


def test_legend_counts_what_does_not_fit() -> None:
    reading = Reading(TEXT, (ASKS,), (CLOSED, ADVICE, PROMISE))
    shown = legend(reading, 50)
    assert shown.plain == '!! promise of secrecy: "Have"   +2 more'


@pytest.mark.parametrize("width", [8, 20, 40, 60, 78])
def test_legend_never_takes_more_than_its_width(width: int) -> None:
    assert legend(Reading(TEXT, (ASKS,), (CLOSED, ADVICE, PROMISE)), width).cell_length <= width


def test_legend_with_no_flags_says_what_goes_well_or_nothing() -> None:
    asks_openly = Move(MoveKind.QUESTION, 0, 5, Form.WH, Function.OPEN)
    assert legend(Reading("What?", (asks_openly,)), 60).plain == "~ open so far"
    assert legend(Reading("Mm.", (Move(MoveKind.REFLECTION, 0, 3), asks_openly)), 60).plain == "↺ reflection so far"
    assert legend(Reading("Is it?", (ASKS,)), 60).plain == ""


def test_fit_cuts_a_single_part_that_is_too_long() -> None:
    assert fit([Content("a" * 30)], 10).plain == "a" * 9 + "…"
