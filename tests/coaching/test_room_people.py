"""Who is put before a room, who is never, and how somebody is named."""

from dataclasses import replace

import pytest

from allycoach.coaching.room_people import AT_MOST, HARDEST, meant, suited
from allycoach.content.library import Library


def test_nobody_who_is_locked_hard_or_one_of_a_series(shipped: Library) -> None:
    found = suited(shipped)
    assert 3 <= len(found) <= AT_MOST
    assert all(who.sensitivity == "none" and who.series is None and who.difficulty <= HARDEST for who in found)
    assert len({who.person.name for who in found}) == len(found)


def test_the_suggestion_is_neither_the_easiest_nor_the_hardest(shipped: Library) -> None:
    assert suited(shipped)[0].difficulty == 2


def test_a_room_of_nobody(shipped: Library) -> None:
    assert suited(replace(shipped, scenarios={})) == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("library-amina", "library-amina"),
        (" Library-Amina ", "library-amina"),
        ("amina", "library-amina"),
        ("Yusuf", "Yusuf"),
        ("nobody", "nobody"),
        ("0", "0"),
        ("99999999", "99999999"),
        ("²", "²"),
    ],
)
def test_somebody_is_named_by_id_or_by_a_first_name_that_only_one_has(shipped: Library, typed: str, name: str) -> None:
    assert meant(typed, shipped.scenarios, suited(shipped)) == name


def test_somebody_is_named_by_number(shipped: Library) -> None:
    listed = suited(shipped)
    assert meant("2", shipped.scenarios, listed) == listed[1].id
    assert meant("2", shipped.scenarios) == "2"
