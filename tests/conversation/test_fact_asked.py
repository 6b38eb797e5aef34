"""Which fact a question asks for, and what would be one of that sort."""

import pytest

from allycoach.conversation.hearing.fact_asked import fact_asked, gives, suits


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Which agency was it?", "which"),
        ("And when you go home, who's there?", "who"),
        ("Whose legs were they? I mean who came to you?", "who"),
        ("how many letters are in there?", "how_many"),
        ("How old is she?", "how_old"),
        ("How much did it cost?", "how_much"),
        ("When were you last that happy?", "when"),
        ("What time do you get up?", "what_time"),
        ("When does it shut?", "what_time"),
        ("When will you ring them?", "by_when"),
        ("where u from", "where"),
        ("So how long has that been going on?", "how_long"),
        ("Sorry, which one?", "which"),
        ("How often do you see him?", "how_often"),
    ],
)
def test_the_fact_is_that_of_the_last_clause_that_asks(asked: str, fact: str) -> None:
    assert fact_asked(asked) == fact


@pytest.mark.parametrize(
    "asked",
    [
        "What was it like when you left?",
        "Did he say when?",
        "What do you think about who you are?",
        "How much do you miss it?",
        "When you go home, is it quiet?",
        "How was that?",
        "When has something like this gone well for you before?",
        "When do you feel most like yourself?",
        "",
    ],
)
def test_a_clause_of_time_or_a_how_asks_for_no_fact(asked: str) -> None:
    assert fact_asked(asked) is None


@pytest.mark.parametrize(
    ("fact", "yes", "no"),
    [
        ("who", "My sister does the form.", "It was a long form."),
        ("who", "There was a woman on the desk.", "Nobody came."),
        ("when", "They told us in the autumn.", "They told us in the canteen."),
        ("where", "It's behind the station.", "It was quiet then."),
        ("how_long", "Nine months of it.", "A good deal of it."),
        ("how_many", "Sixty of them, or so.", "A good deal of them."),
    ],
)
def test_an_answer_has_a_fact_of_that_sort_in_it(fact: str, yes: str, no: str) -> None:
    assert gives(fact, yes)  # type: ignore[arg-type]
    assert not gives(fact, no)  # type: ignore[arg-type]


def test_a_name_is_an_answer_to_who() -> None:
    assert not gives("who", "I asked Tomasz.")
    assert gives("who", "I asked Tomasz.", frozenset(["tomasz"]))


def test_an_honest_no_fits_what_was_asked() -> None:
    assert suits("how_many", "I've lost count.")
    assert not suits("who", "I've lost count.")
    assert not suits("which", "A while. I've not counted.")
    assert suits("when", "I'd have to look at a calendar.")
    assert not suits("who", "I'd have to look at a calendar.")
    assert suits("which", "I'd only be guessing.")
