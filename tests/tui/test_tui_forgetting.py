"""A sitting is deleted from the list of past ones: asked first, and kept by enter."""

from typing import TYPE_CHECKING

from allycoach.tui.screens.dialogs import ForgetScreen, TroubleScreen
from allycoach.tui.screens.past import PastScreen

from .test_tui_home import ids, save

if TYPE_CHECKING:
    from .conftest import House


async def test_the_marked_sitting_goes_after_a_yes_and_stays_without(house: "House") -> None:
    for number in range(3):
        save(house, number)
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await house.until(pilot, lambda: app.past_whole)
        await pilot.press("a")
        await house.settle(pilot)
        await pilot.press("down", "f8")
        await pilot.pause()
        assert isinstance(app.screen, ForgetScreen)
        await pilot.press("enter")
        await house.settle(pilot)
        assert ids(pilot, "#past") == ["old-2", "old-1", "old-0"]
        await pilot.press("f8", "d")
        await house.until(pilot, lambda: isinstance(app.screen, PastScreen) and "old-1" not in ids(pilot, "#past"))
        assert list(house.logs) == ["old-0", "old-2"]


async def test_one_that_is_in_use_elsewhere_is_kept_and_said(house: "House") -> None:
    save(house, 1)
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await house.until(pilot, lambda: app.past_whole)
        await pilot.press("a")
        await house.settle(pilot)
        house.logs["old-1"].held = True
        await pilot.press("f8", "d")
        await house.settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        assert list(house.logs) == ["old-1"]
