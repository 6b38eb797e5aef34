from collections.abc import Callable

import pytest

from allycoach.conversation.hearing.acts import act_of, hear
from allycoach.reading import Flag, FlagKind, Move, MoveKind, Reading, Strength

Make = Callable[..., Reading]


@pytest.mark.parametrize(
    ("parts", "lead"),
    [
        ([("open_question", "What's that like?")], "open_question"),
        ([("reflection", "You did it alone.")], "reflection"),
        ([("reflection", "You did it alone."), ("open_question", "What was it like?")], "open_question"),
        ([("reflection", "You did it alone."), ("advice", "You should ring them.")], "advice_unasked"),
        ([("advice_asked", "You could ring them.")], "advice_asked"),
        (
            [("advice", "You should ring."), ("confidentiality_promise", "I won't tell a soul.")],
            "confidentiality_promise",
        ),
        ([("advice", "You should ring."), ("recovery", "Sorry."), ("open_question", "What do you want?")], "recovery"),
        ([("recovery", "Sorry."), ("advice", "You should ring.")], "advice_unasked"),
        ([("information", "There's a club."), ("view", "How does that sound?")], "information"),
        ([("scaling", "How sure are you, out of ten?")], "scaling_question"),
        ([("permission", "Would you like to tell me more?")], "open_question"),
        ([("permission", "Would it be OK if I shared an idea?")], "permission"),
        ([("thanks", "Thanks."), ("goodbye", "Bye.")], "goodbye"),
        ([("goodbye", "Before you go:"), ("open_question", "what next?")], "open_question"),
        ([("closed_question", "Is it?"), ("open_question", "What is it like?")], "open_question"),
    ],
)
def test_the_leading_act(reading: Make, parts: list[tuple[str, str]], lead: str) -> None:
    assert act_of(reading(*parts)) == lead


def test_a_reflection_before_a_question_is_credited_too(reading: Make) -> None:
    heard = hear(reading(("reflection", "You did it alone."), ("open_question", "What was it like?")))
    assert heard.acts == ("open_question", "reflection")
    assert heard.asked == "What was it like?"


@pytest.mark.parametrize("text", ["", "...", "…", "   "])
def test_no_words_are_silence(text: str) -> None:
    assert act_of(Reading(text)) == "silence"


def test_words_that_nothing_is_known_about_are_other() -> None:
    assert act_of(Reading("asdf qwer")) == "other"


@pytest.mark.parametrize("kind", list(MoveKind))
@pytest.mark.parametrize("flag", [None, *FlagKind])
def test_every_move_and_flag_becomes_some_act(kind: MoveKind, flag: FlagKind | None) -> None:
    flags = () if flag is None else (Flag(flag, 0, 4, "r", Strength.NOTE, "why"),)
    assert hear(Reading("Well then", (Move(kind, 0, 9),), flags)).acts
