"""The notation in which phrase cues are written."""

import pytest

from allycoach.errors import ContentError
from allycoach.language.notation import Notation, Pattern
from allycoach.language.words import Word, code_of

LISTS = {"service": ("the union", "a coach"), "one": ("agency",), "round": ("a @about",), "about": ("b @round",)}


def split(word: str) -> tuple[str, ...]:
    return ("do", "n't") if word == "don't" else (word,)


def phrase(source: str) -> Pattern:
    return Notation(LISTS, split).phrase(source)


def coded(said: str) -> str:
    """Words written as lower/lemma/POS/TAG are taken as they are; plain ones get themselves for a lemma."""
    words = []
    for item in said.split():
        lower, lemma, pos, tag = (
            [*item.split("/"), item.split("/")[0], "X", "X"][:4] if "/" not in item else item.split("/")
        )
        words.append(Word(lower, lower, lemma, pos, tag, "", 0, 0, 1, False, "", f"{lower}/{lemma}/{pos}/{tag} "))
    return code_of(words).line


@pytest.mark.parametrize(
    ("source", "said", "matches"),
    [
        ("you should", "you should go", True),
        ("you should", "you shouldnt go", False),
        ("why (don't|not) you", "why do n't you", True),
        ("why (don't|not) you", "why not you", True),
        ("you [really|just] should", "you should", True),
        ("you [really|just] should", "you really should", True),
        ("you [really|just] should", "you never should", False),
        ("i _ you", "i see you", True),
        ("i _ you", "i you", False),
        ("tell me ... more", "tell me a bit more", True),
        ("tell me ... more", "tell me . and more", False),
        ("ring @service", "ring the union", True),
        ("ring @service", "ring the bell", False),
        ("~think about", "thought/think/VERB/VBD about", True),
        ("you <verb>", "you go/go/VERB/VB", True),
        ("you <verb>", "you home/home/NOUN/NN", False),
        ("what about <doing>", "what about asking/ask/VERB/VBG", True),
        ("(a|a b) c", "a b c", True),
    ],
)
def test_what_a_phrase_matches(source: str, said: str, matches: bool) -> None:
    assert bool(phrase(source).regex.match(coded(said))) is matches


def test_first_words_are_known_so_that_cues_are_looked_up_by_them() -> None:
    assert phrase("you should").firsts == frozenset(("you",))
    assert phrase("(you|they) should").firsts == frozenset(("you", "they"))
    assert phrase("[maybe] you should").firsts == frozenset(("maybe", "you"))
    assert phrase("_ should").firsts is None


def test_clause_marks() -> None:
    assert phrase("^ right $").at_start
    assert phrase("^ right $").at_end
    assert not phrase("right").at_start


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("you (should", '")" is missing'),
        ("you [should", '"]" is missing'),
        ("you <frob>", "<frob> is not one of"),
        ("ring @nobody", "@nobody is not a list"),
        ("you ^ should", '"^" belongs at the beginning'),
        ("[maybe]", "nothing at all"),
        ("you should)", "stands where the phrase should end"),
        ("you ... a ... b ... c ... should", "leaves too much open"),
        ("x " + "[_] " * 12, "leaves too much open"),
        ("see @round", "is inside itself"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(source: str, fault: str) -> None:
    with pytest.raises(ContentError, match="cannot be read") as raised:
        phrase(source)
    assert fault in raised.value.message


def test_the_most_open_phrase_is_looked_up_in_time_linear_in_the_words() -> None:
    """Each further word costs a bounded number of steps, so a cue somebody wrote cannot make reading wait."""
    worst = phrase("go ... go ... go ... never").regex
    line = coded("go " * 4000)
    assert not any(worst.match(line, at) for at in range(0, len(line), len("go/go/X/X ")))
