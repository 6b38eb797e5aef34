"""What a person remembers is found among the saved sittings."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from allycoach.cli.visits import earlier_visit
from allycoach.content.schema.scenario import Series
from allycoach.conversation.events import Event, PersonSpoke, ReplySent, SittingEnded, SittingStarted
from allycoach.journal import Journal
from allycoach.reading import Reading
from tests.shipped import shipped

AT = datetime(2026, 11, 21, 20, 31, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def shelf() -> Any:
    """Amina, whose visits are told apart by their number."""
    amina = shipped().scenario("library-amina")

    def visit(number: int) -> Any:
        return amina.model_copy(update={"id": f"amina-{number}", "series": Series(id="amina", visit=number)})

    people = {f"amina-{number}": visit(number) for number in (1, 2, 3)} | {"library-amina": amina}
    return SimpleNamespace(scenarios=people, scenario=people.__getitem__)


def keep(home: Path, scenario: str, hour: int, *, step: str | None = None, ended: bool = True) -> str:
    name = f"20261121-{hour:02}0000-{scenario}-7f3a"
    at = AT + timedelta(hours=hour)
    events: list[Event] = [
        SittingStarted(
            at=at, sitting=name, scenario=scenario, scenario_version="1.0", title="t", person="Amina",
            model="four_question", mode="coach", seed=1, app="0.1.0",
        ),
        PersonSpoke(at=at, turn=0, text="Hello."),
        ReplySent(at=at, turn=1, text="Hi.", reading=Reading("Hi.")),
        PersonSpoke(at=at, turn=1, text=step or "Yes.", act="other", step=step, meters={"trust": 61}),
        *([SittingEnded(at=at, why="goodbye")] if ended else []),
    ]  # fmt: skip
    with Journal(home).create(name) as log:
        for event in events:
            log.append(event)
    return name


def test_the_latest_finished_talk_with_the_visit_before_is_remembered(home: Path, shelf: Any) -> None:
    keep(home, "amina-1", 1, step="I'll ask Jean.")
    keep(home, "amina-1", 2, step="I'll ring the centre.")
    keep(home, "amina-1", 3, step="Never finished.", ended=False)
    keep(home, "amina-2", 4, step="Another visit.")
    earlier = earlier_visit(Journal(home), shelf, "amina-2")
    assert earlier is not None
    assert (earlier.visit, earlier.step, earlier.ended, earlier.trust) == (1, "I'll ring the centre.", "goodbye", 61)


def test_nothing_is_remembered_without_one(home: Path, shelf: Any) -> None:
    keep(home, "amina-1", 1)
    keep(home, "library-amina", 2)
    for first_or_alone_or_after_a_gap in ("amina-1", "library-amina", "amina-3"):
        assert earlier_visit(Journal(home), shelf, first_or_alone_or_after_a_gap) is None


def test_a_damaged_talk_is_passed_over(home: Path, shelf: Any) -> None:
    keep(home, "amina-1", 1, step="I'll ask Jean.")
    damaged = Journal(home).path(keep(home, "amina-1", 2))
    lines = damaged.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if '"turn":0' not in line]
    damaged.write_text("\n".join([kept[0].replace('"seed":1', '"seed":"x"'), *kept[1:]]) + "\n", encoding="utf-8")
    earlier = earlier_visit(Journal(home), shelf, "amina-2")
    assert earlier is not None
    assert earlier.step == "I'll ask Jean."
