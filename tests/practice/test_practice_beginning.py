"""What cannot begin is refused before there is anything on disk."""

import pytest

from allycoach.content.library import Library
from allycoach.errors import AllycoachError, ContentError, Locked
from allycoach.practice.beginning import Beginning
from tests.shipped import shipped


@pytest.fixture(scope="module")
def shelf() -> Library:
    return shipped()


def test_a_person_and_a_model_that_there_are_may_begin(shelf: Library) -> None:
    Beginning("library-amina", "coach", seed=1).check(shelf)
    Beginning("library-amina", "coach", seed=1, model="grow").check(shelf)


@pytest.mark.parametrize(
    ("beginning", "refusal", "named"),
    [
        (Beginning("library-anima", "coach", seed=1), ContentError, "library-amina"),
        (Beginning("library-amina", "coach", seed=1, model="gorw"), ContentError, "grow"),
        (Beginning("safeguarding-tired", "coach", seed=1), Locked, "procedure card"),
    ],
)
def test_what_cannot_begin_is_refused(
    shelf: Library, beginning: Beginning, refusal: type[AllycoachError], named: str
) -> None:
    with pytest.raises(refusal, match=named):
        beginning.check(shelf)
