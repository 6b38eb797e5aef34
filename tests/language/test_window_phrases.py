"""Lists that are matched without a parse: an entry counts whatever it begins with."""

import pytest

from allycoach.language.notation import Notation
from allycoach.language.phrasing import Phrases
from allycoach.language.window import said_in
from allycoach.language.words import Code


def phrases(entry: str) -> Phrases[str]:
    return Phrases([(Notation({}, lambda word: (word,)).phrase(entry), "it")])


def code(line: str) -> Code:
    parts = [f"{word}/-/X/X " for word in line.split()]
    begins = [sum(map(len, parts[:i])) for i in range(len(parts))]
    return Code("".join(parts), tuple(begins), {})


@pytest.mark.parametrize("entry", ["_ would help", "(any|some) advice", "advice"])
def test_an_entry_counts_whatever_it_begins_with(entry: str) -> None:
    assert said_in(phrases(entry), code("some advice would help"))
    assert not said_in(phrases(entry), code("nothing to say"))


def test_the_beginning_of_the_line_can_be_asked_for() -> None:
    yes = phrases("^ yes")
    assert said_in(yes, code("yes please"))
    assert not said_in(yes, code("oh yes"))
