"""The passphrase is the first thing the app asks for, and nothing kept is touched before it."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from allycoach.errors import WrongPassphrase
from allycoach.tui.app import AllycoachApp
from allycoach.tui.parts import Parts
from allycoach.tui.room_app import RoomApp
from allycoach.tui.screens.hidden import HiddenScreen
from allycoach.tui.screens.home import HomeScreen
from allycoach.tui.screens.unlock import UnlockScreen

from .test_tui_home import save

if TYPE_CHECKING:
    from .conftest import House

SAID = "four odd words"


class Door:
    """Locked until the right words are said."""

    def __init__(self, house: "House", said: str = "") -> None:
        self.house, self.said, self.tried, self.locked, self.touched = house, said, list[str](), True, list[str]()

    def unlock(self, passphrase: str) -> str:
        self.tried.append(passphrase)
        if passphrase != SAID:
            raise WrongPassphrase("That is not the passphrase.")
        self.locked = False
        return self.said

    def parts(self) -> Parts:
        parts = self.house.parts()

        def recent(count: int) -> object:
            assert not self.locked, "kept words were asked for too early"
            self.touched.append("recent")
            return parts.memory.recent(count)

        memory = replace(parts.memory, recent=recent)  # type: ignore[arg-type]
        return replace(parts, memory=memory, locked=lambda: self.locked, unlock=self.unlock, sealed=lambda: True)


def asks(app: AllycoachApp | RoomApp) -> bool:
    fields = app.screen.query(Input)
    return isinstance(app.screen, UnlockScreen) and bool(fields) and fields.first().has_focus


def said(app: AllycoachApp | RoomApp) -> str:
    return str(app.screen.query_one("#said", Static).content)


async def test_the_right_words_open_it(house: "House") -> None:
    save(house, 1)
    door = Door(house)
    app = AllycoachApp(door.parts())
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: asks(app))
        assert app.screen.query_one(Input).password, "nobody sees what is typed"
        assert app.library is None
        await pilot.press(*SAID, "enter")
        await house.until(pilot, lambda: app.library is not None and app.past_whole)
        assert isinstance(app.screen, HomeScreen)
        assert door.tried == [SAID]
        assert [one.sitting for one in app.past or ()] == ["old-1"]


async def test_wrong_words_are_said_to_be_wrong_and_can_be_typed_again(house: "House") -> None:
    door = Door(house)
    app = AllycoachApp(door.parts())
    async with app.run_test(size=(60, 20)) as pilot:
        await house.until(pilot, lambda: asks(app))
        await pilot.press("enter")
        assert door.tried == [], "nothing typed is nothing tried"
        await pilot.press("x", "y", "enter")
        await house.until(pilot, lambda: "not the passphrase" in said(app))
        assert app.screen.query_one(Input).value == ""
        assert app.screen.query_one(Input).has_focus
        await pilot.press(*SAID, "enter")
        await house.until(pilot, lambda: app.library is not None)
        assert door.tried == ["xy", SAID]


@pytest.mark.parametrize("kind", [AllycoachApp, RoomApp])
async def test_escape_leaves_with_nothing_read(house: "House", kind: type[AllycoachApp] | type[RoomApp]) -> None:
    door = Door(house)
    app = kind(door.parts())
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: asks(app))
        await pilot.press("a", "b", "escape")
        await pilot.pause()
    assert app.return_code == 0
    assert door.tried == door.touched == []


async def test_the_screen_can_be_hidden_and_help_read_meanwhile(house: "House") -> None:
    door = Door(house)
    app = AllycoachApp(door.parts())
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: asks(app))
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert isinstance(app.screen, HiddenScreen)
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, UnlockScreen)
        await pilot.press("f1")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press(*SAID, "enter")
        await house.until(pilot, lambda: app.library is not None)


async def test_what_could_not_be_finished_is_said_and_keeps_nobody_out(house: "House") -> None:
    door = Door(house, said="NOT FINISHED: [b]x[/b].jsonl: the disk is full")
    app = AllycoachApp(door.parts())
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: asks(app))
        await pilot.press(*SAID, "enter")
        await house.until(pilot, lambda: app.library is not None)
        assert [one.message for one in app._notifications] == ["NOT FINISHED: [b]x[/b].jsonl: the disk is full"]


async def test_without_a_passphrase_nothing_is_asked(house: "House") -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert isinstance(app.screen, HomeScreen)
