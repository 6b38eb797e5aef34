"""The blank screen: nothing of anybody's words is on it, and no key is passed on."""

from typing import TYPE_CHECKING

from textual.widgets import Static

from allycoach.tui.screens.hidden import HiddenScreen
from allycoach.tui.widgets.draft import Draft

if TYPE_CHECKING:
    from .conftest import House


def shown(app: object) -> str:
    return app.export_screenshot()  # type: ignore[attr-defined, no-any-return]


async def test_words_are_hidden_and_come_back_untouched(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        draft = app.screen.query_one(Draft)
        await pilot.press(*"secret")
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert isinstance(app.screen, HiddenScreen)
        assert "secret" not in shown(app)
        assert "Amina" not in shown(app)
        assert "Hidden" in str(app.screen.query_one(Static).visual)
        await pilot.press("x")
        await pilot.pause()
        assert not isinstance(app.screen, HiddenScreen)
        assert draft.text == "secret"
        await pilot.press("ctrl+l", "ctrl+l", "y")
        assert draft.text == "secrety"
