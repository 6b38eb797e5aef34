"""Whether the moments that came up were met within their window."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import Moment, MomentWhen, Scenario
from allycoach.conversation.events import SittingEnded
from allycoach.conversation.person.outcomes import outcomes

Begin = Callable[..., Any]

ASK = [("open_question", "What brings you in?")]
ADVISE = [("advice", "You should ring them.")]
PROMISE = [("confidentiality_promise", "I won't tell anyone.")]
REFLECT = [("reflection", "You print a lot.")]
CLOSED = [("closed_question", "Does that bother you?")]


@pytest.fixture
def person(amina: Scenario) -> Scenario:
    def moment(window: int) -> Moment:
        return Moment(
            id="early", when=MomentWhen(turn_min=1), line="Is this written down?", tests="3.1a",
            expects=("question", "reflection"), window=window, miss_note="She asked who hears of it.",
        )  # fmt: skip

    return amina.model_copy(update={"moments": (moment(2),)})


def test_a_reply_within_the_window_meets_it(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK, ADVISE, REFLECT])
    (one,) = outcomes(person, live.sitting)
    assert (one.moment, one.turn, one.tests, one.met_at, one.note) == ("early", 1, "3.1a", 3, "")
    assert one.line == "Is this written down?"
    assert one.met


def test_what_comes_after_the_window_comes_too_late(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK, ADVISE, PROMISE, REFLECT])
    (one,) = outcomes(person, live.sitting)
    assert not one.met
    assert one.note == "She asked who hears of it."


def test_a_question_under_a_slip_does_not_meet_it(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK, [*ADVISE, *CLOSED], [*ADVISE, *REFLECT]])
    assert not outcomes(person, live.sitting)[0].met


def test_while_its_window_is_open_nothing_is_said_of_it(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK, ADVISE])
    assert outcomes(person, live.sitting) == ()


def test_a_talk_that_ended_leaves_no_window_open(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK, ADVISE])
    live.events.append(SittingEnded(at=live.events[0].at, why="trainee"))
    assert not outcomes(person, live.sitting)[0].met


def test_a_moment_that_had_no_reply_is_not_held_against_anyone(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK])
    live.events.append(SittingEnded(at=live.events[0].at, why="trainee"))
    assert outcomes(person, live.sitting) == ()


def test_a_moment_that_the_file_no_longer_has_is_passed_over(talk: Begin, person: Scenario, amina: Scenario) -> None:
    live = talk(scenario=person).play([ASK, REFLECT])
    assert outcomes(amina, live.sitting) == ()


def with_answers(person: Scenario) -> Scenario:
    (moment,) = person.moments
    answers = {"open_question": ("It's about me, isn't it.",), "closed_question": ("Sort of.",)}
    return person.model_copy(update={"moments": (moment.model_copy(update={"answers": answers, "window": 1}),)})


def test_good_under_a_slip_meets_it_by_half(talk: Begin, person: Scenario) -> None:
    live = talk(scenario=person).play([ASK, [*ADVISE, *REFLECT], ADVISE])
    (one,) = outcomes(person, live.sitting)
    assert (one.met, one.half, one.half_at) == (False, True, 2)
    assert one.note == "She asked who hears of it."


def test_a_question_that_leaves_no_room_meets_it_by_half(talk: Begin, person: Scenario) -> None:
    moved_by = with_answers(person)
    live = talk(scenario=moved_by).play([ASK, CLOSED])
    assert outcomes(moved_by, live.sitting)[0].half


def test_a_question_about_something_else_misses_it(talk: Begin, person: Scenario) -> None:
    moved_by = with_answers(person)
    live = talk(scenario=moved_by).play([ASK, [("open_question", "How was the optician's?")]])
    (one,) = outcomes(moved_by, live.sitting)
    assert not one.met
    assert not one.half
