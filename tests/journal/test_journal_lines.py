import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allycoach.conversation.events import DraftKept, Event
from allycoach.conversation.sitting import fold
from allycoach.errors import SittingUnreadable
from allycoach.journal.lines import remember, write
from allycoach.journal.upgrades import upgraded

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def log_of(events: list[Event]) -> bytes:
    return b"".join(map(write, events))


def test_what_is_written_is_read_back(talk: list[Event]) -> None:
    found = remember(log_of(talk))
    assert list(found.events) == talk
    assert not found.notices
    assert not found.tail
    assert found.whole == len(log_of(talk))


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_words_make_one_line(text: str) -> None:
    line = write(DraftKept(at=NOW, text=text))
    assert line.count(b"\n") == 1
    assert json.loads(line)["text"] == text


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_a_torn_last_line_keeps_the_rest(talk: list[Event], cut: int) -> None:
    whole = log_of(talk[:-1])
    found = remember(whole + write(talk[-3])[:cut])
    assert list(found.events) == talk[:-1]
    assert found.tail == write(talk[-3])[:cut]
    assert found.whole == len(whole)
    assert found.notices == ("The last line was cut short while it was being saved; everything before it is here.",)


def test_a_last_line_that_lacks_only_its_end_is_kept(talk: list[Event]) -> None:
    found = remember(log_of(talk)[:-1])
    assert list(found.events) == talk
    assert not found.tail
    assert not found.notices


def test_a_damaged_line_hides_no_other(talk: list[Event]) -> None:
    lines = log_of(talk).splitlines(keepends=True)
    lines[-1] = b"\0\0\0 not json\n"
    found = remember(b"".join(lines))
    assert list(found.events) == talk[:-1]
    assert found.notices == ("Line 9 of the file is damaged and was left out; the rest is here.",)


def test_an_answer_whose_reply_is_damaged_is_still_shown(talk: list[Event]) -> None:
    lines = [write(event) for event in talk]
    lines[4] = b"{broken\n"
    sitting = fold(remember(b"".join(lines)).events)
    assert [turn.answer.text for turn in sitting.turns if turn.answer] == [
        "Answer 1.",
        "Answer 2.",
        "Answer 3.",
    ]
    assert "could not be read" in sitting.turns[1].reply.text
    assert not sitting.turns[1].reply.reading.moves


def test_replies_that_are_lost_with_their_answers_are_stood_in_for(talk: list[Event]) -> None:
    lines = [write(event) for event in talk]
    lines[2] = lines[3] = b"{broken\n"
    sitting = fold(remember(b"".join(lines)).events)
    assert [turn.reply.turn for turn in sitting.turns] == [1, 2, 3]
    assert "could not be read" in sitting.turns[0].reply.text
    assert sitting.turns[0].answer is None


def test_a_step_back_that_is_lost_hides_nothing_that_came_after_it(talk: list[Event]) -> None:
    again = talk[4].model_copy(update={"text": "Another try."})
    sitting = fold(remember(log_of([*talk[:-1], again])).events)
    assert [turn.reply.text for turn in sitting.turns][1:] == ["Another try."]
    assert len(sitting.branches[0].turns) == 3


@pytest.mark.parametrize("turn", [10**9, 10**30, -1])
def test_a_turn_that_cannot_have_been_is_left_out(talk: list[Event], turn: int) -> None:
    far = talk[4].model_copy(update={"turn": turn})
    found = remember(log_of([*talk[:4], far]))
    assert list(found.events) == talk[:4]
    assert "out of place" in found.notices[0]


def test_a_second_beginning_does_not_wipe_the_sitting(talk: list[Event]) -> None:
    found = remember(log_of([*talk, talk[0]]))
    assert list(found.events) == talk
    assert "out of place" in found.notices[0]


@settings(max_examples=60)
@given(data=st.data())
def test_no_damage_after_the_first_line_stops_the_fold(data: st.DataObject) -> None:
    lines = [write(event) for event in TALK]
    for number in data.draw(st.sets(st.integers(1, len(lines) - 1))):
        lines[number] = data.draw(st.binary(max_size=30)) + b"\n"
    found = remember(b"".join(lines))
    assert fold(found.events).started == TALK[0]


def test_a_damaged_beginning_says_so(talk: list[Event]) -> None:
    with pytest.raises(SittingUnreadable, match="the beginning of its file is damaged"):
        remember(b"nothing\n" + log_of(talk[1:]))


def test_a_newer_allycoach_is_named(talk: list[Event]) -> None:
    newer = json.loads(write(talk[1])) | {"v": 2, "unheard": "of"}
    with pytest.raises(SittingUnreadable, match="saved by a newer allycoach"):
        remember(write(talk[0]) + json.dumps(newer).encode() + b"\n")


def test_older_events_are_upgraded_step_by_step() -> None:
    upgrades = {
        1: lambda raw: raw | {"v": 2, "b": raw["a"]},
        2: lambda raw: raw | {"v": 3, "c": raw["b"] + 1},
    }
    raw = {"v": 1, "a": 1}
    assert upgraded(raw, upgrades=upgrades, current=3) == {"v": 3, "a": 1, "b": 1, "c": 2}
    assert raw == {"v": 1, "a": 1}


@pytest.mark.parametrize("version", [0, -1, None, "1", True, 1.5])
def test_a_version_that_never_was_is_damage(version: object) -> None:
    with pytest.raises(ValueError, match="no version"):
        upgraded({"v": version})


TALK: list[Event] = []


@pytest.fixture(autouse=True)
def _shared_talk(talk: list[Event]) -> None:
    TALK[:] = talk
