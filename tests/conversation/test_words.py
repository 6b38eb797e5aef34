import pytest

from allycoach.conversation.words import found, places, stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("apply", "applies", "applied", "applying"), ("job", "jobs"), ("hope", "hoping", "hopes", "hoped"),
        ("plan", "planned", "planning"), ("evening", "evenings"), ("match", "matches"),
    ],
)  # fmt: skip
def test_endings_do_not_matter(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_apostrophes_and_case_do_not_matter() -> None:
    assert stems("What’s ON?") == stems("what's on") == stems("whats on")


def test_a_phrase_does_not_cross_a_full_stop() -> None:
    assert found(["a time when"], "One person at a time. When was that?") == ()
    assert places("a time when", "Tell me about a time when it worked") != ()


def test_words_are_whole() -> None:
    assert found(["art"], "I start early") == ()


def test_the_longer_phrase_hides_the_shorter_inside_it() -> None:
    assert found(["step", "next step"], "What next step?") == ("next step",)
    assert found(["step", "next step"], "A step, the next step") == ("next step", "step")
