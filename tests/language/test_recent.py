"""What was read before is read again as if it were new."""

from allycoach.content.library import Library
from allycoach.language.reader import SpacyReader, load_reader
from allycoach.language.recent import Recent
from allycoach.reading import Context, Utterance

REPLIES = (
    "It sounds like the mornings are the worst.",
    "You could ring the nursery.",
    "There's an adviser at the college who can help.",
    "Mornings?",
)
CONTEXTS = (
    Context(),
    Context("The mornings are long."),
    Context("What would you do, if you were me?"),
    Context("Yes, please.", (Utterance("helper", "Would it help if I told you about the nursery?"),)),
    Context("I'm tired.", (Utterance("person", "Mornings."), Utterance("helper", "Hello.")), "She rings the nursery."),
)


def test_what_was_read_before_changes_nothing(shipped: Library, reader: SpacyReader) -> None:
    pairs = [(reply, context) for reply in REPLIES for context in CONTEXTS]
    forward = [reader.read(*pair) for pair in pairs]
    other = load_reader(shipped)
    backward = [other.read(*pair) for pair in reversed(pairs)]
    assert forward == backward[::-1]
    assert len({(reading.moves, reading.flags) for reading in forward}) > len(REPLIES)


def test_the_one_asked_for_longest_ago_goes_first() -> None:
    recent = Recent[str, int](2)
    made: list[str] = []

    def get(key: str) -> int:
        def make() -> int:
            made.append(key)
            return len(made)

        return recent.get(key, make)

    assert [get(key) for key in "abacab"] == [1, 2, 1, 3, 1, 4]
    assert made == ["a", "b", "c", "b"]
