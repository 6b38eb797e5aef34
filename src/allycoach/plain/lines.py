"""What happens in a sitting as lines: each stands alone and says one thing, the most important word first."""

from collections.abc import Iterator, Sequence

from allycoach.coaching.notes import Note
from allycoach.coaching.phrases import Offer
from allycoach.content.schema.model import ConversationModel
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.sitting import Sitting
from allycoach.conversation.tracker import Place
from allycoach.practice.practice import Exchange
from allycoach.reading import Flag, FlagKind, Function, Move, MoveKind, Reading
from allycoach.signs import one_line
from allycoach.spoken import flag_name, move_names

_MODES = {
    "coach": "after each reply, what stands out and one thought",
    "quiet": "one small mark after a reply, the detail when you look back",
    "solo": "nothing until you look back",
}

_ENDINGS = {
    "next_step": "{person} has named a next step, in their own words.",
    "routed": "{person} knows what happens now, and who is told.",
    "leaves": "{person} has left. That happens, and it is material.",
    "time_up": "the time is up.",
    "goodbye": "you have said goodbye.",
    "trainee": "you have stopped here.",
    "input": "there is no more input.",
}


def called(person: str) -> str:
    """The person's name as the first word of a line."""
    return one_line(person).upper()


def before(scenario: Scenario, mode: str) -> Iterator[str]:
    """What a trainee is told before the talk."""
    yield f"PRACTICE: {one_line(scenario.title)}, {mode} mode, about {scenario.minutes} minutes."
    yield f"SETTING: {one_line(scenario.setting)}"
    yield f"YOU ARE: {one_line(scenario.helper_role)}"
    yield f"THEY HAVE COME FOR: {one_line(scenario.person.comes_for)}"
    yield f"ABOUT THEM: {one_line(scenario.person.brief)}"
    for note in scenario.content_notes:
        yield f"GOOD TO KNOW FIRST: {one_line(note)}"
    if scenario.safeguarding is not None:
        yield f"PAUSE: {one_line(scenario.safeguarding.pause_hint)}"
    yield f"MODE: {mode}, {_MODES[mode]}."
    yield "COMMANDS: ? lists them, /quit ends the talk and looks back at it. Everything else is sent to the person."


def talk(sitting: Sitting, *, latest: int | None = None) -> Iterator[str]:
    """The talk so far; with `latest`, only that many of its last turns."""
    person = called(sitting.started.person)
    first = 0 if latest is None else max(len(sitting.turns) - latest, 0)
    if first == 0 and sitting.opening is not None:
        yield f"{person}: {one_line(sitting.opening.text)}"
    for turn in sitting.turns[first:]:
        yield you(turn.reply.turn, turn.reply.text)
        if turn.answer is not None:
            yield f"{person}: {one_line(turn.answer.text)}"


def you(turn: int, text: str, who: str = "You") -> str:
    return f"{who.upper()}, turn {turn}: {one_line(text)}"


def exchange(one: Exchange, *, mode: str, person: str) -> Iterator[str]:
    """What follows a reply: what the mode lets the trainee see of it, then the person's answer."""
    if mode == "coach":
        yield from seen(one.reply.reading, one.flags_shown)
        if one.note is not None:
            yield from thought(one.note)
    elif mode == "quiet" and one.flags_shown:
        yield "MARK: something to look at again, kept for when you look back."
    yield f"{called(person)}: {one_line(one.answer.text)}"


def seen(reading: Reading, flags: Sequence[Flag]) -> Iterator[str]:
    """What a reply does, then what may be worth a second look."""
    names = heard(reading.moves, flags)
    if names:
        yield f"HEARD: {', '.join(names)}."
    for flag in flags:
        yield f"NOTICE: {flag_name(flag, reading)}, {quote(reading.text[flag.start : flag.end])}"


def heard(moves: Sequence[Move], flags: Sequence[Flag]) -> tuple[str, ...]:
    """What to call the moves of a reply, without those that its flags speak of already."""
    kinds = {flag.kind for flag in flags}
    asking = not kinds.isdisjoint({FlagKind.CLOSED_QUESTION, FlagKind.LEADING_QUESTION})
    return move_names(
        move
        for move in moves
        if move.kind.value not in kinds
        and not (asking and move.kind == MoveKind.QUESTION and move.function != Function.OPEN)
    )


def thought(note: Note) -> Iterator[str]:
    yield (f"THOUGHT: {one_line(note.text)} Type r to rewrite, p for phrases, w for why, x for not so, or just go on.")


def why(note: Note) -> Iterator[str]:
    yield f"WHY: {one_line(note.reason)}"
    yield f"WHY THIS ONE: {one_line(note.why_this_one)}"


def phrases(offers: Sequence[Offer], own: str | None) -> Iterator[str]:
    """Phrases by number; 0 is the trainee's own try, where there is one."""
    for number, offer in enumerate(offers, 1):
        yield f"PHRASE {number}: {one_line(offer.text)}"
    if own is not None:
        yield f"YOUR OWN, 0: {one_line(own)}"
    numbers = f"1 to {len(offers)}" if len(offers) > 1 else "1"
    if own is None:
        yield f"CHOOSE: type {numbers} to send that phrase, or go on in your own words."
    elif offers:
        yield f"CHOOSE: type 0 to send your own, {numbers} to send that phrase, or other words."
    else:
        yield "CHOOSE: type 0 to send it, or other words."


def place(where: Place, model: ConversationModel) -> Iterator[str]:
    """Where the talk is, why that seems so, where it may be going, what has been talked through."""
    yield f"WHERE: {one_line(model.stage(where.stage).question)}"
    yield f"BECAUSE: {one_line(where.reason)}"
    if where.moving_to is not None:
        yield f"MOVING TO: {one_line(model.stage(where.moving_to).question)}"
    if where.covered:
        yield f"COVERED: {', '.join(one_line(model.stage(stage).short) for stage in where.covered)}."


def ended(sitting: Sitting) -> Iterator[str]:
    if sitting.ended is not None:
        yield f"ENDED: {_ENDINGS[sitting.ended.why].format(person=one_line(sitting.started.person))}"


def quote(text: str) -> str:
    """The words in quotation marks as the end of a sentence: with a full stop unless they bring their own."""
    words = one_line(text)
    return f'"{words}"' if words.endswith((".", "?", "!", "…")) else f'"{words}".'
