"""A transcript in the app: looked at, replayed, noted beside, and never gone on with."""

from typing import TYPE_CHECKING

from textual.widgets import Static

from allycoach.conversation.events import Imported
from allycoach.practice.importing import About, as_events
from allycoach.transcripts.speakers import Turn
from allycoach.tui.screens.debrief import DebriefScreen
from allycoach.tui.screens.dialogs import TroubleScreen
from allycoach.tui.screens.replay import ReplayScreen
from allycoach.tui.widgets.keyline import KeyLine
from tests.stand_ins import SimpleReader

from .conftest import MemoryLog

if TYPE_CHECKING:
    from textual.app import App

    from .conftest import House


def bring_in(house: "House") -> None:
    turns = (
        Turn("ally", "What brings you?", (1,)),
        Turn("person", "<b>Work</b>", (2,)),
        Turn("ally", "You should.", (3,)),
    )
    about = About("real", "A talk", "four_question", Imported("text", "We all agreed.", typed=True, replaced=2))
    log = MemoryLog()
    for event in as_events(turns, about, reader=SimpleReader(), at=house.clock()):
        log.append(event)
    log.close()
    house.logs["real"] = log


def shown(app: "App[int]") -> str:
    return "\n".join(str(one.content) for one in app.screen.query(Static))


async def test_it_is_looked_at_and_leads_to_no_other_talk(house: "House") -> None:
    bring_in(house)
    app = house.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await house.settle(pilot)
        app.look_at("real")
        await house.settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert "A talk · imported · 2 turns" in shown(app)
        assert "We all agreed." in shown(app)
        assert "How open" not in shown(app)
        keys = str(app.screen.query_one(KeyLine).content)
        assert "replay" in keys
        assert "practise again" not in keys
        assert "back to a turn" not in keys
        before = list(house.logs["real"].lines)
        for key in ("a", "b"):
            await pilot.press(key)
            await house.until(pilot, lambda: isinstance(app.screen, TroubleScreen))
            assert "cannot be gone on with" in shown(app)
            await pilot.press("escape")
            await house.until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        assert house.logs["real"].lines == before


async def test_it_cannot_be_continued_from_the_command_line(house: "House") -> None:
    bring_in(house)
    app = house.app(resume="real")
    async with app.run_test(size=(120, 40)) as pilot:
        await house.settle(pilot)
        await house.until(pilot, lambda: isinstance(app.screen, TroubleScreen))
        assert "cannot be gone on with" in shown(app)
    assert not house.logs["real"].held


async def test_it_is_replayed_with_where_it_is_from_first(house: "House") -> None:
    bring_in(house)
    app = house.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await house.settle(pilot)
        app.look_at("real")
        await house.settle(pilot)
        await pilot.press("r")
        await house.until(pilot, lambda: isinstance(app.screen, ReplayScreen))
        assert "brought in from plain text" in shown(app)
        await pilot.press("right")
        assert "Ally, turn 1\nWhat brings you?" in shown(app)
        assert "Person\n<b>Work</b>" in shown(app)
        assert "brought in" not in shown(app)
        await pilot.press("l", "right")
        assert "Ally, turn 2" in shown(app)
        await pilot.press("n", *"Look", "enter")
        await house.until(pilot, lambda: "trainee: Look" in shown(app))
