"""Drills and cards on the full screen: typing never waits, every line is kept, the end is in sight."""

from threading import Event as Gate
from typing import TYPE_CHECKING

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from allycoach.coaching.rounds import CardReviewed, DrillDone, DrillLine
from allycoach.reading import Context, Reading
from allycoach.tui.screens.cards import CardsScreen
from allycoach.tui.screens.dialogs import TroubleScreen
from allycoach.tui.screens.drilling import DrillingScreen
from allycoach.tui.screens.drills import DrillsScreen
from allycoach.tui.screens.home import HomeScreen
from allycoach.tui.widgets.draft import Draft

from .conftest import FewRules

if TYPE_CHECKING:
    from .conftest import House


def words(pilot: "Pilot[int]", selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).visual)


async def begin(house: "House", pilot: "Pilot[int]", drill: str = "closed-to-open") -> DrillingScreen:
    await house.settle(pilot)
    pilot.app.drill(drill)  # type: ignore[attr-defined]
    await house.settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, DrillingScreen)
    return screen


async def test_a_round_from_the_pair_to_the_end(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(house, pilot)
        assert "closes" in words(pilot, "#words")
        await pilot.press("enter")
        for number in range(1, 6):
            assert f"{number} of 5" in words(pilot, "#status")
            assert screen.round.item.person in words(pilot, "#words").replace("\n         ", " ")
            await pilot.press(*"What is it like?", "enter")
            await house.settle(pilot)
            assert "three others" in words(pilot, "#words")
            await pilot.press("enter")
        assert "5 of 5" in words(pilot, "#words")
        kept = house.rounds.rounds()
        assert [type(each) for each in kept] == [DrillLine] * 5 + [DrillDone]
        await pilot.press("d")
        await house.settle(pilot)
        assert isinstance(app.screen, DrillsScreen)
        rows = app.screen.query_one("#drills", OptionList)
        assert any("done 1×" in str(option.prompt) for option in rows.options)


async def test_hint_again_and_pass_on(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(house, pilot)
        await pilot.press("enter")
        while screen.round.item.hint is None:
            await pilot.press("f8")
        await pilot.press("h", "enter")
        assert "Hint" in words(pilot, "#words")
        await pilot.press(*"Do you?", "enter")
        await house.settle(pilot)
        at = screen.round.number
        await pilot.press("f6")
        assert app.screen.query_one(Draft).text == "Do you?"
        await pilot.press("f8")
        assert screen.round.number == at, "a line that is there is not passed over"
        await pilot.press(*"What is it like?", "enter")
        await house.settle(pilot)
        lines = [each.text for each in house.rounds.rounds() if isinstance(each, DrillLine)]
        assert lines == ["Do you?", "What is it like?"]


async def test_typing_never_waits_and_a_slow_reading_finds_its_line(house: "House") -> None:
    class Slow(FewRules):
        gate = Gate()

        def read(self, text: str, context: Context | None = None) -> Reading:
            self.gate.wait(5)
            return super().read(text, context)

    house.reader = Slow()
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(house, pilot)
        await pilot.press("enter", *"What else?", "enter", *"How")
        assert app.screen.query_one(Draft).text == "What else?How"
        Slow.gate.set()
        await house.settle(pilot)
        assert app.screen.query_one(Draft).text == "How", "what came after Enter stays"
        assert screen.round.answered


async def test_two_steps(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(house, pilot, "recover")
        await pilot.press("enter")
        after = screen.round.item.after_slip or ""
        first = screen.round.step.ask
        await pilot.press(*"Have you thought about care work?", "enter")
        await house.settle(pilot)
        assert screen.round.step.ask != first
        assert " ".join(after.split()[:4]) in words(pilot, "#words")
        await pilot.press(*"What else?", "enter")
        await house.settle(pilot)
        assert screen.round.answered


async def test_leaving_keeps_what_was_written(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(house, pilot)
        await pilot.press("enter", *"What else?", "enter")
        await house.settle(pilot)
        await pilot.press(*"Ho", "escape")
        assert isinstance(app.screen, DrillingScreen), "a line that is not sent is not thrown away at one key"
        await pilot.press("escape")
        await house.settle(pilot)
        assert isinstance(app.screen, DrillsScreen)
        line, done = house.rounds.rounds()
        assert isinstance(done, DrillDone)
        assert (line.type, done.items) == ("drill_line", 1)
        await begin(house, pilot)
        await pilot.press("escape")
        await house.settle(pilot)
        assert len(house.rounds.rounds()) == 2, "a round in which nothing was written leaves no trace"


async def test_a_full_disk_is_told_and_the_line_stays(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(house, pilot)
        house.rounds.full = True
        await pilot.press("enter", *"What else?", "enter")
        await house.settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        await pilot.press("enter")
        assert app.screen.query_one(Draft).text == "What else?"
        house.rounds.full = False
        await pilot.press("enter")
        await house.settle(pilot)
        assert len(house.rounds.rounds()) == 1


async def test_levels_are_chosen_by_number(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(60, 16)) as pilot:
        await house.settle(pilot)
        await pilot.press("d")
        await house.settle(pilot)
        await pilot.press("3", "enter")
        await house.settle(pilot)
        assert isinstance(app.screen, DrillingScreen)
        assert "level 3" in words(pilot, "#status")


async def test_every_drill_stands_on_two_lines(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("d")
        await house.settle(pilot)
        rows = app.screen.query_one("#drills", OptionList)
        width = rows.scrollable_content_region.width - 2
        lines = [line for option in rows.options for line in str(option.prompt).split("\n")]
        assert rows.max_scroll_y
        assert len(lines) == 2 * len(rows.options)
        assert max(map(len, lines)) <= width


async def test_cards_end_by_themselves(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("c")
        await house.settle(pilot)
        assert isinstance(app.screen, CardsScreen)
        many = len(app.screen.review.cards)
        assert many == 3
        await pilot.press("2")
        assert not house.rounds.rounds(), "not rated before the back was seen"
        for key in "123":
            await pilot.press("space")
            assert app.screen.review.card.back[0][:20] in words(pilot, "#back")
            await pilot.press(key)
        assert "all for today: 3 cards" in words(pilot, "#front")
        assert [each.recalled for each in house.rounds.rounds() if isinstance(each, CardReviewed)] == [
            "again",
            "hard",
            "good",
        ]
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("c")
        await house.settle(pilot)
        assert "No card is due today" in words(pilot, "#front")


async def test_every_line_fits_a_narrow_screen(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(60, 16)) as pilot:
        screen = await begin(house, pilot)
        await pilot.press(
            "enter", *"What is it like for you when all of this comes at once, one after the other?", "enter"
        )
        await house.settle(pilot)
        shown = screen.query_one("#words", Static)
        assert screen.query_one("#item").max_scroll_y > 0
        assert max(line.cell_length for line in shown.visual.split("\n")) <= shown.content_size.width  # type: ignore[attr-defined]
