"""A room in lines: a facilitator who does not look at a screen runs the same talk."""

import pytest

from allycoach.coaching.room_people import suited
from allycoach.content.library import Library
from allycoach.conversation.events import Event
from allycoach.conversation.sitting import fold
from allycoach.errors import NotSaved
from allycoach.plain.room import PlainRoom, choose
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from allycoach.practice.room import Room
from tests.stand_ins import Kept, SimpleReader, Typed, ticking

ASK, TELL = "What's been happening for you?", "You should ring them."


class Held:
    """A room and what was said in it."""

    def __init__(self, shipped: Library, *typed: str, interactive: bool = True, full: bool = False) -> None:
        self.log = Kept[Event]()
        practice = Practice.begin(
            sitting_id="s", beginning=Beginning("library-amina", "solo", seed=3, room=True), library=shipped,
            reader=SimpleReader(), log=self.log, clock=ticking(),
        )  # fmt: skip
        self.log.full = full
        self.keyboard = Typed(*typed, interactive=interactive)
        self.finished = PlainRoom(Room(practice), self.keyboard).run()

    @property
    def replies(self) -> list[str]:
        return [turn.reply.text for turn in fold(self.log.events).turns]

    def said(self, word: str) -> list[str]:
        return self.keyboard.starting(word)


def test_lines_hands_and_the_line_with_most_is_played(shipped: Library) -> None:
    held = Held(shipped, ASK, TELL, "", "9 3", "", "/finish")
    assert held.replies == [ASK]
    assert held.said("HANDS: A has most: 9 of 12 hands.")
    assert held.said("AMINA: ")
    assert held.said("HANDS, turn 1: 9 of 12 hands.")
    assert held.said("RECORD: ")[0].endswith("not assessment.")
    assert not held.said("NOTICE"), "nothing is marked before somebody asks"


def test_level_lines_are_told_and_left_to_the_facilitator(shipped: Library) -> None:
    held = Held(shipped, ASK, TELL, "", "5 5", "", "b", "/finish")
    assert held.said("HANDS: A and B are level, with 5 hands each.")
    assert held.said("CHOOSE: lines are level")
    assert held.replies == [TELL]


def test_a_single_line_needs_no_hands(shipped: Library) -> None:
    held = Held(shipped, ASK, "", "")
    assert held.replies == [ASK]
    assert not held.said("HANDS for")


def test_marks_when_asked_for_and_not_when_two_ways_are_compared(shipped: Library) -> None:
    held = Held(shipped, ASK, TELL, "", "1 2", "", "/back", "", "", "", "/compare", "/marks", "/finish")
    assert held.replies == [ASK]
    assert held.said("LINE B, 2 hands, played: ")
    assert held.said("try 1, turn 1, you: You should ring them.")
    assert held.said("now, turn 1, you: What's been")
    assert not any("notice" in line for line in held.keyboard.said)
    assert held.said("HEARD: open question.")
    assert held.said("QUESTION FOR THE ROOM: If you were Amina")


def test_a_flag_and_the_thought_are_said_once_asked_for(shipped: Library) -> None:
    held = Held(shipped, TELL, "", "", "/marks")
    assert held.said('NOTICE: advice, "You should')
    assert held.said("THOUGHT: ")


def test_lines_are_changed_and_removed_and_the_other_way_is_taken(shipped: Library) -> None:
    held = Held(
        shipped, "x", TELL, f"/edit a {ASK}", "/remove B", "/edit z no", "/remove", "", "", "/back", "/remove a", TELL,
        "", "", "/take", "/take 7", "/talk",
    )  # fmt: skip
    assert held.replies == [ASK]
    assert held.said("EDIT: say /edit")
    assert held.said("REMOVE: say /remove")
    assert held.said("TAKE: there is no such way.")


def test_what_does_not_fit_is_said_and_nothing_is_lost(shipped: Library) -> None:
    held = Held(shipped, "a", "a", "b", "c", "d", "e", "", "1 2", "1 2 3 x", "1 2 3 4", "9", "/nonsense", "0", "/lines")
    assert held.said("NOT KEPT: that is line A already.")
    assert held.said("FULL: four lines.")
    assert held.said("NOT KEPT: 4 counts are needed")
    assert held.said("NOT KEPT: that is not a row of numbers.")
    assert held.said("LETTER: ")
    assert held.said("UNKNOWN: /nonsense")
    assert held.said("LINE D, 4 hands: d")
    assert held.replies == []


def test_real_help_is_said(shipped: Library) -> None:
    assert any("116 123" in line for line in Held(shipped, "/realhelp").said("REAL HELP: "))


def test_leaving_keeps_the_lines(shipped: Library) -> None:
    held = Held(shipped, ASK, "/leave")
    assert not held.finished
    sitting = fold(held.log.events)
    assert sitting.ended is None
    assert [line.text for line in sitting.proposed[0].lines] == [ASK]


def test_a_full_disk_is_told_to_a_person_and_stops_a_pipe(shipped: Library) -> None:
    held = Held(shipped, ASK, "/leave", full=True)
    assert held.said("NOT SAVED: The disk is full.")
    with pytest.raises(NotSaved):
        Held(shipped, ASK, interactive=False, full=True)


def test_text_from_the_room_moves_no_cursor(shipped: Library) -> None:
    held = Held(shipped, "\x1b[2J[bold]What\u202e now?", "", "", "/marks", "/back", "/talk")
    text = "\n".join(held.keyboard.said)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]What" in text


@pytest.mark.parametrize(("typed", "chosen"), [("", None), ("2", "2"), (" amina ", "amina")])
def test_whom(shipped: Library, typed: str, chosen: str | None) -> None:
    people = suited(shipped)
    keyboard = Typed(typed)
    assert choose(keyboard, people) == (chosen or people[0].id)
    assert keyboard.starting(f"1: {people[0].title}, ")
    assert "difficulty 2 of 5" in keyboard.starting("1: ")[0]
    assert choose(Typed(), people) is None
