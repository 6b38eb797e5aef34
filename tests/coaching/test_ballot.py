"""Lines that a room proposes and hands that it raises: nothing is counted twice, nothing is decided for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.ballot import MOST_HANDS, Ballot, counts_said, listed, standing
from allycoach.conversation.events import MOST_LINES, LinesProposed, ProposedLine
from tests.stand_ins import EVENING


def ballot(*votes: int) -> Ballot:
    return Ballot(tuple(ProposedLine(text=f"line {at}", votes=count) for at, count in enumerate(votes)))


def test_lines_have_letters_in_the_order_they_came() -> None:
    both = Ballot().add(" What now? ").add("So?")
    assert [line.text for line in both.lines] == ["What now?", "So?"]
    assert both.letters == ("A", "B")
    assert (both.place("b"), both.place(" A "), both.place("C"), both.place(""), both.place("AB")) == (
        1,
        0,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(("text", "why"), [("  ", "has words"), ("line 0", "line A already"), (" line 1 ", "line B")])
def test_a_line_that_says_nothing_new_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        ballot(0, 0).add(text)


def test_there_are_four_at_most() -> None:
    full = ballot(*[0] * MOST_LINES)
    assert full.full
    with pytest.raises(ValueError, match="4 lines already"):
        full.add("one more")


def test_new_words_keep_their_hands_and_a_removed_line_takes_its_own() -> None:
    changed = ballot(3, 5).change(0, "other words")
    assert [(line.text, line.votes) for line in changed.lines] == [("other words", 3), ("line 1", 5)]
    assert changed.change(0, " other words ") == changed
    assert [line.votes for line in ballot(3, 5, 1).remove(1).lines] == [3, 1]
    with pytest.raises(ValueError, match="line B already"):
        ballot(3, 5).change(0, "line 1")


def test_hands_never_go_below_none_nor_without_end() -> None:
    assert ballot(0).hand(0, -1).hands == 0
    assert ballot(MOST_HANDS).hand(0).hands == MOST_HANDS
    assert ballot(1, 2).hand(1).hand(1, -1) == ballot(1, 2)


@pytest.mark.parametrize("counts", [(1,), (1, 2, 3), (-1, 2), (1, MOST_HANDS + 1), ()])
def test_counts_that_do_not_fit_are_refused(counts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="2 counts"):
        ballot(0, 0).counted(counts)


def test_the_line_with_most_hands_is_first_and_level_lines_are_left_to_people() -> None:
    assert (ballot(2, 7, 3).leading(), ballot(2, 7, 3).first()) == ((1,), 1)
    assert (ballot(5, 1, 5).leading(), ballot(5, 1, 5).first()) == ((0, 2), None)
    assert (ballot(0, 0).leading(), ballot(0).first(), Ballot().first()) == ((0, 1), 0, None)


def test_what_was_played_from_here_is_not_proposed_again() -> None:
    assert ballot(2, 7, 3).first({"line 1"}) == 2
    assert ballot(2, 7).leading({"line 0", "line 1"}) == ()


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ((), ""),
        ((0,), ""),
        ((0, 0), "No hands counted yet."),
        ((2, 7, 3), "B has most: 7 of 12 hands."),
        ((1, 0), "A has most: 1 of 1 hand."),
        ((5, 1, 5), "A and C are level, with 5 hands each."),
        ((1, 1, 1), "A, B and C are level, with 1 hand each."),
    ],
)
def test_how_the_vote_stands(votes: tuple[int, ...], said: str) -> None:
    assert standing(ballot(*votes)) == said


def test_the_next_one_after_the_first_was_played() -> None:
    assert standing(ballot(2, 7, 3), {"line 1"}) == "C comes next: 3 of 12 hands."
    assert standing(ballot(2, 7), {"line 0", "line 1"}) == ""


def test_counts_without_words() -> None:
    event = LinesProposed(at=EVENING, turn=1, lines=ballot(2, 7).lines, chosen=1)
    assert counts_said(event) == "the room proposed 2 lines; hands: A 2, B 7 (played)"
    alone = LinesProposed(at=EVENING, turn=1, lines=ballot(0).lines, chosen=0)
    assert counts_said(alone) == "the room proposed 1 line; no hands were counted"


def test_a_line_that_is_not_there_cannot_have_been_played() -> None:
    with pytest.raises(ValueError, match="no line 2"):
        LinesProposed(at=EVENING, turn=1, lines=ballot(2, 7).lines, chosen=2)


def test_names_in_a_row() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]


@given(st.lists(st.integers(0, 30), max_size=MOST_LINES))
def test_whoever_leads_has_most(votes: list[int]) -> None:
    made = ballot(*votes)
    leading = made.leading()
    assert bool(leading) == bool(votes)
    assert {votes[at] for at in leading} <= {max(votes, default=0)}
    assert all(votes[at] < max(votes) for at in range(len(votes)) if at not in leading)
    assert made.hands == sum(votes)
