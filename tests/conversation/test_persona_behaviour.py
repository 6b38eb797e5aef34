"""How the person meets each kind of reply, with Amina at the library desk."""

from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise
from typing import Any

import pytest

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.events import PersonSpoke
from allycoach.conversation.persona import Answer

Begin = Callable[..., Any]

WARM = [
    [("open_question", "What brings you in?")],
    [("reflection", "You print a lot."), ("open_question", "What's been happening with the job search?")],
    [("reflection", "It just goes quiet."), ("open_question", "What's that been like?")],
    [("reflection", "You're tired of being polite."), ("open_question", "Tell me more.")],
]
KEYS = [
    [("reflection", "It wears you down."), ("open_question", "What would good look like for you?")],
    [("affirmation", "You kept going."), ("open_question", "What have you been good at, outside work?")],
]
STEP = [("open_question", "What feels like a good next step?")]


def test_an_answer_has_the_fields_of_the_event() -> None:
    assert {each.name for each in fields(Answer)} == set(PersonSpoke.model_fields) - {"v", "at", "type"}


def test_open_questions_go_one_depth_deeper_at_a_time(talk: Begin) -> None:
    live = talk()
    first = live.ask("What are you printing?")
    second = live.ask("Tell me more.")
    assert (first.topic, first.depth, second.topic, second.depth) == ("printing", 0, "printing", 1)


def test_what_they_are_not_ready_for_is_not_told(talk: Begin) -> None:
    live = talk()
    answer = live.ask("What are you good at, with older people?")
    assert answer.depth is None
    assert "gran" not in live.state.told


def test_open_questions_get_longer_answers_than_closed_ones(talk: Begin) -> None:
    opened = [talk(seed).ask("What have you tried so far?").text.split() for seed in range(6)]
    closed = [talk(seed).say(("closed_question", "Have you tried the sites?")).text.split() for seed in range(6)]
    assert min(map(len, opened)) > max(map(len, closed))


def test_a_reflection_earns_a_yes_and_then_something_new(talk: Begin) -> None:
    live = talk().play(WARM[:3])
    answer = live.say(("reflection", "You send them off and they vanish."))
    assert answer.said[0].startswith("replies.")
    assert (answer.topic, answer.depth) == ("search", 1)


def test_reflecting_and_nothing_else_runs_dry(talk: Begin) -> None:
    live = talk().play(WARM[:2])
    depths = [live.say(("reflection", f"You feel it, time {number}.")).depth for number in range(4)]
    assert depths[0] is not None
    assert depths[-1] is None


@pytest.mark.parametrize("slip", ["advice", "leading_question", "taking_over", "assumption", "reassurance"])
def test_a_slip_opens_nothing_and_closes_a_little(talk: Begin, slip: str) -> None:
    live = talk().play(WARM[:2])
    told, openness = dict(live.state.told), live.state.meters["openness"]
    answer = live.say((slip, "You should ring the optician about older people."))
    assert answer.kind == "reply"
    assert live.state.told == told
    assert live.state.meters["openness"] < openness


def test_recovering_gets_the_question_answered(talk: Begin) -> None:
    live = talk().play(WARM[:2])
    live.say(("advice", "You should ring them."))
    answer = live.say(("recovery", "Sorry, I jumped in."), ("open_question", "What have you tried so far?"))
    assert answer.act == "recovery"
    assert answer.topic == "tried"


def test_how_it_feels_is_answered_with_how_it_feels(talk: Begin) -> None:
    live = talk().play(WARM[:2])
    answer = live.ask("What has that been like?")
    assert answer.kind == "felt"
    assert "search.feels" in " ".join(answer.said)


def test_a_plain_fact_is_answered_with_one(talk: Begin) -> None:
    answer = talk().say(("fact_question", "How long have you been looking?"))
    assert "Nine months" in answer.text or "last winter" in answer.text


def test_a_fact_does_not_give_away_what_opens_later(talk: Begin) -> None:
    assert "Tuesdays" not in talk().say(("fact_question", "How often were you at your gran's?")).text


def test_an_unknown_word_is_taken_up(talk: Begin, amina: Scenario) -> None:
    echoing = amina.model_copy(update={"fallback": ("The {echo}. I'd have to think.", *amina.fallback)})
    answer = talk(scenario=echoing).ask("Tell me about your hamster.")
    assert answer.kind == "fallback"
    assert "hamster" in answer.text.lower()


def test_room_is_used_when_there_is_trust(talk: Begin) -> None:
    live = talk().play(WARM[:2])
    assert live.say(("silence", "...")).kind == "told"
    assert live.say(("silence", "...")).kind != "told"


def test_a_step_asked_for_too_soon_is_not_there_yet(talk: Begin) -> None:
    answer = talk().say(*STEP)
    assert answer.kind == "not_yet"
    assert answer.step is None


def test_the_step_is_theirs_and_the_talk_then_closes(talk: Begin) -> None:
    live = talk().play([*WARM, *KEYS])
    answer = live.say(*STEP)
    assert answer.kind == "step"
    assert answer.step is not None
    assert answer.step in answer.text
    closing = [
        live.say(("scaling", "How confident are you, out of ten?")),
        live.ask("What would make it one point stronger?"),
        live.ask("What might get in the way?"),
    ]
    assert [each.ends for each in closing] == [None, None, "next_step"]
    assert [each.said[0].split(".")[2] for each in closing] == ["confidence", "stronger", "obstacle"]


def test_a_goodbye_after_the_step_is_the_ending_hoped_for(talk: Begin) -> None:
    live = talk().play([*WARM, *KEYS, STEP])
    assert live.say(("goodbye", "Bye then.")).ends == "next_step"


def test_a_goodbye_before_it_is_only_a_goodbye(talk: Begin) -> None:
    assert talk().say(("goodbye", "Bye then.")).ends == "goodbye"


def test_nothing_is_said_after_the_end(talk: Begin) -> None:
    live = talk().play([[("goodbye", "Bye.")]])
    assert (live.ask("What else?").text, live.answers[-1].ends) == ("", "goodbye")


def test_the_turns_run_out(talk: Begin, amina: Scenario) -> None:
    short = amina.model_copy(update={"endings": amina.endings.model_copy(update={"turn_limit": 8})})
    live = talk(scenario=short).play([[("open_question", "What else?")]] * 8)
    assert live.answers[-1].ends == "time_up"
    assert live.answers[-1].turn == 8


def test_moments_come_once_and_never_two_turns_running(talk: Begin) -> None:
    live = talk().play([*WARM, *KEYS, *WARM, *KEYS])
    at = [answer.turn for answer in live.answers if answer.moment]
    assert len(at) >= 2
    assert all(later - earlier > 1 for earlier, later in pairwise(at))
    assert len({answer.moment for answer in live.answers if answer.moment}) == len(at)


def test_the_trap_is_asked_and_its_answer_is_heard(talk: Begin) -> None:
    live = talk()
    for reply in [*WARM, *KEYS]:
        live.say(*reply)
        if live.answers[-1].asks:
            break
    assert live.answers[-1].moment == "trap-advice"
    answer = live.ask("What would you tell a friend?")
    assert answer.said[0].startswith("moments.trap-advice.open_question")


def ideal(live: Any) -> Any:
    live.play([*WARM, *KEYS])
    for _ in range(8):
        if live.state.ended is None:
            live.say(("reflection", "That matters to you."), *STEP)
    return live


@pytest.mark.parametrize("seed", range(8))
def test_an_ideal_talk_reaches_the_key_topics_and_the_step(talk: Begin, amina: Scenario, seed: int) -> None:
    live = ideal(talk(seed))
    assert live.state.ended == "next_step"
    assert {name for name, topic in amina.topics.items() if topic.is_key} <= set(live.state.told)
    assert 9 <= live.state.turn <= 14


@pytest.mark.parametrize("seed", range(8))
def test_an_adviser_reaches_no_key_topic_and_a_parrot_no_step(talk: Begin, amina: Scenario, seed: int) -> None:
    adviser = talk(seed).play([[("advice", f"You should apply to place {n} and ask your gran.")] for n in range(24)])
    assert not any(amina.topics[name].is_key for name in adviser.state.told)
    assert adviser.state.ended == "leaves"
    parrot = talk(seed).play([[("reflection", f"You feel it, time {n}.")] for n in range(24)])
    assert parrot.state.step is None
