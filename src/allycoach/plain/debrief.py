"""Looking back, in lines."""

from collections.abc import Iterator

from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.conversation.sitting import Sitting
from allycoach.signs import one_line
from allycoach.spoken import flag_name, flag_said

from .lines import called, heard, quote, you


def debrief(sitting: Sitting, seen: Debrief) -> Iterator[str]:
    """The whole debrief: the headline, one thing to try, measures, then the talk with its notes."""
    turns = "1 turn" if seen.turns == 1 else f"{seen.turns} turns"
    how = "a transcript" if sitting.imported is not None else f"{seen.mode} mode"
    yield f"LOOKING BACK: {one_line(seen.person)}, {how}, {turns}."
    for words in brought_in(sitting):
        yield f"BROUGHT IN: {one_line(words)}"
    yield f"IN SHORT: {one_line(seen.headline)}"
    if seen.afterwards:
        yield f"AFTER A TALK LIKE THIS: {one_line(seen.afterwards)}"
    if seen.turns:
        yield f"TRY NEXT: {one_line(seen.try_next)}"
    if seen.best is not None:
        yield f"A MOMENT THAT WORKED: turn {seen.best[0]}, {quote(seen.best[1])}"
    if seen.step is not None:
        yield f"NEXT STEP, in their own words: {quote(seen.step)}"
    yield from _measures(seen)
    for turn in seen.annotated:
        yield from _turn(sitting, turn, seen.person)
    for reflected in sitting.reflections:
        at = f", turn {reflected.turn}" if reflected.turn is not None else ""
        yield f"YOU NOTICED{at}: {one_line(reflected.text)}"
    yield from _moments(seen)
    yield from _models(seen)
    yield f"RECORD: {one_line(seen.disclaimer)}"


def _measures(seen: Debrief) -> Iterator[str]:
    for measure in seen.measures:
        look = ". Worth a look" if measure.look else ""
        reference = f"; {one_line(measure.reference)}" if measure.reference else ""
        yield f"MEASURE: {one_line(measure.name)}, {one_line(measure.value)}{reference}{look}."
    if seen.openness:
        yield f"OPENNESS: from the opening on, 0 to 100: {', '.join(map(str, seen.openness))}."


def _turn(sitting: Sitting, turn: AnnotatedTurn, person: str) -> Iterator[str]:
    reading = sitting.turns[turn.turn - 1].reply.reading
    yield you(turn.turn, turn.reply, sitting.helper)
    names = heard(turn.moves, turn.flags)
    if names:
        yield f"HEARD, turn {turn.turn}: {', '.join(names)}."
    for flag in turn.flags:
        yield f"NOTICE, turn {turn.turn}: {one_line(flag_said(flag, reading))}"
    for flag in turn.dismissed:
        words = quote(reading.text[flag.start : flag.end])
        yield f"SET ASIDE, turn {turn.turn}: {flag_name(flag, reading)}, {words}"
    if any(pin.turn == turn.turn for pin in sitting.pins):
        yield f"PINNED, turn {turn.turn}."
    if turn.answer:
        yield f"{called(person)}: {one_line(turn.answer)}"


def _moments(seen: Debrief) -> Iterator[str]:
    for one in seen.moments:
        met = f"met at turn {one.met_at}." if one.met else f"missed. {one_line(one.note)}"
        yield f"MOMENT THAT CAME UP, after turn {one.turn}: {quote(one.line)} ({one_line(one.tests)}), {met}"


def _models(seen: Debrief) -> Iterator[str]:
    if seen.hidden:
        yield f"NOT SAID AT FIRST: {one_line(seen.hidden)}"
    for pair in seen.pairs:
        yield f"A KEY MOMENT: {one_line(pair.moment)}"
        yield f"CLOSES IT: {one_line(pair.poor)}"
        yield f"OPENS IT: {one_line(pair.good)}"
        yield f"BECAUSE: {one_line(pair.why)}"
    for question in seen.questions:
        yield f"TO THINK ABOUT: {one_line(question)}"
