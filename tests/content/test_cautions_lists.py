"""The lists of phrasebank/cautions.yaml hold their own examples; reading age and wordings mean what they say."""

import pytest

from allycoach.content.library import shipped_folder
from allycoach.content.loader import load_file
from allycoach.content.reading_age import FEWEST_WORDS, reading_age
from allycoach.content.schema.cautions import Cautions, Watched
from allycoach.content.wordings import first_found

LISTS = load_file(shipped_folder() / "phrasebank" / "cautions.yaml", Cautions, name="phrasebank/cautions.yaml")


@pytest.mark.parametrize("watched", LISTS.stereotypes, ids=lambda watched: watched.id)
def test_an_entry_catches_and_leaves_what_it_says(watched: Watched) -> None:
    assert [text for text in watched.catch if first_found(watched.any, text) is None] == []
    assert [text for text in watched.leave if first_found(watched.any, text) is not None] == []


def test_entries_have_ids_of_their_own_and_reasons_that_are_sentences() -> None:
    ids = [watched.id for watched in LISTS.stereotypes]
    assert len(set(ids)) == len(ids)
    for watched in LISTS.stereotypes:
        assert watched.reason.endswith(".")
        assert watched.instead.endswith(".")


@pytest.mark.parametrize(
    "text", ["I was so frightened.", "It's lonely, mostly.", "I felt like a fool.", "I’m proud of it"]
)
def test_feelings_are_known(text: str) -> None:
    assert first_found(LISTS.feelings, text)


@pytest.mark.parametrize("text", ["The bus goes at ten.", "Two days a week.", "A table by the door."])
def test_facts_are_no_feelings(text: str) -> None:
    assert first_found(LISTS.feelings, text) is None


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("wheelchair-bound", "He is Wheelchair bound.", "Wheelchair bound"),
        ("at (his|her) age", "not at her age!", "at her age"),
        ("at (his|her) age", "at their ages", None),
        ("suffer* from", "she suffers from it", "suffers from"),
        ("too ... old", "too far too old", "too far too old"),
        ("too ... old", "too old", "too old"),
        ("too ... old", "too a b c d old", None),
        ("doesn't let", "it doesn’t let go", "doesn’t let"),
        ("old", "told", None),
        ("old", "older", None),
        ("sainsbury's", "at Sainsbury's, mostly", "Sainsbury's"),
    ],
)
def test_wordings(wording: str, text: str, found: str | None) -> None:
    assert first_found([wording], text) == found


def test_no_wordings_find_nothing() -> None:
    assert first_found([], "anything") is None


SHORT = "I sit here. It is warm. You can stay. We have tea. I like the bus. It goes at ten. " * 3
LONG = (
    "Participants experiencing considerable administrative difficulties frequently require individualised "
    "assistance regarding employment opportunities, notwithstanding organisational limitations. "
) * 4


def test_short_words_read_younger_than_long_ones() -> None:
    young, old = reading_age(SHORT), reading_age(LONG)
    assert young is not None
    assert old is not None
    assert young <= 8
    assert old >= 20


def test_a_figure_worked_out_by_hand() -> None:
    # 40 words of four letters in four sentences: 4.71 * 4 + 0.5 * 10 - 21.43 = 2.41, the second school year, age 7.
    assert reading_age(("word " * 9 + "word. ") * 4) == 7


def test_too_little_to_tell() -> None:
    assert reading_age("word " * (FEWEST_WORDS - 1)) is None
    assert reading_age("") is None
