"""What a person takes otherwise than it is marked: welcomes, the helper's own doing, plain facts, known kin, own stories."""

import pytest

from allycoach.conversation.hearing.acts import hear
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength


def flagged(kind: FlagKind, text: str, words: str, move: Move | None = None) -> Reading:
    start = text.index(words)
    flag = Flag(kind, start, start + len(words), "r", Strength.NOTICE, "why")
    return Reading(text, (move or Move(MoveKind.OTHER, 0, len(text)),), (flag,))


@pytest.mark.parametrize("text", ["Stay as long as you like.", "Please do, fire away."])
def test_a_welcome_is_no_advice(text: str) -> None:
    assert not hear(flagged(FlagKind.ADVICE, text, text[:4], Move(MoveKind.ADVICE, 0, len(text)))).slip


def test_room_that_is_given_is_room_and_a_wish_is_kind() -> None:
    room = "Take as long as you want."
    assert hear(Reading(room, (Move(MoveKind.ADVICE, 0, len(room), subtype="asked"),))).lead == "acknowledge"
    wish = "I hope it goes well."
    assert hear(Reading(wish, (Move(MoveKind.OTHER, 0, len(wish)),))).lead == "support"


def test_what_the_helper_will_do_is_no_advice_to_anybody() -> None:
    assert not hear(flagged(FlagKind.ADVICE, "I want to make sure you're all right.", "make sure")).slip
    assert hear(flagged(FlagKind.ADVICE, "I want you to make sure of it.", "make sure")).lead == "advice_unasked"
    assert hear(flagged(FlagKind.ADVICE, "I'd ring them if I were you.", "ring them")).lead == "advice_unasked"


def test_a_plain_fact_asked_is_no_advice() -> None:
    asks = Move(MoveKind.ADVICE, 0, 24, Form.POLAR, Function.CLOSED)
    assert hear(flagged(FlagKind.ADVICE, "Can you use a computer??", "Can you use", asks)).lead == "closed_question"
    tried = flagged(FlagKind.ADVICE, "Have you tried computers?", "Have you tried", asks)
    assert hear(tried).lead == "advice_unasked"


def test_kin_of_whom_there_was_talk_is_not_taken_for_granted() -> None:
    reading = flagged(FlagKind.ASSUMPTION, "Does your wife work there?", "your wife")
    assert hear(reading).lead == "assumption"
    assert not hear(reading, frozenset(["wif"])).slip
    assert not hear(flagged(FlagKind.ASSUMPTION, "What does your mum think?", "your mum")).slip


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("That must have hurt.", "reflection"),
        ("So with six, nobody can ask which one.", "reflection"),
        ("It sounds crowded.", "reflection"),
        ("So anyway, the football.", "other"),
        ("That's hers to tell.", "information"),
        ("Purple monkeys.", "other"),
    ],
)
def test_statements_without_a_mark(text: str, act: str) -> None:
    assert hear(Reading(text, (Move(MoveKind.OTHER, 0, len(text)),))).lead == act


def test_a_limit_said_is_information_however_it_is_put() -> None:
    text = "It stays between us, unless I thought somebody wasn't safe."
    assert "information" in hear(Reading(text, (Move(MoveKind.OTHER, 0, len(text)),))).acts


def test_a_story_of_the_helpers_own_leads_over_the_kindness_before_it() -> None:
    text = "That sounds hard. My Derek was made redundant and he was climbing the walls for a year."
    moves = (Move(MoveKind.REFLECTION, 0, 17), Move(MoveKind.SELF_DISCLOSURE, 18, len(text)))
    assert hear(Reading(text, moves)).lead == "self_disclosure"


def test_an_offer_of_time_is_no_story() -> None:
    text = "I can see you four times, every other week."
    assert hear(Reading(text, (Move(MoveKind.SELF_DISCLOSURE, 0, len(text)),))).lead == "information"


def test_what_something_cost_is_no_scale() -> None:
    text = "How much did it cost?"
    asks = Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.CLOSED, subtype="scaling")
    assert hear(Reading(text, (asks,))).lead == "closed_question"
