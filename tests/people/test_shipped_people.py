"""The people who ship, played with the real reader: their own tests hold, and long free talk repeats no line."""

import pytest

from allycoach.content.library import Library, shipped_folder
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.persona import Answer
from allycoach.language.reader import SpacyReader, load_reader
from allycoach.playtest.own_tests import failures
from allycoach.playtest.talk import Script, hold
from tests.shipped import shipped

PEOPLE = sorted(path.stem for path in (shipped_folder() / "scenarios").glob("*.yaml"))

GOOD_TALK = (
    "Hello, come in. What brings you here today?",
    "It sounds like it's been going on a while.",
    "What has that been like for you?",
    "That sounds hard. What do you miss most?",
    "What would good look like for you?",
    "Tell me a bit more about that.",
    "You light up when you talk about it.",
    "When has something like that gone well before?",
    "What did you do that helped?",
    "So you already know how to do a lot of this.",
    "What else have you thought about?",
    "How would it feel to have a bit more of that?",
    "Mm-hm.",
    "What matters most to you in it?",
    "What feels like a good next step?",
    "What might get in the way?",
)
BAD_TALK = (
    "Hi there.",
    "You should update your CV.",
    "Have you thought about care work?",
    "You'll be fine, don't worry.",
    "Why don't you ring the jobcentre?",
    "At your age you need to be realistic.",
    "You need to apply for more jobs.",
    "Don't you think you should try harder?",
    "If I were you I'd take anything.",
    "You could do a course.",
    "Do you drive?",
    "Just send off ten a day.",
)
ODD_TALK = (
    "",
    "asdf qwer",
    "hi [/b] [bold] \x1b[31m",
    "¿Qué tal?",
    "lol",
    "what's your name",
    "...",
    "why",
    "👍",
    "go on",
    "bye",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped()


@pytest.fixture(scope="module")
def reader(library: Library) -> SpacyReader:
    return load_reader(library)


def play(person: Scenario, reader: SpacyReader, replies: tuple[str, ...], seed: int) -> tuple[Answer, ...]:
    """Everything the person says, the opening first."""
    return hold(person, reader, Script(replies), seed=seed).spoken


def cases() -> list[tuple[str, int]]:
    library = shipped()
    return [(name, index) for name in PEOPLE for index in range(len(library.scenario(name).tests))]


@pytest.mark.parametrize(("name", "index"), cases())
def test_a_persons_own_tests_hold(library: Library, reader: SpacyReader, name: str, index: int) -> None:
    person = library.scenario(name)
    assert not failures(person, person.tests[index], reader)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("talk", [GOOD_TALK, BAD_TALK, ODD_TALK], ids=["good", "bad", "odd"])
def test_no_line_is_said_twice(library: Library, reader: SpacyReader, name: str, talk: tuple[str, ...]) -> None:
    for seed in range(3):
        lines = [line for one in play(library.scenario(name), reader, talk, seed) for line in one.said]
        assert len(lines) == len(set(lines))


@pytest.mark.parametrize("name", PEOPLE)
def test_every_turn_of_a_good_talk_is_answered_and_opens_them(library: Library, reader: SpacyReader, name: str) -> None:
    said = play(library.scenario(name), reader, GOOD_TALK, seed=1)
    assert len(said) >= min(12, library.scenario(name).endings.turn_limit)
    assert all(one.text.strip() for one in said)
    assert said[-1].meters["openness"] > said[0].meters["openness"]


@pytest.mark.parametrize("name", PEOPLE)
def test_advice_opens_nobody(library: Library, reader: SpacyReader, name: str) -> None:
    person = library.scenario(name)
    keys = {topic for topic, one in person.topics.items() if one.is_key}
    for seed in range(5):
        said = play(person, reader, BAD_TALK, seed)
        deep = {one.topic for one in said if one.depth is not None and one.depth > 0}
        assert not keys & deep
        assert said[-1].meters["trust"] < said[0].meters["trust"]


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_ever_says_that_they_do_not_understand(library: Library, name: str) -> None:
    text = library.scenario(name).model_dump_json().lower()
    assert "i don't understand" not in text
    assert "i do not understand" not in text
