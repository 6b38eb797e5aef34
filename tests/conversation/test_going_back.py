"""Whether a question that goes back to what they have just said is taken as that."""

from collections.abc import Callable
from typing import Any

import pytest

Begin = Callable[..., Any]


@pytest.mark.parametrize("question", ["What do you mean?", "Sorry, can you explain?", "What was that?"])
def test_what_was_meant_is_answered_with_more_of_it(talk: Begin, question: str) -> None:
    live = talk()
    about = live.ask("What did you do at the optician's?").topic
    assert live.ask(question).topic == about


def test_which_of_a_thing_they_mean_goes_back_to_it(talk: Begin) -> None:
    live = talk()
    about = live.ask("What did you do at the optician's?")
    word = about.text.split()[-1].strip(".")
    assert live.say(("fact_question", f"Which {word} do you mean?")).topic == about.topic


def test_what_you_said_leads_back_to_it(talk: Begin) -> None:
    live = talk()
    live.ask("What did you do at the optician's?")
    live.ask("What's the CV for?")
    answer = live.say(
        ("reflection", "You said about the vape shop, or the sign."), ("open_question", "How did it end?")
    )
    assert answer.topic == "optician"


def test_another_topic_named_outright_is_not_held_back(talk: Begin) -> None:
    live = talk()
    live.ask("What did you do at the optician's?")
    assert live.ask("And what's the CV for?").topic == "printing"


def test_what_was_meant_never_changes_the_subject(talk: Begin) -> None:
    live = talk()
    about = live.ask("What did you do at the optician's?").topic
    for _ in range(3):
        assert live.ask("What do you mean by that?").topic in (about, None)
