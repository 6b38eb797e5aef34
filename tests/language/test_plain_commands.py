"""Bare imperatives: those that a tagger mistakes for names, and those that push nothing."""

import pytest

from allycoach.language.reader import SpacyReader
from allycoach.reading import Context, FlagKind, MoveKind

PUSHES = [
    ("", "Book the van before Friday."),
    ("They said they'd phone.", "Phone them!"),
    ("It's a long walk there.", "do it u need the air"),
    ("I brought four up.", "That's a job of work, so put that on the form."),
]
PUSHES_NOTHING = [
    ("I can't find the bill.", "Leave the bill for a minute. How's home?"),
    ("I've a form to do.", "Stick it on an email to me tonight."),
    ("It's a long way.", "You'll see, mark my words."),
    ("I don't want to stay in.", "You don't want to stay in."),
    ("My friends say I ought to take it.", "They think you ought to take it."),
    ("He drives the tractor on his own.", "do his mum and dad know he does that"),
    ("That's my phone.", "Get it if you need to."),
    ("She cooks for half the street.", "Do the neighbours help her."),
]


@pytest.mark.parametrize(("previous", "reply"), PUSHES)
def test_a_plain_command_is_advice(reader: SpacyReader, previous: str, reply: str) -> None:
    assert FlagKind.ADVICE in [flag.kind for flag in reader.read(reply, Context(previous)).flags]


@pytest.mark.parametrize(("previous", "reply"), PUSHES_NOTHING)
def test_what_steers_the_talk_or_gives_back_is_no_advice(reader: SpacyReader, previous: str, reply: str) -> None:
    assert FlagKind.ADVICE not in [flag.kind for flag in reader.read(reply, Context(previous)).flags]


def test_do_before_a_subject_and_its_verb_asks(reader: SpacyReader) -> None:
    assert reader.read("do his mum and dad know he does that").has(MoveKind.QUESTION)
    assert not reader.read("do the washing and ring them").has(MoveKind.QUESTION)


def test_ill_before_a_verb_of_doing_is_a_promise(reader: SpacyReader) -> None:
    promised = reader.read("ill write the whole thing tonight")
    assert [flag.kind for flag in promised.flags] == [FlagKind.TAKING_OVER]
    assert promised.text[promised.flags[0].start :].startswith("ill write")
    assert not reader.read("So you were ill all spring.").flags
