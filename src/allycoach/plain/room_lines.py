"""What happens in a room as lines: each stands alone, the most important word first."""

from collections.abc import Iterator

from allycoach.catalogue import _, many
from allycoach.coaching.ballot import Ballot, hands
from allycoach.coaching.room_debrief import RoomDebrief
from allycoach.content.schema.scenario import Scenario
from allycoach.practice.practice import Exchange
from allycoach.practice.room import Room
from allycoach.signs import one_line
from allycoach.spoken import flag_name

from .lines import called, good_to_know, heard, quote, talk

OVER = _("OVER: the talk has ended. Enter alone looks back together, /back steps back.")
LETTER = _("LETTER: type the letter of a line.")

HELP = (
    _("LINES: type what somebody proposes, then enter; four at most. Enter alone goes on to the hands."),
    _("HANDS: one number for each line, as in 4 7 2. Enter alone keeps them as they are."),
    _("PLAY: enter plays the line with most hands; a letter plays that one. Level lines are for you to decide."),
    _("/marks: what the last line was seen to do, and the coach's thought. Nothing is marked before."),
    _("/back: step back; the person has not heard it, and its lines are there again. Play another."),
    _("/compare: both ways, turn by turn. /compare 2 is the one before."),
    _("/take: go on with the other way."),
    _("/edit A and words: change a line. /remove A takes it away. /lines reads them all."),
    _("/talk: the whole talk so far."),
    _("/finish: look back together. The end of the input does the same."),
    _("/realhelp: where real help is, for anybody here, outside the practice."),
    _("/leave: leave now, and go on another day."),
    _("…, alone on a line: a silence, as a proposal."),
)


def person(number: int, who: Scenario) -> str:
    where = one_line(who.setting).split(". ", 1)[0].rstrip(".")
    return _("{number}: {title}, {minutes} minutes, difficulty {difficulty} of 5. {where}.").format(
        number=number, title=one_line(who.title), minutes=who.minutes, difficulty=who.difficulty, where=where
    )


def opening(room: Room) -> Iterator[str]:
    """Where this is and what is good to know first; then the talk so far."""
    who, sitting = room.practice.scenario, room.practice.sitting
    yield _("WITH: {title}, about {minutes} minutes.").format(title=one_line(who.title), minutes=who.minutes)
    yield _("SETTING: {setting}").format(setting=one_line(who.setting))
    yield _("YOU ARE: {helper_role}").format(helper_role=one_line(who.helper_role))
    yield from good_to_know(who)
    yield _("COMMANDS: ? lists them.")
    yield from talk(sitting, latest=2)
    if room.ballot.lines:
        yield from proposed(room)


def proposed(room: Room) -> Iterator[str]:
    """Each line with its hands, and whether it was played from here."""
    played = room.played
    for letter, line in zip(room.ballot.letters, room.ballot.lines, strict=True):
        counted = f", {hands(line.votes)}" if room.ballot.hands else ""
        words = (
            # Translators: {counted} is empty, or a comma and the hands: ", 7 hands"
            _("LINE {letter}{counted}, played: {text}") if line.text in played else _("LINE {letter}{counted}: {text}")
        )
        yield words.format(letter=letter, counted=counted, text=one_line(line.text))
    if not room.ballot.lines:
        yield _("LINES: there are none yet.")


def counts(ballot: Ballot) -> str:
    return " ".join(str(line.votes) for line in ballot.lines)


def exchange(one: Exchange, room: Room) -> Iterator[str]:
    yield _("ROOM, turn {turn}: {text}").format(turn=one.reply.turn, text=one_line(one.reply.text))
    yield f"{called(room.practice.sitting.started.person)}: {one_line(one.answer.text)}"
    yield _("NEXT: /marks shows what was seen in it, /back steps back.") if not room.over else OVER


def stepped_back(room: Room) -> Iterator[str]:
    sitting = room.practice.sitting
    yield _("BACK: before turn {turn}. What came of it is kept as another way.").format(turn=room.turn)
    yield f"{called(sitting.started.person)}: {one_line(sitting.spoken[-1].text)}"
    yield from proposed(room)


def marks(room: Room) -> Iterator[str]:
    """What the last line does, its flags, and one thought."""
    practice = room.practice
    if not practice.sitting.turns:
        yield _("MARKS: nothing was said yet.")
        return
    reply = practice.sitting.turns[-1].reply
    flags, __ = practice.sitting.flags_of(reply)
    names = heard(reply.reading.moves, flags)
    if names:
        yield _("HEARD: {names}.").format(names=", ".join(names))
    for flag in flags:
        yield _("NOTICE: {flag}, {text}").format(
            flag=flag_name(flag, reply.reading), text=quote(reply.text[flag.start : flag.end])
        )
    if practice.note is not None:
        yield _("THOUGHT: {text}").format(text=one_line(practice.note.text))
    if not names and not flags:
        yield _("MARKS: nothing is marked in this line.")


def looking_back(seen: RoomDebrief) -> Iterator[str]:
    turns = many("1 turn", "{n} turns", len(seen.lines)).format(n=len(seen.lines))
    yield _("LOOKING BACK TOGETHER: {title}, {turns}.").format(title=one_line(seen.title), turns=turns)
    if seen.afterwards:
        yield _("AFTER A TALK LIKE THIS: {words}").format(words=one_line(seen.afterwards))
    yield f"{called(seen.person)}: {one_line(seen.opening)}"
    for line in seen.lines:
        yield _("ROOM, turn {turn}: {text}").format(turn=line.turn, text=one_line(line.text))
        if line.moves:
            yield _("HEARD, turn {turn}: {moves}.").format(turn=line.turn, moves=", ".join(line.moves))
        if line.hands:
            yield _("HANDS, turn {turn}: {hands}.").format(turn=line.turn, hands=line.hands)
        if line.answer:
            yield f"{called(seen.person)}: {one_line(line.answer)}"
    if seen.ways:
        yield _("OTHER WAYS: {n}, kept with the sitting.").format(n=seen.ways)
    if seen.opened is not None:
        yield _("WHAT OPENED {person} MOST: turn {turn}, {words}").format(
            person=called(seen.person), turn=seen.opened[0], words=quote(seen.opened[1])
        )
    if seen.step is not None:
        yield _("NEXT STEP, in their own words: {step}").format(step=quote(seen.step))
    if seen.question and seen.lines:
        yield _("QUESTION FOR THE ROOM: {question}").format(question=one_line(seen.question))
    yield _("RECORD: {disclaimer}").format(disclaimer=one_line(seen.disclaimer))
