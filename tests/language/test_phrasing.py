"""Which phrases may match in a sentence."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from allycoach.language.notation import Notation
from allycoach.language.phrasing import Phrases, at
from allycoach.language.words import Code

WORDS = ("you", "should", "ring", "the", "union", "really", "go", "going", "why", "not")
LEMMAS = {"going": "go"}
NOTATION = Notation({"service": ("the union", "a coach")}, lambda word: (word,))
SOURCES = (
    "you should",
    "you [really|just] should",
    "(ring|~go) @service",
    "[why] not",
    "(you|why ... not) go",
    "~go",
    "_ union",
    "<noun>",
    "^ why not",
)
PHRASES = Phrases([(NOTATION.phrase(source), source) for source in SOURCES])


def coded(words: list[str]) -> Code:
    parts = [f"{word}/{LEMMAS.get(word, word)}/X/X " for word in words]
    begins = (0, *accumulate(map(len, parts)))
    return Code("".join(parts), begins[:-1], {begin: number for number, begin in enumerate(begins)})


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_every_phrase_that_matches_is_near(words: list[str]) -> None:
    code = coded(words)
    near = PHRASES.near(code)
    for begin in code.begins:
        matching = {source for source in SOURCES if NOTATION.phrase(source).regex.match(code.line, begin)}
        assert matching <= {source for _, source in at(near, code.line, begin)}


def test_a_phrase_is_not_near_without_a_word_it_needs() -> None:
    code = coded(["you", "ring", "the", "bell"])
    near = {source for begin in code.begins for _, source in at(PHRASES.near(code), code.line, begin)}
    assert near == {"<noun>"}


def test_words_of_one_of_several_ways_are_one_need() -> None:
    assert NOTATION.phrase("(ring|~go) @service").needs == (
        frozenset(("ring", "~go")),
        frozenset(("union", "coach")),
    )


def test_what_may_be_left_out_is_not_needed() -> None:
    assert NOTATION.phrase("you [really] should ... go").needs == tuple(
        frozenset((word,)) for word in ("you", "should", "go")
    )
    assert NOTATION.phrase("(you [really]|_) go").needs == (frozenset(("go",)),)
