"""A pack on the wall: a clock that is moved by hand, notes and answers hidden or shown, and the way out and back."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import Digits, Static

from allycoach.content.library import Library
from allycoach.content.schema.pack import Part
from allycoach.errors import AllycoachError
from allycoach.practice.pack_run import PackRun
from allycoach.tui import pack_app
from allycoach.tui.pack_app import PackApp, PartApp
from allycoach.tui.present import pack as present
from allycoach.tui.screens.drilling import DrillingScreen
from allycoach.tui.screens.pack import STAYS_OPEN, PackKeysScreen, PackScreen
from allycoach.tui.widgets.keyline import KeyLine
from tests.stand_ins import EVENING

if TYPE_CHECKING:
    from .conftest import House


class Wall:
    """A pack on a wall, and the clock beside it."""

    def __init__(self, shelf: Library, name: str = "ask-dont-tell") -> None:
        self.now = EVENING
        self.run = PackRun(shelf.pack(name), clock=self.clock)
        self.app = PackApp(self.run, shelf)
        self.app.tick = 600  # a test moves it by hand, but for the one that looks at the ticking

    def clock(self) -> datetime:
        return self.now

    async def on(self, pilot: Pilot[bool], **time: float) -> None:
        self.now += timedelta(**time)
        for screen in self.app.screen_stack:
            if isinstance(screen, PackScreen):
                screen.show_time()
        await pilot.pause()

    def words(self, selector: str) -> str:
        return str(self.app.screen.query_one(selector, Static).visual)

    @property
    def figures(self) -> str:
        return self.app.screen.query_one(Digits).value


@pytest.fixture
def wall(shipped: Library) -> Wall:
    return Wall(shipped)


async def test_the_clock_waits_for_a_key_and_then_counts_down_in_figures_and_words(wall: Wall) -> None:
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await wall.on(pilot, minutes=5)
        assert (wall.figures, wall.words("#time").splitlines()[0]) == ("03:00", "‖ Not started yet, 3 minutes left")
        assert "To have ready" in wall.words("#first")
        await pilot.press("space")
        await wall.on(pilot, minutes=1, seconds=30)
        assert (wall.figures, wall.words("#time").splitlines()[0]) == ("01:30", "1 minute 30 left")
        assert not wall.app.screen.query_one("#first").display
        assert str(wall.app.screen.query_one(KeyLine).visual).endswith("w task only  f1 all keys  esc leave")
        await wall.on(pilot, minutes=1)
        assert wall.words("#time").startswith("! Nearly: 30 seconds left")
        assert wall.app.screen.has_class("-late")
        await wall.on(pilot, minutes=1)
        assert (wall.figures, wall.words("#time").splitlines()[0]) == ("+00:30", "!! Time to go on: over by 30 seconds")
        await pilot.press("plus")
        assert (wall.figures, wall.words("#time").splitlines()[1]) == ("00:30", "of 4 minutes for this part")
        await pilot.press("space")
        await wall.on(pilot, minutes=9)
        assert wall.words("#time").splitlines()[0] == "‖ The clock stands still, 30 seconds left"


async def test_the_clock_ticks_by_itself(wall: Wall) -> None:
    wall.app.tick = 0.05
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        wall.now += timedelta(seconds=70)
        for _ in range(100):
            await pilot.pause(0.05)
            if wall.figures == "01:50":
                return
    raise AssertionError("it never ticked")


async def test_from_part_to_part_to_the_end_and_back(wall: Wall) -> None:
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        await wall.on(pilot, minutes=3)
        await pilot.press("enter")
        assert "part 2 of 5" in wall.words("#title")
        assert "In twos: one reads" in wall.words("#body")
        await pilot.press("b")
        assert "part 1 of 5" in wall.words("#title")
        assert wall.figures == "+00:00"
        await pilot.press(*["enter"] * 5)
        assert "That is the end." in wall.words("#body")
        assert "It took 3 minutes; 20 minutes were planned." in wall.words("#body")
        assert not wall.app.screen.query_one("#clock").display
        await pilot.press("b")
        assert "part 5 of 5" in wall.words("#title")


async def test_answers_are_hidden_until_a_key_and_again_in_the_next_part(wall: Wall) -> None:
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert "~ opens" not in wall.words("#body")
        assert "5 notes, hidden" in wall.words("#body")
        await pilot.press("a")
        assert "What would you like someone to notice first?" in wall.words("#body")
        await pilot.press("enter")
        assert "~ opens" not in wall.words("#body")


async def test_only_the_task_and_the_cards_are_on_the_wall_when_asked_for(wall: Wall) -> None:
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "a", "w")
        shown = wall.words("#body")
        assert "In twos: one reads" in shown
        assert "My CV is four pages long." in shown
        assert "Walk round" not in shown
        assert "~ opens" not in shown
        assert wall.app.screen.query_one("#part").max_scroll_y == 0
        await pilot.press("w")
        assert "Walk round" in wall.words("#body")


async def test_leaving_a_session_that_runs_takes_two_keys(wall: Wall) -> None:
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "escape")
        await wall.on(pilot, seconds=5)
        assert wall.words("#message") == STAYS_OPEN
        await pilot.press("enter")
        assert wall.words("#message") == ""
        await pilot.press("escape", "escape")
    assert wall.app.return_value is False


async def test_keys_are_explained_while_the_clock_goes_on(wall: Wall) -> None:
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "f1")
        assert isinstance(wall.app.screen, PackKeysScreen)
        await wall.on(pilot, seconds=30)
        await pilot.press("f1")
        await wall.on(pilot, seconds=0)
        assert wall.figures == "02:30"
        theme = wall.app.theme
        await pilot.press("f9")
        assert wall.app.theme != theme


async def test_a_part_is_opened_or_says_that_there_is_nothing_to_open(wall: Wall) -> None:
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("o")
        assert wall.words("#message") == "There is nothing to open in this part."
        await pilot.press("enter", "o")
    assert wall.app.return_value is True


def test_what_was_opened_leads_back_to_the_same_part_and_time(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[object] = [True, False]
    opened: list[Part] = []
    monkeypatch.setattr(PackApp, "run", lambda _app: left.pop(0))
    wall.run.next()
    wall.run.go()

    def open_part(part: Part) -> None:
        opened.append(part)
        wall.now += timedelta(minutes=2)

    assert pack_app.run_pack(wall.run, Library(), open_part) == 0
    assert opened == [wall.run.pack.parts[1]]
    assert wall.run.left() == timedelta(minutes=4)


async def test_what_could_not_be_opened_is_said_on_the_wall_and_the_session_goes_on(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[PackApp] = []

    def run(app: PackApp) -> bool:
        shown.append(app)
        return len(shown) == 1

    monkeypatch.setattr(PackApp, "run", run)

    def open_part(_part: Part) -> None:
        raise AllycoachError("This talk is locked.", mend="Fill in the card.")

    pack_app.run_pack(wall.run, Library(), open_part)
    monkeypatch.undo()
    wall.app = shown[1]
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.05)
        assert wall.words("#message") == "This talk is locked. Fill in the card."


async def test_a_drill_of_a_pack_opens_at_its_level_and_leaves_to_the_pack(house: "House") -> None:
    app = PartApp(house.parts(), drill="advice-to-question", level=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DrillingScreen)
        assert "level 2" in str(screen.query_one("#status", Static).visual)
        await pilot.press("escape")
        await pilot.pause()
    assert app.return_value == 0


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_nothing_is_wider_than_the_wall(shipped: Library, width: int) -> None:
    for pack in shipped.packs.values():
        run = PackRun(pack, clock=lambda: EVENING)
        for _ in pack.parts:
            shown = present.body(run, shipped, present.Showing(answers=True), width)
            assert all(line.cell_length <= width for line in shown.wrap(width))
            assert present.title(run, width).cell_length <= width
            run.next()


async def test_every_task_with_its_cards_fits_the_wall_without_scrolling(shipped: Library) -> None:
    for name in shipped.packs:
        wall = Wall(shipped, name)
        async with wall.app.run_test(size=(80, 24)) as pilot:
            await pilot.press("w")
            for part in wall.run.pack.parts:
                await pilot.pause()
                assert wall.app.screen.query_one("#part").max_scroll_y == 0, (name, part.title)
                await pilot.press("enter")


async def test_a_pack_of_hostile_text_is_only_text(shipped: Library) -> None:
    pack = shipped.pack("ask-dont-tell")
    bad = "[bold red]x[/] \x1b[2J\u202e @click=app.quit"
    part = pack.parts[1].model_copy(update={"task": bad, "title": bad, "do": (bad,), "say": (bad,)})
    hostile = pack.model_copy(update={"title": bad, "parts": (part, *pack.parts[1:])})
    wall = Wall(shipped)
    wall.app = PackApp(PackRun(hostile, clock=wall.clock), shipped)
    async with wall.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.05)
        assert "[bold red]x[/] ␛[2J" in wall.words("#body")
        assert "\x1b" not in wall.words("#title") + wall.words("#body")
