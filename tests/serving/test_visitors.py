from pathlib import Path
from typing import cast

import pytest

from allycoach.serving.visitors import Visitor, Visitors
from allycoach.serving.window import Window

A_WINDOW = cast(Window, object())


@pytest.fixture
def visitors() -> Visitors:
    return Visitors(2, idle=1200, away=120)


def admitted(visitors: Visitors, now: float = 0.0) -> Visitor:
    visitor = visitors.admit(lambda: Path("folder"), now)
    assert visitor is not None
    return visitor


def test_as_many_as_there_are_places(visitors: Visitors) -> None:
    admitted(visitors)
    admitted(visitors)
    assert visitors.admit(lambda: pytest.fail("no folder is made for who must wait"), 0) is None
    assert len(visitors) == 2


def test_a_place_is_free_again_once_somebody_has_gone(visitors: Visitors) -> None:
    one = admitted(visitors)
    admitted(visitors)
    assert visitors.forget(one)
    assert not visitors.forget(one)
    assert admitted(visitors) is not one


def test_a_visitor_is_found_by_their_token_and_by_nothing_else(visitors: Visitors) -> None:
    one, two = admitted(visitors), admitted(visitors)
    assert one.token != two.token
    assert len(one.token) >= 43  # 256 bits
    assert visitors.find(two.token) is two
    assert [visitors.find(each) for each in (None, "", one.token[:-1], one.token.upper())] == [None] * 4


def test_a_token_is_nowhere_to_be_seen_in_what_is_printed(visitors: Visitors) -> None:
    one = admitted(visitors)
    assert one.token not in f"{one}{one!r}"


def test_who_presses_no_key_must_go_in_the_end(visitors: Visitors) -> None:
    one = admitted(visitors)
    one.window = A_WINDOW
    assert visitors.overdue(1199) == ()
    assert visitors.overdue(1200) == ((one, "idle"),)
    one.pressed = 1000
    assert visitors.overdue(1200) == ()


def test_who_has_no_window_has_a_while_to_come_back(visitors: Visitors) -> None:
    one = admitted(visitors)
    assert visitors.overdue(119) == ()
    assert visitors.overdue(120) == ((one, "away"),)
    one.window = A_WINDOW
    assert visitors.overdue(120) == ()
