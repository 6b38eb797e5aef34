import pytest

from allycoach.conversation.hearing.words import as_said, found, places, stem, stems, without


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What would a good September look like?", "good September look like"),
        ("What would good look like?", "good look like"),
        ("A good day in that new job would look like what?", None),  # more words between than a gap takes
        ("Is that good? Does it look like rain?", None),  # the gap does not cross a full stop
        ("Good.", None),
    ],
)
def test_a_star_stands_for_a_few_words_or_none(text: str, said: str | None) -> None:
    assert found(["good * look like"], text) == (() if said is None else ("good * look like",))
    if said is not None:
        assert as_said("good * look like", text) == said
        assert said not in without(["good * look like"], text)
