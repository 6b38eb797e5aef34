"""The trained component: it speaks where the rules are silent, names words, and is the same on every run."""

from pathlib import Path

import numpy as np
import pytest

from allycoach.content.library import Library
from allycoach.content.schema.phrasebank import Votes
from allycoach.language.agreement import Coded
from allycoach.language.features import features, names
from allycoach.language.learned import FILE, Learned, load_learned
from allycoach.language.reader import SpacyReader, load_reader
from allycoach.language.training import KINDS, examples, save, train
from allycoach.reading import Context, FlagKind, MoveKind, Reading

PREVIOUS = "I keep forgetting who I have written to."
SAID = "A zebra sits on every envelope."
ASKED_FOR = Context("What would you do about the envelopes?")


def by_hand(kind: str) -> Learned:
    """A component that knows one word and takes it for one kind."""
    weights = np.zeros((1, len(KINDS)), dtype="float16")
    weights[0, KINDS.index(kind)] = 8
    return Learned.of_names(KINDS, ["l:zebra"], weights, np.full(len(KINDS), -4, dtype="float32"))


@pytest.fixture(scope="module")
def voting(shipped: Library) -> SpacyReader:
    return load_reader(shipped)


def read(voting: SpacyReader, kind: str, text: str = SAID, context: Context | None = None) -> Reading:
    voting.vote_with(by_hand(kind), votes(kind, heard=0, flagged=0))
    return voting.read(text, context or Context(PREVIOUS))


def votes(kind: str, **scores: float) -> dict[str, Votes]:
    return {kind: Votes.model_validate({**scores, "source": "a test"})}


def test_features_mark_their_words_and_leave_out_the_names_of_things(reader: SpacyReader) -> None:
    (_, _, sentence, facts, _), *_ = reader.sentences("The bakery cut your hours.", Context("They cut my hours."))
    found = list(features(sentence.words, facts))
    named = {name for name, _, _ in found}
    assert named <= names(sentence.words, facts)
    assert {"w2:your THEIRS/NOUN", "w1:NOUN", "l:bakery"} <= named
    assert not any("bakery" in name for name in named if name.startswith("w"))
    assert all(0 <= first <= last <= len(sentence.words) for _, first, last in found)


def test_it_is_heard_where_no_rule_spoke_and_points_at_the_words(voting: SpacyReader) -> None:
    voting.vote_with(None)
    assert not voting.read(SAID, Context(PREVIOUS)).flags
    reading = read(voting, "advice")
    (flag,) = reading.flags
    assert (flag.kind, flag.rule, SAID[flag.start : flag.end]) == (FlagKind.ADVICE, "advice.learned", "zebra")
    assert '"zebra"' in flag.reason
    assert [move.kind for move in reading.moves] == [MoveKind.ADVICE]


def test_what_was_asked_for_is_a_move_and_no_flag(voting: SpacyReader) -> None:
    reading = read(voting, "advice", context=ASKED_FOR)
    assert reading.has(MoveKind.ADVICE)
    assert not reading.flags
    assert "advice.learned" in {one.rule for one in reading.overruled}


@pytest.mark.parametrize("text", ['She said "a zebra sits there" and left.', "My aunt says a zebra sits there."])
def test_it_is_not_heard_on_the_words_of_others(voting: SpacyReader, text: str) -> None:
    reading = read(voting, "minimising", text)
    assert not reading.flagged(FlagKind.MINIMISING)
    assert "minimising.learned" in {one.rule for one in reading.overruled}


def test_without_a_score_it_says_nothing(voting: SpacyReader) -> None:
    voting.vote_with(by_hand("minimising"), votes("minimising", let_go=0))
    assert not voting.read(SAID, Context(PREVIOUS)).flags


def test_a_move_is_believed_sooner_than_a_flag(voting: SpacyReader) -> None:
    voting.vote_with(by_hand("advice"), votes("advice", heard=0, flagged=9))
    reading = voting.read(SAID, Context(PREVIOUS))
    assert reading.has(MoveKind.ADVICE)
    assert not reading.flags


def test_only_what_asks_can_lead(voting: SpacyReader) -> None:
    assert not read(voting, "leading_question").flags
    asked = read(voting, "leading_question", "Does a zebra sit on every envelope?")
    assert asked.flagged(FlagKind.LEADING_QUESTION)


def unsure_of(kind: str) -> Learned:
    """A component that takes nothing for a kind, and is very sure of it."""
    bias = np.zeros(len(KINDS), dtype="float32")
    bias[KINDS.index(kind)] = -9
    return Learned.of_names(KINDS, ["l:zebra"], np.zeros((1, len(KINDS)), dtype="float16"), bias)


def test_it_lets_go_of_what_it_does_not_believe_and_leaves_sure_words_to_their_cue(voting: SpacyReader) -> None:
    let_go = votes("advice", let_go=-3)
    let_go["advice"] = let_go["advice"].model_copy(update={"never_let_go": ("advice.if-i-were",)})
    voting.vote_with(None)
    assert voting.read("You should ring them.", Context(PREVIOUS)).flagged(FlagKind.ADVICE)
    voting.vote_with(unsure_of("advice"), let_go)
    reading = voting.read("You should ring them.", Context(PREVIOUS))
    assert not reading.flagged(FlagKind.ADVICE)
    assert "advice.should" in {one.rule for one in reading.overruled}
    assert voting.read("If I were you I'd wait.", Context(PREVIOUS)).flagged(FlagKind.ADVICE)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("closed_question", "Is it the hours?"), ("stacked_questions", "What would help? And what would not?")],
)
def test_it_lets_go_of_questions_only_beside_what_they_answer(voting: SpacyReader, kind: str, text: str) -> None:
    voting.vote_with(unsure_of(kind), votes(kind, let_go=-3))
    assert voting.read(text).flagged(FlagKind(kind))
    reading = voting.read(text, Context(PREVIOUS))
    assert not reading.flagged(FlagKind(kind))
    assert reading.questions
    assert kind in {one.kind for one in reading.overruled}


def test_it_is_told_where_a_sentence_stands_and_what_the_rules_heard(reader: SpacyReader) -> None:
    places = [place for *_, place in reader.sentences("Oh dear. What happened? Was it Friday?", Context("Guess."))]
    assert [place.position for place in places] == ["first", "mid", "last"]
    assert [place.before for place in places] == ["-", "states", "asks"]
    assert [place.later for place in places] == [True, True, False]
    assert [place.asks for place in places] == [(), ("wh|open",), ("polar|closed",)]


def test_a_reflection_is_about_them(voting: SpacyReader) -> None:
    assert not read(voting, "reflection").has(MoveKind.REFLECTION)
    assert not read(voting, "reflection", "A zebra on your doorstep.").has(MoveKind.REFLECTION)
    assert read(voting, "reflection", "A zebra sits on your doorstep.").has(MoveKind.REFLECTION)


def test_training_learns_how_a_thing_is_said_and_says_the_same_again(reader: SpacyReader, tmp_path: Path) -> None:
    moves = {"has_advice": True, "has_reflection": False}
    sort, table = "A notebook would sort that out.", "The notebook was on the table."
    coded = [Coded(sort, Context(), (("advice", sort),), moves), Coded(table, Context(), (), moves)] * 20
    first, again = (train(examples(reader, coded)) for _ in range(2))
    assert first.digest == again.digest
    (_, _, sentence, facts, _), *_ = reader.sentences("A calendar would sort that out.", Context())
    assert first.scores(sentence, facts)["advice"] > 0
    save(first, tmp_path / "learned")
    kept = load_learned(tmp_path / "learned")
    assert kept is not None
    assert kept.digest == first.digest
    assert kept.scores(sentence, facts) == first.scores(sentence, facts)


def test_what_is_shipped_is_small_and_travels_with_every_reading(shipped: Library) -> None:
    assert FILE.stat().st_size < 3_000_000
    learned = load_learned()
    assert learned is not None
    assert load_reader(shipped).read("Hello.").rules.endswith(learned.digest)


@pytest.mark.parametrize("kind", [FlagKind.TAKING_OVER, FlagKind.ADVICE])
@pytest.mark.parametrize("aside", ["I'll wait, a zebra is going past.", "Take my scarf, it has a zebra on it."])
def test_of_a_scarf_or_of_the_helpers_own_pace_it_says_nothing(voting: SpacyReader, kind: FlagKind, aside: str) -> None:
    assert kind not in {flag.kind for flag in read(voting, kind, aside).flags}
    assert kind in {flag.kind for flag in read(voting, kind).flags}
