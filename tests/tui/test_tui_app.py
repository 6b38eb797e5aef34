"""The app around a talk: what loads when, what is said when something is missing, themes, the palette."""

import subprocess
import sys
from threading import Event as Gate
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from allycoach.conversation.sitting import fold
from allycoach.errors import ContentError, PipelineMissing
from allycoach.tui.palette import Talks
from allycoach.tui.screens.before import BeforeScreen
from allycoach.tui.screens.debrief import DebriefScreen
from allycoach.tui.screens.dialogs import TroubleScreen
from allycoach.tui.screens.home import HomeScreen
from allycoach.tui.screens.practice import PracticeScreen
from allycoach.tui.widgets.draft import Draft

if TYPE_CHECKING:
    from .conftest import FewRules, House

MISSING = PipelineMissing("No English pipeline.", kept="Your sittings are safe.", mend="Run this command.")


def words(pilot: "Pilot[int]", selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).visual)


def first(house: "House") -> str:
    return next(iter(house.library.scenarios))


def test_importing_the_app_loads_no_pipeline_and_no_content() -> None:
    script = (
        "import sys; import allycoach.tui.app;"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'spacy', 'pydantic', 'ruamel', 'typer', 'jinja2'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_home_stands_before_anything_is_loaded(house: "House") -> None:
    gate = Gate()
    library = house.library
    app = house.app()

    def slow() -> object:
        gate.wait(5)
        return library

    object.__setattr__(app.parts, "load_library", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.05)
        assert "Good evening." in words(pilot, "#greeting")
        assert "Finding the people" in words(pilot, "#suggestion")
        await pilot.press("1", "enter")
        assert isinstance(app.screen, HomeScreen)
        gate.set()
        await house.settle(pilot)
        chosen = app.screen.query_one("#rows", OptionList).highlighted_option
        assert chosen is not None
        assert "It is a gentle way in." in str(chosen.prompt)


class SlowReader:
    """Hands over its reader when the gate opens."""

    def __init__(self, reader: "FewRules") -> None:
        self.gate = Gate()
        self.reader = reader

    def __call__(self, _library: object) -> "FewRules":
        self.gate.wait(5)
        return self.reader


async def test_a_reply_waits_for_the_reader_and_then_goes(house: "House") -> None:
    app = house.app(start=first(house), mode="coach")
    slow = SlowReader(house.load_reader(house.library))
    object.__setattr__(app.parts, "load_reader", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: isinstance(app.focused, Draft))
        await house.until(pilot, lambda: words(pilot, "#legend").startswith("analyser warming up"))
        await pilot.press(*"hello", "enter")
        await house.until(pilot, lambda: "goes by itself" in words(pilot, "#legend"))
        assert app.screen.query_one(Draft).text == "hello"
        slow.gate.set()
        await house.settle(pilot)
        assert fold(house.logs["sitting-1"].events()).turns[0].reply.text == "hello"
        assert app.screen.query_one(Draft).text == ""


@pytest.mark.parametrize(("key", "left"), [("escape", "hello"), ("!", "hello!")])
async def test_a_waiting_reply_can_be_taken_back(house: "House", key: str, left: str) -> None:
    app = house.app(start=first(house), mode="coach")
    slow = SlowReader(house.load_reader(house.library))
    object.__setattr__(app.parts, "load_reader", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: isinstance(app.focused, Draft))
        await pilot.press(*"hello", "enter", key)
        await house.until(pilot, lambda: "ot sent" in words(pilot, "#legend"))
        slow.gate.set()
        await house.settle(pilot)
        assert fold(house.logs["sitting-1"].events()).turns == ()
        assert app.screen.query_one(Draft).text == left


async def test_a_talk_that_is_not_open_yet_leaves_nothing_behind(house: "House") -> None:
    app = house.app(start="safeguarding-tired", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        assert house.logs == {}


async def test_a_missing_pipeline_is_said_and_can_be_left(house: "House") -> None:
    house.reader = MISSING
    app = house.app(start=first(house), mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        shown = str(app.screen.query(Static).first(Static).visual)
        assert MISSING.message in shown
        assert MISSING.mend in shown
        await pilot.press("enter", *"hello", "enter")
        await house.settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        await pilot.press("enter", "escape", "2")
        await house.settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert fold(house.logs["sitting-1"].events()).draft == "hello"
        await pilot.press("1", "enter")
        await house.settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        assert len(house.logs) == 1


async def test_content_that_cannot_be_loaded_is_said_on_home(house: "House") -> None:
    app = house.app()

    def broken() -> object:
        raise ContentError("models/x.yaml:3:1 is wrong.", mend="Mend it.")

    object.__setattr__(app.parts, "load_library", broken)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert "models/x.yaml:3:1 is wrong." in words(pilot, "#suggestion")
        await pilot.press("ctrl+q")


async def test_an_unforeseen_error_while_loading_is_said_too(house: "House") -> None:
    app = house.app()

    def broken() -> object:
        raise RuntimeError("what")

    object.__setattr__(app.parts, "load_library", broken)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert "went wrong" in words(pilot, "#suggestion")


async def test_an_unknown_person_is_said_and_home_stays(house: "House") -> None:
    app = house.app(start="nobody-of-that-name")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert isinstance(app.screen, TroubleScreen)
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_start_without_a_mode_asks_and_resume_goes_on(house: "House") -> None:
    app = house.app(start=first(house))
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert isinstance(app.screen, BeforeScreen)
        await pilot.press("3", "enter")
        await house.settle(pilot)
        await pilot.press("ctrl+q")
    app = house.app(resume="sitting-1")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        assert fold(house.logs["sitting-1"].events()).mode == "solo"


async def test_a_past_sitting_is_looked_at_without_changing_it(house: "House") -> None:
    app = house.app(start=first(house), mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press(*"What else?", "enter")
        await house.settle(pilot)
        await pilot.press("escape", "3", "escape")
        await house.settle(pilot)
        await pilot.press("enter")
        await house.settle(pilot)
        saved = list(house.logs["sitting-1"].lines)
        rows = app.screen.query_one("#rows", OptionList)
        rows.highlighted = [option.id for option in rows.options].index("look_at:sitting-1")
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert not app.screen.has_class("-asking")
        await pilot.press("a")
        await house.settle(pilot)
        assert isinstance(app.screen, BeforeScreen)
        assert house.logs["sitting-1"].lines == saved


async def test_both_themes_and_no_colour(house: "House", monkeypatch: pytest.MonkeyPatch) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        before = app.theme
        await pilot.press("f9")
        assert {before, app.theme} == {"allycoach-dark", "allycoach-light"}
    monkeypatch.setenv("NO_COLOR", "1")
    app = house.app(start=first(house), mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        app.screen.query_one(Draft).insert("have you thought about care work")
        await house.settle(pilot)
        assert "? closed" in words(pilot, "#legend")
        picture = app.export_screenshot()
        greys = {colour for colour in _colours(picture) if len({colour[0:2], colour[2:4], colour[4:6]}) > 1}
        assert greys <= FRAME


FRAME = {"ff5f57", "febc2e", "28c840", "c5c8c6"}
"""The frame that Textual draws around every screenshot."""


def _colours(svg: str) -> set[str]:
    import re

    return {found.lower() for found in re.findall(r"#([0-9a-fA-F]{6})\b", svg)}


async def test_the_palette_finds_people_and_sittings(house: "House") -> None:
    app = house.app(start=first(house), mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("escape", "2")
        await house.settle(pilot)
        talks = Talks(app.screen)
        names = [str(hit.text) async for hit in talks.discover()]
        title = house.library.scenarios[first(house)].title
        assert f"Talk with: {title}" in names
        assert f"Continue: {title}" in names
        found = [hit async for hit in talks.search("continue")]
        assert len(found) >= 1
        commands = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Home", "Help", "Light or dark", "Leave"} <= commands


async def test_the_palette_offers_modes_during_a_talk(house: "House") -> None:
    app = house.app(start=first(house), mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        commands = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        commands["Mode: quiet"]()
        assert fold(house.logs["sitting-1"].events()).mode == "quiet"


async def test_all_of_what_comes_before_can_be_read_with_keys(house: "House") -> None:
    app = house.app(start=first(house))
    async with app.run_test(size=(60, 16)) as pilot:
        await house.settle(pilot)
        about = app.screen.query_one("#about")
        assert "read on" in words(pilot, ".keys")
        for _ in range(6):
            await pilot.press("pagedown")
        assert about.scroll_y == about.max_scroll_y > 0
