"""Home: one proposal with its reason, one question at most, everything found by typing."""

from dataclasses import replace
from datetime import timedelta
from threading import Event as Gate
from typing import TYPE_CHECKING

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from allycoach.coaching.facts import Facts
from allycoach.coaching.rounds import ReminderAnswered
from allycoach.conversation.events import Intended, PersonSpoke, ReplySent, SittingEnded, SittingStarted
from allycoach.reading import FlagKind, Reading
from allycoach.tui.finding import Wanted, of_past
from allycoach.tui.parts import PastSitting
from allycoach.tui.screens.before import BeforeScreen
from allycoach.tui.screens.drilling import DrillingScreen
from allycoach.tui.screens.drills import DrillsScreen
from allycoach.tui.screens.past import AT_A_TIME, PastScreen
from allycoach.tui.screens.practice import PracticeScreen

from .conftest import EVENING, MemoryLog

if TYPE_CHECKING:
    from .conftest import House

DAY = timedelta(days=1)
ONE = Facts(
    at=EVENING - DAY, scenario="library-amina", mode="coach", minutes=7.2, turns=10, reflections=4, questions=6,
    open_questions=5, unasked_advice=1, asked_advice=0, helper_words=120, person_words=180, longest_reply=30, slips=2,
    lost=0, noticed_first=1, dismissed=0, recovery_phrases=1, flags={}, indicators=("1.2a",), step=True, over=True,
)  # fmt: skip


def save(house: "House", number: int, *, over: bool = True, plan: str = "") -> str:
    """A sitting of one reply."""
    name, at = f"old-{number}", EVENING - (50 - number) * DAY
    log = house.logs[name] = MemoryLog()
    log.append(
        SittingStarted(
            at=at, sitting=name, scenario="library-amina", scenario_version="1", title="Amina at the library desk",
            person="Amina", model="four_question", mode="quiet", seed=1, app="0",
        )
    )  # fmt: skip
    log.append(ReplySent(at=at, turn=1, text="What else?", reading=Reading("What else?")))
    log.append(PersonSpoke(at=at, turn=1, text="Hm.", meters={"openness": 30}))
    if over:
        log.append(SittingEnded(at=at, why="trainee"))
    if plan:
        log.append(Intended(at=at, notice=plan, then="ask what they picture"))
    log.close()
    return name


def ids(pilot: "Pilot[int]", selector: str = "#rows") -> list[str]:
    return [option.id for option in pilot.app.screen.query_one(selector, OptionList).options if option.id]


def chosen(pilot: "Pilot[int]") -> str:
    option = pilot.app.screen.query_one("#rows", OptionList).highlighted_option
    return str(option.prompt) if option is not None else ""


def words(pilot: "Pilot[int]", selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).visual)


async def test_what_was_left_off_comes_first_and_goes_on(house: "House") -> None:
    save(house, 1)
    save(house, 2, over=False)
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert "Go on: Amina" in chosen(pilot)
        assert "where you left off" in chosen(pilot)
        assert "go_on:old-2" not in ids(pilot), "it stands there once"
        assert "look_at:old-1" in ids(pilot)
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(app.screen, PracticeScreen)


async def test_a_drill_is_proposed_for_what_the_last_talk_had_in_it(house: "House") -> None:
    save(house, 1)
    house.more_facts = [replace(ONE, flags={FlagKind.ADVICE: 3}, at=EVENING - DAY / 2)]
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert "Advice to question" in chosen(pilot)
        assert "3 replies" in chosen(pilot)
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(app.screen, DrillingScreen)


async def test_the_mode_is_proposed_with_its_reason(house: "House") -> None:
    house.more_facts = [replace(ONE, at=EVENING - 2 * DAY), ONE]
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("1")
        await house.settle(pilot)
        assert isinstance(app.screen, BeforeScreen)
        assert "came back from their slips" in words(pilot, "#ask")
        assert app.screen.query_one("#modes", OptionList).highlighted == 1


async def test_nothing_is_proposed_before_it_is_known(house: "House") -> None:
    gate = Gate()
    save(house, 1)
    app = house.app()
    facts = app.parts.memory.facts

    def slow(*arguments: object) -> object:
        arguments[1](25, 60)  # type: ignore[operator]
        gate.wait(5)
        return facts(*arguments)  # type: ignore[arg-type]

    object.__setattr__(app.parts.memory, "facts", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await house.until(pilot, lambda: "25 of 60 sittings read" in chosen(pilot))
        rows = pilot.app.screen.query_one("#rows", OptionList)
        before = rows.option_count, rows.scroll_y
        gate.set()
        await house.until(pilot, lambda: "25 of 60" not in chosen(pilot))
        assert (rows.option_count, rows.scroll_y) == before, "nothing jumps"


async def test_the_last_plan_is_asked_about_once(house: "House") -> None:
    save(house, 1, plan="[red]I name a job[/]")
    for key, left in (("l", {}), ("n", {"old-1": False})):
        app = house.app()
        async with app.run_test(size=(80, 24)) as pilot:
            await house.settle(pilot)
            assert "if I notice [red]I name a job[/], then I will ask what they picture" in words(pilot, "#greeting")
            await pilot.press(key)
            assert "planned" not in words(pilot, "#greeting")
            assert house.used == left
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert "planned" not in words(pilot, "#greeting")


async def test_a_reminder_waits_for_the_question_and_is_put_off(house: "House") -> None:
    save(house, 1, plan="I rush")
    house.more_facts = [replace(ONE, at=EVENING - 120 * DAY)]
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("y")
        assert not app.screen.query_one("#reminder").display, "nobody is asked twice in a row"
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        assert "learning circle" in words(pilot, "#reminder")
        await pilot.press("l")
        assert not app.screen.query_one("#reminder").display
        (kept,) = house.rounds.rounds()
        assert isinstance(kept, ReminderAnswered)
        assert (kept.reminder, kept.done) == ("circle", False)


async def test_everything_is_found_by_typing(house: "House") -> None:
    save(house, 1)
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await pilot.press("slash", *"amina QUIET")
        await house.settle(pilot)
        assert ids(pilot) == ["look_at:old-1"]
        await pilot.press("escape", "slash", *"question drill")
        await house.settle(pilot)
        assert "drill:closed-to-open" in ids(pilot)
        assert not [name for name in ids(pilot) if not name.startswith("drill:")]
        await pilot.press("escape", "slash", *"zzzz")
        await house.settle(pilot)
        assert ids(pilot) == []
        await pilot.press("escape", "d")
        await house.settle(pilot)
        assert isinstance(app.screen, DrillsScreen)


async def test_all_past_sittings_are_there_and_found(house: "House") -> None:
    for number in range(AT_A_TIME + 30):
        save(house, number, over=number != 7)
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        await house.until(pilot, lambda: app.past_whole)
        await pilot.press("a")
        await house.settle(pilot)
        assert isinstance(app.screen, PastScreen)
        assert len(ids(pilot, "#past")) == AT_A_TIME
        for _ in range(12):
            await pilot.press("pagedown")
        assert ids(pilot, "#past")[-1] == "old-0"
        await pilot.press(*"unfinished")
        await house.settle(pilot)
        assert ids(pilot, "#past") == ["old-7"]
        await pilot.press("enter")
        await house.settle(pilot)
        assert isinstance(app.screen, PracticeScreen)


def test_a_row_is_found_by_words_anywhere_in_it() -> None:
    past = PastSitting("s", "x", "Amina at the <desk>", "Amina", "solo", EVENING, 3, over=False)
    assert all(
        Wanted(typed)(of_past(past)) for typed in ("", "AMINA", "solo amina", "10 march", "2026 unfin", "<desk>")
    )
    assert not Wanted("amina coach")(of_past(past))
