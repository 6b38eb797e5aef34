"""What holds for any talk at all, with every person that is shipped."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation import persona
from allycoach.conversation.person.lines import every_line, same
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

SUBTYPES = [
    "", "scaling", "check", "collaboration", "confirm", "asked", "greeting", "thanks", "acknowledge", "silence", "rude",
    "foreign", "wait",
]  # fmt: skip
WORDS = [
    "what", "would", "good", "look", "like", "tell me more", "how did that feel", "family", "worked before", "job",
    "next step", "what else", "weekends", "your", "the", "why", "interview", "people", "?", ".", "…", "🙂",
]  # fmt: skip

texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.text(max_size=30))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(texts)
    end = len(text)
    moves = draw(
        st.lists(
            st.builds(
                Move,
                kind=st.sampled_from(MoveKind),
                start=st.just(0),
                end=st.just(end),
                form=st.sampled_from([None, *Form]),
                function=st.sampled_from([None, Function.OPEN, Function.OPEN, Function.CLOSED]),
                subtype=st.sampled_from(SUBTYPES),
            ),
            max_size=3,
        )
    )
    kinds = draw(st.lists(st.sampled_from(FlagKind), max_size=1)) if draw(st.integers(0, 3)) == 0 else []
    flags = tuple(Flag(kind, 0, end, "r", Strength.NOTE, "why") for kind in kinds)
    return Reading(text, tuple(moves), flags, tuple(text.lower().split()))


laws = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(params=["library-amina", "housing-marcus", "warehouse-dee"])
def anyone(request: pytest.FixtureRequest, scenarios: dict[str, Scenario]) -> Scenario:
    return scenarios[request.param]


@laws
@given(replies=st.lists(readings(), min_size=1, max_size=30), seed=st.integers(0, 5))
def test_nothing_is_ever_said_twice_and_the_meters_stay_in_range(
    talk: Any, anyone: Scenario, replies: list[Reading], seed: int
) -> None:
    live = talk(seed, scenario=anyone)
    for reading in replies:
        answer = live.send(reading)
        assert answer.text.strip()
        assert all(0 <= value <= 100 for value in answer.meters.values())
        if answer.ends:
            break
    texts = [same(every_line(anyone)[each]) for answer in live.answers for each in answer.said]
    assert len(texts) == len(set(texts))


@laws
@given(replies=st.lists(readings(), min_size=1, max_size=12), seed=st.integers(0, 5))
def test_the_fold_of_the_log_is_the_live_state(talk: Any, anyone: Scenario, replies: list[Reading], seed: int) -> None:
    live = talk(seed, scenario=anyone)
    for reading in replies:
        if live.state.ended is None:
            live.send(reading)
    assert persona.state_of(anyone, live.sitting) == live.state


@laws
@given(replies=st.lists(readings(), min_size=1, max_size=12), seed=st.integers(0, 5))
def test_the_same_seed_makes_the_same_talk(talk: Any, replies: list[Reading], seed: int) -> None:
    first, second = talk(seed), talk(seed)
    for reading in replies:
        assert first.send(reading) == second.send(reading)


def test_another_seed_makes_another_talk(talk: Any) -> None:
    def lines(seed: int) -> list[str]:
        live = talk(seed).play([[("open_question", "What brings you in?")], [("reflection", "You print a lot.")]])
        return [answer.text for answer in live.answers]

    assert len({tuple(lines(seed)) for seed in range(6)}) > 3


@pytest.mark.parametrize(
    "name", ["advice", "acknowledge", "silence", "closed_question", "reflection", "support", "thanks"]
)
def test_a_long_talk_in_one_tone_winds_up_kindly(talk: Any, anyone: Scenario, name: str) -> None:
    long = anyone.model_copy(update={"endings": anyone.endings.model_copy(update={"turn_limit": 60})})
    live = talk(3, scenario=long)
    for _ in range(70):
        live.say((name, "You could ring them about it"))
        if live.state.ended:
            break
    assert live.state.ended in ("time_up", "leaves")
    ends = (*long.endings.time_up, *long.endings.leaves.say)
    assert live.answers[-1].text in ends
