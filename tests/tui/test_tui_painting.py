"""How often the screen of a talk is painted and laid out: what a trainee feels as speed, counted and not timed."""

import gc
import weakref
from typing import TYPE_CHECKING, ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Offset
from textual.screen import Screen
from textual.selection import Selection

from allycoach.tui.screens.practice import PracticeScreen
from allycoach.tui.widgets.draft import Draft
from allycoach.tui.widgets.steady import Steady
from allycoach.tui.widgets.utterance import Said

from .test_tui_talk import at_home, talking, write

if TYPE_CHECKING:
    from .conftest import House


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A screen's name each time it is laid out."""
    seen: list[str] = []
    laid_out = Screen._refresh_layout

    def counted(screen: Screen[object], *arguments: object, **named: object) -> None:
        seen.append(type(screen).__name__)
        laid_out(screen, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Screen, "_refresh_layout", counted)
    return seen


async def test_an_exchange_adds_two_widgets_to_place(house: "House") -> None:
    async with talking(house) as pilot:
        before = len(pilot.app.screen.query("*"))
        await write(house, pilot, "What was it like for you there?", send=True)
        await write(house, pilot, "What would you want more of?", send=True)
        assert len(pilot.app.screen.query("*")) == before + 4


async def test_writing_does_not_lay_the_screen_out_anew(house: "House", layouts: list[str]) -> None:
    async with talking(house) as pilot:
        await pilot.press(*"We")
        await pilot.pause(0.5)
        layouts.clear()
        await pilot.press(*"ll, what would a good week look like")
        await pilot.pause(0.5)
        assert layouts == []


async def test_a_talk_that_was_left_goes_from_memory(house: "House") -> None:
    async with at_home(house) as pilot:
        left = []
        for _ in range(2):
            pilot.app.begin(next(iter(house.library.scenarios)), "coach")  # type: ignore[attr-defined]
            await pilot.pause(0.1)
            assert isinstance(pilot.app.screen, PracticeScreen)
            left.append(weakref.ref(pilot.app.screen))
            await write(house, pilot, "What is it like?", send=True)
            pilot.app.go_home()  # type: ignore[attr-defined]
            await pilot.pause(0.1)
        pilot.app.begin(next(iter(house.library.scenarios)), "coach")  # type: ignore[attr-defined]
        await pilot.pause(0.1)
        gc.collect()
        assert [screen() for screen in left] == [None, None]


class Lines(App[None]):
    """Words of a fixed height, and words that may take any."""

    CSS: ClassVar[str] = "#line { height: 1; } #fit { width: auto; height: 1; } #block { height: auto; }"

    def compose(self) -> ComposeResult:
        yield Steady(Content("one"), id="line")
        yield Steady(Content("one"), id="fit")
        yield Steady(Content("one"), id="block")


@pytest.mark.parametrize(
    ("where", "words", "anew"),
    [
        ("line", "three", False),
        ("fit", "two", False),
        ("fit", "three", True),
        ("block", "two", True),
        ("block", "one", False),
        ("fit", "one", False),
    ],
)
async def test_only_what_may_grow_is_laid_out_anew(layouts: list[str], where: str, words: str, *, anew: bool) -> None:
    async with Lines().run_test() as pilot:
        await pilot.pause(0.1)
        layouts.clear()
        shown = pilot.app.query_one(f"#{where}", Steady)
        shown.show(Content(words))
        await pilot.pause(0.1)
        assert (bool(layouts), str(shown.visual)) == (anew, words)


class OneSaid(App[None]):
    CSS: ClassVar[str] = ".said { height: auto; }"

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"person": "red", "you": "blue"}

    def compose(self) -> ComposeResult:
        yield Said("Amina [b]of the library", Content(self.words), kind="person")
        yield Draft()


WORDS = "It's two pages, I've got the twenty pence here."


async def test_words_stand_beside_the_name_on_each_line() -> None:
    async with OneSaid(WORDS).run_test(size=(30, 10)) as pilot:
        said = pilot.app.query_one(Said)
        lines = ["".join(segment.text for segment in said.render_line(y)).rstrip() for y in range(said.size.height)]
        assert lines == ["Amina [b… It's two pages, I've", "          got the twenty pence", "          here."]


async def test_what_is_marked_is_what_was_said() -> None:
    async with OneSaid(WORDS).run_test(size=(30, 10)) as pilot:
        said = pilot.app.query_one(Said)
        assert said.get_selection(Selection(None, None)) == (WORDS, "\n")
        assert pilot.app.screen.get_widget_and_offset_at(10 + 4, 1) == (said, Offset(WORDS.index("the twenty"), 0))


async def test_nothing_said_takes_a_line() -> None:
    async with OneSaid("").run_test(size=(30, 10)) as pilot:
        assert pilot.app.query_one(Said).size.height == 1
