"""What the trained component would add and let go on writers that it has not seen."""

from allycoach.content.library import Library
from allycoach.language.agreement import Coded
from allycoach.language.leaving_out import Tally, added, left_out, let_go, table
from allycoach.language.reader import load_reader
from allycoach.reading import Context, Flag, FlagKind, Reading, Strength

ADVICE = FlagKind.ADVICE


def coded(*, seen: bool) -> Coded:
    return Coded("Ring them.", Context("I'm stuck."), (("advice", "Ring them"),) if seen else ())


def reading(*, flagged: bool) -> Reading:
    flag = Flag(ADVICE, 0, 4, "advice.imperative", Strength.NOTICE, "so")
    return Reading("Ring them.", (), (flag,) if flagged else ())


def test_every_writer_is_left_out_once() -> None:
    folds = list(left_out(5, 2))
    assert sorted(n for _, unseen in folds for n in unseen) == [0, 1, 2, 3, 4]
    assert all(not set(seen) & set(unseen) for seen, unseen in folds)


def test_what_is_added_and_let_go_is_held_against_people() -> None:
    people = [coded(seen=True), coded(seen=False), coded(seen=False), coded(seen=True)]
    alone = [reading(flagged=given) for given in (False, False, True, True)]
    voted = [reading(flagged=given) for given in (True, True, False, True)]
    assert added(ADVICE, people, alone, voted) == Tally(1, 1)
    assert let_go(ADVICE, people, alone, voted) == Tally(0, 1)


def test_the_table_has_a_line_for_each_kind_and_way(shipped: Library) -> None:
    push, plain = "A zebra belongs on every envelope.", "The notebook lay on the table."
    pushes, states = ({"has_advice": given, "has_reflection": False} for given in (True, False))
    writer = [Coded(push, Context(), (("advice", push),), pushes), Coded(plain, Context(), (), states)] * 10
    lines = list(table(load_reader(shipped), [writer, writer], (), 2))
    assert lines[0] == "40 replies"
    assert any(line.startswith("advice") and " flagged " in line and " 0: 20+0 " in line for line in lines)
    assert any(line.startswith("closed_question") and " let_go " in line for line in lines)
