"""Replay on the full screen: scrubbing, landmarks, playing, notes, lenses, other tries; long talks cost no more."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from allycoach.coaching.replay import Replay
from allycoach.conversation.sitting import Sitting, fold
from allycoach.tui.present.replay import HERE, moment, timeline
from allycoach.tui.screens.debrief import DebriefScreen
from allycoach.tui.screens.practice import PracticeScreen
from allycoach.tui.screens.replay import NoteScreen, ReplayScreen
from allycoach.tui.screens.turning_back import CompareScreen
from allycoach.tui.widgets.draft import Draft

if TYPE_CHECKING:
    from .conftest import House

ADVICE, OPEN = "Have you thought about care work?", "What has it been like?"


def words(pilot: "Pilot[int]", selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).visual)


def kept(house: "House") -> Sitting:
    return fold(next(iter(house.logs.values())).events())


async def replaying(house: "House", pilot: "Pilot[int]", *replies: str) -> ReplayScreen:
    await house.until(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
    for number, text in enumerate(replies, 1):
        await house.settle(pilot)
        pilot.app.screen.query_one(Draft).put(text)
        await pilot.press("enter")
        await house.until(pilot, lambda number=number: len(kept(house).turns) == number)  # type: ignore[misc]
        await house.settle(pilot)
    await pilot.press("escape", "3")
    await house.until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
    await pilot.press("escape")
    await house.settle(pilot)
    await pilot.press("r")
    await house.until(pilot, lambda: isinstance(pilot.app.screen, ReplayScreen))
    await house.settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ReplayScreen)
    return screen


async def test_scrubbing_and_jumping(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await replaying(house, pilot, OPEN, ADVICE, OPEN)
        assert "the opening; 3 turns" in words(pilot, "#title")
        await pilot.press("f")
        assert screen.at == 2
        assert "care work" in words(pilot, "#words")
        assert "came back at turn 3" in words(pilot, "#words")
        await pilot.press("f")
        assert "no flag after" in words(pilot, "#message")
        await pilot.press("right", "right", "right")
        assert screen.at == 3
        await pilot.press("home", "left")
        assert screen.at == 0
        await pilot.press("end", "m")
        assert "Marks off" in words(pilot, "#message")


async def test_a_note_is_kept_and_shown(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await replaying(house, pilot, OPEN)
        await pilot.press("right", "n")
        await house.until(pilot, lambda: isinstance(app.screen, NoteScreen))
        app.screen.query_one(Input).value = "a [b]note"
        await pilot.press("enter")
        await house.until(pilot, lambda: len(kept(house).written) == 1)
        await house.until(pilot, lambda: isinstance(app.screen, ReplayScreen))
        await house.until(pilot, lambda: "trainee: a [b]note" in words(pilot, "#words"))


async def test_it_plays_by_itself_and_stops(house: "House", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allycoach.tui.screens.replay.reading_seconds", lambda _text: 0.01)
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await replaying(house, pilot, OPEN, OPEN)
        await pilot.press("space")
        await house.until(pilot, lambda: screen.at == 2)
        assert screen._playing is None


async def test_every_model_is_a_lens(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await replaying(house, pilot, OPEN)
        await pilot.press("right")
        for model in sorted(house.library.models):
            await pilot.press("l")
            assert house.library.model(model).title in words(pilot, "#words")
        await pilot.press("l")
        assert "Through no model" in words(pilot, "#message")


async def test_other_tries_are_shown_side_by_side(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(160, 50)) as pilot:
        await house.until(pilot, lambda: isinstance(app.screen, PracticeScreen))
        await house.settle(pilot)
        app.screen.query_one(Draft).put(ADVICE)
        await pilot.press("enter")
        await house.until(pilot, lambda: len(kept(house).turns) == 1)
        await house.settle(pilot)
        await pilot.press("ctrl+t", "enter")
        await house.until(pilot, lambda: len(kept(house).branches) == 1)
        await house.settle(pilot)
        await replaying(house, pilot, OPEN)
        await pilot.press("t", "enter")
        await house.until(pilot, lambda: isinstance(app.screen, CompareScreen))


def long_talk(sitting: Sitting, turns: int) -> Sitting:
    one = sitting.turns[0]
    return replace(
        sitting, turns=tuple(replace(one, reply=one.reply.model_copy(update={"turn": n})) for n in range(1, turns + 1))
    )


async def test_two_thousand_turns_fit_the_line(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await replaying(house, pilot, ADVICE)
        replay = Replay(long_talk(kept(house), 2000))
        for at in (0, 1, 999, 2000):
            lines = timeline(replay, at, 78).plain.split("\n")
            assert max(map(len, lines)) <= 78
            assert HERE in lines[2]
            assert moment(replay, at, marks=True).plain
