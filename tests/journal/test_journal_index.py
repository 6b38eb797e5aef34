"""The index of facts: right after every change of a log, and nothing is lost with it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allycoach.coaching.facts import Facts, facts_of
from allycoach.coaching.rounds import CardReviewed, DrillDone, DrillLine, Round, drilled, reviews, seen
from allycoach.conversation.events import PersonSpoke, ReplySent, SittingStarted
from allycoach.conversation.sitting import fold
from allycoach.errors import NotSaved
from allycoach.journal import Journal, index
from allycoach.journal.index import FactsIndex
from allycoach.journal.rounds import RoundsLog
from allycoach.reading import Reading

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


def name(number: int) -> str:
    return f"20261121-2000{number:02d}-library-amina-{number:04x}"


def save(journal: Journal, number: int, replies: int) -> None:
    at = AT + timedelta(minutes=number)
    with journal.create(name(number)) as log:
        log.append(
            SittingStarted(
                at=at, sitting=name(number), scenario="x", scenario_version="1", title="t", person="P", model="m",
                mode="coach", seed=1, app="0",
            )
        )  # fmt: skip
        for turn in range(1, replies + 1):
            log.append(ReplySent(at=at, turn=turn, text="Hm.", reading=Reading("Hm.")))
            log.append(PersonSpoke(at=at, turn=turn, text="Yes."))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


@pytest.fixture
def asked() -> list[str]:
    """The sittings whose facts had to be worked out."""
    return []


@pytest.fixture
def reckon(journal: Journal, asked: list[str]) -> Callable[[str], Facts | None]:
    def work_out(sitting: str) -> Facts | None:
        asked.append(sitting)
        return facts_of(fold(journal.events(sitting)), None)

    return work_out


def test_facts_are_worked_out_once(journal: Journal, reckon: Callable[[str], Facts | None], asked: list[str]) -> None:
    save(journal, 1, 2)
    save(journal, 2, 3)
    first = FactsIndex(journal).facts(reckon)
    assert [each.turns for each in first] == [2, 3]
    assert FactsIndex(journal).facts(reckon) == first
    assert len(asked) == 2


def test_a_log_that_grew_is_read_again(
    journal: Journal, reckon: Callable[[str], Facts | None], asked: list[str]
) -> None:
    save(journal, 1, 1)
    save(journal, 2, 1)
    FactsIndex(journal).facts(reckon)
    with journal.open(name(1)) as log:
        log.append(ReplySent(at=AT, turn=2, text="Hm.", reading=Reading("Hm.")))
    assert [each.turns for each in FactsIndex(journal).facts(reckon)] == [2, 1]
    assert asked[2:] == [name(1)]


def test_a_deleted_sitting_is_forgotten(journal: Journal, reckon: Callable[[str], Facts | None]) -> None:
    save(journal, 1, 1)
    save(journal, 2, 2)
    FactsIndex(journal).facts(reckon)
    journal.path(name(1)).unlink()
    assert [each.turns for each in FactsIndex(journal).facts(reckon)] == [2]


def test_new_rules_work_everything_out_again(
    journal: Journal, reckon: Callable[[str], Facts | None], asked: list[str]
) -> None:
    save(journal, 1, 1)
    FactsIndex(journal, versions={"x": "1"}).facts(reckon)
    FactsIndex(journal, versions={"x": "2"}).facts(reckon)
    assert len(asked) == 2
    FactsIndex(journal, versions={"x": "2", "somebody-new": "1"}).facts(reckon)
    assert len(asked) == 2, "what is new for others changes nothing here"


def test_leaving_in_the_middle_loses_little(
    journal: Journal, reckon: Callable[[str], Facts | None], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "A_WHILE", 2)
    for number in range(5):
        save(journal, number, 1)

    def leave(done: int, _of: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FactsIndex(journal).facts(reckon, progress=leave)
    asked.clear()
    assert len(FactsIndex(journal).facts(reckon)) == 5
    assert len(asked) == 1


def test_a_broken_index_costs_time_and_nothing_else(
    journal: Journal, reckon: Callable[[str], Facts | None], asked: list[str]
) -> None:
    save(journal, 1, 4)
    broken = FactsIndex(journal)
    broken.path.write_bytes(b"this is no database at all, " * 100)
    assert [each.turns for each in broken.facts(reckon)] == [4]
    assert [each.turns for each in broken.facts(reckon)] == [4]
    broken.facts(reckon)
    assert len(asked) == 2, "the broken file was thrown away, and a new one kept"


def test_a_sitting_that_cannot_be_read_is_passed_over(journal: Journal) -> None:
    save(journal, 1, 1)
    told: list[tuple[int, int]] = []
    assert FactsIndex(journal).facts(lambda _: None, progress=lambda *done: told.append(done)) == ()
    assert told == [(1, 1)]


ROUNDS: tuple[Round, ...] = (
    DrillLine(at=AT, drill="d", level=1, item="a", text="What <b>\x1b[31m else?", said="s", met=True),
    DrillDone(at=AT, drill="d", level=1, items=5, of=5),
    DrillDone(at=AT, drill="left", level=1, items=2, of=5),
    CardReviewed(at=AT, card="rule.advice", recalled="good"),
)


def test_rounds_come_back_as_they_were(tmp_path: Path) -> None:
    log = RoundsLog(tmp_path / "home")
    for each in ROUNDS:
        log.append(each)
    assert log.rounds() == ROUNDS
    assert drilled(ROUNDS) == (("d", AT),)
    assert seen(ROUNDS, "d") == {"a"}
    assert [review.card for review in reviews(ROUNDS)] == ["rule.advice"]


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_torn_line_hides_nothing(tmp_path: Path, cut: int) -> None:
    log = RoundsLog(tmp_path)
    for each in ROUNDS:
        log.append(each)
    log.path.write_bytes(log.path.read_bytes()[:-cut])
    log.append(ROUNDS[-1])
    kept = log.rounds()
    assert kept[:3] == ROUNDS[:3]
    assert kept[-1] == ROUNDS[-1]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("no folder", encoding="utf-8")
    with pytest.raises(NotSaved):
        RoundsLog(tmp_path / "home").append(ROUNDS[0])
