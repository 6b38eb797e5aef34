"""Going back, other branches and one's own answer first, in lines."""

import pytest

from allycoach.content.library import Library
from allycoach.plain.face import PlainFace
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from tests.stand_ins import Kept, SimpleReader, Typed, ticking


def talked(shipped: Library, keyboard: Typed) -> Practice:
    practice = Practice.begin(
        sitting_id="s", beginning=Beginning("library-amina", "coach", seed=3), library=shipped, reader=SimpleReader(),
        log=Kept(), clock=ticking(),
    )  # fmt: skip
    PlainFace(practice, keyboard).run()
    return practice


def test_back_keeps_what_came_of_it_and_compare_shows_both(shipped: Library) -> None:
    keyboard = Typed(
        "You should ring them.", "/back 1 the advice", "What's been happening for you?", "/compare 1", "/quit"
    )
    practice = talked(shipped, keyboard)
    assert [branch.name for branch in practice.sitting.branches] == ["the advice"]
    assert keyboard.starting("the advice, turn 1, you: You should ring them.")
    assert keyboard.starting("now, turn 1, you: What's been happening for you?")
    assert keyboard.starting('the advice, turn 1, notice: advice, "You should')


@pytest.mark.parametrize("typed", ["/back", "/back 9", "/back x", "/back -1", "/back ²", "/back " + "9" * 5000])
def test_a_turn_that_there_is_not_changes_nothing(shipped: Library, typed: str) -> None:
    keyboard = Typed("What's up?", typed, "/quit")
    practice = talked(shipped, keyboard)
    assert practice.sitting.branches == ()
    assert keyboard.starting("BACK: say /back")


def test_a_branch_is_taken_by_number_or_name(shipped: Library) -> None:
    keyboard = Typed(
        "You should ring.",
        "/back 1 one",
        "What else?",
        "/branch 1",
        "/branch try 1",
        "/branch 7",
        f"/branch {'9' * 5000}",
        "/quit",
    )
    practice = talked(shipped, keyboard)
    assert practice.sitting.turns[0].reply.text == "What else?"
    assert len(keyboard.starting("BRANCH: you go on with")) == 2
    assert keyboard.starting("CHOOSE: /branch"), "an unknown one lists those that there are"


def test_a_number_is_asked_for_where_somebody_is_there(shipped: Library) -> None:
    keyboard = Typed(
        "You should ring.", "/back", "1", "What else?", "2", "/compare", "1", "/branch", "1", "/quit", interactive=True
    )
    practice = talked(shipped, keyboard)
    assert keyboard.starting("COMPARE: try 1 beside this talk")
    assert keyboard.starting("BRANCH: you go on with")
    assert keyboard.starting("UNSURE: nothing was sent. There is no choice 2 here")
    assert [turn.reply.text for turn in practice.sitting.turns] == ["You should ring."]


def test_where_asks_for_ones_own_answer_first(shipped: Library) -> None:
    keyboard = Typed("What's been happening?", "/where", "3", "/quit", interactive=True)
    practice = talked(shipped, keyboard)
    assert [(guess.stage, guess.coach) for guess in practice.sitting.guesses] == [("worked", "happening")]
    asked, told = keyboard.starting("WHERE do you think"), keyboard.starting("WHERE: ")
    assert keyboard.said.index(asked[0]) < keyboard.said.index(told[0])


def test_the_place_is_that_of_this_branch(shipped: Library) -> None:
    keyboard = Typed("What would good look like?", "/where 2", "/back 1", "What's worked before?", "/where 3", "/quit")
    practice = talked(shipped, keyboard)
    assert [guess.coach for guess in practice.sitting.guesses] == ["good", "worked"]


def test_a_pin_before_a_mark_is_told_from_one_after(shipped: Library) -> None:
    keyboard = Typed("/pin You should ring.", "You should ring.", "/pin", "/quit")
    practice = talked(shipped, keyboard)
    assert [(pin.marked, pin.flags) for pin in practice.sitting.pins] == [(False, ("advice",)), (True, ("advice",))]


def test_ones_own_second_try_is_kept_before_phrases(shipped: Library) -> None:
    keyboard = Typed("You should ring.", "r", "What would you like?", "0", "/quit")
    practice = talked(shipped, keyboard)
    assert [one.text for one in practice.sitting.tries] == ["What would you like?"]


@pytest.mark.parametrize(("typed", "kept"), [(("an idea", "ask"), True), (("", ""), False), (("an idea", ""), False)])
def test_an_if_then_plan_is_whole_or_not_at_all(shipped: Library, typed: tuple[str, str], kept: bool) -> None:
    lines = [line for line in typed if line] if typed[0] else [""]
    keyboard = Typed("What's up?", "/quit", "", "", "", *lines, interactive=True)
    practice = talked(shipped, keyboard)
    assert (practice.sitting.intention is not None) is kept
