"""What is asked after something they said, facts that nobody wrote, one thing or another, and whether they will."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import DirectQuestion, Scenario
from allycoach.conversation.hearing.either_or import last_option
from allycoach.conversation.hearing.offers import offers_to_do
from allycoach.conversation.hearing.yes_or_no import asks_if_they_will, says_yes_or_no
from allycoach.conversation.person.follow_ups import never_followed

Begin = Callable[..., Any]
WHO = DirectQuestion(words=("who was that", "who said"), after=("café",), say=("The lad with the milk.",))


def with_questions(scenario: Scenario, *questions: DirectQuestion, **update: Any) -> Scenario:
    return scenario.model_copy(update={"direct_questions": (*questions, *scenario.direct_questions), **update})


def opening_with(scenario: Scenario, line: str) -> Scenario:
    return scenario.model_copy(update={"opening": (line,)})


def test_a_follow_up_is_understood_right_after_what_it_follows(talk: Begin, amina: Scenario) -> None:
    person = opening_with(with_questions(amina, WHO), "There's a café that likes it on paper.")
    answer = talk(scenario=person).say(("fact_question", "Who was that, then?"))
    assert (answer.text, answer.kind) == ("The lad with the milk.", "direct")


def test_and_not_after_anything_else(talk: Begin, amina: Scenario) -> None:
    person = opening_with(with_questions(amina, WHO), "I only came for the printer.")
    assert "milk" not in talk(scenario=person).say(("fact_question", "Who was that, then?")).text


def test_the_follow_up_comes_before_a_plain_fact_in_the_same_words(talk: Begin, amina: Scenario) -> None:
    plain = DirectQuestion(words=("who was that",), say=("My sister, I expect.",))
    person = opening_with(with_questions(amina, plain, WHO), "There's a café that likes it on paper.")
    assert talk(scenario=person).say(("fact_question", "Who was that, then?")).text == "The lad with the milk."


def test_asked_once_more_they_say_that_they_have_said_it(talk: Begin, amina: Scenario) -> None:
    wall = DirectQuestion(words=("colour are the walls",), say=("Green. Library green.",))
    live = talk(scenario=with_questions(amina, wall))
    live.say(("fact_question", "What colour are the walls?"))
    again = live.say(("fact_question", "What colour are the walls?"))
    assert again.kind == "restated"
    assert "reen. Library green." in again.text


def test_words_that_nobody_says_are_a_fault_of_the_file(amina: Scenario) -> None:
    lost = DirectQuestion(words=("who was that",), after=("zeppelin",), say=("The captain.",))
    (found,) = never_followed(with_questions(amina, WHO, lost))
    assert (found.rule, found.at) == ("S010", ("direct_questions", 1, "after"))


@pytest.mark.parametrize(
    ("asked", "fact"), [("When will you ring them?", "by_when"), ("When did you last see it?", "when")]
)
def test_facts_that_nobody_wrote_are_told_vaguely_in_their_voice(
    talk: Begin, amina: Scenario, asked: str, fact: str
) -> None:
    vaguely = {"by_when": ("By Sunday, I hope.",), "when": ("Before the clocks went back.",)}
    person = with_questions(amina, direct_questions=(), vaguely=vaguely)
    assert talk(scenario=person).say(("fact_question", asked)).text.startswith(vaguely[fact][0])


@pytest.mark.parametrize(
    ("asked", "option"),
    [
        ("Together or alone?", "alone"),
        ("Is it the return or the meeting with the deck?", "the meeting with the deck"),
        ("Is it the forms, or is it the waiting?", "the waiting"),
        ("Do you walk or do you take the bus?", ""),
        ("Is it Bev, or whoever runs it?", ""),
        ("Tea or something?", ""),
        ("Are you coming?", ""),
        ("", ""),
    ],
)
def test_the_second_of_two_things_can_be_said_back(asked: str, option: str) -> None:
    assert last_option(asked) == option


def test_one_thing_or_another_is_answered_with_one_of_them(talk: Begin) -> None:
    answer = talk().say(("choice_question", "Were you there together or alone?"))
    assert answer.text.startswith("Alone")


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Not for money.", True),
        ("I do, now and then.", True),
        ("A bit, yeah.", True),
        ("In water, yes.", True),
        ("On Tuesdays.", True),
        ("Nino, and Keti. She is ten.", False),
        ("Up and down, like the lift.", False),
        ("", False),
    ],
)
def test_what_would_do_for_a_yes_or_a_no(text: str, does: bool) -> None:
    assert says_yes_or_no(text) is does


def test_who_trusts_gives_their_word_and_who_does_not_might(talk: Begin, amina: Scenario) -> None:
    asked = "Will you come in again on the Tuesday?"
    assert asks_if_they_will(asked)
    told = {}
    for trust in (20, 80):
        state = amina.state.model_copy(update={"trust": amina.state.trust.model_copy(update={"start": trust})})
        answer = talk(scenario=with_questions(amina, direct_questions=(), state=state)).say(("closed_question", asked))
        told[trust] = answer.said[0].partition(".")[0]
    assert told == {20: "might", 80: "will"}


def test_a_slip_is_met_and_what_was_asked_beside_it_answered(talk: Begin, amina: Scenario) -> None:
    wall = DirectQuestion(words=("colour are the walls",), say=("Green. Library green.",))
    live = talk(scenario=with_questions(amina, wall))
    answer = live.say(("advice", "You should ring them."), ("fact_question", "What colour are the walls?"))
    assert answer.text.endswith("Green. Library green.")
    assert answer.kind == "reply"
    assert answer.text != "Green. Library green."


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("Shall I ring and find out?", True),
        ("Do you want me to ask them for you?", True),
        ("Would you like me to print it?", True),
        ("Can I ask you something?", False),
        ("Would it help if I shared an idea?", False),
        ("Shall I go on?", False),
        ("", False),
    ],
)
def test_an_offer_is_not_leave_to_speak(text: str, offers: bool) -> None:
    assert offers_to_do(text) is offers


def test_an_offer_is_taken_up_or_let_be(talk: Begin) -> None:
    answer = talk().say(("permission", "Shall I ring and find out for you?"))
    assert answer.said[0].partition(".")[0] in ("takes_up", "lets_be")
