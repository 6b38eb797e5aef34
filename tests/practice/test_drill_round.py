"""A round of a drill: every line is kept before it is looked at, the end is in sight, and both steps of a slip count."""

import pytest

from allycoach.coaching.drilling import A_ROUND
from allycoach.coaching.rounds import DrillDone, DrillLine, Round, drilled, seen
from allycoach.content.schema.drill import Drill, Feedback, Item, Pair, Step
from allycoach.errors import NotSaved
from allycoach.plain.drill import PlainDrill
from allycoach.practice.drill_round import DrillRound
from tests.stand_ins import Kept, SimpleReader, Typed, ticking

OPEN = Step(
    ask="Ask an open one.",
    feedback=(
        Feedback(when="flag advice", say="An idea of yours."),
        Feedback(when="no open_question", say="It does not ask."),
        Feedback(when="met", say="Open."),
    ),
)
SLIP = Step(
    ask="Slip.", feedback=(Feedback(when="no flag advice", say="Go on, slip."), Feedback(when="met", say="A slip."))
)
PAIR = Pair(person="p", poor="q", good="g", why="w")


def item(number: int) -> Item:
    return Item(
        id=f"i{number}", level=1, person=f"Line {number}.", good=("a", "b", "c"), slips=("You should.",),
        after_slip="I suppose.", hint="Begin with what.",
    )  # fmt: skip


def drill(*steps: Step, items: int = 8) -> Drill:
    return Drill(
        schema=1, id="d", title="D", about="x", minutes=4, indicators=("1.2a",), pair=PAIR, steps=steps or (OPEN,),
        items=tuple(item(n) for n in range(items)),
    )  # fmt: skip


def a_round(*steps: Step, log: Kept[Round] | None = None, reader: SimpleReader | None = None) -> DrillRound:
    return DrillRound(drill(*steps), 1, reader=reader or SimpleReader(), log=log or Kept(), clock=ticking(), seed=7)


def test_a_round_has_an_end_in_sight() -> None:
    log = Kept[Round]()
    going = a_round(log=log)
    assert len(going.items) == A_ROUND
    for number in range(1, A_ROUND + 1):
        assert going.number == number
        going.write("What else?")
        going.next()
    assert going.over
    assert drilled(log.events) == (("d", log.events[-1].at),)
    assert len(seen(log.events, "d")) == A_ROUND


def test_items_not_met_before_come_first() -> None:
    first = a_round()
    met = {each.id for each in first.items}
    again = DrillRound(drill(), 1, reader=SimpleReader(), log=Kept(), clock=ticking(), seed=7, seen=met)
    assert {each.id for each in again.items[:3]} == {f"i{n}" for n in range(8)} - met


def test_the_same_seed_is_the_same_round() -> None:
    assert [each.id for each in a_round().items] == [each.id for each in a_round().items]


def test_others_are_shown_only_beside_a_line_of_ones_own() -> None:
    going = a_round()
    response = going.write("You should rest.")
    assert (response.said, response.met) == ("An idea of yours.", False)
    assert response.others == ("a", "b", "c")
    assert going.answered
    assert going.write("What would rest be like?").met


def test_a_slip_on_purpose_and_the_way_back() -> None:
    reader = SimpleReader()
    going = a_round(SLIP, OPEN, reader=reader)
    weak = going.write("Hm.")
    assert (weak.said, weak.others, going.step) == ("Go on, slip.", (), SLIP)
    assert going.write("You should rest.").met
    assert going.step == OPEN
    assert going.person_says == "I suppose."
    back = going.write("What would you like?")
    assert back.met
    assert back.others
    assert [each.text for each in list(reader.asked.values())[-1].history] == [going.item.person, "You should rest."]


def test_leaving_keeps_how_far_it_went() -> None:
    log = Kept[Round]()
    going = a_round(log=log)
    going.write("What?")
    going.leave()
    assert going.over
    done = log.events[-1]
    assert isinstance(done, DrillDone)
    assert (done.items, done.of) == (1, A_ROUND)
    assert drilled(log.events) == ()


def test_a_line_that_could_not_be_kept_has_not_happened() -> None:
    going = a_round(log=Kept(full=True))
    with pytest.raises(NotSaved):
        going.write("What?")
    assert not going.answered


def test_a_whole_round_in_lines() -> None:
    log, terminal = Kept[Round](), Typed(*["What \x1b[31m[b]else?", ""] * A_ROUND)
    assert PlainDrill(a_round(log=log), terminal).run()
    assert terminal.said[-1] == f"DONE: you wrote a line to {A_ROUND} of {A_ROUND}. Practice record, not assessment."
    assert sum(line.startswith("OTHERS 1") for line in terminal.said) == A_ROUND
    assert all("\x1b" not in line for line in terminal.said)
    kept = [each.text for each in log.events if isinstance(each, DrillLine)]
    assert kept == ["What \x1b[31m[b]else?"] * A_ROUND, "as typed"


def test_a_lone_letter_is_never_a_line() -> None:
    log, terminal = Kept[Round](), Typed("h", "What?", "r", "What else?", "q")
    assert not PlainDrill(a_round(log=log), terminal).run()
    assert [each.text for each in log.events if isinstance(each, DrillLine)] == ["What?", "What else?"]
    assert terminal.starting("HINT")


def test_an_empty_line_hints_once_and_then_passes_on() -> None:
    terminal = Typed("", "", "/quit")
    assert not PlainDrill(a_round(), terminal).run()
    assert sum(line.startswith("HINT") for line in terminal.said) == 1
    assert "ITEM 2 of 5." in terminal.said


def test_what_was_passed_over_is_not_counted_as_done() -> None:
    terminal = Typed("", "", *["What else?", ""] * (A_ROUND - 1))
    assert PlainDrill(a_round(), terminal).run()
    assert terminal.said[-1].startswith(f"DONE: you wrote a line to {A_ROUND - 1} of {A_ROUND}.")


def test_a_full_disk_is_said_and_nothing_breaks() -> None:
    terminal = Typed("What?", "/quit")
    PlainDrill(a_round(log=Kept(full=True)), terminal).run()
    assert any(line.startswith("NOT SAVED: The disk is full.") for line in terminal.said)
