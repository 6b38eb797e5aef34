"""What stands on the wall: few words, much air, no mark before somebody asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.ballot import hands, standing
from allycoach.signs import one_line, visible

from .layout import cut, hanging
from .marks import in_a_row, marked, signs
from .note import KEY
from .tones import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.coaching.room_debrief import RoomDebrief
    from allycoach.content.schema.scenario import Scenario
    from allycoach.practice.room import Room

WAIT = "…"
PERSON = "$person bold"
YOU = "$you"
VOTES = 12
"""Cells for the hands of a line."""

READY = _("the analyser is getting ready")


def status(room: "Room") -> Content:
    return Content.styled(_("the room · turn {turn}").format(turn=room.turn - room.over), QUIET)


@dataclass(frozen=True, slots=True)
class Scene:
    """`before` leads to the person's own `words`, which are never hidden for it; `marks` are what the line before them
    was seen to do, empty until somebody asks."""

    before: Content
    words: Content
    marks: Content

    @property
    def whole(self) -> Content:
        return Content("\n\n").join(part for part in (self.before, self.words, self.marks) if part)

    def above(self, width: int) -> int:
        """The rows above the person's words, in lines of `width` cells."""
        return len(self.before.wrap(max(width, 1))) + 1 if self.before else 0


def scene(room: "Room", *, marks: bool) -> Scene:
    sitting = room.practice.sitting
    person = Content.styled(one_line(sitting.started.person).upper(), PERSON)
    words = Content.styled(visible(sitting.spoken[-1].text), "bold") if sitting.spoken else Content("")
    shown = _marks(room) if marks and sitting.turns else Content("")
    return Scene(_said_before(room), person + "\n" + words, shown)


def _said_before(room: "Room") -> Content:
    """The line that was played last; at the start, until there is a line to choose, where this is."""
    practice = room.practice
    if practice.sitting.turns:
        text = practice.sitting.turns[-1].reply.text
        words = _("(you wait, and say nothing)") if text.strip() == WAIT else visible(text)
        return Content.styled(_("THE ROOM"), f"{YOU} bold") + "\n" + Content.styled(words, YOU)
    if room.ballot.lines:
        return Content("")
    who = practice.scenario
    lines = [Content(one_line(who.setting))]
    if who.content_notes:
        lines.append(Content.styled(_notes(who), LOOK))
    if who.safeguarding is not None:
        lines.append(Content.styled(f"! {one_line(who.safeguarding.pause_hint)}", LOOK))
    return Content("\n\n").join(lines)


def _notes(who: "Scenario") -> str:
    return _("! Good to know first: ") + "; ".join(one_line(note).rstrip(".") for note in who.content_notes)


def _marks(room: "Room") -> Content:
    """The signs of the last line, its flagged words, and the coach's one thought."""
    practice = room.practice
    reply = practice.sitting.turns[-1].reply
    flags, aside = practice.sitting.flags_of(reply)
    found = signs(reply.reading.moves, flags, reply.reading, aside=aside)
    lines = [in_a_row(found, quotes=False) if found else Content.styled(_("· nothing is marked in this line"), QUIET)]
    if flags:
        lines.append(marked(reply.text, flags))
    if practice.note is not None:
        lines.append(Content.assemble((_("One thought: "), LOOK), visible(practice.note.text)))
    return Content("\n").join(lines)


def lines(room: "Room", pointed: int | None, width: int) -> list[Content]:
    """One content for each line that is proposed: letter, words, hands; `▸` is the one that Enter plays."""
    played = room.played
    made = []
    for at, (letter, line) in enumerate(zip(room.ballot.letters, room.ballot.lines, strict=True)):
        sign = "▸" if at == pointed else " "
        votes = _("✓ played") if line.text in played else hands(line.votes) if room.ballot.hands else ""
        head = Content.styled(f"{sign} {letter}  ", KEY)
        words = Content(_("(wait, and say nothing)") if line.text == WAIT else visible(line.text))
        body = hanging(head, words.stylize("bold") if at == pointed else words, max(width - VOTES, 20))
        first, *rest = body.split("\n", allow_blank=True)
        first = first.pad_right(max(width - VOTES - first.cell_length, 0)) + Content.styled(votes.rjust(VOTES), KEY)
        made.append(Content("\n").join([first, *rest]))
    return made


def what_now(room: "Room", pointed: int | None, ready: bool) -> Content:
    """One sentence on how things stand and what the next key does."""
    if room.over:
        return Content.styled(_over(room), "bold")
    if not room.ballot.lines:
        return Content.styled(
            _("What would you say to {person}?").format(person=one_line(room.practice.sitting.started.person)), "bold"
        )
    said = standing(room.ballot, room.played)
    if pointed is not None:
        plays = _("enter plays {letter}").format(letter=room.ballot.letters[pointed])
    else:
        plays = _("↑↓ chooses, enter plays")
    waits = "" if ready else f"  ({READY})"
    return Content.assemble((f"{said}  " if said else "", "bold"), (plays + waits, QUIET))


def _over(room: "Room") -> str:
    ended, person = room.practice.sitting.ended, one_line(room.practice.sitting.started.person)
    why = {
        "next_step": _("{person} has named a next step, in their own words.").format(person=person),
        "routed": _("{person} knows what happens now, and who is told.").format(person=person),
        "leaves": _("{person} has left. That happens, and it is material.").format(person=person),
        "time_up": _("The time is up."),
        "goodbye": _("The room has said goodbye."),
    }
    said = why.get(ended.why if ended is not None else "", _("The talk is over."))
    return _("{said}  Enter looks back together.").format(said=said)


def undecided(room: "Room") -> str:
    """Why Enter plays nothing yet."""
    if not room.ballot.leading(room.played):
        return _("All of these were played. n writes another line; ↑↓ and enter play one again.")
    if not room.ballot.hands:
        return _("Hands up first: a to d count one hand each. Or choose with ↑↓.")
    return _("{standing} You choose: ↑↓, then enter.").format(standing=standing(room.ballot, room.played))


def asking_line(room: "Room") -> Content:
    """The heading of the field while a line is typed."""
    done = _("enter alone: on to the hands") if room.ballot.lines else _("esc closes")
    return _asking(
        _("Line {letter}").format(letter=ascii_uppercase[len(room.ballot.lines)]),
        _("what the room says; {done}").format(done=done),
    )


def asking_words(letter: str) -> Content:
    return _asking(_("Line {letter}").format(letter=letter), _("its words; esc leaves them as they were"))


def asking_hands(room: "Room") -> Content:
    example = " ".join(str(count) for count in (4, 7, 2, 1)[: len(room.ballot.lines)])
    return _asking(
        _("Hands"), _("for {letters}, as in: {example}").format(letters=" ".join(room.ballot.letters), example=example)
    )


def _asking(what: str, how: str) -> Content:
    return Content.assemble((what, KEY), (f"   {how}", QUIET))


def whom(anybody: bool) -> Content:
    if not anybody:
        return Content(_("There is nobody here that suits a room. `allycoach room ID` takes anybody by name."))
    return Content.assemble(
        (_("Whom does the room talk with?"), "bold"), (_("   Enter takes the one suggested."), QUIET)
    )


def person_row(number: int, who: "Scenario", width: int, *, roomy: bool) -> Content:
    """Who and how hard; under it the first of where, and with enough rows a blank one."""
    about = _("   difficulty {difficulty} of 5 · {minutes} minutes").format(
        difficulty=who.difficulty, minutes=who.minutes
    )
    first = Content.assemble((f"{number}  ", KEY), (one_line(who.title), "bold"), (about, QUIET))
    where = Content.styled(f"   {first_sentence(who.setting)}", QUIET)
    return cut(first, width) + "\n" + cut(where, width) + ("\n" if roomy else "")


def first_sentence(text: str) -> str:
    return one_line(text).split(". ", 1)[0].rstrip(".") + "."


def about(who: "Scenario") -> Content:
    """The rest of what is good to know of the person that is marked."""
    known = [Content(one_line(who.setting))]
    if who.content_notes:
        known.append(Content.styled(_notes(who), LOOK))
    known.append(Content.styled(_("You are: {helper_role}").format(helper_role=one_line(who.helper_role)), QUIET))
    return Content("\n").join(known)


def compared_heading(number: int, of: int) -> Content:
    which = _("   other way {number} of {of}").format(number=number, of=of) if of > 1 else ""
    return Content.assemble((_("The other way, and the talk as it is now"), "bold"), (which, QUIET))


def looking_back(seen: "RoomDebrief", width: int) -> Content:
    """The debrief for the room: what was said and did, what opened the person, one question."""
    person = one_line(seen.person)
    parts = [Content.styled(one_line(seen.disclaimer), QUIET)]
    if seen.afterwards:
        parts.append(Content.styled(one_line(seen.afterwards), LOOK))
    if seen.opened is not None:
        turn, words = seen.opened
        heading = _("What opened {person} most (turn {turn})").format(person=person, turn=turn)
        parts.append(Content.styled(heading, PERSON) + f"\n“{one_line(words)}”")
    if seen.step is not None:
        heading = _("{person}'s next step, in their own words").format(person=person)
        parts.append(Content.styled(heading, PERSON) + "\n" + visible(seen.step))
    if seen.question and seen.lines:
        parts.append(Content.styled(_("One question for the room"), KEY) + "\n" + Content(one_line(seen.question)))
    parts += [Content.styled(_("What was said"), "bold"), *_talk(seen, person, width)]
    if seen.ways:
        ways = many(
            "One other way was tried; s shows it beside this one.",
            "{n} other ways were tried; s shows it beside this one.",
            seen.ways,
        )
        parts.append(Content.styled(ways.format(n=seen.ways), QUIET))
    return Content("\n\n").join(parts)


def _talk(seen: "RoomDebrief", person: str, width: int) -> Sequence[Content]:
    """The talk, each reply with what it did; nothing is flagged here."""
    if not seen.lines:
        return [Content(_("Nothing was said yet."))]
    said = [hanging(Content.styled(f"{person}  ", PERSON), Content(one_line(seen.opening)), width)]
    for line in seen.lines:
        did = ", ".join([*line.moves, *([line.hands] if line.hands else [])])
        block = [
            hanging(
                Content.styled(_("Room {turn}  ").format(turn=line.turn), f"{YOU} bold"),
                Content(one_line(line.text)),
                width,
            )
        ]
        if did:
            block.append(Content.styled(f"       ↳ {did}", QUIET))
        if line.answer:
            block.append(hanging(Content.styled(f"{person}  ", PERSON), Content(one_line(line.answer)), width))
        said.append(Content("\n").join(block))
    return said
