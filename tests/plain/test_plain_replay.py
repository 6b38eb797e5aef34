"""Walking through a saved talk: landmarks, marks on and off, notes, and today's rules over old words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.replay import Replay, reading_seconds, reread
from allycoach.conversation.events import (
    Event,
    FlagDismissed,
    MomentPinned,
    NoteWritten,
    PersonSpoke,
    ReplySent,
    SittingStarted,
)
from allycoach.conversation.sitting import Sitting, advance, fold
from allycoach.errors import NotSaved
from allycoach.plain.replay import PlainReplay, reread_lines
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from tests.stand_ins import Typed

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
ADVICE = Flag(FlagKind.ADVICE, 0, 10, "r", Strength.NOTICE, "“You should” is an idea.")


def reading(text: str) -> Reading:
    asks = (Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN),) if "?" in text else ()
    return Reading(text, asks, (ADVICE,) if "should" in text else (), rules="1")


def talk(*replies: str, more: tuple[Event, ...] = ()) -> Sitting:
    events: list[Event] = [
        SittingStarted(
            at=AT, sitting="s", scenario="x", scenario_version="1", title="Amina [b]at[/b]", person="Amina", model="m",
            mode="coach", seed=1, app="0",
        ),
        PersonSpoke(at=AT, turn=0, text="Hi."),
    ]  # fmt: skip
    for turn, text in enumerate(replies, 1):
        events.append(ReplySent(at=AT, turn=turn, text=text, reading=reading(text)))
        events.append(PersonSpoke(at=AT, turn=turn, text=f"Answer {turn}."))
    return fold([*events, *more])


TALK = talk(
    "What's up?", "You should rest.", "What else?", "You should ring.", "Hm.",
    more=(MomentPinned(at=AT, turn=3),),
)  # fmt: skip


def test_landmarks_are_found_forwards_and_back() -> None:
    replay = Replay(TALK)
    assert replay.landmarks == {"flag": (2, 4), "pin": (3,), "slip": (2, 4)}
    assert [replay.next("flag", n) for n in range(5)] == [2, 2, 4, 4, None]
    assert [replay.before("flag", n) for n in range(1, 6)] == [None, None, 2, 2, 4]


def test_a_flag_set_aside_is_no_landmark() -> None:
    aside = FlagDismissed(at=AT, turn=2, kind="advice", rule="r", start=0, end=10)
    assert Replay(talk("Hm.", "You should rest.", more=(aside,))).landmarks["flag"] == ()


@given(st.lists(st.sampled_from(["Hm.", "You should rest.", "What?"]), max_size=12), st.integers(-2, 14))
def test_jumping_never_stands_still(replies: list[str], at: int) -> None:
    replay = Replay(talk(*replies))
    forward, back = replay.next("flag", at), replay.before("flag", at)
    assert forward is None or at < forward <= replay.last
    assert back is None or 0 < back < at


@pytest.mark.parametrize("turn", [0, -1, 6])
def test_there_is_no_turn_beyond_the_talk(turn: int) -> None:
    with pytest.raises(IndexError):
        Replay(TALK).turn(turn)


def test_a_long_line_stays_longer() -> None:
    assert reading_seconds("Hi.") < reading_seconds("word " * 40) < 20


class NowSeesQuestions:
    """Rules that no longer mind advice and find every question closed."""

    def read(self, text: str, context: Context = Context()) -> Reading:  # noqa: ARG002, B008 - the protocol's shape
        closed = Flag(FlagKind.CLOSED_QUESTION, 0, len(text), "c", Strength.NOTE, "Closed.")
        return Reading(text, (), (closed,) if "?" in text else (), rules="2")

    def content_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.split())


def test_reading_again_tells_what_is_new_and_what_is_gone() -> None:
    found = reread(TALK, NowSeesQuestions())
    assert [(each.turn, len(each.new), len(each.gone)) for each in found.differences] == [
        (1, 1, 0), (2, 0, 1), (3, 1, 0), (4, 0, 1),
    ]  # fmt: skip
    assert (found.rules_then, found.rules_now) == ("1", "2")
    said = list(reread_lines(found, lambda turn: TALK.turns[turn - 1].reply.reading))
    assert 'NEW, turn 1: closed question, "What\'s up?"' in said
    assert 'GONE, turn 2: advice, "You should".' in said


def test_the_same_rules_see_the_same() -> None:
    class Then(NowSeesQuestions):
        def read(self, text: str, context: Context = Context()) -> Reading:  # noqa: ARG002, B008 - as above
            return reading(text)

    assert list(reread_lines(reread(TALK, Then()), lambda _: reading("")))[-1].startswith("SAME")


def write(turn: int, text: str) -> Sitting:
    return advance(TALK, NoteWritten(at=AT, turn=turn, text=text))


def test_walking_jumping_and_switching_marks_off() -> None:
    terminal = Typed("f", "m", "f", "f", "1", "b", "b", "q", interactive=True)
    PlainReplay(Replay(TALK), terminal, write_note=write).run()
    assert terminal.said[0] == "REPLAY: Amina [b]at[/b], 5 turns, 21 November 2026."
    assert sum(line.startswith("NOTICE") for line in terminal.said) == 1, "marks were off at the second"
    assert "NO MORE: there is no flag after this turn." in terminal.said
    assert "BEGINNING: this is the opening." in terminal.said


def test_a_slip_says_where_it_was_come_back_from() -> None:
    terminal = Typed("2", "q", interactive=True)
    PlainReplay(Replay(TALK), terminal, write_note=write).run()
    assert "CAME BACK: at turn 3." in terminal.said


def test_a_note_is_shown_beside_its_turn() -> None:
    terminal = Typed("2", "n look \x1b[31m here", "1", "2", "q", interactive=True)
    PlainReplay(Replay(TALK), terminal, write_note=write).run()
    assert sum("look" in line for line in terminal.said) == 2
    assert all("\x1b" not in line for line in terminal.said)


def test_a_note_that_cannot_be_kept_is_said() -> None:
    def refuse(turn: int, text: str) -> Sitting:  # noqa: ARG001 - the protocol's shape
        raise NotSaved("The disk is full.")

    terminal = Typed("n words", "q", interactive=True)
    PlainReplay(Replay(TALK), terminal, write_note=refuse).run()
    assert any(line.startswith("NOT SAVED: The disk is full.") for line in terminal.said)


def test_a_pipe_gets_the_whole_talk() -> None:
    terminal = Typed()
    PlainReplay(Replay(TALK), terminal, write_note=write).run()
    assert "AMINA: Answer 5." in terminal.said


def test_a_talk_of_two_thousand_turns_costs_no_more_a_step() -> None:
    turn = TALK.turns[1]
    long = replace(
        TALK, turns=tuple(replace(turn, reply=turn.reply.model_copy(update={"turn": n})) for n in range(1, 2001))
    )
    replay = Replay(long)
    assert replay.landmarks is replay.landmarks, "found once"
    assert replay.next("flag", 1999) == 2000
