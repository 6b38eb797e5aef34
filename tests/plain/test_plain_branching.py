"""Going back, other branches and one's own answer first, in lines."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allycoach.content.library import Library, layers, load_library
from allycoach.conversation.events import Event
from allycoach.plain.face import PlainFace
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength


class FakeReader:
    def read(self, text: str, context: Context = Context()) -> Reading:  # noqa: ARG002, B008 - the protocol's shape
        asks = (Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN),) if "?" in text else ()
        advice = (Flag(FlagKind.ADVICE, 0, 10, "r", Strength.NOTICE, "An idea."),) if "should" in text else ()
        return Reading(text, asks, advice, lemmas=self.content_words(text))

    def content_words(self, text: str) -> tuple[str, ...]:
        return tuple(word for word in text.lower().strip("?.").split() if len(word) > 4)


class Log:
    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, event: Event) -> None:
        self.events.append(event)


class Keyboard:
    """Somebody typing these lines, then leaving."""

    def __init__(self, *lines: str, interactive: bool = False) -> None:
        self.left = list(lines)
        self.said: list[str] = []
        self.interactive = interactive

    def ask(self, prompt: str) -> str | None:
        self.said.append(prompt)
        return self.left.pop(0) if self.left else None

    def say(self, line: str) -> None:
        self.said.append(line)

    def starting(self, word: str) -> list[str]:
        return [line for line in self.said if line.startswith(word)]


@pytest.fixture(scope="module")
def shelf() -> Library:
    return load_library(layers(Path("nobody"), None))


def ticking() -> Callable[[], datetime]:
    moments = iter(datetime(2026, 11, 21, tzinfo=UTC) + timedelta(minutes=n) for n in range(10_000))
    return lambda: next(moments)


def talked(shelf: Library, keyboard: Keyboard) -> Practice:
    practice = Practice.begin(
        sitting_id="s", beginning=Beginning("library-amina", "coach", seed=3), library=shelf, reader=FakeReader(),
        log=Log(), clock=ticking(),
    )  # fmt: skip
    PlainFace(practice, keyboard).run()
    return practice


def test_back_keeps_what_came_of_it_and_compare_shows_both(shelf: Library) -> None:
    keyboard = Keyboard(
        "You should ring them.", "/back 1 the advice", "What's been happening for you?", "/compare 1", "/quit"
    )
    practice = talked(shelf, keyboard)
    assert [branch.name for branch in practice.sitting.branches] == ["the advice"]
    assert keyboard.starting("the advice, turn 1, you: You should ring them.")
    assert keyboard.starting("now, turn 1, you: What's been happening for you?")
    assert keyboard.starting('the advice, turn 1, notice: advice, "You should')


@pytest.mark.parametrize("typed", ["/back", "/back 9", "/back x", "/back 99999999999999999", "/back -1", "/back ²"])
def test_a_turn_that_there_is_not_changes_nothing(shelf: Library, typed: str) -> None:
    keyboard = Keyboard("What's up?", typed, "/quit")
    practice = talked(shelf, keyboard)
    assert practice.sitting.branches == ()
    assert keyboard.starting("BACK: say /back")


def test_a_branch_is_taken_by_number_or_name(shelf: Library) -> None:
    keyboard = Keyboard(
        "You should ring.", "/back 1 one", "What else?", "/branch 1", "/branch try 1", "/branch 7", "/quit"
    )
    practice = talked(shelf, keyboard)
    assert practice.sitting.turns[0].reply.text == "What else?"
    assert len(keyboard.starting("BRANCH: you go on with")) == 2
    assert keyboard.starting("CHOOSE: /branch"), "an unknown one lists those that there are"


def test_where_asks_for_ones_own_answer_first(shelf: Library) -> None:
    keyboard = Keyboard("What's been happening?", "/where", "3", "/quit", interactive=True)
    practice = talked(shelf, keyboard)
    assert [(guess.stage, guess.coach) for guess in practice.sitting.guesses] == [("worked", "happening")]
    asked, told = keyboard.starting("WHERE do you think"), keyboard.starting("WHERE: ")
    assert keyboard.said.index(asked[0]) < keyboard.said.index(told[0])


def test_the_place_is_that_of_this_branch(shelf: Library) -> None:
    keyboard = Keyboard(
        "What would good look like?", "/where 2", "/back 1", "What's worked before?", "/where 3", "/quit"
    )
    practice = talked(shelf, keyboard)
    assert [guess.coach for guess in practice.sitting.guesses] == ["good", "worked"]


def test_a_pin_before_a_mark_is_told_from_one_after(shelf: Library) -> None:
    keyboard = Keyboard("/pin You should ring.", "You should ring.", "/pin", "/quit")
    practice = talked(shelf, keyboard)
    assert [(pin.marked, pin.flags) for pin in practice.sitting.pins] == [(False, ("advice",)), (True, ("advice",))]


def test_ones_own_second_try_is_kept_before_phrases(shelf: Library) -> None:
    keyboard = Keyboard("You should ring.", "r", "What would you like?", "0", "/quit")
    practice = talked(shelf, keyboard)
    assert [one.text for one in practice.sitting.tries] == ["What would you like?"]


@pytest.mark.parametrize(("typed", "kept"), [(("an idea", "ask"), True), (("", ""), False), (("an idea", ""), False)])
def test_an_if_then_plan_is_whole_or_not_at_all(shelf: Library, typed: tuple[str, str], kept: bool) -> None:
    lines = [line for line in typed if line] if typed[0] else [""]
    keyboard = Keyboard("What's up?", "/quit", "", "", *lines, interactive=True)
    practice = talked(shelf, keyboard)
    assert (practice.sitting.intention is not None) is kept
