"""A sitting that a room led is saved, opened, documented and replayed like any other; sittings from before there were
rooms stay what they are.

`saved/first-room.jsonl` is such a file as it was written when rooms were new. It is never written anew.
"""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from allycoach.cli.cohort import Read, cohort_text
from allycoach.cli.export import document
from allycoach.cli.remembered import facts_of_all
from allycoach.coaching.debrief import build
from allycoach.coaching.replay import Replay
from allycoach.content.library import Library
from allycoach.conversation.events import LinesProposed, ProposedLine
from allycoach.conversation.sitting import Sitting, fold
from allycoach.errors import AllycoachError
from allycoach.journal import Journal
from allycoach.plain.replay import PlainReplay
from allycoach.practice.practice import Practice
from allycoach.practice.room import Room
from allycoach.redaction.lists import known
from allycoach.redaction.replacing import redaction
from allycoach.redaction.whole_sitting import redacted, texts_of
from tests.shipped import shipped
from tests.stand_ins import EVENING, SimpleReader, Typed, ticking

SAVED = Path(__file__).parent / "saved"
ROOM, ALONE = "20261122-034950-library-amina-7cd0", "20261121-221308-housing-marcus-d516"
HOSTILE = "=1+1 <script>alert(1)</script> \x1b[2J \u202e Bronwen Maddox"


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path))
    folder = tmp_path / "sittings"
    folder.mkdir()
    for name, file in ((ROOM, "first-room.jsonl"), (ALONE, "first-version.jsonl")):
        (folder / f"{name}.jsonl").write_bytes((SAVED / file).read_bytes())
    return Journal(tmp_path)


@pytest.fixture(scope="module")
def shelf() -> Library:
    return shipped()


@pytest.fixture
def sitting(journal: Journal) -> Sitting:
    remembered = journal.remember(ROOM)
    assert remembered.notices == ()
    return fold(remembered.events)


def made(sitting: Sitting, shelf: Library, to: str) -> str:
    scenario = shelf.scenario(sitting.started.scenario)
    return document(sitting, build(sitting, scenario, shelf.coaching), shelf, to=to)


def test_every_event_is_read_and_what_waits_is_there(sitting: Sitting) -> None:
    assert sitting.started.room
    assert [(one.turn, one.chosen) for one in sitting.proposed] == [(1, 0), (2, 0), (3, None)]
    assert sitting.branches[0].proposed[0].chosen == 1
    assert sitting.proposed[2].lines[0].text == "A line that waits"


def test_it_is_listed_as_a_room_s(journal: Journal, sitting: Sitting) -> None:
    assert {one.id: one.mode for one in journal.sittings()} == {ROOM: "room", ALONE: "coach"}
    assert sitting.how == "room"


def test_a_sitting_from_before_rooms_is_nobodys_room(journal: Journal) -> None:
    before = fold(journal.events(ALONE))
    assert (before.started.room, before.proposed) == (False, ())


def test_the_room_goes_on_where_it_was(journal: Journal, shelf: Library) -> None:
    before = journal.path(ROOM).read_bytes()
    with journal.open(ROOM) as log:
        events = journal.events(ROOM)
        room = Room(Practice.resume(events=events, library=shelf, reader=SimpleReader(), log=log, clock=ticking()))
        assert [line.text for line in room.ballot.lines] == ["A line that waits"]
        room.play(0)
    assert journal.path(ROOM).read_bytes().startswith(before)
    assert fold(journal.events(ROOM)).turns[2].reply.text == "A line that waits"


def test_documents_say_that_it_was_a_room_and_show_counts_without_words(sitting: Sitting, shelf: Library) -> None:
    for to in ("md", "html"):
        text = made(sitting, shelf, to)
        assert "in a room" in text
        assert "the room proposed 2 lines; hands: A 3 (played), B 9" in text
        assert "Another way it went: try 1" in text
        assert "the room proposed 2 lines; hands: A 3, B 9 (played)" in text
        assert "A line that waits" not in text, "what was not said stays in the room"
    rows = list(csv.DictReader(io.StringIO(made(sitting, shelf, "csv").removeprefix("\ufeff"))))
    assert [row["hands"] for row in rows if row["speaker"] == "ally"] == ["3 of 12", ""]
    document_ = json.loads(made(sitting, shelf, "json"))
    assert document_["room"] is True
    assert document_["turns"][0]["proposed"] == {"votes": [3, 9], "chosen": 0}
    assert document_["branches"][0]["turns"][0]["proposed"] == {"votes": [3, 9], "chosen": 1}


@pytest.mark.parametrize("to", ["cohort", "xapi"])
def test_it_is_nobodys_own_and_so_not_counted_as_such(sitting: Sitting, shelf: Library, to: str) -> None:
    with pytest.raises(AllycoachError, match="nobody's own"):
        made(sitting, shelf, to)


def test_a_document_of_it_is_left_out_of_a_groups_counts(sitting: Sitting, shelf: Library, tmp_path: Path) -> None:
    (tmp_path / "room.json").write_text(made(sitting, shelf, "json"), encoding="utf-8")
    read = Read()
    cohort_text([tmp_path / "room.json"], to="json", watch=lambda _done, _whole: None, read=read)
    assert "led by a whole room" in read.said[0]


def test_it_is_not_among_the_facts_of_ones_own_practice(journal: Journal, shelf: Library) -> None:
    assert [one.scenario for one in facts_of_all(journal, shelf)] == ["housing-marcus"]


def test_it_replays(sitting: Sitting) -> None:
    keyboard = Typed("", "", "", "")
    PlainReplay(Replay(sitting), keyboard, write_note=lambda _turn, _text: sitting).run()
    assert any("What has been happening for you?" in line for line in keyboard.said)


def hostile(sitting: Sitting) -> Sitting:
    reply = sitting.turns[0].reply.model_copy(update={"text": HOSTILE})
    lines = (ProposedLine(text=HOSTILE, votes=2), ProposedLine(text=f"not chosen {HOSTILE}", votes=1))
    event = LinesProposed(at=EVENING, turn=1, lines=lines, chosen=0)
    turn = replace(sitting.turns[0], reply=reply)
    return replace(sitting, turns=(turn, *sitting.turns[1:]), proposed=(event,), branches=())


@pytest.mark.parametrize("to", ["md", "html", "csv", "json"])
def test_hostile_lines_do_nothing_in_any_form(sitting: Sitting, shelf: Library, to: str) -> None:
    text = made(hostile(sitting), shelf, to)
    assert "\x1b" not in text
    assert "not chosen" not in text
    assert "\u202e" not in text
    assert "<script>" not in text or to in ("csv", "json")


def test_names_are_taken_out_of_lines_that_nobody_played_too(sitting: Sitting, shelf: Library) -> None:
    plain = hostile(sitting)
    plan, _ = redaction(texts_of(plain), known(shelf.names))
    assert any("not chosen" in text for text in texts_of(plain)), "they are looked at"
    for name in ("Bronwen", "Maddox"):
        assert name not in repr(redacted(plain, plan).proposed)
