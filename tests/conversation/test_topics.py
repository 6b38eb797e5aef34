from collections.abc import Callable
from typing import Any

import pytest

from allycoach.conversation.answering.fallback import echo_of, filled
from allycoach.conversation.hearing.asking import points_to_nothing_new

Begin = Callable[..., Any]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("How can I help?", "printing"),
        ("What's the CV for?", "printing"),
        ("What jobs have you been applying for?", "search"),
        ("How did the interview go?", "interview"),
        ("Tell me about the dentist's.", "interview"),
        ("What did you do at the optician's?", "optician"),
        ("What did you enjoy about your last job?", "optician"),
        ("What would good look like?", "want"),
        ("What matters most to you?", "want"),
        ("If you had a magic wand, what would you change?", "want"),
        ("Who do you talk to about all this?", "sister"),
        ("What's it like at home?", "sister"),
        ("How are you coping?", "spirits"),
        ("What have you tried so far?", "tried"),
        ("What's helped?", "tried"),
    ],
)
def test_a_question_finds_its_topic(talk: Begin, question: str, topic: str) -> None:
    assert talk().ask(question).topic == topic


def test_that_means_what_is_in_the_air(talk: Begin) -> None:
    live = talk()
    live.ask("What did you do at the optician's?")
    assert live.ask("Why was that?").topic == "optician"


def test_a_question_may_lean_on_the_reflection_before_it(talk: Begin) -> None:
    live = talk().play([[("open_question", "How did the interview go?")], [("open_question", "What's the CV for?")]])
    answer = live.say(("reflection", "One interview, at a dentist's."), ("open_question", "What was that like?"))
    assert answer.topic == "interview"


def test_a_question_may_be_asked_of_a_scene_that_is_set_before_it(talk: Begin) -> None:
    kind, scene = ("other", "You know yourself well."), ("other", "Imagine a good day, a year from now.")
    answer = talk().say(kind, scene, ("open_question", "What are you doing?"))
    assert (answer.topic, answer.kind) == ("want", "told")
    assert talk().say(kind, ("open_question", "What are you doing?")).topic is None


def test_what_else_moves_on(talk: Begin) -> None:
    live = talk()
    live.ask("What jobs have you been applying for?")
    assert live.ask("What else?").topic != "search"


def test_a_part_of_another_model_is_asked_for_in_the_scenarios_words(talk: Begin, amina: Any) -> None:
    own = amina.model_copy(update={"asks_for": {"good": ("rainbow",)}})
    assert talk(scenario=own).ask("Where does your rainbow end?").topic == "want"
    assert talk().ask("Where does your rainbow end?").topic is None


@pytest.mark.parametrize("words", ["Tell me more", "Why is that?", "What was that like?", "And then?", "How so?"])
def test_questions_with_nothing_of_their_own(words: str) -> None:
    assert points_to_nothing_new(words)


@pytest.mark.parametrize("words", ["What about penguins?", "How does the bus company pay?"])
def test_questions_with_something_of_their_own(words: str) -> None:
    assert not points_to_nothing_new(words)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("What about your weekends?", "weekends"),
        ("What's your favourite biscuit?", "biscuit"),
        ("What about the weather out there?", "weather"),
        ("What do you think about that?", ""),
        ("", ""),
    ],
)
def test_the_word_taken_up_is_what_was_named(text: str, word: str) -> None:
    assert echo_of(text) == word


def test_a_word_taken_up_fits_its_place() -> None:
    assert filled("{echo}? I like {echo}. {echo}!", "tea") == "Tea? I like tea. Tea!"
