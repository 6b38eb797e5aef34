"""Going back to a turn, other branches, one's own answer first, real help; and from the debrief: if-then, plan, back."""

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static, TextArea

from allycoach.conversation.sitting import Sitting, fold
from allycoach.tui.screens.debrief import DebriefScreen
from allycoach.tui.screens.intention import IntentionScreen
from allycoach.tui.screens.plan import PlanScreen
from allycoach.tui.screens.practice import PracticeScreen
from allycoach.tui.screens.turning_back import BackScreen, CompareScreen, RealHelpScreen, WhereScreen
from allycoach.tui.widgets.draft import Draft

if TYPE_CHECKING:
    from .conftest import House

ADVICE, OPEN = "Have you thought about care work?", "What has it been like?"
SIZES = [(80, 24), (160, 50)]


def words(pilot: "Pilot[int]", selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).visual)


def kept(house: "House") -> Sitting:
    return fold(next(iter(house.logs.values())).events())


async def talked(house: "House", pilot: "Pilot[int]", *replies: str) -> None:
    await house.until(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
    for number, text in enumerate(replies, 1):
        await house.settle(pilot)
        pilot.app.screen.query_one(Draft).put(text)
        await pilot.press("enter")
        await house.until(pilot, lambda number=number: len(kept(house).turns) == number)  # type: ignore[misc]
        await house.settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_back_to_a_turn_another_try_and_both_side_by_side(house: "House", size: tuple[int, int]) -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=size) as pilot:
        await talked(house, pilot, OPEN, ADVICE)
        await pilot.press("ctrl+t")
        await house.until(pilot, lambda: isinstance(app.screen, BackScreen))
        assert "before turn 2" in str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        await pilot.press("enter")
        await house.until(pilot, lambda: len(kept(house).turns) == 1)
        await house.settle(pilot)
        assert "Back before turn 2" in words(pilot, "#legend")
        app.screen.query_one(Draft).put("How long has it been?")
        await pilot.press("enter")
        await house.until(pilot, lambda: len(kept(house).turns) == 2)
        assert kept(house).branch("try 1").turns[1].reply.text == ADVICE
        await pilot.press("ctrl+t")
        await house.until(pilot, lambda: isinstance(app.screen, BackScreen))
        await pilot.press("end", "enter")
        await house.until(pilot, lambda: isinstance(app.screen, CompareScreen))
        await house.until(pilot, lambda: "How long" in words(pilot, "#pairs"))
        shown = words(pilot, "#pairs")
        assert "Turn 2" in shown
        assert "care work" in shown
        side_by_side = any("care work" in line and "How long" in line for line in shown.split("\n"))
        assert side_by_side == (size[0] > 80), "one under the other where there is no room"


async def test_a_branch_is_gone_on_with(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await talked(house, pilot, OPEN, ADVICE)
        await pilot.press("ctrl+t", "enter")
        await house.until(pilot, lambda: len(kept(house).branches) == 1)
        await house.until(pilot, lambda: isinstance(app.screen, PracticeScreen))
        await pilot.press("ctrl+t")
        await house.until(pilot, lambda: isinstance(app.screen, BackScreen))
        await pilot.press("down", "enter")
        await house.until(pilot, lambda: len(kept(house).turns) == 2)
        assert kept(house).turns[1].reply.text == ADVICE


async def test_with_nothing_said_there_is_no_going_back(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await talked(house, pilot)
        await pilot.press("ctrl+t")
        await house.settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        assert "no turn to go back to" in words(pilot, "#legend")


async def test_where_asks_for_ones_own_answer_first(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await talked(house, pilot, OPEN)
        await pilot.press("f4")
        await house.until(pilot, lambda: isinstance(app.screen, WhereScreen))
        await pilot.press("3")
        await house.until(pilot, lambda: len(kept(house).guesses) == 1)
        await house.settle(pilot)
        assert kept(house).guesses[0].stage == "worked"
        assert "You said: What's worked before?" in words(pilot, "#coach")


async def test_real_help_is_one_key_away(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await talked(house, pilot)
        await pilot.press("f12")
        await house.until(pilot, lambda: isinstance(app.screen, RealHelpScreen))
        said = " ".join(str(one.visual) for one in app.screen.query(Static))
        assert "116 123" in said
        assert "999" in said
        await pilot.press("escape")
        await house.until(pilot, lambda: isinstance(app.screen, PracticeScreen))
        assert kept(house).turns == ()


async def looked_back(house: "House", pilot: "Pilot[int]") -> None:
    await talked(house, pilot, OPEN, ADVICE)
    await pilot.press("escape", "3")
    await house.until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
    await pilot.press("escape")
    await house.settle(pilot)


async def test_an_if_then_plan_is_kept_and_shown(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(house, pilot)
        assert "if-then plan" in words(pilot, "#summary-words")
        await pilot.press("i")
        await house.until(pilot, lambda: isinstance(app.screen, IntentionScreen))
        app.screen.query_one("#notice", Input).value = "I name a [b]job"
        app.screen.query_one("#then", Input).value = "ask"
        await pilot.press("enter")
        await house.until(pilot, lambda: kept(house).intention is not None)
        await house.until(
            pilot, lambda: "If I notice I name a [b]job, then I will ask" in words(pilot, "#summary-words")
        )


async def test_half_an_if_then_plan_is_asked_for_the_other_half(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(house, pilot)
        await pilot.press("i")
        await house.until(pilot, lambda: isinstance(app.screen, IntentionScreen))
        app.screen.query_one("#notice", Input).value = "I name a job"
        await pilot.press("enter")
        assert app.focused is app.screen.query_one("#then", Input)
        await pilot.press("escape")
        await house.until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        assert kept(house).intention is None


async def test_the_plan_is_kept_when_it_is_left(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(house, pilot)
        await pilot.press("p")
        await house.until(pilot, lambda: isinstance(app.screen, PlanScreen))
        app.screen.query_one("#text-0", TextArea).text = "I'll ask Jean about care work"
        app.screen.query_one("#sure-0", Input).value = "6"
        await house.settle(pilot)
        assert "were theirs first" in words(pilot, "#remarks-0")
        await pilot.press("escape")
        await house.until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        plan = kept(house).plan
        assert plan is not None
        assert [(step.text, step.confidence) for step in plan.steps] == [("I'll ask Jean about care work", 6)]
        assert "I'll ask Jean" in words(pilot, "#summary-words")


async def test_a_long_step_is_seen_whole(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(house, pilot)
        await pilot.press("p")
        await house.until(pilot, lambda: isinstance(app.screen, PlanScreen))
        step = app.screen.query_one("#text-0", TextArea)
        step.text = "I'll write back to the council, two lines, and ask whether I can come along one Wednesday to see the paths."
        await house.settle(pilot)
        assert step.size.height == 2
        await pilot.press("enter")
        assert "\n" not in step.text
        assert app.focused is app.screen.query_one("#when-0", Input)


async def test_a_plan_left_as_it_was_writes_nothing(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(house, pilot)
        await pilot.press("p")
        await house.until(pilot, lambda: isinstance(app.screen, PlanScreen))
        await pilot.press("escape")
        await house.until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        assert kept(house).plan is None


async def test_from_the_debrief_back_into_the_talk(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(house, pilot)
        await pilot.press("b")
        await house.until(pilot, lambda: isinstance(app.screen, BackScreen))
        await pilot.press("enter")
        await house.until(pilot, lambda: isinstance(app.screen, PracticeScreen))
        assert kept(house).ended is None
        assert len(kept(house).turns) == 1


async def test_a_past_sitting_can_be_written_into_and_is_not_held(house: "House") -> None:
    app = house.app(start="library-amina", mode="coach")
    async with app.run_test(size=(80, 24)) as pilot:
        await looked_back(house, pilot)
        app.go_home()
        await house.settle(pilot)
        name = next(iter(house.logs))
        app.look_at(name)
        await house.until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        await house.settle(pilot)
        await pilot.press("i")
        await house.until(pilot, lambda: isinstance(app.screen, IntentionScreen))
        app.screen.query_one("#notice", Input).value = "I rush"
        app.screen.query_one("#then", Input).value = "wait"
        await pilot.press("enter")
        await house.until(pilot, lambda: kept(house).intention is not None)
        assert not house.logs[name].held
