"""Letters are words; a letter alone is a command only when there is a note to act on."""

import pytest

from allycoach.coaching.phrases import Offer
from allycoach.tui.choice import Choice
from allycoach.tui.commands import command_in
from allycoach.tui.outgoing import Outgoing

OFFERS = (Offer("a", "One?", "advice"), Offer("b", "Two?", "advice"))


@pytest.mark.parametrize(
    ("draft", "command"), [("r", "rewrite"), ("p", "phrases"), (" W ", "why"), ("x\n", "not_so"), ("?", "help")]
)
def test_a_single_letter_is_a_command_and_never_sent(draft: str, command: str) -> None:
    assert command_in(draft) == command


@pytest.mark.parametrize("draft", ["", "what", "wh", "r u ok", "1", "right", "x y"])
def test_words_are_never_commands(draft: str) -> None:
    assert command_in(draft) is None


def test_numbers_choose_only_while_the_draft_is_untouched() -> None:
    choice = Choice.between(OFFERS, "mine")
    assert choice.numbers == "012"
    assert choice.listens("mine")
    assert not choice.listens("mine ")
    taken = choice.took(2, "Two?")
    assert taken.taken == 2
    assert taken.own == "mine"
    assert taken.listens("Two?")
    assert not taken.listens("mine")


@pytest.mark.parametrize(
    ("draft", "rest"), [("Hello", ""), ("Hello wh", " wh"), ("Hell", None), ("Oh Hello", None), ("", None)]
)
def test_what_was_typed_after_enter_stays(draft: str, rest: str | None) -> None:
    assert Outgoing("Hello").rest_of(draft) == rest


def test_a_silence_leaves_the_draft_alone() -> None:
    assert Outgoing("…", from_draft=False).rest_of("half a thou") == "half a thou"
