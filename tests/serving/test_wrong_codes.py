from hypothesis import given
from hypothesis import strategies as st

from allycoach.serving.tries import WrongCodes

HERE, THERE = "192.168.1.7", "192.168.1.8"


def test_a_few_wrong_codes_cost_nothing() -> None:
    tries = WrongCodes(from_one=3, in_all=10, window=60)
    for second in (0, 1):
        tries.wrong(HERE, second)
    assert tries.wait(HERE, 2) == 0


def test_too_many_from_one_address_wait_and_others_do_not() -> None:
    tries = WrongCodes(from_one=3, in_all=10, window=60)
    for second in (0, 1, 2):
        tries.wrong(HERE, second)
    assert tries.wait(HERE, 10) == 50
    assert tries.wait(THERE, 10) == 0


def test_after_waiting_there_is_one_more_try() -> None:
    tries = WrongCodes(from_one=3, in_all=10, window=60)
    for second in (0, 1, 2):
        tries.wrong(HERE, second)
    assert tries.wait(HERE, 60) == 0
    tries.wrong(HERE, 60)
    assert tries.wait(HERE, 60) == 1


def test_too_many_in_all_make_everybody_wait() -> None:
    tries = WrongCodes(from_one=3, in_all=4, window=60)
    for number in range(4):
        tries.wrong(f"192.168.1.{number}", number)
    assert tries.wait(THERE, 10) == 50


@given(st.lists(st.tuples(st.floats(0, 30), st.sampled_from([HERE, THERE, "10.0.0.1", "10.0.0.2"])), max_size=200))
def test_nobody_gets_more_looks_than_allowed_in_any_window(steps: list[tuple[float, str]]) -> None:
    tries, now, looked = WrongCodes(from_one=3, in_all=5, window=60), 0.0, list[tuple[float, str]]()
    for pause, who in steps:
        now += pause
        if tries.wait(who, now) == 0:
            tries.wrong(who, now)
            looked.append((now, who))
    for at, who in looked:
        within = [each for each in looked if at - 60 < each[0] <= at]
        assert len(within) <= 5
        assert sum(each[1] == who for each in within) <= 3
