"""Whether what was asked is what is answered, in whatever words it was asked."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.person.beforehand import told_beforehand

Begin = Callable[..., Any]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Have you ever worked anywhere else?", "optician"),
        ("What did you do before this?", "optician"),
        ("What would a perfect world be?", "want"),
        ("What would you like to talk about?", "printing"),
        ("What were your clients like?", "optician"),
    ],
)
def test_a_question_in_other_words_finds_its_topic(talk: Begin, question: str, topic: str) -> None:
    assert talk().ask(question).topic == topic


def test_a_question_names_its_topic_in_the_rest_of_its_sentence(talk: Begin) -> None:
    reading = talk().say(("other", "And the dentist's,"), ("open_question", "what put you off?"))
    assert reading.topic == "interview"


def test_what_the_person_said_can_be_asked_about(talk: Begin) -> None:
    live = talk()
    told = live.ask("What did you do at the optician's?")
    assert "vape" in told.text or "sign" in told.text
    live.ask("What's the CV for?")
    assert live.ask("Tell me about the vape shop, or the sign.").topic == "optician"


def test_what_the_person_has_not_said_is_not_known_to_be_of_a_topic(talk: Begin) -> None:
    assert talk().ask("Tell me about the vape shop.").kind == "fallback"


def test_what_they_open_with_is_in_the_air(talk: Begin) -> None:
    live = talk()
    assert live.answers[0].topic == "printing"
    assert live.ask("Why's that?").topic == "printing"


@pytest.mark.parametrize("question", ["What are you not happy with about it?", "What's hard about that?"])
def test_how_it_is_for_them_asks_about_what_is_in_the_air(talk: Begin, question: str) -> None:
    live = talk()
    live.ask("What's the CV for?")
    assert live.ask(question).topic == "printing"


def test_a_slip_about_something_puts_it_in_the_air(talk: Begin) -> None:
    live = talk()
    live.ask("What's the CV for?")
    live.say(("advice", "You should have another go at interviews."))
    assert live.ask("Why not?").topic == "interview"


def test_hello_in_the_middle_does_not_begin_the_talk_again(talk: Begin, amina: Scenario) -> None:
    live = talk().play([[("open_question", "What's the CV for?")], [("open_question", "Tell me more.")]])
    greetings = {line for rule in amina.replies if rule.when.act == "greeting" for line in rule.say}
    answer = live.say(("greeting", "hi"))
    assert answer.text.strip()
    assert not any(line in answer.text for line in greetings)


def test_an_offer_is_not_a_question_about_what_they_want(talk: Begin, amina: Scenario) -> None:
    answer = talk().say(("closed_question", "Would you like to sit down?"))
    assert not set(amina.topics["want"].short) & {answer.text}


def test_who_and_when_are_answered_with_a_word_about_it(talk: Begin) -> None:
    live = talk().play([[("open_question", "What's the CV for?")], [("reflection", "You print a lot.")]])
    assert live.state.band(live.scenario) != "closed"
    assert live.say(("fact_question", "When did you last apply for a job?")).kind in ("told", "direct")


def test_the_fact_whose_words_say_most_is_given(talk: Begin, amina: Scenario) -> None:
    shorter, longer = amina.direct_questions[0], amina.direct_questions[1]
    facts = (
        shorter.model_copy(update={"words": ("how long",), "topic": None, "say": ("Nine months.", "Since winter.")}),
        longer.model_copy(
            update={"words": ("how long is the bus ride",), "topic": None, "say": ("Ten minutes.", "Not long.")}
        ),
    )
    own = amina.model_copy(update={"direct_questions": facts})
    answer = talk(scenario=own).say(("fact_question", "How long is the bus ride home?"))
    assert answer.text in ("Ten minutes.", "Not long.")


def test_a_plain_fact_about_something_else_is_not_theirs(talk: Begin) -> None:
    assert "four" in talk().say(("fact_question", "How old are you?")).text
    assert "hirty-four" not in talk().say(("fact_question", "How old is your sister?")).text


@pytest.mark.parametrize("act", ["open_question", "closed_question"])
def test_one_thing_they_would_do_is_a_step(talk: Begin, act: str) -> None:
    assert talk().say((act, "Is there one thing you'd like to do before Friday?")).kind == "not_yet"


def test_a_word_alike_does_not_make_a_closed_question_one_of_a_topic(talk: Begin, amina: Scenario) -> None:
    answer = talk().say(("closed_question", "Is it enough to pay for a clients' lunch?"))
    assert not any(answer.text in topic.short for topic in amina.topics.values())


def to_the_trap(talk: Begin) -> Any:
    live = talk()
    for words in (
        "What brings you in?",
        "What's the search been like?",
        "Tell me more.",
        "What did you do before?",
        "Why?",
    ):
        live.say(("reflection", "It's been a while."), ("open_question", words))
        if live.answers[-1].asks:
            return live
    raise AssertionError([answer.text for answer in live.answers])


def test_a_question_about_something_else_leaves_the_moment_where_it_is(talk: Begin) -> None:
    for question, act in (("How did the interview go?", "open_question"), ("Do you drive a car?", "closed_question")):
        answer = to_the_trap(talk).say((act, question))
        assert not any(line.startswith("moments.") for line in answer.said)


def test_handing_it_back_is_heard_as_that(talk: Begin) -> None:
    answer = to_the_trap(talk).ask("What would you want from it yourself?")
    assert answer.said[0].startswith("moments.trap-advice.open_question")


def test_what_the_trainee_reads_beforehand_is_known(amina: Scenario) -> None:
    known = told_beforehand(amina)
    assert amina.person.brief in known
    assert amina.setting in known
    assert amina.person.hidden not in known


@pytest.fixture
def levan(scenarios: dict[str, Scenario]) -> Scenario:
    return scenarios["advice-levan"]


@pytest.mark.parametrize(
    "parts",
    [
        [("other", "And your wife,"), ("fact_question", "how old is she?")],
        [("fact_question", "How old is your wife?")],
        [("fact_question", "What's his name? How old is he?")],
    ],
)
def test_the_age_of_somebody_else_is_not_their_own(talk: Begin, levan: Scenario, parts: Any) -> None:
    answer = talk(scenario=levan).say(*parts)
    assert answer.text.strip()
    assert not any(word in answer.text for word in ("Forty-three", "Levan"))


@pytest.mark.parametrize("question", ["And Keti, how old is she?", "How old is Keti?"])
def test_a_fact_ready_about_somebody_else_is_given(talk: Begin, levan: Scenario, question: str) -> None:
    live = talk(scenario=levan).play([[("open_question", "What's it like at home with your family?")]])
    answer = live.say(("fact_question", question))
    assert "ten" in answer.text.lower().replace(".", " ").replace(",", " ").split()


def test_how_old_they_were_when_somebody_died_is_of_themselves(talk: Begin, levan: Scenario) -> None:
    assert "Forty" in talk(scenario=levan).say(("fact_question", "How old are you, and is she older?")).text
