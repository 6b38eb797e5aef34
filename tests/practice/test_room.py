"""A talk led by a room: lines and hands are events, a step back brings the lines again, and the log tells all of it."""

import pytest

from allycoach.coaching.room_debrief import room_debrief
from allycoach.content.library import Library
from allycoach.conversation.events import Event, LinesProposed
from allycoach.conversation.sitting import fold
from allycoach.errors import Locked, NotSaved
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from allycoach.practice.room import Room
from tests.stand_ins import Kept, SimpleReader, ticking

ASK, TELL, GIVE = "What's been happening?", "You should ring them.", "Nine months is long."


@pytest.fixture
def log() -> Kept[Event]:
    return Kept()


@pytest.fixture
def room(shipped: Library, log: Kept[Event]) -> Room:
    return Room(begun(shipped, log))


def begun(shipped: Library, log: Kept[Event], who: str = "library-amina") -> Practice:
    return Practice.begin(
        sitting_id="s", beginning=Beginning(who, "solo", seed=3, room=True), library=shipped, reader=SimpleReader(),
        log=log, clock=ticking(),
    )  # fmt: skip


def voted(room: Room, *votes: int) -> None:
    for line in (ASK, TELL, GIVE)[: len(votes)]:
        room.propose(line)
    room.count(votes)


def proposals(log: Kept[Event]) -> list[LinesProposed]:
    return [event for event in log.events if isinstance(event, LinesProposed)]


def test_the_sitting_says_that_it_was_held_in_a_room(room: Room, log: Kept[Event]) -> None:
    assert room.practice.sitting.started.room
    assert fold(log.events).started.room


def test_a_line_is_on_disk_as_soon_as_it_is_there(room: Room, log: Kept[Event]) -> None:
    room.propose(ASK)
    room.propose(TELL)
    room.change(1, GIVE)
    room.remove(0)
    assert [[line.text for line in one.lines] for one in proposals(log)] == [[ASK], [ASK, TELL], [ASK, GIVE], [GIVE]]
    assert len(fold(log.events).proposed) == 1, "the last one stands"


def test_hands_wait_until_they_are_kept(room: Room, log: Kept[Event]) -> None:
    room.propose(ASK)
    written = len(log.events)
    room.hand(0)
    room.hand(0)
    assert len(log.events) == written
    room.keep()
    room.keep()
    assert len(log.events) == written + 1
    assert proposals(log)[-1].lines[0].votes == 2


def test_the_line_that_is_played_is_sent_and_the_room_starts_afresh(room: Room, log: Kept[Event]) -> None:
    voted(room, 3, 9)
    exchange = room.play(1)
    assert exchange.reply.text == TELL
    assert exchange.flags_shown == (), "nothing is shown before the facilitator shows it"
    assert (room.turn, room.ballot.lines) == (2, ())
    kept = fold(log.events).proposed[0]
    assert (kept.turn, kept.chosen, [line.votes for line in kept.lines]) == (1, 1, [3, 9])
    assert fold(log.events) == room.practice.sitting


def test_a_step_back_brings_the_lines_again_and_what_was_played_is_known(room: Room, log: Kept[Event]) -> None:
    voted(room, 3, 9, 1)
    room.play(1)
    room.step_back()
    assert [line.text for line in room.ballot.lines] == [ASK, TELL, GIVE]
    assert room.played == {TELL}
    assert room.ballot.first(room.played) == 0
    room.play(0)
    assert [way.turns[0].reply.text for way in room.ways] == [TELL]
    assert fold(log.events) == room.practice.sitting


def test_lines_for_another_way_do_not_come_up_here(room: Room) -> None:
    voted(room, 3, 9)
    room.play(0)
    room.propose("And then?")
    room.step_back()
    room.play(1)
    assert [line.text for line in room.ballot.lines] == []
    assert room.played == frozenset()
    room.take(room.ways[0].name)
    assert [line.text for line in room.ballot.lines] == ["And then?"], "nothing typed is lost"


def test_the_same_line_played_again_is_no_other_way(room: Room) -> None:
    voted(room, 3, 9)
    room.play(1)
    room.step_back()
    assert [way.name for way in room.ways] == ["try 1"]
    room.play(1)
    assert [way.name for way in room.ways] == []


def test_going_back_twice_and_on_with_the_first_way(room: Room, log: Kept[Event]) -> None:
    for line in (ASK, GIVE):
        room.propose(line)
        room.play(0)
    room.step_back()
    room.step_back()
    assert room.turn == 1
    with pytest.raises(ValueError, match="no turn 0"):
        room.step_back()
    room.take(room.ways[-1].name)
    assert fold(log.events) == room.practice.sitting
    assert fold(log.events).turns[1].reply.text == GIVE


def test_a_room_opened_again_has_its_lines_and_hands(shipped: Library, log: Kept[Event]) -> None:
    first = Room(begun(shipped, log))
    voted(first, 3, 9)
    first.hand(0)
    first.keep()
    again = Room(Practice.resume(events=log.events, library=shipped, reader=SimpleReader(), log=log, clock=ticking()))
    assert again.ballot == first.ballot


def test_a_disk_that_refuses_changes_nothing(room: Room, log: Kept[Event]) -> None:
    voted(room, 3, 9)
    before = room.ballot
    log.full = True
    for act in (lambda: room.propose(GIVE), lambda: room.remove(0), lambda: room.play(1), room.step_back):
        with pytest.raises((NotSaved, ValueError)):
            act()
    assert (room.ballot, room.turn) == (before, 1)
    log.full = False
    room.play(1)
    assert room.turn == 2


def test_a_reply_saved_without_its_answer_is_answered(room: Room, log: Kept[Event]) -> None:
    voted(room, 3, 9)
    append = log.append

    def full_after_the_reply(event: Event) -> None:
        log.full = event.type == "person_spoke"
        append(event)

    log.append = full_after_the_reply  # type: ignore[method-assign]
    with pytest.raises(NotSaved):
        room.play(1)
    log.append = append  # type: ignore[method-assign]
    log.full = False
    assert room.play(1).answer.turn == 1
    assert [turn.reply.text for turn in fold(log.events).turns] == [TELL]


def test_safeguarding_talks_stay_locked(shipped: Library, log: Kept[Event]) -> None:
    who = next(one for one in shipped.scenarios.values() if one.sensitivity == "safeguarding")
    with pytest.raises(Locked):
        begun(shipped, log, who.id)
    assert log.events == []


def test_looking_back_names_no_slip_and_asks_one_question(room: Room) -> None:
    voted(room, 3, 9)
    room.play(1)
    room.step_back()
    room.play(0)
    room.finish()
    seen = room_debrief(room.practice.sitting, room.practice.debrief())
    (line,) = seen.lines
    assert (line.text, line.hands, line.moves) == (ASK, "3 of 12 hands", ("open question",))
    assert seen.ways == 1
    assert seen.question.startswith("If you were Amina")
    assert "not assessment" in seen.disclaimer


def test_without_another_way_the_question_is_the_persons(room: Room) -> None:
    room.propose(ASK)
    room.play(0)
    seen = room_debrief(room.practice.sitting, room.practice.debrief())
    assert seen.question == room.practice.scenario.debrief.questions[0]
    assert seen.lines[0].hands == "", "nobody counted"
