import os
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest

from allycoach.conversation.events import (
    DraftKept,
    FlagDismissed,
    MomentPinned,
    PhrasesOffered,
    Reflected,
    ReplySent,
    SittingEnded,
)
from allycoach.conversation.sitting import fold
from allycoach.errors import NotSaved
from allycoach.plain.face import PlainFace
from allycoach.plain.terminal import Terminal
from allycoach.signs import one_line

if TYPE_CHECKING:
    from tests.plain.conftest import Room

SLIP = "Have you thought about care work?"


def starting(said: list[str], word: str) -> list[str]:
    return [line for line in said if line.startswith(word)]


def sent(room: "Room") -> list[str]:
    return [event.text for event in room.log.events if isinstance(event, ReplySent)]


def test_before_the_talk_everything_is_said(room: "Room") -> None:
    said = room.play()
    scenario = room.library.scenarios[room.scenario]
    for word in ("PRACTICE:", "SETTING:", "YOU ARE:", "THEY HAVE COME FOR:", "MODE:", "COMMANDS:"):
        assert len(starting(said, word)) == 1
    assert scenario.person.hidden not in " ".join(said)


def test_every_line_stands_alone(room: "Room") -> None:
    said = room.play("What is it like?", SLIP, "w", "p", "1", "/where", "?", "/quit", "first", "second")
    assert all(line and "\n" not in line and "\x1b" not in line for line in said)
    assert not set("│┌└─━┃") & set("".join(said))


def test_coach_shows_what_stands_out_then_one_thought_then_the_answer(room: "Room") -> None:
    said = room.play(SLIP)
    at = said.index('NOTICE: closed question, "Have you".')
    assert said[at + 1] == f'NOTICE: advice inside a question, "{SLIP}"'
    assert said[at + 2].startswith("THOUGHT: These words bring an idea. Type r")
    assert said[at + 3].startswith(room.library.scenarios[room.scenario].person.name.upper() + ": ")


def test_quiet_shows_one_mark(room: "Room") -> None:
    said = room.play("What is it like?", SLIP, "w", mode="quiet")
    until = said[: said.index("LOOKING BACK: " + starting(said, "LOOKING BACK: ")[0][14:])]
    assert starting(until, "MARK:") == ["MARK: something to look at again, kept for when you look back."]
    assert not starting(until, "NOTICE")
    assert not starting(until, "THOUGHT")
    assert starting(said, "NOTICE, turn 2")


def test_solo_shows_nothing_until_the_debrief(room: "Room") -> None:
    said = room.play(SLIP, "p", "r", "x", mode="solo")
    until = said[: said.index(starting(said, "LOOKING BACK: ")[0])]
    assert not [line for line in until if line.split(":")[0] in {"NOTICE", "THOUGHT", "MARK", "HEARD", "PHRASE 1"}]
    assert starting(said, "NOTICE, turn 1")


def test_the_end_of_input_ends_the_talk_with_its_debrief(room: "Room") -> None:
    said = room.play("What is it like?")
    assert isinstance(room.log.events[-1], SittingEnded)
    assert "RECORD: Practice record, not assessment." in said


def test_what_was_not_said_at_first_is_told_when_looking_back(room: "Room") -> None:
    said = room.play("What is it like?")
    hidden = one_line(room.library.scenarios[room.scenario].person.hidden)
    assert [line for line in said if hidden in line] == [f"NOT SAID AT FIRST: {hidden}"]
    assert said.index(f"NOT SAID AT FIRST: {hidden}") > said.index(starting(said, "LOOKING BACK: ")[0])


def test_quit_ends_with_a_debrief_and_own_view_first(room: "Room") -> None:
    said = room.play("What is it like?", SLIP, "/quit", "I jumped in at turn 2", "")
    first = said.index(starting(said, "FIRST, your own view:")[0])
    assert first < said.index(starting(said, "IN SHORT:")[0])
    kept = [event for event in room.log.events if isinstance(event, Reflected)]
    assert [(event.text, event.turn) for event in kept] == [("I jumped in at turn 2", 2)]
    assert "YOU NOTICED, turn 2: I jumped in at turn 2" in said


def test_looking_back_is_short_and_the_rest_comes_when_it_is_asked_for(room: "Room") -> None:
    said = room.play("What is it like?", SLIP, "/quit", "", "", "2", "", "")
    assert not starting(said, "YOU, turn 1:")
    assert not starting(said, "NOT SAID AT FIRST:")
    assert starting(said, "MEASURE:")
    assert said.index(starting(said, "MORE 1:")[0]) < said.index(starting(said, "MEASURE:")[0])
    assert said.index("RECORD: Practice record, not assessment.") < said.index(
        starting(said, "IF-THEN, for next time:")[0]
    )


def test_all_of_it_is_one_letter_away_and_a_wrong_number_is_asked_again(room: "Room") -> None:
    said = room.play("What is it like?", SLIP, "/quit", "", "", "9", "a", "")
    assert starting(said, "NUMBER: type one from 1 to 3")
    assert starting(said, "NOTICE, turn 2")
    assert starting(said, "NOT SAID AT FIRST:")


def test_a_pipe_is_echoed_and_not_asked(room: "Room") -> None:
    said = room.play("What is it like?", SLIP, interactive=False)
    assert f"YOU, turn 2: {SLIP}" in said
    assert starting(said, "FIRST, your own view:")
    assert not [event for event in room.log.events if isinstance(event, Reflected)]


def test_a_keyboard_is_not_echoed(room: "Room") -> None:
    said = room.play("What is it like?", "/leave")
    assert not starting(said, "YOU, turn 1:")


def test_a_phrase_is_taken_by_number(room: "Room") -> None:
    said = room.play(SLIP, "p", "2")
    offered = next(event for event in room.log.events if isinstance(event, PhrasesOffered))
    replies = [event for event in room.log.events if isinstance(event, ReplySent)]
    assert starting(said, "PHRASE ")[1] == f"PHRASE 2: {offered.texts[1]}"
    assert (replies[1].text, replies[1].phrase) == (offered.texts[1], offered.ids[1])
    assert f"YOU, turn 2: {offered.texts[1]}" in said


def test_a_number_after_the_phrases_are_gone_is_never_sent(room: "Room") -> None:
    room.play(SLIP, "p", "So it hurt.", "2")
    assert sent(room)[-1] == "So it hurt."


def test_own_words_first_then_phrases_beside_them(room: "Room") -> None:
    said = room.play(SLIP, "r", "So you miss it.", "0")
    assert "YOUR OWN, 0: So you miss it." in said
    assert starting(said, "PHRASE 1:")
    assert sent(room) == [SLIP, "So you miss it."]


def test_an_own_try_left_unsent_is_kept_as_a_draft(room: "Room") -> None:
    room.play(SLIP, "r", "So you miss it.", "/leave")
    assert isinstance(room.log.events[-1], DraftKept)
    said = room.play("0", practice=room.resume())
    assert "DRAFT, not sent yet, 0: So you miss it." in said
    assert sent(room)[-1] == "So you miss it."


def test_not_so_sets_the_thought_aside_with_its_reason(room: "Room") -> None:
    said = room.play(SLIP, "/notso they asked me to", "x", "w")
    kept = [event for event in room.log.events if isinstance(event, FlagDismissed)]
    assert [event.reason for event in kept] == ["they asked me to"]
    assert "NOT SO: there is no thought to set aside here." in said
    assert "WHY: there is no thought to explain here." in said
    assert starting(said, "SET ASIDE, turn 1: advice inside a question")


def test_silence_pin_mode_and_place(room: "Room") -> None:
    said = room.play("/wait", "/pin", "/mode solo", "/mode loud", "/where", "/talk")
    assert sent(room) == ["…"]
    assert any(isinstance(event, MomentPinned) for event in room.log.events)
    assert "MODE: solo, from the next reply on." in said
    assert "MODE: say /mode coach, /mode quiet or /mode solo." in said
    assert starting(said, "WHERE: ")
    assert starting(said, "BECAUSE: ")


def test_nothing_that_looks_like_a_command_is_sent_by_mistake(room: "Room") -> None:
    said = room.play("/qiut", "quit", "", "/say quit")
    assert sent(room) == ["quit"]
    assert starting(said, "UNKNOWN: /qiut")
    assert starting(said, "UNSURE: nothing was sent. /quit")
    assert starting(said, "EMPTY:")


def test_hostile_words_are_shown_as_signs_and_kept_as_typed(room: "Room") -> None:
    words = "[red]\x1b[2Jhi\u202e <b> \x07"
    said = room.play(words, interactive=False)
    assert sent(room) == [words]
    assert "YOU, turn 1: [red]␛[2Jhi� <b> ␇" in said


def test_unsaved_words_are_shown_and_sent_again(room: "Room") -> None:
    def fill() -> None:
        room.log.full = True

    def clear() -> None:
        room.log.full = False

    said = room.play("What is it like?", fill, "So it hurts.", "/pin", clear, "/again", "/again")
    assert "NOT SAVED: The disk is full. Your words are here. Make room." in said
    assert "KEPT: So it hurts." in said
    assert sent(room) == ["What is it like?", "So it hurts."]
    assert "AGAIN: everything you sent is saved." in said


def test_a_debrief_is_shown_even_when_the_end_cannot_be_saved(room: "Room") -> None:
    def fill() -> None:
        room.log.full = True

    said = room.play("What is it like?", fill, "/quit", "x")
    assert "RECORD: Practice record, not assessment." in said
    assert starting(said, "NOT SAVED:")


def test_a_pipe_stops_at_the_first_words_that_cannot_be_saved(room: "Room") -> None:
    def fill() -> None:
        room.log.full = True

    with pytest.raises(NotSaved):
        room.play("What is it like?", fill, "So it hurts.", interactive=False)


def test_a_talk_is_continued_where_it_was_left(room: "Room") -> None:
    room.play("What is it like?", "How so?", "What else?", "/leave")
    said = room.play("What now?", practice=room.resume())
    assert starting(said, "CONTINUED: ")[0].endswith(", coach mode, after turn 3.")
    assert not starting(said, "SETTING: "), "they know it already"
    assert starting(said, "YOU, turn 3: What else?")
    assert not starting(said[: said.index(starting(said, "LOOKING BACK")[0])], "YOU, turn 1")
    assert len(fold(room.log.events).turns) == 4


def test_the_same_lines_make_the_same_talk(room: "Room") -> None:
    other = type(room)(room.library)
    lines = ("What is it like?", SLIP, "p", "1", "So that.")
    assert room.play(*lines) == other.play(*lines)


def test_a_talk_that_ends_itself_goes_on_to_the_debrief(room: "Room") -> None:
    said = room.play(*["Goodbye, thank you."] * 70)
    assert starting(said, "ENDED:")
    assert starting(said, "RECORD:")


def test_a_console_without_utf8_and_bytes_that_are_no_text() -> None:
    raw = BytesIO()
    out = TextIOWrapper(raw, encoding="ascii")
    terminal = Terminal(TextIOWrapper(BytesIO(b"caf\xff\r\nlast"), encoding="utf-8"), out)
    assert not terminal.interactive
    assert [terminal.ask("never shown"), terminal.ask(""), terminal.ask("")] == ["caf\ufffd", "last", None]
    terminal.say("“naïve” …")
    assert raw.getvalue() == b"?na?ve? ?\n"


def test_lines_come_from_any_text_stream(room: "Room") -> None:
    out = StringIO()
    finished = PlainFace(room.begin(), Terminal(StringIO("What is it like?\n"), out)).run()
    assert finished
    assert out.getvalue().endswith("RECORD: Practice record, not assessment.\n")


def test_real_help_is_answered_at_every_question_and_kept_nowhere(room: "Room") -> None:
    out = StringIO()
    typed = StringIO("What is it like?\n/realhelp\nWhat else?\n/RealHelp \n")
    PlainFace(room.begin(), Terminal(typed, out)).run()
    assert out.getvalue().count("REAL HELP: To talk to somebody, at any hour, free: Samaritans, 116 123.") == 2
    terminal = Terminal(StringIO("/realhelp\nI rush\n"), out)
    assert terminal.ask("IF I NOTICE> ") == "I rush"
    assert not any("realhelp" in str(event).lower() for event in room.log.events)


def test_a_reason_can_follow_what_was_set_aside(room: "Room") -> None:
    said = room.play("Have you thought about it?", "x", "/notso she asked me for a course", "/quit")
    aside = starting(said, "SET ASIDE:")
    assert "/notso and a reason keeps the reason too." in aside[0]
    assert "Your reason is kept." in aside[1]
    (turn,) = fold(room.log.events).turns
    kept = [fold(room.log.events).dismissal(1, flag) for flag in turn.reply.reading.flags]
    assert [one.reason for one in kept if one is not None] == ["she asked me for a course"]
    assert len(fold(room.log.events).dismissals) == 1, "it was set aside once"
    assert starting(room.play("Have you thought about it?", "x", "So it goes.", "/notso late", "/quit"), "NOT SO:")


class Narrow(StringIO):
    """A terminal of forty columns, as far as rows go."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


def test_a_terminal_cuts_lines_between_words_and_a_pipe_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((40, 24)))
    line = "GOOD TO KNOW FIRST: Burn-out and exhaustion at work, without any danger"
    out, piped = Narrow(), StringIO()
    Terminal(StringIO(), out).say(line)
    Terminal(StringIO(), piped).say(line)
    assert out.getvalue() == "GOOD TO KNOW FIRST: Burn-out and\nexhaustion at work, without any danger\n"
    assert piped.getvalue() == line + "\n"
    Terminal(StringIO(), out).say("")
    assert out.getvalue().endswith("danger\n\n")
