"""The if-then plan is recalled at the next start, and asked about once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allycoach.cli.intentions import answer_intention, open_intention
from allycoach.conversation.events import Intended, PersonSpoke, ReplySent, SittingStarted
from allycoach.conversation.sitting import fold
from allycoach.journal import Journal
from allycoach.reading import Reading

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


def saved(journal: Journal, number: int, notice: str | None) -> str:
    name = f"20261121-2000{number:02d}-library-amina-{number:04x}"
    at = AT + timedelta(days=number)
    with journal.create(name) as log:
        log.append(
            SittingStarted(
                at=at, sitting=name, scenario="library-amina", scenario_version="1", title="t", person="Amina",
                model="four_question", mode="coach", seed=1, app="0",
            )
        )  # fmt: skip
        log.append(ReplySent(at=at, turn=1, text='"type":"intended"', reading=Reading("x")))
        log.append(PersonSpoke(at=at, turn=1, text="Hm."))
        if notice is not None:
            log.append(Intended(at=at, notice=notice, then="ask what they picture"))
    return name


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


def test_the_latest_is_recalled_until_it_is_answered(journal: Journal) -> None:
    saved(journal, 1, "an old idea")
    latest = saved(journal, 2, "I'm about to name a job")
    saved(journal, 3, None)
    found = open_intention(journal)
    assert found is not None
    assert (found.sitting, found.notice) == (latest, "I'm about to name a job")
    answer_intention(journal, found, used=True, clock=lambda: AT)
    assert fold(journal.events(latest)).intention_used is True
    before = open_intention(journal)
    assert before is not None
    assert before.notice == "an old idea"


def test_words_that_look_like_a_plan_are_none(journal: Journal) -> None:
    saved(journal, 1, None)
    assert open_intention(journal) is None


def test_a_damaged_sitting_hides_no_other(journal: Journal) -> None:
    saved(journal, 1, "I rush")
    broken = saved(journal, 2, "lost")
    journal.path(broken).write_bytes(b'{"nothing\n"type":"intended"\n')
    found = open_intention(journal)
    assert found is not None
    assert found.notice == "I rush"
