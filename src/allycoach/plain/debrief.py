"""Looking back, in lines."""

from collections.abc import Iterator

from allycoach.catalogue import _, many
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.conversation.sitting import Sitting
from allycoach.shown_names import helper_name, mode_name
from allycoach.signs import one_line
from allycoach.spoken import flag_name, flag_said

from .lines import called, heard, quote, you


def debrief(sitting: Sitting, seen: Debrief) -> Iterator[str]:
    """The whole debrief: the headline, one thing to try, measures, then the talk with its notes."""
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
    yield from _measures(seen)
    for turn in seen.annotated:
        yield from _turn(sitting, turn, seen.person)
    for reflected in sitting.reflections:
        noticed = _("YOU NOTICED: {text}") if reflected.turn is None else _("YOU NOTICED, turn {turn}: {text}")
        yield noticed.format(turn=reflected.turn, text=one_line(reflected.text))
    yield from _moments(seen)
    yield from _models(seen)
    yield _("RECORD: {disclaimer}").format(disclaimer=one_line(seen.disclaimer))


def _measures(seen: Debrief) -> Iterator[str]:
    for measure in seen.measures:
        look = _(". Worth a look") if measure.look else ""
        reference = f"; {one_line(measure.reference)}" if measure.reference else ""
        yield _("MEASURE: {name}, {value}{reference}{look}.").format(
            name=one_line(measure.name), value=one_line(measure.value), reference=reference, look=look
        )
    if seen.openness:
        yield _("OPENNESS: from the opening on, 0 to 100: {openness}.").format(
            openness=", ".join(map(str, seen.openness))
        )


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
