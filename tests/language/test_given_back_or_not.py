"""What gives something back and what only looks like it: a plan confirmed, a view denied, words quoted."""

import pytest

from allycoach.language.reader import SpacyReader
from allycoach.reading import Context, MoveKind, Utterance

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


@pytest.mark.parametrize("said", ["I don't do letters.", "I just never do letters.", "Don't do letters, me."])
def test_why_they_do_not_is_asked_of_a_habit(reader: SpacyReader, said: str) -> None:
    assert "advice" not in {flag.kind for flag in reader.read("Why don't you do letters?", Context(said)).flags}


@pytest.mark.parametrize(
    "said", ["I haven't done letters.", "They don't do letters.", "I don't do the post.", "I never asked."]
)
def test_why_not_is_a_push_where_they_told_of_no_such_habit(reader: SpacyReader, said: str) -> None:
    assert "advice" in {flag.kind for flag in reader.read("Why don't you do letters?", Context(said)).flags}


def test_why_they_do_not_may_be_asked_a_line_later(reader: SpacyReader) -> None:
    talk = (Utterance("person", "I don't do mornings."), Utterance("helper", "Fair enough."))
    assert "advice" not in {f.kind for f in reader.read("Why don't you do mornings?", Context("I can't.", talk)).flags}


def test_their_words_are_given_back_whichever_way_they_are_typed(reader: SpacyReader) -> None:
    assert not reader.read("u dont go out.", Context("i dont go out")).flags


@pytest.mark.parametrize("said", ["I'm a dinner lady.", "I serve the pupils.", "I clean at a little primary school."])
def test_who_works_among_children_has_told_of_them(reader: SpacyReader, said: str) -> None:
    assert not reader.read("What do the kids do?", Context(said)).flags


def test_having_been_to_school_tells_of_no_children(reader: SpacyReader) -> None:
    assert reader.read("What do the kids do?", Context("I left school at sixteen.")).flags


def test_what_they_denied_too_is_no_reassurance(reader: SpacyReader) -> None:
    denied = reader.read("You're not stupid.", Context("I'm not stupid, I missed a lot of school."))
    asserted = reader.read("You're not stupid.", Context("I'm stupid, that's all it is."))
    assert "reassurance" not in {flag.kind for flag in denied.flags}
    assert "reassurance" in {flag.kind for flag in asserted.flags}
