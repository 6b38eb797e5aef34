"""The moments that came up, in each of the places where one looks back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from allycoach.coaching.debrief import Debrief
from allycoach.conversation.events import SittingStarted
from allycoach.conversation.person.outcomes import MomentOutcome
from allycoach.conversation.sitting import Sitting
from allycoach.plain.debrief import look_back
from allycoach.reports.markdown import session_markdown
from allycoach.tui.present import debrief as on_screen
from tests.stand_ins import Typed

MET = MomentOutcome("one", 3, "Is this *written* down?", "3.1a", 4, "")
MISSED = MomentOutcome("two", 6, "What would you [do]?", "1.4a", None, "She asked for your answer.")


@pytest.fixture
def looked_back() -> Debrief:
    return Debrief(
        "T", "Amina", "coach", 7, "", (), (), (), None, "Try.", (), None, (), (), (), "Practice.", moments=(MET, MISSED)
    )  # fmt: skip


@pytest.fixture
def sitting() -> Sitting:
    started = SittingStarted(
        at=datetime(2026, 1, 1, tzinfo=UTC), sitting="s", scenario="amina", scenario_version="1", title="T",
        person="Amina", model="m", mode="coach", seed=1, app="0",
    )  # fmt: skip
    return Sitting(started=started, mode="coach")


def in_lines(sitting: Sitting, seen: Debrief) -> list[str]:
    pipe = Typed()
    look_back(pipe, sitting, seen)
    return pipe.said


def test_what_everyone_reads_after_a_safeguarding_talk_is_in_each_place(sitting: Sitting, looked_back: Debrief) -> None:
    after = replace(looked_back, afterwards="Tell your lead the same day.")
    places = (
        session_markdown(sitting, after),
        "\n".join(in_lines(sitting, after)),
        on_screen.summary(after, sitting).plain,
    )
    assert [place.count("Tell your lead the same day.") for place in places] == [1, 1, 1]


def test_markdown_says_which_were_met_and_what_a_miss_means(sitting: Sitting, looked_back: Debrief) -> None:
    text = session_markdown(sitting, looked_back)
    assert "## Moments that came up" in text
    assert "**After turn 3** (3.1a), met at turn 4" in text
    assert "**After turn 6** (1.4a), missed. She asked for your answer." in text
    assert r"> Is this \*written\* down?" in text


def test_lines_say_it_one_moment_each(sitting: Sitting, looked_back: Debrief) -> None:
    said = [line for line in in_lines(sitting, looked_back) if line.startswith("MOMENT THAT CAME UP")]
    assert len(said) == 2
    assert said[0].startswith("MOMENT THAT CAME UP, after turn 3:")
    assert said[0].endswith("(3.1a), met at turn 4.")
    assert said[1].endswith("(1.4a), missed. She asked for your answer.")


def test_the_screen_says_it_as_text(looked_back: Debrief) -> None:
    said = on_screen.further(looked_back).plain
    assert said.startswith("Moments that came up\n")
    assert '"What would you [do]?" (after turn 6, 1.4a): missed\nShe asked for your answer.' in said
