"""Questions that nothing marks, remarks that ask nothing, and what is said of things to come."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import DirectQuestion, Scenario
from allycoach.conversation.hearing.acts import hear
from allycoach.conversation.hearing.fact_asked import fact_asked, would_be
from allycoach.conversation.hearing.offers import offers_to_do
from allycoach.conversation.hearing.unmarked import unmarked_question
from allycoach.conversation.hearing.yes_or_no import fits_the_question
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

Begin = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ha what pudding", "ha what pudding"),
        ("Then which one would you ring first, and when.", "Then which one would you ring first, and when."),
        ("If you went, what you would take with you?", "what you would take with you?"),
        ("go on who is it and what day", "go on who is it and what day"),
        ("She told you so; who was she?", "who was she?"),
        ("is frankie in", "is frankie in"),
        ("so did he ring back then", "so did he ring back then"),
        ("have you spoken to Priti", "have you spoken to Priti"),
        ("any plans for the weekend", "any plans for the weekend"),
        ("Is it.", ""),
        ("was the same with me", ""),
        ("did my best there", ""),
        ("do come in and sit", ""),
        ("What a week.", ""),
        ("what you need is a rest", ""),
        ("When you left, it was dark.", ""),
        ("When you left, was it dark?", ""),
        ("I don't know who to ask.", ""),
        ("How lovely.", ""),
        ("Who knows.", ""),
        ("", ""),
    ],
)
def test_what_asks_though_nothing_marks_it(text: str, asked: str) -> None:
    assert unmarked_question(text) == asked


def test_it_is_heard_as_a_question() -> None:
    heard = hear(Reading("ha what pudding", (Move(MoveKind.OTHER, 0, 15),)))
    assert (heard.lead, heard.asked, heard.form) == ("open_question", "ha what pudding", Form.WH)
    assert hear(Reading("ok who is it", (Move(MoveKind.OTHER, 0, 12),))).lead == "closed_question"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Do you mind me asking who you've seen this week?", "who"),
        ("I only wondered where you go in the day", "where"),
        ("Can you remember how long it took?", "how_long"),
        ("I wondered about your mum", None),
    ],
)
def test_a_fact_is_asked_for_however_politely(asked: str, fact: str | None) -> None:
    assert fact_asked(asked) == fact


def test_what_might_come_cannot_be_remembered(talk: Begin, amina: Scenario) -> None:
    assert would_be("Who could you ask?")
    assert not would_be("Who did you ask?")
    past = {"who": ("A very pleasant man. I never caught his name.",)}
    person = amina.model_copy(update={"direct_questions": (), "vaguely": past})
    assert talk(scenario=person).say(("fact_question", "Who asked?")).text.startswith(past["who"][0])
    assert talk(scenario=person).say(("fact_question", "Who might come?")).said[0].startswith("would_be.")


def stacked(text: str, *questions: str) -> Reading:
    spans = [(text.index(words), text.index(words) + len(words)) for words in questions]
    moves = tuple(Move(MoveKind.QUESTION, start, end, Form.WH, Function.OPEN) for start, end in spans)
    return Reading(text, moves, (Flag(FlagKind.STACKED_QUESTIONS, *spans[-1], "r", Strength.NOTICE, "why"),))


@pytest.mark.parametrize(
    "questions",
    [("What's that like?", "Is it the noise?"), ("What does she say?", "Or are you on your own?")],
)
def test_a_question_and_a_guess_at_its_answer_are_one(questions: tuple[str, str]) -> None:
    assert hear(stacked(" ".join(questions), *questions)).lead == "open_question"


def test_two_questions_are_two() -> None:
    questions = ("How's the flat?", "What do you do all day?")
    assert hear(stacked(" ".join(questions), *questions)).lead == "stacked_questions"
    three = ("How's the flat?", "Is it damp?", "Is it cold?")
    assert hear(stacked(" ".join(three), *three)).lead == "stacked_questions"


def test_a_remark_on_what_they_said_is_taken_up_and_nobody_is_thanked_for_it(talk: Begin, amina: Scenario) -> None:
    openness = amina.state.openness.model_copy(update={"start": 60})
    told = talk(scenario=amina.model_copy(update={"state": amina.state.model_copy(update={"openness": openness})}))
    told.say(("open_question", "What did you do at the optician's?"))
    went_on = told.say(("information", "My aunt was the same about the optician's."))
    assert (went_on.kind, went_on.topic) == ("told", "optician")


def test_a_fact_about_help_is_news(talk: Begin) -> None:
    news = talk()
    news.say(("open_question", "What did you do at the optician's?"))
    answer = news.say(("information", "The adviser is here on Mondays, and it's free."))
    assert answer.said[0].startswith("replies.")


def test_a_few_words_more_are_the_question_again(talk: Begin, amina: Scenario) -> None:
    person = amina.model_copy(update={"fallback": ("I'd have to think how to put that.",)})
    asked = talk(scenario=person)
    first = asked.say(("open_question", "What about the xylophone?"))
    assert first.kind == "fallback"
    assert asked.say(("other", "The optician's, I mean.")).topic == "optician"


def test_cake_is_offered_and_a_job_is_not() -> None:
    assert offers_to_do("Would you like some cake?")
    assert not offers_to_do("Would you like a job there?")


def test_an_offer_is_taken_up_before_anything_else(talk: Begin, amina: Scenario) -> None:
    name = DirectQuestion(words=("your name",), say=("Amina. It's on the card.",))
    state = amina.state.model_copy(update={"trust": amina.state.trust.model_copy(update={"start": 80})})
    person = amina.model_copy(update={"direct_questions": (name,), "state": state})
    answer = talk(scenario=person).say(("closed_question", "Shall I put your name down?"))
    assert answer.said[0].startswith("takes_up.")


def test_what_has_been_said_is_no_answer_to_an_open_question(talk: Begin, amina: Scenario) -> None:
    wall = DirectQuestion(words=("the walls",), say=("Green. Library green.",))
    person = amina.model_copy(update={"direct_questions": (wall,)})
    live = talk(scenario=person)
    live.say(("fact_question", "What colour are the walls?"))
    assert live.say(("open_question", "What would the walls say?")).kind != "restated"


@pytest.mark.parametrize(
    ("asked", "text", "fits"),
    [
        ("Do you have a brother?", "A bit, yes.", False),
        ("And is there another kitchen?", "Mostly, yes.", False),
        ("Did they let you?", "I'd say so.", True),
        ("Is it loud in there?", "A bit, yes.", True),
        ("It's hard. Have you told him?", "Now and then.", False),
    ],
)
def test_there_is_no_part_of_a_brother(asked: str, text: str, fits: bool) -> None:
    assert fits_the_question(asked, text) is fits


def test_whoever_is_asked_of_their_own_life_knows_it(talk: Begin, amina: Scenario) -> None:
    vague = {"where": ("I couldn't tell you.", "Not far."), "how_long": ("I'd only be guessing.",)}
    person = amina.model_copy(update={"direct_questions": (), "vaguely": vague})
    for seed in range(6):
        answer = talk(scenario=person, seed=seed).say(("fact_question", "Where did you learn that?"))
        assert "tell you" not in answer.text
    answer = talk(scenario=person).say(("fact_question", "How long have you been swimming?"))
    assert "guessing" not in answer.text


def test_of_two_days_one_is_picked(talk: Begin) -> None:
    answer = talk().say(("fact_question", "Which Tuesday suits, this coming one or the week after?"))
    assert answer.text.startswith("The week after")


@pytest.mark.parametrize("trust", [20, 80])
def test_who_trusts_is_glad_of_what_is_arranged(talk: Begin, amina: Scenario, trust: int) -> None:
    state = amina.state.model_copy(update={"trust": amina.state.trust.model_copy(update={"start": trust})})
    live = talk(scenario=amina.model_copy(update={"state": state})).play([[("silence", "...")]] * 2)
    answer = live.say(("information", "Then I'll bring the biscuits and we'll do it Tuesday."))
    assert answer.said[0].startswith("is_glad.") is (trust == 80)


def test_what_is_done_after_their_yes_takes_nothing_over(talk: Begin, amina: Scenario) -> None:
    state = amina.state.model_copy(update={"trust": amina.state.trust.model_copy(update={"start": 90})})
    live = talk(scenario=amina.model_copy(update={"state": state, "direct_questions": ()}))
    live.play([[("silence", "...")]] * 2)
    assert live.say(("closed_question", "Shall I ring them?")).said[0].startswith("takes_up.")
    assert live.say(("taking_over", "I'll ring them before dinner, then.")).said[0].startswith("is_glad.")


def test_thirty_one_letters_is_no_second_question() -> None:
    questions = ("Thirty-one letters in that bag?", "Who did you write to, all factories?")
    assert hear(stacked(" ".join(questions), *questions)).lead == "open_question"


@pytest.mark.parametrize(
    ("asked", "act"),
    [("How big is the clinic?", "closed_question"), ("How sure are you, nought to ten?", "scaling_question")],
)
def test_a_size_is_no_mark_out_of_ten(asked: str, act: str) -> None:
    scaling = Move(MoveKind.QUESTION, 0, len(asked), Form.WH, Function.CLOSED, "scaling")
    assert hear(Reading(asked, (scaling,))).lead == act
