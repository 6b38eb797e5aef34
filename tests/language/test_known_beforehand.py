"""What the trainee read before the talk is no assumption; it is still no idea of the person's, and no echo."""

import pytest

from allycoach.language.reader import SpacyReader
from allycoach.reading import Context, FlagKind, MoveKind

KNOWN = "Levan moved here with his wife and daughter. The manager wants him to go for team lead."


@pytest.mark.parametrize("reply", ["What does your wife think?", "Tell me about your daughter."])
def test_what_was_known_beforehand_is_no_assumption(reader: SpacyReader, reply: str) -> None:
    line = "I make bread, at night."
    assert reader.read(reply, Context(line)).flagged(FlagKind.ASSUMPTION)
    assert not reader.read(reply, Context(line, known=KNOWN)).flagged(FlagKind.ASSUMPTION)


def test_to_suggest_it_is_still_to_suggest(reader: SpacyReader) -> None:
    reading = reader.read("Have you thought about going for team lead?", Context("I don't know.", known=KNOWN))
    assert reading.flagged(FlagKind.ADVICE)


def test_to_say_it_is_not_to_say_their_words_back(reader: SpacyReader) -> None:
    reply = "The manager wants a team lead."
    assert not reader.read(reply, Context("I don't know.", known=KNOWN)).has(MoveKind.REFLECTION)
