"""One moment and one question."""

from datetime import UTC, datetime

import pytest

from allycoach.coaching.circle import circle_sheet
from allycoach.conversation.events import Event, FlagDismissed, PersonSpoke, ReplySent, SittingStarted
from allycoach.conversation.sitting import Sitting, advance, fold
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


def talk(*slipped: bool) -> Sitting:
    events: list[Event] = [
        SittingStarted(
            at=AT, sitting="s", scenario="a", scenario_version="1", title="t", person="Amina", model="m", mode="coach",
            seed=1, app="0",
        ),
        PersonSpoke(at=AT, turn=0, text="p0", meters={"openness": 30}),
    ]  # fmt: skip
    for number, slip in enumerate(slipped, 1):
        text = f"h{number} word"
        asks = Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN)
        flag = Flag(FlagKind.ADVICE, 0, 2, "r", Strength.NOTICE, "An idea.")
        reading = Reading(text, (), (flag,)) if slip else Reading(text, (asks,))
        events.append(ReplySent(at=AT, turn=number, text=text, reading=reading))
        events.append(PersonSpoke(at=AT, turn=number, text=f"p{number}", meters={"openness": 30 + number}))
    return fold(events)


def texts(sitting: Sitting, turn: int | None) -> list[str]:
    return [one.text for one in circle_sheet(sitting, turn).said]


def test_the_turn_stands_between_its_neighbours() -> None:
    sitting = talk(False, False, True, False, False)
    assert texts(sitting, 3) == ["p1", "h2 word", "p2", "h3 word", "p3", "h4 word", "p4"]
    assert texts(sitting, 1) == ["p0", "h1 word", "p1", "h2 word", "p2"]
    assert texts(sitting, 5) == ["p3", "h4 word", "p4", "h5 word", "p5"]
    assert [one.text for one in circle_sheet(sitting, 3).said if one.here] == ["h3 word"]


def test_without_a_number_a_way_back_is_chosen_first() -> None:
    assert texts(talk(False, False, True, False, False), None) == texts(talk(False, False, True, False, False), 3)
    assert texts(talk(True, False, True), None)[1] == "h1 word"
    assert texts(talk(False, True, True), None) == texts(talk(False, True, True), 1)


def test_the_question_is_about_what_stands_there() -> None:
    sitting = talk(True, False)
    assert "want to find out" in circle_sheet(sitting, 1).question
    assert "gave the person room" in circle_sheet(sitting, 2).question
    aside = FlagDismissed(at=AT, turn=1, kind="advice", rule="r", start=0, end=2)
    assert "want to find out" not in circle_sheet(advance(sitting, aside), 1).question
    assert circle_sheet(sitting, 1, " What now? ").question == "What now?"


@pytest.mark.parametrize("turn", [0, 3, -1])
def test_a_turn_that_is_not_there_is_said(turn: int) -> None:
    with pytest.raises(ValueError, match="there are 2"):
        circle_sheet(talk(True, False), turn)
