"""A sitting that the first version of allycoach saved opens today, whole, and can be gone on with and looked back at.

`saved/first-version.jsonl` is such a file as it was written then. It is never written anew: a change that cannot read it
needs an upgrade in `journal/upgrades.py`.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from allycoach.coaching.debrief import build
from allycoach.coaching.facts import facts_of
from allycoach.content.library import Library
from allycoach.conversation.events import NoteWritten
from allycoach.conversation.sitting import fold
from allycoach.journal import Journal
from allycoach.reports import session_markdown
from tests.shipped import shipped

SAVED = Path(__file__).parent / "saved" / "first-version.jsonl"
NAME = "20261121-221308-housing-marcus-d516"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    folder = tmp_path / "sittings"
    folder.mkdir()
    (folder / f"{NAME}.jsonl").write_bytes(SAVED.read_bytes())
    return Journal(tmp_path)


@pytest.fixture(scope="module")
def shelf() -> Library:
    return shipped()


def test_every_event_is_read(journal: Journal) -> None:
    remembered = journal.remember(NAME)
    assert remembered.notices == ()
    assert len(remembered.events) == SAVED.read_bytes().count(b"\n")
    sitting = fold(remembered.events)
    assert (len(sitting.turns), sitting.started.person, sitting.branches) == (12, "Marcus", ())


def test_it_is_listed_looked_back_at_and_counted(journal: Journal, shelf: Library) -> None:
    (summary,) = journal.sittings()
    assert (summary.turns, summary.ended, summary.problem) == (12, True, "")
    sitting = fold(journal.events(NAME))
    scenario = shelf.scenario("housing-marcus")
    assert "# " in session_markdown(sitting, build(sitting, scenario, shelf.coaching))
    assert facts_of(sitting, scenario).turns == 12


def test_what_is_new_today_can_be_written_into_it(journal: Journal) -> None:
    before = journal.path(NAME).read_bytes()
    with journal.open(NAME) as log:
        log.append(NoteWritten(at=datetime(2026, 12, 1, tzinfo=UTC), turn=3, text="Look at this again."))
    after = journal.path(NAME).read_bytes()
    assert after.startswith(before), "what was saved then is never rewritten"
    assert fold(journal.events(NAME)).written[0].turn == 3
