"""Slips and ways back, measures, the one note and the one thing to try: pure, from hand-made readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.debrief import findings
from allycoach.coaching.echo import MOST_WORDS, echo
from allycoach.coaching.measures import count, measures
from allycoach.coaching.notes import one_note
from allycoach.coaching.phrases import offer
from allycoach.coaching.slips import slips
from allycoach.content.library import Library
from allycoach.content.schema.phrasebank import PhraseFile
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength, Utterance
from tests.shipped import shipped

STRENGTHS = {FlagKind.CLOSED_QUESTION: Strength.NOTE, FlagKind.CONFIDENTIALITY_PROMISE: Strength.STRONG}


def reading(*moves: MoveKind, flags: tuple[FlagKind, ...] = (), text: str = "some words here") -> Reading:
    made = tuple(
        Move(kind, 0, 4, Form.WH, Function.OPEN) if kind == MoveKind.QUESTION else Move(kind, 0, 4) for kind in moves
    )
    raised = tuple(Flag(k, 0, 4, f"{k}.x", STRENGTHS.get(k, Strength.NOTICE), f"about {k}") for k in flags)
    return Reading(text, made, raised)


SLIP = reading(MoveKind.ADVICE, flags=(FlagKind.ADVICE,))
OPEN = reading(MoveKind.QUESTION)
REFLECT = reading(MoveKind.REFLECTION)
OTHER = reading(MoveKind.OTHER)
CLOSED = Reading(
    "is it",
    (Move(MoveKind.QUESTION, 0, 5, Form.POLAR, Function.CLOSED),),
    (Flag(FlagKind.CLOSED_QUESTION, 0, 5, "c", Strength.NOTE, "r"),),
)


@pytest.fixture(scope="module")
def shelf() -> Library:
    return shipped()


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ([OPEN, REFLECT], []),
        ([CLOSED], []),
        ([SLIP], [(1, None)]),
        ([SLIP, OPEN], [(1, 2)]),
        ([SLIP, OTHER, REFLECT], [(1, 3)]),
        ([SLIP, OTHER, OTHER, REFLECT], [(1, None)]),
        ([SLIP, SLIP, OPEN], [(1, 3), (2, 3)]),
        ([reading(MoveKind.ADVICE, MoveKind.RECOVERY, MoveKind.QUESTION, flags=(FlagKind.ADVICE,))], [(1, 1)]),
    ],
)
def test_slips_and_the_turns_that_came_back(talk: list[Reading], expected: list[tuple[int, int | None]]) -> None:
    assert [(slip.turn, slip.recovered_at) for slip in slips(talk)] == expected


def test_each_thing_counts_once_a_reply() -> None:
    twice = reading(MoveKind.REFLECTION, MoveKind.REFLECTION, MoveKind.QUESTION, MoveKind.QUESTION)
    counts = count([twice], [Utterance("helper", "one two three"), Utterance("person", "four")])
    assert (counts.reflections, counts.questions, counts.open_questions) == (1, 1, 1)
    assert (counts.helper_words, counts.person_words) == (3, 1)


def test_no_ratio_is_shown_below_six_replies(shelf: Library) -> None:
    def shown(turns: int) -> set[str]:
        talk = [Utterance("helper", "a b"), Utterance("person", "c d")]
        return {m.id for m in measures(count([OPEN] * turns, talk), shelf.coaching)}

    assert "reflections_to_questions" not in shown(5)
    assert "share_of_words" not in shown(5)
    assert {"reflections_to_questions", "share_of_words", "unasked_advice"} <= shown(6)


def test_lines_are_looked_at_in_their_own_direction(shelf: Library) -> None:
    words = [Utterance("helper", "a " * 70), Utterance("person", "b " * 30)]
    found = {m.id: m.look for m in measures(count([SLIP, OPEN, OPEN, OPEN, OPEN, OPEN], words), shelf.coaching)}
    assert found["share_of_words"] == "red"
    assert found["unasked_advice"] == "red"
    assert found["reflections_to_questions"] == "amber"
    assert found["questions"] == ""


def test_every_measure_names_its_source(shelf: Library) -> None:
    assert all(measure.source for measure in shelf.coaching.measures.values())


def test_the_note_follows_the_stated_priority(shelf: Library) -> None:
    both = reading(MoveKind.ADVICE, flags=(FlagKind.CLOSED_QUESTION, FlagKind.ASSUMPTION, FlagKind.ADVICE))
    texts, files = shelf.coaching, shelf.phrases
    before = one_note(both, before=[OPEN], texts=texts, files=files)
    after = one_note(both, before=[REFLECT], texts=texts, files=files)
    assert before is not None
    assert before.kind == FlagKind.ADVICE
    assert after is not None
    assert after.kind == FlagKind.ASSUMPTION
    secret = reading(MoveKind.OTHER, flags=(FlagKind.ADVICE, FlagKind.CONFIDENTIALITY_PROMISE))
    first = one_note(secret, before=[], texts=texts, files=files)
    assert first is not None
    assert first.kind == FlagKind.CONFIDENTIALITY_PROMISE
    assert one_note(OPEN, before=[], texts=texts, files=files) is None


@pytest.mark.parametrize("kind", list(FlagKind))
def test_every_flag_kind_has_a_place_in_the_priority(shelf: Library, kind: FlagKind) -> None:
    flagged = reading(MoveKind.OTHER, flags=(kind,))
    note = one_note(flagged, before=[flagged], texts=shelf.coaching, files=shelf.phrases)
    assert note is not None
    assert note.kind == kind


@pytest.mark.parametrize(
    ("form", "closed_before", "noted"),
    [(Form.WH, False, False), (Form.WH, True, True), (Form.POLAR, False, True), (Form.ALTERNATIVE, False, True)],
)
def test_one_question_after_a_fact_is_how_people_talk(
    shelf: Library, form: Form, closed_before: bool, noted: bool
) -> None:
    flags = (Flag(FlagKind.CLOSED_QUESTION, 0, 3, "r", Strength.NOTE, "A fact."),)
    asked = Reading("Who rang?", (Move(MoveKind.QUESTION, 0, 9, form, Function.CLOSED),), flags)
    note = one_note(asked, before=[asked if closed_before else OPEN], texts=shelf.coaching, files=shelf.phrases)
    assert (note is not None) is noted


@pytest.mark.parametrize(
    ("talk", "finding"),
    [
        ([OPEN, REFLECT], "nothing"),
        ([SLIP, REFLECT], "advice_first"),
        ([REFLECT, SLIP], "advice"),
        ([OPEN] * 5, "question_run"),
        ([OPEN, OPEN, OPEN, OPEN], "few_reflections"),
    ],
)
def test_what_stood_out(talk: list[Reading], finding: str) -> None:
    assert finding in findings(talk, count(talk, []))


def test_there_is_always_one_thing_to_try(shelf: Library) -> None:
    assert {entry.finding for entry in shelf.coaching.try_next} >= {"nothing", "advice", "promise"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Yeah. I'd like something with people, really.", "something with people"),
        ("I don't know.", ""),
        ("", ""),
        ("Yes.", ""),
        ("Well, it's the not hearing back, you know.", "the not hearing back"),
    ],
)
def test_an_echo_is_a_few_of_their_own_words(line: str, expected: str) -> None:
    assert echo(line) == expected


@given(line=st.text(max_size=300))
def test_an_echo_is_always_a_stretch_of_the_line(line: str) -> None:
    found = echo(line)
    assert found == "" or (found in " ".join(line.split()) and len(found.split()) <= MOST_WORDS)


STAGES = ("happening", "good", "worked", "next")
MAIN = (
    "closed_question",
    "leading_question",
    "advice",
    "taking_over",
    "reassurance",
    "assumption",
    "stacked_questions",
)


@pytest.mark.parametrize("kind", MAIN)
@pytest.mark.parametrize("stage", STAGES)
def test_three_phrases_fit_every_stage_and_one_takes_up_their_words(shelf: Library, kind: str, stage: str) -> None:
    file: PhraseFile = shelf.phrases[kind]
    assert len(file.phrases) >= 8
    with_echo = offer(file, stage=stage, echo="with people", spent=(), seed=1, turn=1)
    without = offer(file, stage=stage, echo="", spent=(), seed=1, turn=1)
    assert len(with_echo) == len(without) == 3
    assert any("with people" in one.text for one in with_echo)
    assert not any("{echo}" in one.text for one in (*with_echo, *without))


@given(seed=st.integers(0, 50), turn=st.integers(1, 30), spent=st.integers(0, 25))
def test_spent_phrases_are_not_offered(shelf: Library, seed: int, turn: int, spent: int) -> None:
    file = shelf.phrases["advice"]
    gone = {phrase.id for phrase in file.phrases[:spent]}
    offers = offer(file, stage="good", echo="x y", spent=gone, seed=seed, turn=turn)
    assert not gone & {one.id for one in offers}
    assert len({one.id for one in offers}) == len(offers)
