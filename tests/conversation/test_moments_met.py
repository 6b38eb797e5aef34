"""When scripted moments come, and when a reply is taken as an answer to one."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import Moment, MomentWhen, Scenario

Begin = Callable[..., Any]

ASK = [("open_question", "What brings you in?")]
MORE = [("open_question", "Tell me more.")]


def moment(name: str, **changes: Any) -> Moment:
    shape: dict[str, Any] = {
        "id": name, "when": MomentWhen(turn_min=1), "line": f"Now {name}.", "tests": "3.1a", "expects": ("information",),
        "window": 2, "miss_note": "Missed.",
        "answers": {"information": ("Good to know.",), "reflection": ("That's it.",), "closed_question": ("Why do you ask?",)},
    }  # fmt: skip
    return Moment(**{**shape, **changes})


def having(person: Scenario, *moments: Moment) -> Scenario:
    return person.model_copy(update={"moments": moments})


def test_two_turns_lie_between_moments_that_can_wait(talk: Begin, amina: Scenario) -> None:
    person = having(amina, moment("one"), moment("two"), moment("three"))
    live = talk(scenario=person).play([ASK, MORE, MORE, MORE, MORE, MORE, MORE])
    assert [answer.turn for answer in live.answers if answer.moment] == [1, 4, 7]


def test_a_moment_that_cannot_come_later_comes_after_one_turn(talk: Begin, amina: Scenario) -> None:
    person = having(amina, moment("one"), moment("two", when=MomentWhen(turn_min=1, turn_max=3)))
    live = talk(scenario=person).play([ASK, MORE, MORE])
    assert [answer.turn for answer in live.answers if answer.moment] == [1, 3]


def test_information_may_come_a_turn_late(talk: Begin, amina: Scenario) -> None:
    live = talk(scenario=having(amina, moment("one"))).play([ASK, MORE, [("information", "It stays with me.")]])
    assert "Good to know." in live.answers[-1].text


@pytest.mark.parametrize("late", [[("reflection", "You print a lot.")], [("support", "I'm sorry.")]])
def test_a_general_kindness_a_turn_late_is_no_answer_to_it(talk: Begin, amina: Scenario, late: Any) -> None:
    live = talk(scenario=having(amina, moment("one"))).play([ASK, MORE, late])
    assert not any(line.startswith("moments.one.") for line in live.answers[-1].said)


def test_after_its_window_nothing_answers_it(talk: Begin, amina: Scenario) -> None:
    live = talk(scenario=having(amina, moment("one"))).play([ASK, MORE, MORE, [("information", "It stays with me.")]])
    assert "Good to know." not in live.answers[-1].text


def test_it_is_answered_once(talk: Begin, amina: Scenario) -> None:
    answers = {"information": ("Good to know.", "Right you are.")}
    tell = [("information", "It stays with me.")]
    live = talk(scenario=having(amina, moment("one", answers=answers))).play([ASK, tell, tell])
    assert sum(line.startswith("moments.one.") for answer in live.answers for line in answer.said) == 1


def test_a_closed_question_about_the_moments_own_subject_meets_it(talk: Begin, amina: Scenario) -> None:
    person = having(amina, moment("one", when=MomentWhen(turn_min=1, topic="printing")))
    about_it = [("closed_question", "Is the CV done?")]
    about_else = [("closed_question", "Did the interview go well?")]
    ask = [("open_question", "What's the CV for?")]
    assert "Why do you ask?" in talk(scenario=person).play([ask, about_it]).answers[-1].text
    assert "Why do you ask?" not in talk(scenario=person).play([ask, about_else]).answers[-1].text


def test_a_key_topic_that_waits_comes_before_more_of_another_when_its_part_is_asked_for(talk: Begin) -> None:
    live = talk()
    live.play([ASK, [("reflection", "You print a lot.")], [("reflection", "It's slow."), *MORE]])
    live.ask("What did you do at the optician's?")
    assert live.state.meters["trust"] >= 46
    assert live.ask("What has worked before?").topic == "gran"


def test_asking_leave_to_tell_is_not_yet_telling(talk: Begin, amina: Scenario) -> None:
    live = talk(scenario=having(amina, moment("one"))).play([ASK])
    answer = live.say(("information", "There's an adviser."), ("permission", "Shall I say how it works?"))
    assert answer.kind == "granted"
    assert "Good to know." not in answer.text


def test_a_reflection_of_what_was_said_besides_leaves_the_moment_where_it_is(talk: Begin, amina: Scenario) -> None:
    live = talk(scenario=having(amina, moment("one", line="Is this written down?"))).play([ASK])
    besides = live.answers[-1].text.removesuffix("Is this written down?")
    word = max(besides.replace(".", " ").replace(",", " ").split(), key=len)
    assert live.say(("reflection", f"So it is about the {word}.")).text.startswith("That's it.") is False
    again = talk(scenario=having(amina, moment("one", line="Is this written down?"))).play([ASK])
    assert again.say(("reflection", "It matters whether it is written down.")).text.startswith("That's it.")
