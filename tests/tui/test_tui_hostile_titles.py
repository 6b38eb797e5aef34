"""Titles are text wherever they stand: in the palette, which takes text for markup, and when their file is gone."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.command import CommandPalette
from textual.widgets import OptionList

from allycoach.tui.screens.debrief import DebriefScreen

if TYPE_CHECKING:
    from .conftest import House

TITLE = "Amina [/nowhere] [red]at the desk[/red]"


async def test_the_palette_shows_a_title_as_it_is_written(house: "House") -> None:
    name, person = next(iter(house.library.scenarios.items()))
    house.library = replace(house.library, scenarios={name: person.model_copy(update={"title": TITLE})})
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        for typed in ("", "nowhere"):
            await pilot.press("ctrl+p", *typed)
            await house.until(pilot, lambda: any(TITLE in line for line in _offered(pilot.app.screen)))
            await pilot.press("escape")
            if isinstance(app.screen, CommandPalette):
                await pilot.press("escape")


def _offered(screen: object) -> list[str]:
    assert isinstance(screen, CommandPalette)
    return [str(option.prompt) for option in screen.query_one(OptionList).options]


async def test_a_talk_whose_person_is_gone_can_still_be_looked_at(house: "House") -> None:
    name = next(iter(house.library.scenarios))
    app = house.app(start=name, mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press(*"What else?", "enter")
        await house.settle(pilot)
        await pilot.press("escape", "3", "escape")
        await house.settle(pilot)
    others = {other: person for other, person in house.library.scenarios.items() if other != name}
    house.library = replace(house.library, scenarios=others)
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        app.look_at("sitting-1")
        await house.settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
