"""The wall: from nothing to the first line played, hands, marks only when asked for, a step back, both ways."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from allycoach.content.schema.cards import Contact, ProcedureCard
from allycoach.conversation.events import LinesProposed
from allycoach.conversation.sitting import Sitting, fold
from allycoach.errors import PipelineMissing
from allycoach.tui.room_app import RoomApp
from allycoach.tui.screens.dialogs import LeaveScreen, TroubleScreen
from allycoach.tui.screens.room import RoomScreen
from allycoach.tui.screens.room_debrief import RoomDebriefScreen
from allycoach.tui.screens.room_people import RoomPeopleScreen
from allycoach.tui.screens.room_ways import RoomKeysScreen, RoomWaysScreen
from allycoach.tui.screens.turning_back import RealHelpScreen

if TYPE_CHECKING:
    from .conftest import House

ADVICE, OPEN = "Have you thought about care work?", "What has it been like?"
CARD = ProcedureCard(
    schema=1,
    id="procedure",
    title="Procedure",
    organisation="Anytown Library",
    lead=Contact(name="Jo", role="lead", how="extension 4", checked_on=date(2026, 11, 1)),
    steps=("Tell Jo.",),
    read_on=date(2026, 11, 1),
)
SIZES = [(60, 24), (80, 24), (160, 50), (200, 50)]


def app_of(house: "House", **arguments: object) -> RoomApp:
    return RoomApp(house.parts(), seed=7, **arguments)  # type: ignore[arg-type]


def kept(house: "House") -> Sitting:
    return fold(next(iter(house.logs.values())).events())


def words(pilot: "Pilot[int]", selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).visual)


async def opened(house: "House", pilot: "Pilot[int]") -> RoomScreen:
    await house.until(pilot, lambda: isinstance(pilot.app.screen, RoomScreen))
    await house.settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, RoomScreen)
    return screen


async def put(house: "House", pilot: "Pilot[int]", text: str) -> None:
    """Into the field that is open, and Enter."""
    screen = pilot.app.screen
    assert isinstance(screen, RoomScreen)
    screen.entry.put(text)
    await pilot.press("enter")
    await house.settle(pilot)


async def proposed(house: "House", pilot: "Pilot[int]", *texts: str) -> None:
    await pilot.press("n")
    for text in texts:
        await put(house, pilot, text)
    if pilot.app.screen.has_class("-writing"):  # four lines close it
        await pilot.press("escape")
    await house.settle(pilot)


async def played(house: "House", pilot: "Pilot[int]", turns: int) -> None:
    await pilot.press("enter")
    await house.until(pilot, lambda: len(kept(house).turns) == turns and kept(house).unanswered is None)
    await house.settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_from_nothing_to_the_first_line(house: "House", size: tuple[int, int]) -> None:
    """Enter takes the person suggested, Enter opens the field, a line, Enter twice, Enter plays it."""
    app = app_of(house)
    async with app.run_test(size=size) as pilot:
        await house.until(pilot, lambda: app.screen.query_one("#people", OptionList).option_count > 2)
        assert isinstance(app.screen, RoomPeopleScreen)
        assert "difficulty 2 of 5" in str(app.screen.query_one("#people", OptionList).get_option_at_index(0).prompt)
        await pilot.press("enter")
        await opened(house, pilot)
        assert "AMINA" in words(pilot, "#said")
        assert "library" in words(pilot, "#said"), "the setting comes first"
        await pilot.press("enter", *OPEN.replace(" ", "_"), "enter", "enter")
        await house.settle(pilot)
        await played(house, pilot, 1)
        assert kept(house).started.room
        assert kept(house).turns[0].reply.text == OPEN.replace(" ", "_")
        assert kept(house).turns[0].answer.text in words(pilot, "#said")  # type: ignore[union-attr]


async def test_hands_by_key_and_by_number(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        await proposed(house, pilot, OPEN, ADVICE)
        assert "No hands counted yet" in words(pilot, "#message")
        await pilot.press("a", "b", "b", "B", "b")
        assert [line.votes for line in screen.room.ballot.lines] == [1, 2]
        assert "B has most: 2 of 3 hands." in words(pilot, "#message")
        await pilot.press("a")
        assert "A and B are level, with 2 hands each." in words(pilot, "#message")
        await pilot.press("enter")
        assert "You choose" in words(pilot, "#message"), "a tie is left to the facilitator"
        assert kept(house).turns == ()
        await pilot.press("v")
        await put(house, pilot, "9, x")
        assert "not a row of numbers" in words(pilot, "#message")
        await put(house, pilot, "9, 3")
        assert "A has most: 9 of 12 hands." in words(pilot, "#message")
        await pilot.press("c")
        assert "There is no line C." in words(pilot, "#message")
        await played(house, pilot, 1)
        (event,) = [one for one in kept(house).proposed if one.turn == 1]
        assert (event.chosen, [line.votes for line in event.lines]) == (0, [9, 3])


async def test_a_level_line_is_chosen_with_the_arrows(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(house, pilot)
        await proposed(house, pilot, OPEN, ADVICE)
        await pilot.press("down", "down")
        assert "▸ B" in words(pilot, "#proposed")
        await played(house, pilot, 1)
        assert kept(house).turns[0].reply.text == ADVICE


async def test_lines_are_changed_removed_and_four_at_most(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        await proposed(house, pilot, "one", "two", "two")
        assert len(screen.room.ballot.lines) == 2, "the same line twice is one"
        await proposed(house, pilot, "three", "four")
        await pilot.press("n")
        assert "There are 4 lines" in words(pilot, "#message")
        await pilot.press("down", "e")
        await put(house, pilot, "the first")
        await pilot.press("up", "x")
        await house.settle(pilot)
        assert [line.text for line in screen.room.ballot.lines] == ["the first", "two", "three"]
        assert [line.text for line in kept(house).proposed[0].lines] == ["the first", "two", "three"]


async def test_nothing_is_marked_until_it_is_shown_and_each_line_begins_unmarked(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(house, pilot)
        await pilot.press("m")
        assert "Nothing was said yet" in words(pilot, "#message")
        await proposed(house, pilot, ADVICE)
        await played(house, pilot, 1)
        assert "advice in a question" not in words(pilot, "#said")
        await pilot.press("m")
        assert "! advice in a question" in words(pilot, "#said")
        assert "One thought" in words(pilot, "#said")
        await pilot.press("m")
        assert "advice in a question" not in words(pilot, "#said")
        await pilot.press("m")
        await proposed(house, pilot, ADVICE + " Or else?")
        await played(house, pilot, 2)
        assert "One thought" not in words(pilot, "#said")
        assert not any(note for note in kept(house).notes)


async def test_a_step_back_another_line_and_both_side_by_side(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        await pilot.press("backspace")
        assert "This is the beginning" in words(pilot, "#message")
        await pilot.press("s")
        await house.settle(pilot)
        assert "There is no other way yet" in words(pilot, "#message")
        await proposed(house, pilot, OPEN, ADVICE)
        await pilot.press("b")
        await played(house, pilot, 1)
        await pilot.press("backspace")
        await house.settle(pilot)
        assert "✓ played" in words(pilot, "#proposed")
        await played(house, pilot, 1)
        assert kept(house).turns[0].reply.text == OPEN
        await pilot.press("s")
        await house.until(pilot, lambda: isinstance(app.screen, RoomWaysScreen))
        await house.settle(pilot)
        shown = words(pilot, "#words")
        assert any("Have you" in line and "What has" in line for line in shown.split("\n")), "beside each other at 80"
        assert "advice" not in shown
        await pilot.press("m")
        assert "advice" in words(pilot, "#words")
        await pilot.press("g")
        await house.until(pilot, lambda: app.screen is screen)
        await house.settle(pilot)
        assert kept(house).turns[0].reply.text == ADVICE


async def test_looking_back_together_and_the_next_room(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        await proposed(house, pilot, OPEN)
        await played(house, pilot, 1)
        await pilot.press("f")
        await house.until(pilot, lambda: isinstance(app.screen, RoomDebriefScreen))
        await house.settle(pilot)
        shown = words(pilot, "#words")
        assert "not assessment" in shown
        assert "open question" in shown
        assert "One question for the room" in shown
        await pilot.press("e")
        assert house.exported == ["sitting-1"]
        await pilot.press("escape")
        await house.until(pilot, lambda: app.screen is screen)
        assert kept(house).ended is None, "looking back ends nothing by itself"
        await pilot.press("f")
        await house.until(pilot, lambda: isinstance(app.screen, RoomDebriefScreen))
        await pilot.press("enter")
        await house.until(pilot, lambda: isinstance(app.screen, RoomPeopleScreen))
        assert kept(house).ended is not None
        assert not house.logs["sitting-1"].held


async def test_the_person_ends_it_and_the_room_can_still_step_back(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        screen.room.practice.finish("goodbye")
        await pilot.press("n")
        assert "The talk is over" in words(pilot, "#message")
        await pilot.press("enter")
        await house.until(pilot, lambda: isinstance(app.screen, RoomDebriefScreen))


async def test_hostile_and_endless_lines_are_shown_whole_and_do_nothing(house: "House") -> None:
    long = "[/b]\x1b[2J\u202e" + "a room is wordy " * 20 + "THE-END"
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(house, pilot)
        await proposed(house, pilot, long, OPEN)
        await pilot.press("a")
        shown = words(pilot, "#proposed")
        assert "THE-END" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert max(len(line) for line in shown.split("\n")) <= 80
        await played(house, pilot, 1)
        assert "THE-END" in words(pilot, "#said")
        assert kept(house).turns[0].reply.text == long.strip()
        await pilot.press("m", "f")
        await house.until(pilot, lambda: isinstance(app.screen, RoomDebriefScreen))
        await house.settle(pilot)
        assert "THE-END" in words(pilot, "#words")


async def test_an_answer_of_eight_lines_can_be_read(house: "House") -> None:
    answer = " ".join(f"sentence number {number} of a long answer." for number in range(14)) + " THE-END"
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        await proposed(house, pilot, OPEN)
        await played(house, pilot, 1)
        sitting = screen.room.practice.sitting
        said = sitting.turns[0].answer.model_copy(update={"text": answer})  # type: ignore[union-attr]
        screen.room.practice.sitting = replace(sitting, turns=(replace(sitting.turns[0], answer=said),))
        await proposed(house, pilot, *(f"{'a rather long line to say ' * 5}{at}" for at in range(4)))
        scene = screen.query_one("#scene")
        assert scene.max_scroll_y > 0
        assert "read on" in words(pilot, "KeyLine")
        for _ in range(9):
            await pilot.press("pagedown")
        await house.until(pilot, lambda: scene.scroll_y == scene.max_scroll_y)


async def test_leaving_keeps_lines_hands_and_what_is_being_typed(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        await proposed(house, pilot, OPEN)
        await pilot.press("a", "a", "n")
        screen.entry.put("half a li")
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert kept(house).draft == "half a li"
    assert kept(house).proposed[0].lines[0].votes == 2
    again = app_of(house, resume="sitting-1")
    async with again.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        assert screen.room.ballot.lines[0].votes == 2
        await pilot.press("n")
        assert screen.entry.text == "half a li"


async def test_escape_pauses_and_leads_back_to_the_people(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(house, pilot)
        await pilot.press("escape")
        await house.until(pilot, lambda: isinstance(app.screen, LeaveScreen))
        await pilot.press("2")
        await house.until(pilot, lambda: isinstance(app.screen, RoomPeopleScreen))
        assert not house.logs["sitting-1"].held


async def test_who_is_locked_stays_locked_and_who_is_unknown_is_said(house: "House") -> None:
    locked = next(one for one in house.library.scenarios.values() if one.sensitivity == "safeguarding")
    for name in (locked.id, "nobody-here"):
        app = app_of(house, start=name)
        async with app.run_test(size=(80, 24)) as pilot:
            await house.until(pilot, lambda app=app: isinstance(app.screen, TroubleScreen))  # type: ignore[misc]
            await pilot.press("enter")
            await house.until(pilot, lambda app=app: isinstance(app.screen, RoomPeopleScreen))  # type: ignore[misc]
    assert house.logs == {}


async def test_a_disk_that_refuses_loses_no_line(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(house, pilot)
        house.logs["sitting-1"].full = True
        await pilot.press("n")
        await put(house, pilot, OPEN)
        await house.until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        await pilot.press("enter")
        await house.until(pilot, lambda: app.screen is screen)
        assert screen.entry.text == OPEN
        house.logs["sitting-1"].full = False
        await put(house, pilot, OPEN)
        assert [line.text for line in screen.room.ballot.lines] == [OPEN]


async def test_without_a_reader_nothing_is_played_and_it_is_said(house: "House") -> None:
    house.reader = PipelineMissing("There is no pipeline.", mend="Install it.")
    app = app_of(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: app.reader_state == "absent")
        await pilot.press("enter")
        await house.until(pilot, lambda: isinstance(app.screen, TroubleScreen))


async def test_real_help_is_one_key_away_and_a_hard_talk_says_how_to_pause(house: "House") -> None:
    hard = next(one for one in house.library.scenarios.values() if one.safeguarding is not None)
    house.library = replace(house.library, procedure=CARD)
    app = app_of(house, start=hard.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(house, pilot)
        assert hard.safeguarding is not None
        assert hard.safeguarding.pause_hint.split()[0] in words(pilot, "#said")
        await pilot.press("f12")
        await house.until(pilot, lambda: isinstance(app.screen, RealHelpScreen))


async def test_all_keys_on_one_screen_of_80_by_24(house: "House") -> None:
    app = app_of(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("question_mark")
        await house.until(pilot, lambda: isinstance(app.screen, RoomKeysScreen))
        await house.settle(pilot)
        assert app.screen.query_one("#page").max_scroll_y == 0
        assert "step back" in words(pilot, "#words")


async def test_hands_go_to_disk_with_the_line_that_is_played_not_with_each_hand(house: "House") -> None:
    app = app_of(house, start="amina")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(house, pilot)
        await proposed(house, pilot, OPEN)
        await pilot.press(*"aaaaaaaa")
        await played(house, pilot, 1)
    events = [one for one in house.logs["sitting-1"].events() if isinstance(one, LinesProposed)]
    assert [one.lines[0].votes for one in events] == [0, 8]
