import pytest

from allycoach.content.library import Library
from allycoach.content.schema.model import ConversationModel
from allycoach.conversation.tracker import locate
from allycoach.reading import Utterance


def stage(name: str, helper: list[str], person: list[str], done: list[str]) -> dict[str, object]:
    return {
        "id": name,
        "short": name,
        "question": f"What about {name}?",
        "purpose": "To hear.",
        "signs": {"helper": helper, "person": person},
        "done": ["They said so."],
        "done_signs": {"helper": [], "person": done},
        "come_back": ["Go back."],
        "openers": [{"register": "plain", "say": "Well?"}] * 3,
    }


@pytest.fixture
def model() -> ConversationModel:
    return ConversationModel.model_validate(
        {
            "schema": 1,
            "id": "three",
            "title": "Three",
            "about": "Three parts.",
            "source": "This test.",
            "stages": [
                stage("now", ["going on"], ["at the moment", "fed up"], ["that's about it"]),
                stage("wish", ["good look like", "ideal"], ["i'd love"], ["that's what i want"]),
                stage("step", ["next step", "what will you do"], ["i'll ask"], ["that's my plan"]),
            ],
        }
    )


def talk(*lines: str) -> list[Utterance]:
    """Lines beginning with `h ` are the helper's, with `p ` the person's."""
    return [Utterance("helper" if line[0] == "h" else "person", line[2:]) for line in lines]


def test_a_talk_begins_at_the_first_part(model: ConversationModel) -> None:
    place = locate(model, [])
    assert (place.stage, place.words, place.moving_to, place.covered) == ("now", (), None, ())
    assert "Nothing said so far" in place.reason


def test_it_follows_what_is_asked_and_quotes_it(model: ConversationModel) -> None:
    place = locate(model, talk("p Hi.", "h What would good look like?", "p I'd love a garden."))
    assert place.stage == "wish"
    assert "good look like" in place.reason or "i'd love" in place.reason
    assert place.words


def test_parts_may_come_in_any_order_and_come_back(model: ConversationModel) -> None:
    said = ["h What's the next step?", "p Hm.", "h What's been going on?", "p I'm fed up at the moment."]
    assert locate(model, talk(*said[:2])).stage == "step"
    assert locate(model, talk(*said)).stage == "now"


def test_one_word_that_falls_does_not_move_a_settled_talk(model: ConversationModel) -> None:
    said = talk("h What's going on?", "p Fed up at the moment.", "h Tell me more.", "p I'd love to know.")
    place = locate(model, said)
    assert (place.stage, place.moving_to) == ("now", "wish")
    assert "Moving towards “What about wish?”" in place.reason


def test_endings_and_case_do_not_matter(model: ConversationModel) -> None:
    assert locate(model, talk("h WHAT WOULD YOUR IDEALS BE")).stage == "wish"


def test_a_part_is_covered_when_they_say_so_or_have_answered_at_length(model: ConversationModel) -> None:
    short = talk("h What's going on?", "p Fed up.")
    assert locate(model, short).covered == ()
    assert locate(model, [*short, *talk("h And?", "p That's about it.")]).covered == ("now",)
    long = talk(
        "h What would good look like?", "p I'd love a place where people come in and sit down and take their time."
    )
    assert locate(model, long).covered == ("wish",)


def test_a_place_never_leaves_the_model(model: ConversationModel) -> None:
    names = {"now", "wish", "step"}
    for text in ("", "🙂", "going on " * 500, "a\x00b"):
        place = locate(model, talk(f"h {text}", f"p {text}"))
        assert place.stage in names


@pytest.mark.parametrize(
    ("asked", "stage"),
    [
        ("What did the letter say?", "happening"),
        ("How would you describe it?", "happening"),
        ("Is it like that every day?", "happening"),
        ("What would a good September look like to you?", "good"),
        ("What would your days have in them?", "good"),
        ("what would you hate to lose", "good"),
        ("What did that job teach you?", "worked"),
        ("You got through that, how?", "worked"),
        ("What's the best job you ever had?", "worked"),
        ("What would you be willing to try?", "next"),
        ("Where might you look for that?", "next"),
        ("What could be a first move?", "next"),
    ],
)
def test_the_four_questions_are_known_in_other_words(shipped: Library, asked: str, stage: str) -> None:
    before = talk("p It's been all right, I suppose.", "h So things are a bit quiet.", "p Yes, I suppose they are.")
    place = locate(shipped.models["four_question"], [*before, *talk(f"h {asked}", "p Hm. Good one.")])
    assert place.stage == stage


def test_a_statement_leans_nowhere(shipped: Library) -> None:
    said = talk("p It's been all right.", "h It would be enough if they might move you.", "p Hm.")
    assert locate(shipped.models["four_question"], said).stage == "happening"
