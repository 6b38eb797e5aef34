"""The start in lines: one proposal with its reason, anybody by number or name, the mode proposed; a pipe is only told."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allycoach.cli import choosing
from allycoach.cli.choosing import Choosing, Chosen
from allycoach.cli.lists import sorted_people
from allycoach.cli.shelves import library
from allycoach.coaching.rounds import CardReviewed, ReminderAnswered
from allycoach.content.library import Library
from allycoach.conversation.events import Intended, PersonSpoke, ReplySent, SittingEnded, SittingStarted
from allycoach.conversation.sitting import fold
from allycoach.journal import Journal
from allycoach.journal.rounds import RoundsLog
from allycoach.reading import Reading

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


class Script:
    """A terminal that types what it is given."""

    def __init__(self, *typed: str, interactive: bool = True) -> None:
        self.typed = list(typed)
        self.interactive = interactive
        self.said: list[str] = []
        self.prompts: list[str] = []

    def ask(self, prompt: str) -> str | None:
        self.prompts.append(prompt)
        return self.typed.pop(0) if self.typed else None

    def say(self, line: str) -> None:
        self.said.append(line)


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library(None)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "now", lambda: NOW)


def save(home: Path, days_ago: int, *, replies: int = 6, over: bool = True, plan: str = "") -> str:
    at = NOW - timedelta(days=days_ago)
    name = f"{at:%Y%m%d-%H%M%S}-library-amina-0000"
    with Journal(home).create(name) as log:
        log.append(
            SittingStarted(
                at=at, sitting=name, scenario="library-amina", scenario_version="1", title="Amina at the library desk",
                person="Amina", model="four_question", mode="coach", seed=1, app="0",
            )
        )  # fmt: skip
        for turn in range(1, replies + 1):
            log.append(ReplySent(at=at, turn=turn, text="What else?", reading=Reading("What else?")))
            log.append(PersonSpoke(at=at, turn=turn, text="Hm."))
        if over:
            log.append(SittingEnded(at=at, why="trainee"))
        if plan:
            log.append(Intended(at=at, notice=plan, then="ask"))
    return name


def test_enter_takes_what_is_proposed(home: Path, shelf: Library) -> None:
    save(home, 3)
    terminal = Script("", "")
    here = Choosing(terminal, shelf)  # type: ignore[arg-type]
    assert here.choose() == Chosen("scenario", "library-amina")
    assert terminal.said[0] == (
        "NEXT, proposed: Amina at the library desk. It was 3 days ago; coming back to it keeps it."
    )
    assert terminal.prompts[0].startswith("CHOOSE enter for Amina at the library desk, l for the list of ")
    assert here.mode(ask=True) == "coach"


@pytest.mark.usefixtures("home")
def test_a_talk_that_is_locked_is_called_so_and_another_can_be_chosen(shelf: Library) -> None:
    people = sorted_people(shelf)
    locked = next(at for at, one in enumerate(people, 1) if one.sensitivity == "safeguarding")
    terminal = Script("l", str(locked), "1")
    assert Choosing(terminal, shelf).choose() == Chosen("scenario", people[0].id)  # type: ignore[arg-type]
    assert any(line.startswith(f"{locked}: locked for now, ") for line in terminal.said)
    assert terminal.said[-1].startswith("LOCKED: This talk opens once")
    assert "`allycoach cards new`" in terminal.said[-1]


def test_what_was_left_off_is_proposed_first(home: Path, shelf: Library) -> None:
    name = save(home, 1, over=False)
    terminal = Script("")
    assert Choosing(terminal, shelf).choose() == Chosen("sitting", name)  # type: ignore[arg-type]
    assert "where you left off" in terminal.said[0]


@pytest.mark.usefixtures("home")
def test_nobody_has_to_hear_the_whole_list(shelf: Library) -> None:
    terminal = Script("amina")
    assert Choosing(terminal, shelf).choose() == Chosen("scenario", "library-amina")  # type: ignore[arg-type]
    assert [line.partition(":")[0] for line in terminal.said] == ["NEXT, proposed", "ALSO"]
    piped = Script("1", interactive=False)
    Choosing(piped, shelf).choose()  # type: ignore[arg-type]
    assert len(piped.said) == 2 + len(shelf.scenarios)


@pytest.mark.usefixtures("home")
def test_a_name_that_several_share_lists_them_with_their_numbers(shelf: Library) -> None:
    yusufs = [n for n, one in enumerate(sorted_people(shelf), 1) if "yusuf" in one.title.lower()]
    terminal = Script("Yusuf", "dropin-yusuf-2")
    assert Choosing(terminal, shelf).choose() == Chosen("scenario", "dropin-yusuf-2")  # type: ignore[arg-type]
    assert [int(line.partition(":")[0]) for line in terminal.said[2:]] == yusufs


@pytest.mark.usefixtures("home")
def test_the_list_can_be_left(shelf: Library) -> None:
    terminal = Script("0", "q", "1")
    assert Choosing(terminal, shelf).choose() is None  # type: ignore[arg-type]
    assert [line.partition(":")[0] for line in terminal.said[-2:]] == ["NUMBER", "NOBODY was chosen."]


def test_the_mode_is_proposed_and_another_taken_by_number(home: Path, shelf: Library) -> None:
    save(home, 5)
    save(home, 4)
    terminal = Script("9", "3")
    assert Choosing(terminal, shelf).mode(ask=True) == "solo"  # type: ignore[arg-type]
    assert terminal.said[0].startswith("MODE: quiet is proposed. The last 2 talks came back from their slips")
    piped = Script("3", interactive=False)
    assert Choosing(piped, shelf).mode(ask=True) == "quiet"  # type: ignore[arg-type]
    assert piped.typed == ["3"], "a pipe's lines are for the talk"


def test_one_question_at_most(home: Path, shelf: Library) -> None:
    name = save(home, 120, plan="I rush")
    terminal = Script("7", "1")
    Choosing(terminal, shelf).ask_first()  # type: ignore[arg-type]
    assert [line.partition(":")[0] for line in terminal.said] == ["LAST TIME YOU PLANNED", "NUMBER", "KEPT"]
    assert fold(Journal(home).events(name)).intention_used is True
    terminal = Script("")
    Choosing(terminal, shelf).ask_first()  # type: ignore[arg-type]
    assert [line.partition(":")[0] for line in terminal.said] == ["REMINDER"]
    (kept,) = RoundsLog(home).rounds()
    assert isinstance(kept, ReminderAnswered)
    assert not kept.done
    terminal = Script()
    Choosing(terminal, shelf).ask_first()  # type: ignore[arg-type]
    assert not terminal.said, "put off"


def test_a_pipe_is_not_reminded(home: Path, shelf: Library) -> None:
    save(home, 120)
    terminal = Script("line for the talk", interactive=False)
    Choosing(terminal, shelf).ask_first()  # type: ignore[arg-type]
    assert not terminal.said
    assert not RoundsLog(home).rounds()


def test_cards_due_are_counted(home: Path, shelf: Library) -> None:
    RoundsLog(home).append(CardReviewed(at=NOW, card="rule.advice", recalled="good"))
    terminal = Script("1")
    Choosing(terminal, shelf).choose()  # type: ignore[arg-type]
    assert any("cards due: 2" in line for line in terminal.said)
