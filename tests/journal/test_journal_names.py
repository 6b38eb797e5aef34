from datetime import UTC, datetime
from random import Random

import pytest

from allycoach.errors import SittingUnreadable
from allycoach.journal.names import find, is_sitting_id, new_sitting_id

NOW = datetime(2026, 11, 21, 20, 31, 4, tzinfo=UTC)
IDS = ("20261122-090000-dev-0001", "20261121-203104-amina-7f3a", "20261121-100000-amina-11aa")


def test_an_id_says_when_and_with_whom() -> None:
    made = new_sitting_id("Library_Amina", now=NOW, random=Random(1))
    assert made.startswith("20261121-203104-library-amina-")
    assert is_sitting_id(made)
    assert made == new_sitting_id("Library_Amina", now=NOW, random=Random(1))
    assert made != new_sitting_id("Library_Amina", now=NOW, random=Random(2))


def test_a_strange_scenario_id_still_makes_an_id() -> None:
    assert is_sitting_id(new_sitting_id("../" * 60 + "…", now=NOW, random=Random(1)))


@pytest.mark.parametrize(
    "text", ["", "..", "../x", "a/b", "a\\b", ".hidden", "a.torn", "C:x", "a\n", "a" * 121, "/etc"]
)
def test_no_id_is_a_path(text: str) -> None:
    assert not is_sitting_id(text)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("last", IDS[0]),
        ("20261122", IDS[0]),
        ("20261121-2", IDS[1]),
        (" 20261121-100000-amina-11aa ", IDS[2]),
    ],
)
def test_a_beginning_is_enough(name: str, found: str) -> None:
    assert find(name, IDS) == found


def test_two_of_a_beginning_are_named() -> None:
    with pytest.raises(SittingUnreadable) as caught:
        find("20261121", IDS)
    assert "begins 2 sittings" in str(caught.value)
    assert all(each in str(caught.value) for each in IDS[1:])


@pytest.mark.parametrize("name", ["amina", "20261121-203104-amina-7f3b"])
def test_near_ones_are_named(name: str) -> None:
    with pytest.raises(SittingUnreadable, match=r"Near it: .*20261121-203104-amina-7f3a"):
        find(name, IDS)


def test_something_else_is_answered_with_the_latest() -> None:
    with pytest.raises(SittingUnreadable, match="The latest are: 20261122"):
        find("", IDS)


def test_none_saved_yet() -> None:
    with pytest.raises(SittingUnreadable, match="no saved sittings yet"):
        find("last", ())
