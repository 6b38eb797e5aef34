"""A group of fewer than five is never shown, and whoever knows the rules and every figure cannot work one out.

The attacker here is exhaustive: they try every set of counts that there could be, keep those that would have given the same
figures, and see what is the same in all of them.
"""

from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allycoach.coaching.cohort import FEW, Cell, Group, SlipCells, SlipRow, Tally, by_name, in_order, report, slip_row
from allycoach.coaching.counts import SittingCounts
from allycoach.reading import FlagKind

NAMES = ("a", "b", "c", "d")
LABELS = (("0", "1"), ("1", "2"), ("2", "3"), ("3", "4"))
TOTAL = 22


def cell(sittings: int, first: int = 0) -> Cell:
    """Each sitting from somebody else."""
    made = Cell()
    for number in range(sittings):
        made.add(f"{first}-{number}")
    return made


Counts = tuple[int, ...]


def along(counts: Counts) -> object:
    return in_order(LABELS, [cell(n, at) for at, n in enumerate(counts)])


def any_order(counts: Counts) -> object:
    return by_name({name: cell(n, at) for at, (name, n) in enumerate(zip(NAMES, counts, strict=True)) if n})


def slips(counts: Counts) -> object:
    return slip_row(FlagKind.ADVICE, SlipCells(*(cell(n, at) for at, n in enumerate(counts))))


SHOWS = {"along": (along, 4), "any order": (any_order, 4), "slips": (slips, 3)}


@cache
def worlds(way: str, total: int) -> dict[object, list[Counts]]:
    """Every set of counts with this total, by the figures it gives."""
    show, parts = SHOWS[way]
    found: dict[object, list[Counts]] = {}
    for counts in product(range(total + 1), repeat=parts - 1):
        if sum(counts) <= total:
            whole = (*counts, total - sum(counts))
            found.setdefault(show(whole), []).append(whole)
    return found


def derivable(same_figures: list[Counts]) -> list[tuple[tuple[int, ...], int]]:
    """Every part, or parts together, whose size is the same in all worlds with the same figures."""
    parts = range(len(same_figures[0]))
    together = [some for size in range(1, len(parts)) for some in combinations(parts, size)]
    sizes = {some: {sum(counts[at] for at in some) for counts in same_figures} for some in together}
    return [(some, next(iter(size))) for some, size in sizes.items() if len(size) == 1]


@pytest.mark.parametrize("way", SHOWS)
@given(total=st.integers(FEW, TOTAL))
@settings(max_examples=12, deadline=None)
def test_no_small_group_can_be_worked_out(way: str, total: int) -> None:
    for figures, same_figures in worlds(way, total).items():
        small = [(some, size) for some, size in derivable(same_figures) if 0 < size < FEW]
        assert not small, (figures, same_figures[:3], small)


@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_no_figure_is_small_and_nothing_is_lost(counts: list[int]) -> None:
    for groups in (along(tuple(counts)), any_order(tuple(counts))):
        shown = [group.sittings for group in groups if isinstance(group, Group)]  # type: ignore[attr-defined]
        assert all(size >= FEW for size in shown)
        assert not shown or sum(shown) == sum(counts)


def test_an_attacker_would_find_what_is_badly_hidden() -> None:
    """Hiding only the small part is what this test must be able to catch."""
    badly: dict[object, list[Counts]] = {}
    for counts in product(range(TOTAL + 1), repeat=2):
        if sum(counts) <= TOTAL:
            whole = (*counts, TOTAL - sum(counts))
            badly.setdefault(tuple(n if n >= FEW else None for n in whole), []).append(whole)
    assert any(0 < size < FEW for same in badly.values() for _, size in derivable(same))


def sitting(who: str | None, **more: object) -> SittingCounts:
    plain: dict[str, object] = {
        "who": who, "scenario": "library-amina", "mode": "coach", "turns": 10, "reflections": 3, "open_questions": 4,
        "helper_words": 100, "person_words": 120, "slipped": {}, "lost": {},
    }  # fmt: skip
    return SittingCounts.model_validate(plain | more)


def person(number: int) -> str:
    return f"{number:032x}"


def tallied(*sittings: SittingCounts) -> Tally:
    tally = Tally()
    for each in sittings:
        tally.add(each)
    return tally


def test_many_sittings_of_four_people_are_still_four_people() -> None:
    four = [sitting(person(number % 4)) for number in range(100)]
    assert report(tallied(*four)).sittings is None
    assert report(tallied(*four, sitting(person(5)))).sittings == 101


def test_sittings_without_a_token_are_one_person() -> None:
    assert report(tallied(*[sitting(None)] * 50)).sittings is None


def test_four_people_of_twenty_who_slipped_are_not_seen() -> None:
    slipped = [sitting(person(n), slipped={"advice": 1}) for n in range(4)]
    others = [sitting(person(n)) for n in range(4, 20)]
    for some, rest in ((slipped, others), ([*slipped, *slipped], others)):
        made = report(tallied(*some, *rest))
        row = next(row for row in made.slips if row.kind == FlagKind.ADVICE)
        assert row == SlipRow(FlagKind.ADVICE, None, None)
        assert not made.hardest
    fifth = report(tallied(*slipped, *others, sitting(person(30), slipped={"advice": 2}, lost={"advice": 1})))
    assert fifth.hardest == (SlipRow(FlagKind.ADVICE, 5, None),)


def test_what_nearly_all_did_is_said_without_a_number() -> None:
    most = [sitting(person(n), slipped={"advice": 1}) for n in range(20)]
    row = report(tallied(*most, sitting(person(20)))).slips[list(FlagKind).index(FlagKind.ADVICE)]
    assert row == SlipRow(FlagKind.ADVICE, None, None, nearly_all=True)


def test_what_came_back_is_shown_when_both_are_enough() -> None:
    back = [sitting(person(n), slipped={"advice": 1}) for n in range(6)]
    lost = [sitting(person(n), slipped={"advice": 2}, lost={"advice": 1}) for n in range(10, 17)]
    none = [sitting(person(n)) for n in range(20, 30)]
    made = report(tallied(*back, *lost, *none))
    assert made.hardest == (SlipRow(FlagKind.ADVICE, 13, 6),)


def test_short_talks_are_left_out() -> None:
    short = [sitting(person(n), turns=5, reflections=1, open_questions=1) for n in range(20)]
    assert report(tallied(*short)).sittings is None


def test_ten_thousand_names_of_people_do_not_fill_the_memory() -> None:
    tally = tallied(*(sitting(person(n), scenario=f"s{n}") for n in range(2000)))
    assert len(tally.scenarios) <= 401
    shown = report(tally).partings[0].groups
    assert sum(group.sittings for group in shown) == 2000
    assert all(group.sittings >= FEW and len(group.label) < 60 for group in shown)
