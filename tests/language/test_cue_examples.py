"""Every cue of the shipped phrase bank against its own examples."""

import pytest

from allycoach.content.library import Library
from allycoach.content.schema.phrasebank import Cue, PhraseFile
from allycoach.language.examples import check_examples
from allycoach.language.reader import SpacyReader
from allycoach.reading import FlagKind, MoveKind, Strength


def test_every_example_of_every_shipped_cue_holds(shipped: Library, reader: SpacyReader) -> None:
    failing = [
        f"{file.id} {one.at}: {one.said}" for file in shipped.phrases.values() for one in check_examples(file, reader)
    ]
    assert failing == []


def test_no_shipped_cue_is_silent_because_it_cannot_be_read(reader: SpacyReader) -> None:
    assert reader.faults == ()


def test_an_example_that_does_not_hold_is_found_at_its_place(shipped: Library, reader: SpacyReader) -> None:
    advice = shipped.phrases["advice"]
    wrong = Cue.model_validate(
        {
            "id": "advice.should",
            "any": ["you should"],
            "catch": ["What a day."],
            "leave": ["You should ring them."],
        }
    )
    file = advice.model_copy(update={"cues": (wrong,)})
    found = check_examples(file, reader)
    assert [one.at for one in found] == [("cues", 0, "catch", 0), ("cues", 0, "leave", 0)]
    assert "What a day." in found[0].said


@pytest.mark.parametrize("kind", list(FlagKind))
def test_every_flag_kind_has_a_file_with_a_reason_about_the_words(shipped: Library, kind: FlagKind) -> None:
    file: PhraseFile = shipped.phrases[kind]
    assert file.reason is not None
    assert "{words}" in file.reason
    assert file.cues or (file.catch and file.leave), "a kind without examples is not shown to trainees"
    assert file.indicators


def test_only_a_promise_of_secrecy_is_strong(shipped: Library) -> None:
    strong = {f.kind for f in shipped.phrases.values() if f.what == "flag" and f.strength == Strength.STRONG}
    assert strong == {FlagKind.CONFIDENTIALITY_PROMISE}


def test_every_move_kind_that_cues_decide_has_a_file(shipped: Library) -> None:
    files = {f.kind for f in shipped.phrases.values() if f.what == "move"} | {
        f.move for f in shipped.phrases.values() if f.move
    }
    assert set(MoveKind) <= files
