"""Counts and ratios of a sitting, each with what it is compared with and where that comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from allycoach.catalogue import _, many
from allycoach.content.schema.coaching import CoachingTexts, MeasureId, MeasureText
from allycoach.reading import FlagKind, Function, MoveKind, Reading, Utterance

Look = Literal["", "amber", "red"]


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` is ready to read; `look` says whether it passed a line. Never a verdict."""

    id: str
    name: str
    value: str
    reference: str
    source: str
    look: Look = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Replies that did a thing, each counted once a reply however often it did it (MITI 4.2.1)."""

    turns: int
    reflections: int
    questions: int
    open_questions: int
    unasked_advice: int
    asked_advice: int
    helper_words: int
    person_words: int
    longest_reply: int


def count(readings: Sequence[Reading], utterances: Sequence[Utterance]) -> Counts:
    """The counts of a sitting from its replies' readings and everything said in it."""

    def replies(test: Callable[[Reading], bool]) -> int:
        return sum(test(reading) for reading in readings)

    words = {who: sum(len(u.text.split()) for u in utterances if u.speaker == who) for who in ("helper", "person")}
    return Counts(
        turns=len(readings),
        reflections=replies(lambda r: r.has(MoveKind.REFLECTION)),
        questions=replies(lambda r: r.has(MoveKind.QUESTION)),
        open_questions=replies(
            lambda r: any(m.kind == MoveKind.QUESTION and m.function == Function.OPEN for m in r.moves)
        ),
        unasked_advice=replies(lambda r: r.flagged(FlagKind.ADVICE)),
        asked_advice=replies(lambda r: any(m.kind == MoveKind.ADVICE and m.subtype == "asked" for m in r.moves)),
        helper_words=words["helper"],
        person_words=words["person"],
        longest_reply=max((len(r.text.split()) for r in readings), default=0),
    )


def measures(counts: Counts, texts: CoachingTexts) -> tuple[Measure, ...]:
    """What a debrief shows, in the order of the coaching file. Ratios need as many replies as the file says."""
    shown = []
    for measure_id, text in texts.measures.items():
        if counts.turns < max(text.least_turns, 1):
            continue
        made = _VALUES[measure_id](counts)
        if made is not None:
            value, ratio, more_is_worse = made
            look = _look(text, ratio, more_is_worse)
            shown.append(Measure(measure_id, text.label, value, text.reference, text.source, look))
    return tuple(shown)


def _look(text: MeasureText, ratio: float | None, more_is_worse: bool) -> Look:
    if ratio is None:
        return ""
    sign = 1 if more_is_worse else -1
    if text.red is not None and sign * ratio > sign * text.red:
        return "red"
    if text.amber is not None and sign * ratio > sign * text.amber:
        return "amber"
    return ""


_Made = tuple[str, float | None, bool] | None
"""The value as text, the figure to hold against the lines, and whether more is worse; None where there is nothing."""


def _reflections_to_questions(c: Counts) -> _Made:
    if not c.questions:
        return None
    ratio = c.reflections / c.questions
    # Translators: so many reflections to each question, such as 1.5 to 1
    return _("{ratio:.1f} to 1").format(ratio=ratio), ratio, False


def _share_of_words(c: Counts) -> _Made:
    everything = c.helper_words + c.person_words
    if not everything:
        return None
    share = c.helper_words / everything
    return f"{share:.0%}".replace("%", " %"), share, True


def _unasked_advice(c: Counts) -> _Made:
    words = many("{advice} in {n} reply", "{advice} in {n} replies", c.turns).format(advice=c.unasked_advice, n=c.turns)
    return words, c.unasked_advice / c.turns, True


_VALUES: dict[MeasureId, Callable[[Counts], _Made]] = {
    "reflections": lambda c: (str(c.reflections), None, False),
    "questions": lambda c: (
        _("{questions} (open {open})").format(questions=c.questions, open=c.open_questions),
        None,
        False,
    ),
    "reflections_to_questions": _reflections_to_questions,
    "unasked_advice": _unasked_advice,
    "asked_advice": lambda c: (str(c.asked_advice), None, False) if c.asked_advice else None,
    "share_of_words": _share_of_words,
    "longest_reply": lambda c: (many("{n} words", "{n} words", c.longest_reply).format(n=c.longest_reply), None, True),
}
