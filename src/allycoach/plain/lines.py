"""What happens in a sitting as lines: each stands alone and says one thing, the most important word first."""

from collections.abc import Iterator, Sequence

from allycoach.catalogue import _
from allycoach.coaching.languages import not_read
from allycoach.coaching.notes import Note
from allycoach.coaching.phrases import Offer
from allycoach.coaching.real_help import real_help_lines
from allycoach.content.schema.cards import ProcedureCard
from allycoach.content.schema.model import ConversationModel
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.sitting import Sitting
from allycoach.conversation.tracker import Place
from allycoach.practice.practice import Exchange
from allycoach.reading import Flag, FlagKind, Function, Move, MoveKind, Reading
from allycoach.shown_names import mode_name
from allycoach.signs import one_line
from allycoach.spoken import flag_name, move_names

_MODES = {
    "coach": _("after each reply, what stands out and one thought"),
    "quiet": _("one small mark after a reply, the detail when you look back"),
    "solo": _("nothing until you look back"),
}

_ENDINGS = {
    "next_step": _("{person} has named a next step, in their own words."),
    "routed": _("{person} knows what happens now, and who is told."),
    "leaves": _("{person} has left. That happens, and it is material."),
    "time_up": _("the time is up."),
    "goodbye": _("you have said goodbye."),
    "trainee": _("you have stopped here."),
    "input": _("there is no more input."),
}


def real_help(card: ProcedureCard | None) -> Iterator[str]:
    """Where real help is, outside the practice."""
    for line in real_help_lines(card):
        yield _("REAL HELP: {line}").format(line=line)


def called(person: str) -> str:
    """The person's name as the first word of a line."""
    return one_line(person).upper()


def before(scenario: Scenario, mode: str) -> Iterator[str]:
    """What a trainee is told before the talk."""
    yield _("PRACTICE: {title}, {mode} mode, about {minutes} minutes.").format(
        title=one_line(scenario.title), mode=mode_name(mode), minutes=scenario.minutes
    )
    yield from setting(scenario)
    yield from good_to_know(scenario)
    yield _("MODE: {mode}, {about}.").format(mode=mode_name(mode), about=_MODES[mode])
    yield _(
        "COMMANDS: ? lists them, /quit ends the talk and looks back at it, /realhelp says where real help is. "
        "Everything else is sent to the person."
    )


def again(scenario: Scenario, mode: str, turns: int) -> Iterator[str]:
    """What a trainee is told who goes on with a talk: they know it already."""
    yield _("CONTINUED: {title}, {mode} mode, after turn {count}.").format(
        title=one_line(scenario.title), mode=mode_name(mode), count=turns
    )
    yield from good_to_know(scenario)
    yield _("COMMANDS: ? lists them. /setting says where you are and with whom, /talk the whole talk so far.")


def setting(scenario: Scenario) -> Iterator[str]:
    """Where the two are, who the trainee is there, and who has come."""
    yield _("SETTING: {setting}").format(setting=one_line(scenario.setting))
    yield _("YOU ARE: {helper_role}").format(helper_role=one_line(scenario.helper_role))
    yield _("THEY HAVE COME FOR: {comes_for}").format(comes_for=one_line(scenario.person.comes_for))
    yield _("ABOUT THEM: {brief}").format(brief=one_line(scenario.person.brief))


def good_to_know(scenario: Scenario) -> Iterator[str]:
    """What somebody may want to know of a talk before they are in it."""
    for note in scenario.content_notes:
        yield _("GOOD TO KNOW FIRST: {note}").format(note=one_line(note))
    if scenario.safeguarding is not None:
        yield _("PAUSE: {words}").format(words=one_line(scenario.safeguarding.pause_hint))
    if unread := not_read(scenario.language):
        yield _("LANGUAGE: {words}").format(words=unread)


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


def you(turn: int, text: str, who: str = _("You")) -> str:
    return _("{who}, turn {turn}: {text}").format(who=who.upper(), turn=turn, text=one_line(text))


def exchange(one: Exchange, *, mode: str, person: str) -> Iterator[str]:
    """What follows a reply: what the mode lets the trainee see of it, then the person's answer."""
    if mode == "coach":
        yield from seen(one.reply.reading, one.flags_shown)
        if one.note is not None:
            yield from thought(one.note)
    elif mode == "quiet" and one.flags_shown:
        yield _("MARK: something to look at again, kept for when you look back.")
    yield f"{called(person)}: {one_line(one.answer.text)}"


def seen(reading: Reading, flags: Sequence[Flag]) -> Iterator[str]:
    """What a reply does, then what may be worth a second look."""
    names = heard(reading.moves, flags)
    if names:
        yield _("HEARD: {names}.").format(names=", ".join(names))
    for flag in flags:
        yield _("NOTICE: {flag}, {text}").format(
            flag=flag_name(flag, reading), text=quote(reading.text[flag.start : flag.end])
        )


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
    yield _("THOUGHT: {text} Type r to rewrite, p for phrases, w for why, x for not so, or just go on.").format(
        text=one_line(note.text)
    )


def why(note: Note) -> Iterator[str]:
    yield _("WHY: {reason}").format(reason=one_line(note.reason))
    yield _("WHY THIS ONE: {why_this_one}").format(why_this_one=one_line(note.why_this_one))


def phrases(offers: Sequence[Offer], own: str | None) -> Iterator[str]:
    """Phrases by number; 0 is the trainee's own try, where there is one."""
    for number, offer in enumerate(offers, 1):
        yield _("PHRASE {number}: {text}").format(number=number, text=one_line(offer.text))
    if own is not None:
        yield _("YOUR OWN, 0: {own}").format(own=one_line(own))
    numbers = _("1 to {count}").format(count=len(offers)) if len(offers) > 1 else "1"
    if own is None:
        yield _("CHOOSE: type {numbers} to send that phrase, or go on in your own words.").format(numbers=numbers)
    elif offers:
        yield _("CHOOSE: type 0 to send your own, {numbers} to send that phrase, or other words.").format(
            numbers=numbers
        )
    else:
        yield _("CHOOSE: type 0 to send it, or other words.")


def place(where: Place, model: ConversationModel) -> Iterator[str]:
    """Where the talk is, why that seems so, where it may be going, what has been talked through."""
    yield _("WHERE: {question}").format(question=one_line(model.stage(where.stage).question))
    yield _("BECAUSE: {reason}").format(reason=one_line(where.reason))
    if where.moving_to is not None:
        yield _("MOVING TO: {question}").format(question=one_line(model.stage(where.moving_to).question))
    if where.covered:
        yield _("COVERED: {covered}.").format(
            covered=", ".join(one_line(model.stage(stage).short) for stage in where.covered)
        )


def ended(sitting: Sitting) -> Iterator[str]:
    if sitting.ended is not None:
        yield _("ENDED: {format}").format(
            format=_ENDINGS[sitting.ended.why].format(person=one_line(sitting.started.person))
        )


def quote(text: str) -> str:
    """The words in quotation marks as the end of a sentence: with a full stop unless they bring their own."""
    words = one_line(text)
    return f'"{words}"' if words.endswith((".", "?", "!", "…")) else f'"{words}".'
