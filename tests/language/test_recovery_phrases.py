"""What we put into a trainee's mouth, read by the analyser that judges it: recovery phrases and the models' own questions."""

from allycoach.content.library import Library
from allycoach.language.reader import SpacyReader
from allycoach.reading import Context, MoveKind, Strength, Utterance

PREVIOUS = "I'd like something with people, really."
HISTORY = (Utterance("person", "Hi."), Utterance("helper", "You should ring them."))


def test_no_phrase_on_offer_is_itself_a_slip(shipped: Library, reader: SpacyReader) -> None:
    slips = []
    for file in shipped.phrases.values():
        for phrase in file.phrases:
            reading = reader.read(phrase.say.replace("{echo}", "something with people"), Context(PREVIOUS, HISTORY))
            slips += [(phrase.id, flag.rule) for flag in reading.flags if flag.strength != Strength.NOTE]
    assert slips == []


def test_every_phrase_gives_something_back_or_leaves_room(shipped: Library, reader: SpacyReader) -> None:
    opens = {MoveKind.RECOVERY, MoveKind.REFLECTION, MoveKind.QUESTION, MoveKind.PERMISSION}
    for file in shipped.phrases.values():
        for phrase in file.phrases:
            moves = reader.read(phrase.say.replace("{echo}", "something with people"), Context(PREVIOUS)).moves
            assert opens & {move.kind for move in moves}, phrase.id


def test_a_phrase_that_owns_the_slip_is_heard_as_stepping_back(reader: SpacyReader) -> None:
    for said in (
        "I started solving before I'd understood. What's it been like for you?",
        "i started solving before i'd understood",
        "My own to-do list was talking. What would be on yours?",
    ):
        assert reader.read(said).has(MoveKind.RECOVERY)
    assert not reader.read("I'd like to hear more about that.").has(MoveKind.RECOVERY)


def test_the_models_own_questions_are_clean(shipped: Library, reader: SpacyReader) -> None:
    flagged = []
    for model in shipped.models.values():
        for stage in model.stages:
            for said in (stage.question, *stage.come_back, *(opener.say for opener in stage.openers)):
                flagged += [(said, flag.rule) for flag in reader.read(said).flags]
    assert flagged == []
