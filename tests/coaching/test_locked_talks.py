"""Safeguarding talks open with the organisation's own procedure card, and never without."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from allycoach.cli.cards import card_lines, new_procedure
from allycoach.coaching.debrief import build
from allycoach.coaching.locked import check_open, why_locked
from allycoach.content.library import Library, layers, load_library
from allycoach.content.schema.cards import STALE_DAYS, Contact, ProcedureCard, Service
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.events import SittingStarted
from allycoach.conversation.sitting import Sitting
from allycoach.errors import AllycoachError, Locked
from tests.shipped import shipped

TODAY = date(2026, 11, 21)
CARD = ProcedureCard(
    schema=1, id="procedure", title="t", organisation="Elm Road", steps=("Stay with them.",), read_on=TODAY,
    lead=Contact(name="Mo", role="lead", how="room 4", checked_on=TODAY),
)  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Library:
    return shipped()


@pytest.fixture
def guarded(shelf: Library) -> Scenario:
    return shelf.scenario("library-amina").model_copy(update={"sensitivity": "safeguarding"})


def not_begun(who: Scenario) -> Sitting:
    started = SittingStarted(
        at=datetime(2026, 11, 21, tzinfo=UTC), sitting="s", scenario=who.id, scenario_version="1", title=who.title,
        person=who.person.name, model="m", mode="coach", seed=1, app="0",
    )  # fmt: skip
    return Sitting(started=started, mode="coach")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path))
    return tmp_path


def typed(*lines: str) -> Callable[[str], str | None]:
    left = iter(lines)
    return lambda _question: next(left, None)


def test_it_is_locked_until_there_is_a_card(shelf: Library, guarded: Scenario) -> None:
    assert shelf.procedure is None, "none is shipped"
    with pytest.raises(Locked, match="procedure card"):
        check_open(guarded, shelf)
    check_open(guarded, replace(shelf, procedure=CARD))


def test_every_safeguarding_talk_has_its_debrief_however_it_went(shelf: Library) -> None:
    guarded = [who for who in shelf.scenarios.values() if who.sensitivity == "safeguarding"]
    assert guarded
    for who in guarded:
        assert who.safeguarding is not None
        assert build(not_begun(who), who, shelf.coaching).afterwards == who.safeguarding.debrief


def test_everybody_else_is_open(shelf: Library) -> None:
    assert [
        who.id for who in shelf.scenarios.values() if why_locked(who, shelf) and who.sensitivity != "safeguarding"
    ] == []


def test_the_questions_make_a_card_that_opens_it(home: Path, guarded: Scenario) -> None:
    new_procedure(typed('Elm: "Road"', "# Mo", "0: ring", "", "Stay.", "Ring Mo.", ""))
    library = load_library(layers(home, None))
    assert library.failures == ()
    assert library.procedure is not None
    assert (library.procedure.organisation, library.procedure.lead.name) == ('Elm: "Road"', "# Mo")
    assert why_locked(guarded, library) == ""


def test_a_needed_answer_is_asked_for_again(home: Path) -> None:
    new_procedure(typed("Elm Road", "", "  ", "Mo", "room 4", "", "Stay.", "", ""))
    library = load_library(layers(home, None))
    assert library.procedure is not None
    assert library.procedure.lead.name == "Mo"


def test_breaking_off_writes_nothing(home: Path) -> None:
    with pytest.raises(AllycoachError, match="no card was written"):
        new_procedure(typed("Elm Road", "Mo"))
    assert not (home / "content").exists()


def test_a_card_is_never_written_over() -> None:
    new_procedure(typed("Elm Road", "Mo", "room 4", "", "Stay.", "", ""))
    with pytest.raises(AllycoachError, match="already"):
        new_procedure(typed("Other", "Mo", "room 4", "", "Stay.", "", ""))


def test_a_card_with_dots_in_it_locks(home: Path, guarded: Scenario) -> None:
    new_procedure(typed("Elm Road", "...", "room 4", "", "Stay.", "", ""))
    library = load_library(layers(home, None))
    assert "filled in" in library.failures[0].message
    assert why_locked(guarded, library)
    assert any(line.startswith("NOT USED") for line in card_lines(None))


@pytest.mark.parametrize(("days", "stale"), [(0, False), (STALE_DAYS, False), (STALE_DAYS + 1, True)])
def test_an_old_service_is_pointed_out(days: int, stale: bool) -> None:
    checked = date.fromordinal(TODAY.toordinal() - days)
    assert Service(name="n", offers="o", how="h", checked_on=checked).is_stale(TODAY) is stale
