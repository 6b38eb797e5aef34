"""What happens in a room as lines: each stands alone, the most important word first."""

from collections.abc import Iterator

from allycoach.coaching.ballot import Ballot, hands
from allycoach.coaching.room_debrief import RoomDebrief
from allycoach.content.schema.scenario import Scenario
from allycoach.practice.practice import Exchange
from allycoach.practice.room import Room
from allycoach.signs import one_line
from allycoach.spoken import flag_name

from .lines import called, heard, quote, talk

OVER = "OVER: the talk has ended. Enter alone looks back together, /back steps back."
LETTER = "LETTER: type the letter of a line."

HELP = (
    "LINES: type what somebody proposes, then enter; four at most. Enter alone goes on to the hands.",
    "HANDS: one number for each line, as in 4 7 2. Enter alone keeps them as they are.",
    "PLAY: enter plays the line with most hands; a letter plays that one. Level lines are for you to decide.",
    "/marks: what the last line was seen to do, and the coach's thought. Nothing is marked before.",
    "/back: step back; the person has not heard it, and its lines are there again. Play another.",
    "/compare: both ways, turn by turn. /compare 2 is the one before.",
    "/take: go on with the other way.",
    "/edit A and words: change a line. /remove A takes it away. /lines reads them all.",
    "/talk: the whole talk so far.",
    "/finish: look back together. The end of the input does the same.",
    "/realhelp: where real help is, for anybody here, outside the practice.",
    "/leave: leave now, and go on another day.",
    "…, alone on a line: a silence, as a proposal.",
)


def person(number: int, who: Scenario) -> str:
    where = one_line(who.setting).split(". ", 1)[0].rstrip(".")
    return f"{number}: {one_line(who.title)}, {who.minutes} minutes, difficulty {who.difficulty} of 5. {where}."


def opening(room: Room) -> Iterator[str]:
    """Where this is and what is good to know first; then the talk so far."""
    who, sitting = room.practice.scenario, room.practice.sitting
    yield f"WITH: {one_line(who.title)}, about {who.minutes} minutes."
    yield f"SETTING: {one_line(who.setting)}"
    yield f"YOU ARE: {one_line(who.helper_role)}"
    for note in who.content_notes:
        yield f"GOOD TO KNOW FIRST: {one_line(note)}"
    if who.safeguarding is not None:
        yield f"PAUSE: {one_line(who.safeguarding.pause_hint)}"
    yield "COMMANDS: ? lists them."
    yield from talk(sitting, latest=2)
    if room.ballot.lines:
        yield from proposed(room)


def proposed(room: Room) -> Iterator[str]:
    """Each line with its hands, and whether it was played from here."""
    played = room.played
    for letter, line in zip(room.ballot.letters, room.ballot.lines, strict=True):
        counted = f", {hands(line.votes)}" if room.ballot.hands else ""
        before = ", played" if line.text in played else ""
        yield f"LINE {letter}{counted}{before}: {one_line(line.text)}"
    if not room.ballot.lines:
        yield "LINES: there are none yet."


def counts(ballot: Ballot) -> str:
    return " ".join(str(line.votes) for line in ballot.lines)


def exchange(one: Exchange, room: Room) -> Iterator[str]:
    yield f"ROOM, turn {one.reply.turn}: {one_line(one.reply.text)}"
    yield f"{called(room.practice.sitting.started.person)}: {one_line(one.answer.text)}"
    yield "NEXT: /marks shows what was seen in it, /back steps back." if not room.over else OVER


def stepped_back(room: Room) -> Iterator[str]:
    sitting = room.practice.sitting
    yield f"BACK: before turn {room.turn}. What came of it is kept as another way."
    yield f"{called(sitting.started.person)}: {one_line(sitting.spoken[-1].text)}"
    yield from proposed(room)


def marks(room: Room) -> Iterator[str]:
    """What the last line does, its flags, and one thought."""
    practice = room.practice
    if not practice.sitting.turns:
        yield "MARKS: nothing was said yet."
        return
    reply = practice.sitting.turns[-1].reply
    flags, _ = practice.sitting.flags_of(reply)
    names = heard(reply.reading.moves, flags)
    if names:
        yield f"HEARD: {', '.join(names)}."
    for flag in flags:
        yield f"NOTICE: {flag_name(flag, reply.reading)}, {quote(reply.text[flag.start : flag.end])}"
    if practice.note is not None:
        yield f"THOUGHT: {one_line(practice.note.text)}"
    if not names and not flags:
        yield "MARKS: nothing is marked in this line."


def looking_back(seen: RoomDebrief) -> Iterator[str]:
    turns = "1 turn" if len(seen.lines) == 1 else f"{len(seen.lines)} turns"
    yield f"LOOKING BACK TOGETHER: {one_line(seen.title)}, {turns}."
    if seen.afterwards:
        yield f"AFTER A TALK LIKE THIS: {one_line(seen.afterwards)}"
    yield f"{called(seen.person)}: {one_line(seen.opening)}"
    for line in seen.lines:
        yield f"ROOM, turn {line.turn}: {one_line(line.text)}"
        if line.moves:
            yield f"HEARD, turn {line.turn}: {', '.join(line.moves)}."
        if line.hands:
            yield f"HANDS, turn {line.turn}: {line.hands}."
        if line.answer:
            yield f"{called(seen.person)}: {one_line(line.answer)}"
    if seen.ways:
        yield f"OTHER WAYS: {seen.ways}, kept with the sitting."
    if seen.opened is not None:
        yield f"WHAT OPENED {called(seen.person)} MOST: turn {seen.opened[0]}, {quote(seen.opened[1])}"
    if seen.step is not None:
        yield f"NEXT STEP, in their own words: {quote(seen.step)}"
    if seen.question and seen.lines:
        yield f"QUESTION FOR THE ROOM: {one_line(seen.question)}"
    yield f"RECORD: {one_line(seen.disclaimer)}"
