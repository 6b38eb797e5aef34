"""A talk on the screen, from choosing a person to looking back, with a reader of a few rules."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from allycoach.conversation.sitting import Sitting, fold
from allycoach.tui.screens.before import BeforeScreen
from allycoach.tui.screens.debrief import DebriefScreen
from allycoach.tui.screens.dialogs import LeaveScreen, NotSoScreen, TroubleScreen
from allycoach.tui.screens.help import HelpScreen
from allycoach.tui.screens.home import HomeScreen
from allycoach.tui.screens.practice import PracticeScreen
from allycoach.tui.screens.turning_back import WhereScreen
from allycoach.tui.widgets.draft import Draft, Mark
from allycoach.tui.widgets.utterance import Said

if TYPE_CHECKING:
    from .conftest import House

SLIP = "Have you thought about care work?"
SIZES = [(80, 24), (160, 50)]


@asynccontextmanager
async def at_home(house: "House", size: tuple[int, int] = (80, 24), **arguments: object) -> "AsyncIterator[Pilot[int]]":
    app = house.app(**arguments)
    async with app.run_test(size=size) as pilot:
        await house.settle(pilot)
        yield pilot


@asynccontextmanager
async def talking(house: "House", size: tuple[int, int] = (80, 24), mode: str = "coach") -> "AsyncIterator[Pilot[int]]":
    person = next(iter(house.library.scenarios))
    async with at_home(house, size, start=person, mode=mode) as pilot:
        assert isinstance(pilot.app.screen, PracticeScreen)
        yield pilot


def draft(pilot: "Pilot[int]") -> Draft:
    return pilot.app.screen.query_one(Draft)


def words(pilot: "Pilot[int]", selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).visual)


def sitting(house: "House", name: str = "sitting-1") -> Sitting:
    return fold(house.logs[name].events())


async def write(house: "House", pilot: "Pilot[int]", text: str, *, send: bool = False) -> None:
    draft(pilot).insert(text)
    await house.settle(pilot)
    if send:
        await pilot.press("enter")
        await house.settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_from_home_to_debrief_and_back(house: "House", size: tuple[int, int]) -> None:
    async with at_home(house, size) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, BeforeScreen)
        await pilot.press("2", "1", "enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, PracticeScreen)
        await pilot.press(*"hi")
        assert draft(pilot).text == "hi"
        await write(house, pilot, ". What brings you here?", send=True)
        assert sitting(house).turns[0].reply.text == "hi. What brings you here?"
        assert sitting(house).turns[0].answer is not None
        await pilot.press("escape", "3")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, DebriefScreen)
        draft(pilot).insert("i waited")
        await pilot.press("enter")
        await house.settle(pilot)
        assert sitting(house).reflections[0].text == "i waited"
        await pilot.press("enter")
        await house.settle(pilot)
        assert len(sitting(house).reflections) == 1
        assert "i waited" in words(pilot, "#summary-words")
        assert "not assessment" in words(pilot, ".title")
        await pilot.press("e")
        await house.settle(pilot)
        assert house.exported == ["sitting-1"]
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert not house.logs["sitting-1"].held


async def test_marks_and_legend_follow_the_draft(house: "House") -> None:
    async with talking(house) as pilot:
        height = draft(pilot).region
        await write(house, pilot, SLIP)
        assert draft(pilot).marks == (Mark(0, 22), Mark(23, 32))
        assert words(pilot, "#legend") == '? closed: "Have you thought about"   ! advice in a question: "care work"'
        assert draft(pilot).region == height
        draft(pilot).put("What is it like?")
        await house.settle(pilot)
        assert draft(pilot).marks == ()
        assert words(pilot, "#legend") == "~ open so far"


async def test_marks_are_underlined_spans_of_the_line(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, "Right.\n" + SLIP)
        underlined = [
            (span.start, span.end) for span in draft(pilot).get_line(1).spans if getattr(span.style, "underline", False)
        ]
        assert underlined == [(0, 22), (23, 32)]
        assert not any(
            getattr(span.style, "underline", False) for span in draft(pilot).get_line(0).spans if span.end > 0
        )


@pytest.mark.parametrize("mode", ["quiet", "solo"])
async def test_without_the_coach_nothing_is_marked(house: "House", mode: str) -> None:
    async with talking(house, mode=mode) as pilot:
        await write(house, pilot, SLIP)
        assert draft(pilot).marks == ()
        assert words(pilot, "#legend") == ""
        await pilot.press("enter")
        await house.settle(pilot)
        assert "One thought" not in words(pilot, "#coach")
        under = pilot.app.screen.query(".-you").last(Said).text
        assert under == (f"{SLIP}\n•" if mode == "quiet" else SLIP)
        await pilot.press("w", "enter")
        await house.settle(pilot)
        assert sitting(house).turns[-1].reply.text == SLIP, "a lone letter is never sent"
        assert words(pilot, "#legend").startswith("No thought on screen")


async def test_a_note_and_its_reason(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        assert "One thought" in words(pilot, "#coach")
        short = words(pilot, "#coach")
        await pilot.press("f7")
        assert len(words(pilot, "#coach")) > len(short)
        await pilot.press("f7")
        assert words(pilot, "#coach") == short
        await pilot.press("w")
        assert words(pilot, "#legend") == "enter: why this one"
        await pilot.press("enter")
        await house.settle(pilot)
        assert len(words(pilot, "#coach")) > len(short)
        assert draft(pilot).text == ""
        assert len(sitting(house).turns) == 1


@pytest.mark.parametrize("first", ["r", "p", "w", "x", "1", "0"])
async def test_no_first_letter_is_ever_lost(house: "House", first: str) -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await pilot.press(first, *"hat now")
        assert draft(pilot).text == f"{first}hat now"


async def test_letters_still_on_their_way_are_sent_too(house: "House") -> None:
    async with talking(house) as pilot:
        for letter in "how":
            pilot.app.post_message(Key(letter, letter))
        pilot.app.post_message(Key("enter", None))
        await house.settle(pilot)
        assert sitting(house).turns[0].reply.text == "how"


async def test_a_phrase_by_number(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await pilot.press("p", "enter")
        await house.settle(pilot)
        offered = sitting(house).offered[0]
        assert all(text in " ".join(words(pilot, "#coach").split()) for text in offered.texts)
        await pilot.press("2")
        await house.settle(pilot)
        assert draft(pilot).text == offered.texts[1]
        await pilot.press("1")
        await house.settle(pilot)
        assert draft(pilot).text == offered.texts[0]
        await pilot.press("!", "1")
        assert draft(pilot).text == f"{offered.texts[0]}!1"
        await pilot.press("enter")
        await house.settle(pilot)
        assert sitting(house).turns[1].reply.phrase == offered.ids[0]


async def test_zero_keeps_your_own_words(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await write(house, pilot, "Sorry.")
        await pilot.press("f5")
        await pilot.press("3")
        await house.settle(pilot)
        assert draft(pilot).text != "Sorry."
        await pilot.press("0")
        await house.settle(pilot)
        assert draft(pilot).text == "Sorry."
        await pilot.press("1", "enter")
        await house.settle(pilot)
        assert sitting(house).turns[1].reply.text == "Sorry.1"
        assert sitting(house).turns[1].reply.phrase is None


async def test_numbers_choose_only_while_phrases_are_on_screen(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await pilot.press("f5", "f4")
        await house.until(pilot, lambda: isinstance(pilot.app.screen, WhereScreen))
        await pilot.press("escape")
        await house.until(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await house.settle(pilot)
        await pilot.press("1")
        assert draft(pilot).text == "1"
        await pilot.press("backspace", "escape", "1")
        await house.settle(pilot)
        assert draft(pilot).text == sitting(house).offered[0].texts[0]


async def test_escape_from_phrases_leaves_the_draft_as_it_is(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await pilot.press("f5", "1", "!", "escape")
        await house.settle(pilot)
        assert draft(pilot).text.endswith("!")
        assert "One thought" in words(pilot, "#coach")


async def test_try_again_first_then_phrases_beside_it(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await pilot.press("f6")
        await house.settle(pilot)
        assert draft(pilot).selected_text == SLIP
        await pilot.press(*"What then?", "enter")
        await house.settle(pilot)
        assert len(sitting(house).turns) == 1
        assert "keep your own" in words(pilot, "#coach")
        await pilot.press("enter")
        await house.settle(pilot)
        assert sitting(house).turns[1].reply.text == "What then?"


async def test_a_flag_is_set_aside_with_a_reason(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await pilot.press("f8")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, NotSoScreen)
        await pilot.press(*"asked", "enter")
        await house.settle(pilot)
        assert sitting(house).dismissals[0].reason == "asked"
        assert "not so" in pilot.app.screen.query(".-you").last(Said).text
        assert "One thought" not in words(pilot, "#coach")


async def test_line_breaks_pins_waiting_and_where(house: "House") -> None:
    async with talking(house) as pilot:
        await pilot.press("a", "ctrl+j", "b")
        assert draft(pilot).text == "a\nb"
        await pilot.press("f2")
        assert sitting(house).pins[0].draft == "a\nb"
        await pilot.press("f4")
        await house.until(pilot, lambda: isinstance(pilot.app.screen, WhereScreen))
        await pilot.press("escape")
        await house.until(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await house.settle(pilot)
        assert "What's happening for you?" in words(pilot, "#coach")
        await pilot.press("escape", "f3")
        await house.settle(pilot)
        assert sitting(house).turns[0].reply.text == "…"
        assert draft(pilot).text == "a\nb"


async def test_nothing_is_sent_when_nothing_is_written(house: "House") -> None:
    async with talking(house) as pilot:
        await pilot.press("enter", "space", "enter")
        await house.settle(pilot)
        assert sitting(house).turns == ()
        assert "Nothing written" in words(pilot, "#legend")


async def test_leaving_keeps_the_draft_and_the_sitting_goes_on(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, "What else?", send=True)
        await pilot.press(*"half a thou", "escape")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, LeaveScreen)
        await pilot.press("2")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert sitting(house).draft == "half a thou"
        rows = pilot.app.screen.query_one("#rows", OptionList)
        assert rows.highlighted_option is not None
        assert rows.highlighted_option.id == "next", "what was left off is what comes next"
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert draft(pilot).text == "half a thou"
        assert len(pilot.app.screen.query(".-you")) == 1


async def test_who_types_on_in_a_pause_goes_on_and_loses_no_letter(house: "House") -> None:
    async with talking(house) as pilot:
        await pilot.press(*"half", "escape")
        await house.until(pilot, lambda: isinstance(pilot.app.screen, LeaveScreen))
        await pilot.press(*"a thought 2")
        await house.until(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await house.settle(pilot)
        assert draft(pilot).text == "halfa thought 2"


async def test_quitting_keeps_the_draft(house: "House") -> None:
    async with talking(house) as pilot:
        await pilot.press(*"not yet", "ctrl+q")
        await pilot.pause()
    assert sitting(house).draft == "not yet"
    assert pilot.app.return_value == 0


async def test_when_nothing_can_be_written_the_words_stay(house: "House") -> None:
    async with talking(house) as pilot:
        house.logs["sitting-1"].full = True
        await write(house, pilot, "What else?", send=True)
        assert isinstance(pilot.app.screen, TroubleScreen)
        await pilot.press("enter")
        await house.settle(pilot)
        assert draft(pilot).text == "What else?"
        house.logs["sitting-1"].full = False
        await pilot.press("enter")
        await house.settle(pilot)
        assert sitting(house).turns[0].reply.text == "What else?"


async def test_hostile_words_are_only_words(house: "House") -> None:
    hostile = "hi [/b] [bold] \x1b[31m \u202e [@click=app.quit]x[/] have you thought about it\U0001f600?"
    async with talking(house) as pilot:
        draft(pilot).text = hostile
        await house.settle(pilot)
        await pilot.press("enter")
        await house.settle(pilot)
        assert sitting(house).turns[0].reply.text == hostile
        shown = pilot.app.screen.query(".-you").last(Said).text
        assert shown.startswith("hi [/b] [bold] ␛[31m � [@click=app.quit]x[/] have you thought about it")
        assert "\x1b" not in pilot.app.export_screenshot()
        await pilot.press("f7", "f8")
        await house.settle(pilot)
        await pilot.press("escape", "f2", "escape", "escape", "3")
        await house.settle(pilot)
        await pilot.press(*"[/b]", "enter", "escape")
        await house.settle(pilot)
        assert "[/b]" in words(pilot, "#summary-words")


@pytest.mark.parametrize("width", [60, 80, 120, 160])
async def test_every_width_shows_the_talk_and_where_we_are(house: "House", width: int) -> None:
    async with talking(house) as pilot:
        await pilot.resize_terminal(width, 24)
        await house.settle(pilot)
        screen = pilot.app.screen
        assert screen.query_one("#strip").display is (width < 120)
        assert screen.query_one("#column").display is (width >= 120)
        assert screen.query_one("#talk").region.height >= 8
        assert screen.query_one(".keys").region.bottom == 24
        assert words(pilot, ".keys").endswith("f1 help")


async def test_the_end_of_a_talk_leads_to_the_debrief(house: "House") -> None:
    async with talking(house) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, PracticeScreen)
        screen.practice.finish("trainee")
        screen._show_all()
        await house.settle(pilot)
        assert "You have stopped here" in words(pilot, "#coach")
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, DebriefScreen)


async def test_changing_the_mode_takes_marks_away(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        screen = pilot.app.screen
        assert isinstance(screen, PracticeScreen)
        screen.change_mode("solo")
        await house.settle(pilot)
        assert sitting(house).mode == "solo"
        assert words(pilot, "#coach") == ""
        assert screen.query(".-you").last(Said).text == SLIP


async def test_help_opens_anywhere_and_closes(house: "House") -> None:
    async with talking(house) as pilot:
        await pilot.press("?", "enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape", "f1")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, PracticeScreen)
        assert draft(pilot).text == ""


async def test_a_reader_that_fails_never_loses_words(house: "House", monkeypatch: pytest.MonkeyPatch) -> None:
    async with talking(house) as pilot:
        monkeypatch.setattr(type(house.reader), "read", _fails)
        await write(house, pilot, "What else?")
        assert "could not be read" in words(pilot, "#legend")
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(pilot.app.screen, TroubleScreen)
        await pilot.press("enter")
        assert draft(pilot).text == "What else?"
        assert sitting(house).turns == ()


def _fails(*_anything: object) -> None:
    raise RuntimeError("no")


async def test_the_debrief_scrolls_and_names_a_turn(house: "House") -> None:
    async with talking(house) as pilot:
        await write(house, pilot, SLIP, send=True)
        await pilot.press("f2", "escape", "3")
        await house.settle(pilot)
        assert "closed" not in pilot.app.screen.query("#unmarked .-you").first(Said).text
        await pilot.press(*"in turn 1", "enter", "enter")
        await house.settle(pilot)
        assert sitting(house).reflections[0].turn == 1
        under = pilot.app.screen.query("#annotated .-you").first(Said).text
        assert "? closed" in under
        assert "✦ pinned" in under
        await pilot.press("pagedown")
        await pilot.pause(0.3)
        assert pilot.app.screen.query_one("#found").scroll_y > 0


async def test_an_unsent_draft_is_kept_while_it_is_written(house: "House", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allycoach.tui.screens.sending.KEEP_EVERY", 0.01)
    async with talking(house, mode="coach") as pilot:
        await write(house, pilot, "What br")
        await house.until(pilot, lambda: sitting(house).draft == "What br")
