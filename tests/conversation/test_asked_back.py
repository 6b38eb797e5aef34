"""Questions about what the person has just said: what it was, what was meant, who that is."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.person.going_back import asks_to_hear_it_again, says_it_is_lost

Begin = Callable[..., Any]


@pytest.mark.parametrize(
    "text", ["Sorry, say that again?", "The what?", "Two what?", "Pardon?", "I didn't catch that, sorry."]
)
def test_a_reply_can_ask_to_hear_it_again(text: str) -> None:
    assert asks_to_hear_it_again(text)


@pytest.mark.parametrize(
    "text", ["So what?", "Like what?", "And then what?", "What was that like for the women?", "Say what you like."]
)
def test_other_whats_do_not(text: str) -> None:
    assert not asks_to_hear_it_again(text)


def test_being_lost_is_a_short_remark() -> None:
    assert says_it_is_lost("I'm not following, what do you mean?")
    assert not says_it_is_lost(
        "It sounds as if you were not following anyone, and had lost me and everybody else on the way to it."
    )


def test_what_was_said_is_said_again_in_their_own_words(talk: Begin) -> None:
    live = talk()
    before = live.ask("What brings you in today?").text
    again = live.say(("other", "Sorry, say that again?"))
    assert again.kind == "restated"
    said = set(before.lower().replace(".", "").replace(",", "").split())
    ending = again.text.rstrip(".").split()[-3:]
    assert {word.lower().strip(".,") for word in ending} <= said


def test_no_line_is_used_up_or_repeated_by_saying_it_again(talk: Begin) -> None:
    live = talk()
    live.ask("What brings you in today?")
    again = live.say(("other", "Sorry, say that again?"))
    assert all(line.startswith("restates.") for line in again.said)
    twice = live.say(("other", "Sorry, say that again?"))
    assert twice.said != again.said


def test_what_do_you_mean_brings_the_next_of_it_while_there_is_more(talk: Begin) -> None:
    live = talk()
    live.ask("What brings you in today?")
    live.say(("reflection", "It takes a while, that printer."))
    first = live.answers[-1]
    more = live.say(("open_question", "What do you mean?"))
    assert more.topic == first.topic
    assert more.kind in ("told", "felt", "restated")


def test_whoever_is_named_is_presented_to_whom_asks(talk: Begin, amina: Scenario) -> None:
    answer = talk().say(("fact_question", "Who's Mr Dobbs?"))
    assert amina.people["Mr Dobbs"] in answer.text.lower()


def test_a_name_said_first_comes_with_who_it_is(talk: Begin, amina: Scenario) -> None:
    text = "I'd ask Priya about it, if it was me."
    topics = dict(amina.topics)
    first = topics["printing"].lines[0].model_copy(update={"say": (text,)})
    topics["printing"] = topics["printing"].model_copy(update={"lines": (first, *topics["printing"].lines[1:])})
    person = amina.model_copy(update={"people": {"Priya": "who has the desk"}, "topics": topics})
    live = talk(scenario=person)
    answer = live.ask("What brings you in today?")
    assert "Priya, who has the desk, about it" in answer.text


@pytest.mark.parametrize("asked", ["Who told you that?", "Which one was it?", "Where was that?", "When was that?"])
def test_a_fact_that_they_do_not_have_is_no_yes(talk: Begin, asked: str) -> None:
    live = talk()
    live.ask("What brings you in today?")
    answer = live.say(("fact_question", asked))
    assert not answer.text.lower().startswith(("yes", "yeah", "no,", "not really", "i suppose"))
    assert "?" not in answer.text.split(".")[0]
