"""A pack as it goes: the clock is a parameter, each part keeps its own time, and going back goes on with it."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.pack_words import begins, items, missing, notes, time_said, used
from allycoach.content.library import Library
from allycoach.content.schema.pack import Pack
from allycoach.practice.pack_run import PackRun
from tests import shipped
from tests.stand_ins import EVENING

PACK = shipped.shipped().pack("ask-dont-tell")


class Hands:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = EVENING

    def __call__(self) -> datetime:
        return self.now

    def on(self, **time: float) -> None:
        self.now += timedelta(**time)


def begun() -> tuple[PackRun, Hands]:
    hands = Hands()
    return PackRun(PACK, clock=hands), hands


def test_the_clock_stands_still_until_it_is_started() -> None:
    run, hands = begun()
    hands.on(minutes=10)
    assert run.left() == timedelta(minutes=3)
    assert not run.begun
    assert run.ends() == hands.now + timedelta(minutes=20)
    run.go()
    hands.on(seconds=50)
    assert run.left() == timedelta(minutes=2, seconds=10)


@pytest.mark.parametrize(
    ("seconds", "pace", "said"),
    [
        (0, "in time", "3 minutes left"),
        (134, "in time", "46 seconds left"),
        (135, "nearly", "45 seconds left"),
        (179, "nearly", "1 second left"),
        (180, "over", "time is up"),
        (245, "over", "over by 1 minute 5"),
    ],
)
def test_the_time_in_words(seconds: int, pace: str, said: str) -> None:
    run, hands = begun()
    run.go()
    hands.on(seconds=seconds)
    assert (run.pace(), time_said(run.left())) == (pace, said)


def test_a_long_part_says_nearly_in_its_last_minute() -> None:
    run, hands = begun()
    run.next()
    run.go()
    hands.on(minutes=5)
    assert run.pace() == "nearly"


def test_a_pause_takes_no_time_and_moves_the_end() -> None:
    run, hands = begun()
    run.go()
    hands.on(minutes=1)
    run.pause()
    end = run.ends()
    hands.on(minutes=5)
    assert run.left() == timedelta(minutes=2)
    assert run.ends() == end + timedelta(minutes=5)
    run.go()
    hands.on(minutes=1)
    assert run.left() == timedelta(minutes=1)


def test_going_back_goes_on_with_the_time_that_was_left() -> None:
    run, hands = begun()
    run.go()
    hands.on(minutes=2)
    run.next()
    hands.on(minutes=1)
    run.back()
    hands.on(seconds=30)
    assert run.left() == timedelta(seconds=30)
    run.next()
    assert run.left() == timedelta(minutes=5)


def test_a_minute_more_and_the_end_with_it() -> None:
    run, _ = begun()
    end = run.ends()
    run.add_minute()
    assert run.minutes == 4
    assert run.ends() == end + timedelta(minutes=1)


def test_after_the_last_it_is_over_and_back_leads_in_again() -> None:
    run, hands = begun()
    run.go()
    for _ in PACK.parts:
        assert not run.over
        hands.on(minutes=1)
        run.next()
    assert run.over
    assert not run.going
    hands.on(minutes=9)
    assert run.spent() == timedelta(minutes=len(PACK.parts))
    for nothing in (run.next, run.add_minute, run.go):
        nothing()
    assert run.over
    run.back()
    assert run.part is PACK.parts[-1]


STEPS = st.lists(
    st.tuples(st.sampled_from(["go", "pause", "next", "back", "add_minute"]), st.integers(0, 400)), max_size=30
)


@given(STEPS)
def test_no_second_is_lost_or_counted_twice(steps: list[tuple[str, int]]) -> None:
    run, hands = begun()
    ran = timedelta()
    for what, seconds in steps:
        getattr(run, what)()
        hands.on(seconds=seconds)
        if run.going:
            ran += timedelta(seconds=seconds)
    assert run.spent() == ran
    assert run.ends() >= hands.now


def test_a_clock_that_is_put_back_takes_nothing_away() -> None:
    run, hands = begun()
    run.go()
    hands.on(hours=-1)
    assert run.left() == timedelta(minutes=3)
    run.pause()
    assert run.spent() == timedelta()


def test_what_a_part_uses_and_what_is_on_its_cards(shipped: Library) -> None:
    drill, room = PACK.parts[1], PACK.parts[2]
    uses = used(drill, shipped)
    assert uses is not None
    assert uses.words == "the drill “Advice to question”, level 1, plain and short"
    assert [item.id for item in items(drill, shipped)] == list(drill.items)
    first_four = items(drill.model_copy(update={"items": ()}), shipped)
    assert [item.id for item in first_four] == ["aq-01", "aq-02", "aq-03", "aq-04"]
    assert len(list(notes(drill, shipped))) == 1 + len(drill.items)
    assert used(room, shipped).command == "allycoach room library-amina"  # type: ignore[union-attr]
    assert used(PACK.parts[0], shipped) is None
    assert begins(PACK) == (0, 3, 9, 16, 19)


def test_what_is_not_here_is_named_and_breaks_nothing() -> None:
    empty = Library()
    pack: Pack = PACK
    assert missing(pack, empty) == (
        'the drill "advice-to-question", which is not here',
        'the person "library-amina", who is not here',
    )
    assert [list(items(part, empty)) for part in pack.parts] == [[]] * len(pack.parts)
