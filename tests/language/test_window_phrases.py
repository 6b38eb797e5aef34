"""Lists that are matched without a parse: an entry counts whatever it begins with."""

import pytest

from allycoach.language.window import Phrases
from allycoach.language.words import Code


def split(word: str) -> tuple[str, ...]:
    return (word,)


def code(line: str) -> Code:
    parts = [f"{word}/-/X/X " for word in line.split()]
    begins = [sum(map(len, parts[:i])) for i in range(len(parts))]
    return Code("".join(parts), tuple(begins), {})


@pytest.mark.parametrize("entry", ["_ would help", "(any|some) advice", "advice"])
def test_an_entry_counts_whatever_it_begins_with(entry: str) -> None:
    assert Phrases((entry,), {}, split).found_in(code("some advice would help"))
    assert not Phrases((entry,), {}, split).found_in(code("nothing to say"))


def test_the_beginning_of_the_line_can_be_asked_for() -> None:
    yes = Phrases(("^ yes",), {}, split)
    assert yes.found_in(code("yes please"))
    assert not yes.found_in(code("oh yes"))
