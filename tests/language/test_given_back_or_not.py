"""What gives something back and what only looks like it: a plan confirmed, a view denied, words quoted."""

import pytest

from allycoach.language.reader import SpacyReader
from allycoach.reading import Context, MoveKind

GIVEN_BACK = [
    ("My aunt called me 'work shy'.", "'Work shy.' How did you take that?"),
    ("I'm not stupid, I missed a lot of school.", "You're not stupid."),
    ("They closed the yard and took the van back.", "So the van was gone too, overnight."),
    ("My brother thinks I ought to sell up.", "He thinks you ought to sell up."),
    ("I've had nine years of it.", "9 years of it."),
]
NOT_GIVEN_BACK = [
    ("I'm going to ring the yard on Tuesday.", "Tuesday, the yard."),
    ("I'm seeing the nurse at four.", "Four o'clock it is."),
    ("I'm too slow for this work.", "You are not slow."),
    ("I am no good with people.", "You are very good with people."),
    ("I need a letter written.", "You tell me and I'll write the letter."),
    ("I've sent the letter.", "It's your letter."),
    ("I've been sad and I'm not eating.", "Sounds like depression to me."),
    ("I told my team first.", "Go on with what you were saying."),
]


@pytest.mark.parametrize(("previous", "reply"), GIVEN_BACK)
def test_gives_back(reader: SpacyReader, previous: str, reply: str) -> None:
    assert reader.read(reply, Context(previous)).has(MoveKind.REFLECTION)


@pytest.mark.parametrize(("previous", "reply"), NOT_GIVEN_BACK)
def test_gives_nothing_back(reader: SpacyReader, previous: str, reply: str) -> None:
    assert not reader.read(reply, Context(previous)).has(MoveKind.REFLECTION)


def test_what_they_denied_too_is_no_reassurance(reader: SpacyReader) -> None:
    denied = reader.read("You're not stupid.", Context("I'm not stupid, I missed a lot of school."))
    asserted = reader.read("You're not stupid.", Context("I'm stupid, that's all it is."))
    assert "reassurance" not in {flag.kind for flag in denied.flags}
    assert "reassurance" in {flag.kind for flag in asserted.flags}
