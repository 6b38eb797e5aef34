"""Each trainee has its habit, as the real analyser hears it, and the same chance makes the same trainee."""

import random
from collections.abc import Sequence

import pytest

from allycoach.content.library import Library
from allycoach.content.schema.scenario import Act
from allycoach.conversation.hearing.acts import hear
from allycoach.language.reader import SpacyReader
from allycoach.playtest import wordings as say
from allycoach.playtest.trainees import TRAINEES, Task, named
from allycoach.reading import Context

LINE = "I've stopped counting, honestly. My sister thinks it's fine."


def replies(library: Library, name: str, *, seed: int = 1, turns: int = 24, line: str = LINE) -> list[str]:
    who = library.scenario("library-amina")
    trainee = TRAINEES[name](Task(who, library.model(who.model), random.Random(seed)))
    return [trainee.reply(line, None) or "" for _ in range(turns)]


def heard_as(reader: SpacyReader, texts: Sequence[str], *acts: Act) -> float:
    """The share of texts that lead with one of these acts."""
    said = [text.replace("{it}", "your sister").replace("{said}", "you've stopped counting") for text in texts]
    return sum(hear(reader.read(text, Context(LINE))).lead in acts for text in said) / len(said)


@pytest.mark.parametrize("name", TRAINEES)
def test_the_same_chance_makes_the_same_trainee(library: Library, name: str) -> None:
    assert replies(library, name) == replies(library, name)
    assert replies(library, name) != replies(library, name, seed=2)


@pytest.mark.parametrize("name", ["ideal", "advice-giver", "closed-questioner"])
def test_a_trainee_has_many_ways_of_saying_it(library: Library, name: str) -> None:
    said = replies(library, name)
    assert len(set(said)) > 0.9 * len(said)


@pytest.mark.parametrize("name", TRAINEES)
def test_no_blank_is_left_in_a_wording(library: Library, name: str) -> None:
    for line in (LINE, "", "Mm. Really?"):
        assert not any("{" in said for said in replies(library, name, line=line, turns=60))


@pytest.mark.parametrize(
    ("pool", "acts"),
    [
        (say.ADVICE, ("advice_unasked", "taking_over")),
        (say.CLOSED, ("closed_question",)),
        ((*say.REFLECTS, *say.ECHOES), ("reflection",)),
        (say.SILENCES, ("silence", "acknowledge")),
        ([text for pool in say.ASKS.values() for text in pool], ("open_question",)),
        ([text for pool in say.ELSE.values() for text in pool], ("open_question",)),
        ((*say.DEEPER, *say.ABOUT_IT), ("open_question",)),
    ],
    ids=["advice", "closed", "reflections", "silences", "asks", "else", "deeper"],
)
def test_the_analyser_hears_what_a_trainee_means(reader: SpacyReader, pool: Sequence[str], acts: Sequence[Act]) -> None:
    assert heard_as(reader, pool, *acts) > 0.9


def test_the_parrot_asks_nothing(library: Library) -> None:
    assert not any("?" in said for said in replies(library, "parrot"))


def test_the_ideal_trainee_asks_for_a_step_late_and_again(library: Library) -> None:
    line = "I go down there most days, and I sit with them, and it goes quiet, and nobody minds at all."
    asked = [turn for turn, said in enumerate(replies(library, "ideal", line=line), 1) if said in say.ASKS["next"]]
    assert asked == [18, 21, 24]


def test_the_ideal_trainee_talks_about_a_step_once_there_is_one(library: Library) -> None:
    who = library.scenario("library-amina")
    trainee = TRAINEES["ideal"](Task(who, library.model(who.model), random.Random(1)))
    for _ in range(18):
        trainee.reply("I go down there most days, and I sit with them, and it goes quiet, and nobody minds.", None)
    said = trainee.reply("I'll go in on Thursday.", None) or ""
    assert any(said.endswith(text) for text in say.ON_THE_STEP)


def test_the_ideal_trainee_hands_a_request_for_advice_back(library: Library) -> None:
    who = library.scenario("library-amina")
    moment = next(one for one in who.moments if one.asks_advice)
    trainee = TRAINEES["ideal"](Task(who, library.model(who.model), random.Random(1)))
    trainee.reply(LINE, None)
    assert trainee.reply(moment.line, moment.id) in say.HANDS_BACK


@pytest.mark.parametrize(
    ("line", "it"),
    [
        ("There's my sister.", "your sister"),
        ("It was the whole time.", ""),
        ("I like the phones.", "the phones"),
        ("", ""),
    ],
)
def test_what_a_line_names(line: str, it: str) -> None:
    assert named(line) == it
