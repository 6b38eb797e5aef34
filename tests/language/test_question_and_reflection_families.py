"""Families of questions and reflections that have no single word to know them by."""

import pytest

from allycoach.language.reader import SpacyReader
from allycoach.reading import Context, FlagKind, Function, MoveKind

OPEN, CLOSED = Function.OPEN, Function.CLOSED

ASKED = [
    # no mark, no order of words, or both in the middle
    ("looking back is there a reason you stayed on", [CLOSED]),
    ("I'm just kind of wondering where you are with all that.", [OPEN]),
    ("What would that give you, I wonder.", [OPEN]),
    ("Is it the noise, I wonder.", [CLOSED]),
    ("He told you to do what?", [OPEN]),
    ("Your what?", [CLOSED]),
    ("Maybe you could tell me a bit about the farm.", [OPEN]),
    ("You won't go back there will you", [CLOSED]),
    ("It's a bit early for that don't you think", [CLOSED]),
    # one question, not two
    ("Did you like how they ran the place?", [CLOSED]),
    ("Can you say a bit about, um, how you came to cooking?", [OPEN]),
    ("What was it she promised, do you remember?", [OPEN]),
    # shaped like a question, and none
    ("The friends that maybe aren't your best friends stayed away", []),
    ("What helps is, um, is that the bus stops there.", []),
    ("They'd be lucky not to have you.", []),
    ("You'd asked me not to, and I did it.", []),
    # how a fact is asked for
    ("What's the most hours you've done in a week?", [CLOSED]),
    ("What is it about numbers?", [OPEN]),
    ("Where would you put yourself on that scale?", [CLOSED]),
]


@pytest.mark.parametrize(("reply", "functions"), ASKED)
def test_what_is_asked_and_how(reader: SpacyReader, reply: str, functions: list[Function]) -> None:
    assert [move.function for move in reader.read(reply).questions] == functions


LEADING = [
    ("I might keep bees.", "Wouldn't plumbing be steadier?"),
    ("I've been asked to work Sundays.", "You don't want to work Sundays, do you?"),
]


@pytest.mark.parametrize(("previous", "reply"), LEADING)
def test_negation_and_guessed_wishes_lead(reader: SpacyReader, previous: str, reply: str) -> None:
    assert reader.read(reply, Context(previous)).flagged(FlagKind.LEADING_QUESTION)


def test_an_introduction_and_its_question_are_no_stack(reader: SpacyReader) -> None:
    reading = reader.read("Do you remember the first shift you did? What was it like?")
    assert not reading.flagged(FlagKind.STACKED_QUESTIONS)


GIVEN_BACK = [
    ("The dog died in March.", "That dog was really important to you.", True),
    ("He stands right behind me.", "So it's hard to think with him there.", True),
    ("I got the letter.", "I can see why you feel let down.", True),
    # too little, somebody else's clause, or the helper's view
    ("I got the letter.", "So you--", False),
    ("I got the letter.", "If, um, you have any trouble with it, ring the desk.", False),
    ("I got the letter.", "I'm glad you told me.", False),
    ("My brother fishes.", "I wonder what fishing is like for him.", False),
]


@pytest.mark.parametrize(("previous", "reply", "reflects"), GIVEN_BACK)
def test_what_gives_something_back(reader: SpacyReader, previous: str, reply: str, reflects: bool) -> None:
    assert reader.read(reply, Context(previous)).has(MoveKind.REFLECTION) is reflects


def test_the_helpers_view_of_a_thing_of_theirs_is_not_theirs(reader: SpacyReader) -> None:
    reading = reader.read("Your spelling is fine.", Context("I can't spell."))
    assert "reflection.content" not in {move.rule for move in reading.moves}


ADVISED = [
    ("I've only the garden to hold on to.", "You could hold on to the garden.", False),
    ("I could have the flat or the job.", "You have to put the flat first.", True),
    ("We have to be out by Friday.", "You have to be out by Friday.", False),
    ("They want it this week.", "You could write, ring or go in. Which would you like?", False),
    ("They want it this week.", "You could write to them.", True),
]


@pytest.mark.parametrize(("previous", "reply", "flagged"), ADVISED)
def test_the_verb_counts_when_an_idea_is_given_back(
    reader: SpacyReader, previous: str, reply: str, flagged: bool
) -> None:
    assert reader.read(reply, Context(previous)).flagged(FlagKind.ADVICE) is flagged
