"""The decisions of the analyser's specification, as a table: what was said before, the reply, and what is flagged."""

import pytest

from allycoach.language.agreement import CORE
from allycoach.language.reader import SpacyReader
from allycoach.reading import Context, FlagKind, Form, Function, MoveKind, Reading, Utterance


def core(reading: Reading) -> set[str]:
    return {flag.kind.value for flag in reading.flags if flag.kind in CORE}


FLAGGED = [
    # a suggestion in a question is closed and advice, unless the idea is theirs
    ("I'd like something with people.", "Have you thought about care work?", {"closed_question", "advice"}),
    ("I keep coming back to care work.", "Have you thought about care work?", {"closed_question"}),
    ("I'm stuck.", "What have you tried?", set()),
    ("I'm stuck.", "What about evening classes at the college?", {"advice"}),
    ("I'm stuck.", "What about you?", set()),
    ("It's the hours.", "Why don't you ask for the early shift?", {"advice"}),
    ("I don't like it there.", "Why don't you like it?", set()),
    # negation: high leads, low does not
    ("It's a long way.", "Don't you think it's a bit far?", {"closed_question", "leading_question"}),
    ("It's a long way.", "dont you think its a bit far", {"closed_question", "leading_question"}),
    ("I stopped going.", "Do you not like it?", {"closed_question"}),
    # tags on their words check; tags on ours lead
    ("The mornings are hard for me.", "The mornings are hard, aren't they?", set()),
    ("I handed my notice in.", "That was a mistake, wasn't it?", {"closed_question", "leading_question"}),
    # should, and what only looks like it
    ("I don't know what to do.", "You should ring the union.", {"advice"}),
    ("I don't know what to do.", "What do you think you should do?", set()),
    ("My manager came round.", "Your manager said you should try for it.", set()),
    ("I finished the course.", "You should be proud of that.", set()),
    ("We have to be out of the flat by Friday.", "So you have to be out of the flat by Friday.", set()),
    # imperatives
    ("I've no idea where to start.", "Update your CV.", {"advice"}),
    ("I've no idea where to start.", "Tell me about the last job.", set()),
    ("I've no idea where to start.", "Take your time.", set()),
    # asked for, so no flag
    ("What would you do if you were me?", "I'd ring them first.", set()),
    ("Do you know any courses round here?", "You could look at the college on Park Street.", set()),
    # leave asked in the same breath
    ("I've no idea.", "Would it be OK if I shared an idea?", set()),
    # questions that are never flagged
    ("It might work.", "On a scale of 1 to 10, how ready do you feel?", set()),
    ("I lost the flat and the job.", "You lost both at once. Have I got that right?", set()),
    ("I might go in on Thursday.", "So Thursday?", set()),
    # stacking
    ("It's been a long year.", "What would help? Is it money?", {"closed_question", "stacked_questions"}),
    ("It's been a long year.", "What has been the longest part of it?", set()),
    # taking over, reassurance, assumption, secrecy
    ("I can't face the call.", "I'll ring them for you this afternoon.", {"taking_over"}),
    ("I can't face the call.", "Leave it with me.", {"taking_over"}),
    ("I'll never get one.", "You'll be fine.", {"reassurance"}),
    ("I need a change.", "At your age that's a big step.", {"assumption"}),
    ("At my age they don't ring back.", "At your age they don't ring back.", set()),
    ("You won't tell anyone?", "I won't tell a soul.", {"confidentiality_promise"}),
    ("You won't tell anyone?", "I won't tell anyone unless I think someone is at risk.", set()),
    # words that are not the helper's own
    ("She said something odd.", 'She said "you should leave".', set()),
    # a suggestion in the order of a statement, with a question mark
    ("I've no idea what to do after school.", "You could always do an apprenticeship?", {"closed_question", "advice"}),
    ("I could do mornings.", "So you could do mornings?", set()),
    # a threat to life is asked about directly, in any accent
    ("Sometimes I think I'd be better off gone.", "Are ye thinking of killing yourself?", set()),
    ("Sometimes I think I'd be better off gone.", "Are you thinking of ending your life?", set()),
    # their own question said again is no question of ours
    ("What are you going to do, she says.", "What are you going to do. What do you tell her?", set()),
    # an order that fetches what an offer needs is part of the offer
    ("I've had two letters.", "Bring them in and I'll sort them out for you.", {"taking_over"}),
    # taken back, wished, offered
    ("I said no to the council.", "Forget the council. I went off on my own there. What do you want?", set()),
    ("I'm off now.", "Have a wonderful evening!", set()),
    ("I might oversleep.", "Will I knock for you, or would you rather I didn't?", set()),
    ("I don't know anybody there.", "You just turn up.", set()),
    # chat spelling, no marks
    ("im stuck", "u should ring them", {"advice"}),
    ("im stuck", "what would u like to happen", set()),
    ("i like people", "have u thought about care work", {"closed_question", "advice"}),
]


@pytest.mark.parametrize(("previous", "reply", "flags"), FLAGGED)
def test_core_flags(reader: SpacyReader, previous: str, reply: str, flags: set[str]) -> None:
    assert core(reader.read(reply, Context(previous))) == flags


TYPED = [
    ("What would good look like?", Form.WH, Function.OPEN),
    ("How many hours is it?", Form.WH, Function.CLOSED),
    ("Where did you work?", Form.WH, Function.CLOSED),
    ("Where would you like to start?", Form.WH, Function.OPEN),
    ("Do you like it there?", Form.POLAR, Function.CLOSED),
    ("Can you tell me about your week?", Form.POLAR, Function.OPEN),
    ("Can you tell me when it closes?", Form.POLAR, Function.CLOSED),
    ("Is it the hours or the pay?", Form.ALTERNATIVE, Function.CLOSED),
    ("Is it the hours or something?", Form.POLAR, Function.CLOSED),
    ("Tell me about the garden.", Form.IMPERATIVE, Function.OPEN),
    ("I wonder what you would miss most", Form.DECLARATIVE, Function.OPEN),
    ("I wonder whether you told her", Form.DECLARATIVE, Function.CLOSED),
    ("And then?", Form.FRAGMENT, Function.OPEN),
    ("Anything else?", Form.FRAGMENT, Function.OPEN),
    ("what happened next", Form.WH, Function.OPEN),
]


@pytest.mark.parametrize(("reply", "form", "function"), TYPED)
def test_form_and_function(reader: SpacyReader, reply: str, form: Form, function: Function) -> None:
    asked = reader.read(reply).questions
    assert [(move.form, move.function) for move in asked] == [(form, function)]


MOVED = [
    ("I've sent off sixty and heard from two.", "Sixty sent off, and two answers.", MoveKind.REFLECTION),
    ("I feel useless.", "It sounds like it's worn you down.", MoveKind.REFLECTION),
    ("I went back every day for a year.", "You kept going through all that.", MoveKind.AFFIRMATION),
    ("They let us go.", "I'm so sorry to hear that.", MoveKind.SUPPORT),
    ("I don't know.", "It's your call.", MoveKind.AUTONOMY),
    ("OK.", "Would it be OK if I shared an idea?", MoveKind.PERMISSION),
    ("The debts are the worst.", "I could put you in touch with the debt service as well.", MoveKind.REFERRAL),
    ("I said no.", "Sorry, I jumped ahead there.", MoveKind.RECOVERY),
    ("Hi.", "Hello, come in.", MoveKind.OTHER),
    ("I was made redundant.", "When I was made redundant I slept for a week.", MoveKind.SELF_DISCLOSURE),
]


@pytest.mark.parametrize(("previous", "reply", "kind"), MOVED)
def test_moves(reader: SpacyReader, previous: str, reply: str, kind: MoveKind) -> None:
    assert reader.read(reply, Context(previous)).has(kind)


def test_a_reflection_and_a_question_in_one_sentence_are_two_moves(reader: SpacyReader) -> None:
    reading = reader.read("You're worried about rent, so what would help?", Context("I worry about the rent."))
    assert [move.kind for move in reading.moves] == [MoveKind.REFLECTION, MoveKind.QUESTION]


def test_a_slip_repaired_in_the_same_reply_keeps_its_flag_beside_the_recovery(reader: SpacyReader) -> None:
    reading = reader.read("You should apply. Sorry, let me step back: what would good look like?")
    assert reading.flagged(FlagKind.ADVICE)
    assert reading.has(MoveKind.RECOVERY)
    assert not reading.flagged(FlagKind.CLOSED_QUESTION)


def test_a_yes_to_a_request_for_leave_opens_the_window(reader: SpacyReader) -> None:
    history = (Utterance("person", "I'm stuck."), Utterance("helper", "Would it help if I shared what others do?"))
    reading = reader.read("You could start with the library.", Context("Yes, go on.", history))
    assert not reading.flagged(FlagKind.ADVICE)
    assert [move.subtype for move in reading.moves if move.kind == MoveKind.ADVICE] == ["asked"]


def test_a_directive_is_flagged_inside_the_window_too(reader: SpacyReader) -> None:
    assert reader.read("You must ring them today.", Context("What would you do?")).flagged(FlagKind.ADVICE)


def test_an_early_referral_needs_the_beginning_of_the_talk(reader: SpacyReader) -> None:
    reply = "I could put you in touch with the careers service."
    start = (Utterance("person", "Hi."), Utterance("helper", "Hello."))
    listened = (*start, Utterance("person", "It's lonely."), Utterance("helper", "It sounds like you miss people."))
    assert reader.read(reply, Context("I need a job.", start)).flagged(FlagKind.EARLY_REFERRAL)
    assert not reader.read(reply, Context("I do.", listened)).flagged(FlagKind.EARLY_REFERRAL)
    assert not reader.read(reply).flagged(FlagKind.EARLY_REFERRAL)


def test_every_flag_names_its_words_and_says_why(reader: SpacyReader) -> None:
    reply = "So, have you thought about care work? You should, honestly. I'll ring them for you."
    for flag in reader.read(reply, Context("I'd like something with people.")).flags:
        assert reply[flag.start : flag.end] in flag.reason
        assert flag.rule
        assert flag.indicators


def test_what_was_overruled_says_by_what(reader: SpacyReader) -> None:
    reading = reader.read('He said "you should go".')
    assert any(one.rule == "advice.should" and "quotation" in one.by for one in reading.overruled)


@pytest.mark.parametrize("echo", ["You did, eh?", "Did you now.", "Did you?"])
def test_to_wonder_at_what_they_did_asks_nothing(reader: SpacyReader, echo: str) -> None:
    reading = reader.read(f"{echo} How was it?", Context("I told him, in the end."))
    assert [move.form for move in reading.questions] == [Form.WH]
    assert not reading.flags
