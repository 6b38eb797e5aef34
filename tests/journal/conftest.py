from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allycoach.conversation.events import Event, PersonSpoke, ReplySent, SittingEnded, SittingStarted
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from tests.journal.sealed_folder import fill

START = datetime(2026, 11, 21, 20, 31, 4, tzinfo=UTC)
REPLY = 'Have you thought about "type":"reply_sent"?\nOr – \u2028 naïve \x1b[31m 👩‍👧?'


@pytest.fixture
def talk() -> list[Event]:
    """A sitting of three replies, started, spoken and ended."""
    at = (START + timedelta(seconds=n) for n in range(99))
    events: list[Event] = [
        SittingStarted(
            at=next(at),
            sitting="20261121-203104-amina-7f3a",
            scenario="library-amina",
            scenario_version="1",
            title="Amina at the library desk",
            person="Amina",
            model="four_question",
            mode="coach",
            seed=1,
            app="0.1.0",
        ),
        PersonSpoke(at=next(at), turn=0, text="It's just the printing, really."),
    ]
    for turn in (1, 2, 3):
        events.append(ReplySent(at=next(at), turn=turn, text=REPLY, reading=_reading(REPLY)))
        events.append(PersonSpoke(at=next(at), turn=turn, text=f"Answer {turn}.", meters={"openness": 30 + turn}))
    return [*events, SittingEnded(at=next(at), why="trainee")]


def _reading(text: str) -> Reading:
    return Reading(
        text=text,
        moves=(Move(MoveKind.QUESTION, 0, 22, Form.POLAR, Function.CLOSED, rule="polar"),),
        flags=(Flag(FlagKind.ADVICE, 0, 22, "advice.thought", Strength.NOTICE, "It brings its own idea.", ("1.2",)),),
        lemmas=("think",),
    )


@pytest.fixture
def home(tmp_path: Path, talk: list[Event]) -> Path:
    """A folder with words of every kind in it."""
    fill(tmp_path / "home", talk)
    return tmp_path / "home"
