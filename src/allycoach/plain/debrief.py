"""Looking back, in lines: the short of it first, all else when it is asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allycoach.catalogue import _, many
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.coaching.openness import openness_in_words
from allycoach.conversation.sitting import Sitting
from allycoach.shown_names import helper_name, mode_name
from allycoach.signs import one_line
from allycoach.spoken import flag_name, flag_said
from allycoach.typed import number_in

from .lines import called, heard, quote, you
from .terminal import PROMPT, Lines

ALL = ("a", "all")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what there is to look at, under a name that says what it is."""

    name: str
    lines: tuple[str, ...]


def look_back(terminal: Lines, sitting: Sitting, seen: Debrief) -> None:
    """The short of it, then the rest: part by part as it is asked for where somebody is there, else all of it."""
    _say(terminal, _short(sitting, seen))
    parts = _parts(sitting, seen)
    if terminal.interactive and parts:
        _offer(terminal, parts)
    else:
        _say(terminal, _all_of(parts))
    terminal.say(_("RECORD: {disclaimer}").format(disclaimer=one_line(seen.disclaimer)))


def _offer(terminal: Lines, parts: tuple[Part, ...]) -> None:
    """Each part by number, as often as they like; all that is left to say where the input ends."""
    for number, part in enumerate(parts, 1):
        terminal.say(_("MORE {number}: {name}.").format(number=number, name=part.name))
    asked = _("MORE, 1 to {last}, a for all, enter goes on").format(last=len(parts)) + PROMPT
    while (typed := terminal.ask(asked)) is None or typed.strip():
        if typed is None or typed.strip().lower() in ALL:
            _say(terminal, _all_of(parts))
            return
        if 1 <= number_in(typed.strip()) <= len(parts):
            _say(terminal, parts[number_in(typed.strip()) - 1].lines)
        else:
            wrong = _("NUMBER: type one from 1 to {last}, a for all of it, or enter alone to go on.")
            terminal.say(wrong.format(last=len(parts)))


def _all_of(parts: tuple[Part, ...]) -> Iterator[str]:
    return (line for part in parts for line in part.lines)


def _say(terminal: Lines, said: Iterable[str]) -> None:
    for line in said:
        terminal.say(line)


def _short(sitting: Sitting, seen: Debrief) -> Iterator[str]:
    """What nobody should miss: the headline, one thing to try, what worked, their step."""
    turns = many("1 turn", "{n} turns", seen.turns).format(n=seen.turns)
    how = _("a transcript") if sitting.imported is not None else _("{mode} mode").format(mode=mode_name(seen.mode))
    yield _("LOOKING BACK: {person}, {how}, {turns}.").format(person=one_line(seen.person), how=how, turns=turns)
    for words in brought_in(sitting):
        yield _("BROUGHT IN: {words}").format(words=one_line(words))
    yield _("IN SHORT: {headline}").format(headline=one_line(seen.headline))
    if seen.afterwards:
        yield _("AFTER A TALK LIKE THIS: {afterwards}").format(afterwards=one_line(seen.afterwards))
    if seen.turns:
        yield _("TRY NEXT: {try_next}").format(try_next=one_line(seen.try_next))
    if seen.best is not None:
        yield _("A MOMENT THAT WORKED: turn {turn}, {words}").format(turn=seen.best[0], words=quote(seen.best[1]))
    if seen.step is not None:
        yield _("NEXT STEP, in their own words: {step}").format(step=quote(seen.step))
    for reflected in sitting.reflections:
        noticed = _("YOU NOTICED: {text}") if reflected.turn is None else _("YOU NOTICED, turn {turn}: {text}")
        yield noticed.format(turn=reflected.turn, text=one_line(reflected.text))


def _parts(sitting: Sitting, seen: Debrief) -> tuple[Part, ...]:
    """All else, in the order in which most people want it; parts with nothing in them are left out."""
    marked = (line for turn in seen.annotated for line in _turn(sitting, turn, seen.person))
    person = one_line(seen.person)
    every = (
        Part(_("the talk again, with its marks"), tuple(marked)),
        Part(_("counts, and how open {person} was").format(person=person), tuple(_measures(seen))),
        Part(_("moments that came up"), tuple(_moments(seen))),
        Part(
            _("what {person} did not say at first, other ways to answer, and questions to think about").format(
                person=person
            ),
            tuple(_models(seen)),
        ),
    )
    return tuple(part for part in every if part.lines)


def _measures(seen: Debrief) -> Iterator[str]:
    for measure in seen.measures:
        look = _(". Worth a look") if measure.look else ""
        reference = f"; {one_line(measure.reference)}" if measure.reference else ""
        yield _("MEASURE: {name}, {value}{reference}{look}.").format(
            name=one_line(measure.name), value=one_line(measure.value), reference=reference, look=look
        )
    if course := openness_in_words(seen.openness):
        yield _("HOW OPEN {person} was: {course}.").format(person=one_line(seen.person), course=course)


def _turn(sitting: Sitting, turn: AnnotatedTurn, person: str) -> Iterator[str]:
    reading = sitting.turns[turn.turn - 1].reply.reading
    yield you(turn.turn, turn.reply, helper_name(sitting.helper))
    names = heard(turn.moves, turn.flags)
    if names:
        yield _("HEARD, turn {turn}: {names}.").format(turn=turn.turn, names=", ".join(names))
    for flag in turn.flags:
        yield _("NOTICE, turn {turn}: {flag}").format(turn=turn.turn, flag=one_line(flag_said(flag, reading)))
    for flag in turn.dismissed:
        words = quote(reading.text[flag.start : flag.end])
        yield _("SET ASIDE, turn {turn}: {flag}, {words}").format(
            turn=turn.turn, flag=flag_name(flag, reading), words=words
        )
    if any(pin.turn == turn.turn for pin in sitting.pins):
        yield _("PINNED, turn {turn}.").format(turn=turn.turn)
    if turn.answer:
        yield f"{called(person)}: {one_line(turn.answer)}"


def _moments(seen: Debrief) -> Iterator[str]:
    for one in seen.moments:
        met = _("MOMENT THAT CAME UP, after turn {turn}: {line} ({tests}), met at turn {met}.")
        missed = _("MOMENT THAT CAME UP, after turn {turn}: {line} ({tests}), missed. {note}")
        half = _("MOMENT THAT CAME UP, after turn {turn}: {line} ({tests}), met by half at turn {half}. {note}")
        yield (met if one.met else half if one.half else missed).format(
            turn=one.turn,
            line=quote(one.line),
            tests=one_line(one.tests),
            met=one.met_at,
            half=one.half_at,
            note=one_line(one.note),
        )


def _models(seen: Debrief) -> Iterator[str]:
    if seen.hidden:
        yield _("NOT SAID AT FIRST: {hidden}").format(hidden=one_line(seen.hidden))
    for pair in seen.pairs:
        yield _("A KEY MOMENT: {moment}").format(moment=one_line(pair.moment))
        yield _("CLOSES IT: {poor}").format(poor=one_line(pair.poor))
        yield _("OPENS IT: {good}").format(good=one_line(pair.good))
        yield _("BECAUSE: {why}").format(why=one_line(pair.why))
    for question in seen.questions:
        yield _("TO THINK ABOUT: {question}").format(question=one_line(question))
