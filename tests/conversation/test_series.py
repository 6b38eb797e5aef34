"""Later visits remember the one before."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from allycoach.content.schema.scenario import Recall, Scenario, Series
from allycoach.conversation import persona
from allycoach.conversation.events import EVENT, Earlier
from allycoach.conversation.person.series import earlier_of, visit_before

Begin = Callable[..., Any]

WENT_WELL = Earlier(visit=1, step="I'll ask Jean.", ended="next_step", advised=False, referred=False, trust=76)
RECALLS = (
    Recall(when="left", say=("I nearly didn't come, after last time.", "Last time was a bit much.")),
    Recall(when="step", say=("I said: {step} And I did.", "I said: {step} I got as far as the door.")),
    Recall(when="advised", say=("I tried what you told me.", "I did what you said.")),
    Recall(when="referred", say=("I rang the place you named.", "I never rang the place you named.")),
    Recall(when="no_step", say=("I'm back, then.", "Me again.")),
)


@pytest.fixture
def second(amina: Scenario) -> Scenario:
    return amina.model_copy(update={"id": "amina-2", "series": Series(id="amina", visit=2, recalls=RECALLS)})


@pytest.mark.parametrize(
    ("earlier", "began"),
    [
        (WENT_WELL, "I said: I'll ask Jean."),
        (replace(WENT_WELL, ended="leaves", step=None), ("I nearly", "Last time")),
        (replace(WENT_WELL, ended="time_up", step=None), ("I'm back", "Me again")),
        (replace(WENT_WELL, ended="time_up", step=None, advised=True), ("I tried", "I did what")),
        (replace(WENT_WELL, ended="time_up", step=None, referred=True), ("I rang", "I never rang")),
    ],
)
def test_they_begin_with_what_became_of_the_visit_before(
    second: Scenario, earlier: Earlier, began: str | tuple[str, ...]
) -> None:
    for seed in range(4):
        opening = persona.open_talk(second, seed=seed, earlier=earlier)
        assert opening.text.startswith(began)
        assert opening.said[0].startswith("series.recalls.")


def test_without_an_earlier_visit_they_open_as_anyone_does(second: Scenario) -> None:
    assert persona.open_talk(second, seed=1).text in second.opening


def test_a_scenario_that_stands_alone_remembers_nothing(amina: Scenario) -> None:
    assert persona.open_talk(amina, seed=1, earlier=WENT_WELL).text in amina.opening


def test_half_of_the_trust_won_or_lost_is_carried_over(second: Scenario) -> None:
    start = second.state.trust.start
    assert persona.initial(second, WENT_WELL).meters["trust"] == round((start + 76) / 2)
    assert persona.initial(second, replace(WENT_WELL, trust=0)).meters["trust"] == round(start / 2)
    assert persona.initial(second).meters["trust"] == start


def test_a_replay_holds_what_was_carried(talk: Begin, second: Scenario) -> None:
    live = talk(scenario=second, earlier=WENT_WELL)
    live.ask("What brings you in?")
    assert persona.state_of(second, live.sitting) == live.state
    again = EVENT.validate_json(EVENT.dump_json(live.events[0]))
    assert again == live.events[0]


def test_a_log_written_before_there_were_series_can_be_read(talk: Begin) -> None:
    old = talk().events[0].model_dump(mode="json", exclude={"earlier"})
    assert EVENT.validate_python(old).earlier is None  # type: ignore[union-attr]


def test_what_is_remembered_of_a_talk_that_told_them_what_to_do(talk: Begin, second: Scenario) -> None:
    live = talk(scenario=second)
    live.say(("advice", "You should ring them."))
    live.say(("advice", "You should try agencies."), ("referral", "The college can help."))
    live.ask("What else?")
    earlier = earlier_of(second, live.sitting)
    assert (earlier.visit, earlier.step, earlier.ended) == (2, None, None)
    assert (earlier.advised, earlier.referred) == (True, True)
    assert earlier.trust == live.state.meters["trust"]


def test_one_suggestion_in_a_long_talk_is_not_being_told_what_to_do(talk: Begin, second: Scenario) -> None:
    live = talk(scenario=second)
    live.say(("advice", "You should ring them."))
    for words in ("What brings you in?", "What else?", "Tell me more."):
        live.ask(words)
    assert not earlier_of(second, live.sitting).advised


def test_the_visit_before_is_the_nearest_lower_one_of_the_same_series(amina: Scenario, second: Scenario) -> None:
    def visit(number: int, series: str = "amina") -> Scenario:
        own = Series(id=series, visit=number)
        return amina.model_copy(update={"id": f"{series}-{number}", "series": own})

    others = [amina, visit(1), visit(3), visit(1, "dee"), second, visit(4)]
    assert visit_before(visit(4), others) == visit(3)
    assert visit_before(second, others) == visit(1)
    assert visit_before(visit(1), others) is None
    assert visit_before(amina, others) is None
