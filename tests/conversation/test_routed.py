"""The ending of a short safeguarding talk."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import Routed, Scenario

Begin = Callable[..., Any]

ASK = [("open_question", "What brings you in?")]
TELL = [("information", "I have to tell our safeguarding lead today.")]


@pytest.fixture
def person(amina: Scenario) -> Scenario:
    routed = Routed(when="turn >= 2", needs=("information",), say=("So she'd know today.", "Today, then."))
    return amina.model_copy(update={"endings": amina.endings.model_copy(update={"routed": routed})})


def test_it_is_reached_when_they_are_told_who_will_know(talk: Begin, person: Scenario) -> None:
    answer = talk(scenario=person).play([ASK, TELL]).answers[-1]
    assert (answer.ends, answer.kind) == ("routed", "routed")
    assert answer.text in person.endings.routed.say  # type: ignore[union-attr]


def test_not_before_its_time_and_not_by_anything_else(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([TELL, ASK, [("support", "I'm sorry.")]])
    assert live.state.ended is None


def test_a_promise_of_secrecy_beside_it_spoils_it(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK, [("confidentiality_promise", "I won't tell anyone."), *TELL]])
    assert live.state.ended is None


def test_other_talks_do_not_end_so(talk: Begin) -> None:
    assert talk().play([ASK, TELL]).state.ended is None


def test_saying_who_is_told_counts_however_it_is_read(talk: Begin, person: Scenario) -> None:
    said = [("support", "I'm worried about you, and I need to tell our safeguarding lead today.")]
    assert talk(scenario=person).play([ASK, said]).answers[-1].ends == "routed"


@pytest.mark.parametrize(
    "said",
    [
        "I can't keep that to myself: I'm going to speak to Sam, whose job it is.",
        "I'll pass this on to our lead, and you can be there.",
        "I've got to let our designated person know today.",
    ],
)
def test_where_only_naming_counts_there_are_many_ways_to_name(talk: Begin, named_only: Scenario, said: str) -> None:
    assert talk(scenario=named_only).play([ASK, [("other", said)]]).answers[-1].ends == "routed"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("referral", "There's a careers adviser here on Wednesdays."),
        ("advice", "You need to tell somebody about this."),
        ("other", "I don't have to tell anybody."),
        ("other", "I'm not going to pass this to anybody."),
        ("other", "I can't keep that between us."),
        ("other", "I'll tell you what I think."),
        ("other", "I'm going to talk to him about it."),
        ("other", "My friend Maureen had that."),
    ],
)
def test_where_only_naming_counts_nothing_else_does(talk: Begin, named_only: Scenario, act: str, said: str) -> None:
    assert talk(scenario=named_only).play([ASK, [(act, said)]]).state.ended is None


@pytest.fixture
def named_only(person: Scenario) -> Scenario:
    routed = person.endings.routed.model_copy(update={"needs": ()})  # type: ignore[union-attr]
    return person.model_copy(update={"endings": person.endings.model_copy(update={"routed": routed})})


@pytest.mark.parametrize("said", ["It would be Maureen Ott.", "Maureen, she runs the club.", "Maureen."])
def test_once_the_limit_is_said_a_name_is_enough(talk: Begin, named_only: Scenario, said: str) -> None:
    limit = [("information", "I can't keep that to myself.")]
    assert talk(scenario=named_only).play([ASK, limit, [("other", said)]]).answers[-1].ends == "routed"


@pytest.mark.parametrize("said", ["I know, Amina.", "Sorry, she said.", "Somebody here.", "Okay."])
def test_what_is_no_name_is_not_enough(talk: Begin, named_only: Scenario, said: str) -> None:
    limit = [("information", "I can't keep that to myself.")]
    assert talk(scenario=named_only).play([ASK, limit, [("other", said)]]).state.ended is None
