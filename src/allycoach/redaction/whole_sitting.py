"""A whole sitting without names. Every text that a person wrote or heard goes through the same replacements."""

from collections.abc import Callable
from dataclasses import replace

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.events import FlagDismissed, LinesProposed, NoteShown, PersonSpoke, PlanKept, ReplySent
from allycoach.conversation.sitting import Branch, Sitting, Turn
from allycoach.reading import Reading

from .lists import Known
from .replacing import Changed, Redaction
from .words import words

Change = Callable[[str], Changed]


def redacted(sitting: Sitting, plan: Redaction) -> Sitting:
    """The sitting with its replacements; what was seen in a reply keeps its place there."""
    return _sitting(sitting, plan.change)


def texts_of(sitting: Sitting) -> tuple[str, ...]:
    """Every text that `redacted` would look at, in the order of the talk, each once."""
    seen: dict[str, None] = {}

    def look(text: str) -> Changed:
        seen.setdefault(text)
        return Changed(text)

    _sitting(sitting, look)
    return tuple(text for text in seen if text.strip())


def people_of(sitting: Sitting, scenario: Scenario | None, lists: Known) -> frozenset[str]:
    """The words that stay, lower case: the person is made up, and so is everybody that their scenario names."""
    own = {word.lower for word in words(f"{sitting.started.person} {sitting.started.title}")}
    written = scenario.model_dump_json() if scenario is not None else ""
    return frozenset(own | {word.lower for word in words(written) if word.capital and word.lower not in lists.ordinary})


def _sitting(sitting: Sitting, change: Change) -> Sitting:
    def text(words_: str) -> str:
        return change(words_).text

    return replace(
        sitting,
        opening=_spoke(sitting.opening, text),
        turns=tuple(_turn(turn, change) for turn in sitting.turns),
        draft=text(sitting.draft),
        notes=tuple(_note(note, text) for note in sitting.notes),
        pins=tuple(pin.model_copy(update={"draft": text(pin.draft)}) for pin in sitting.pins),
        dismissals=_aside(sitting.dismissals, sitting.turns, change),
        reflections=tuple(one.model_copy(update={"text": text(one.text)}) for one in sitting.reflections),
        branches=tuple(_branch(branch, change) for branch in sitting.branches),
        tries=tuple(one.model_copy(update={"text": text(one.text)}) for one in sitting.tries),
        guesses=tuple(one.model_copy(update={"reason": text(one.reason)}) for one in sitting.guesses),
        written=tuple(one.model_copy(update={"text": text(one.text)}) for one in sitting.written),
        worksheets=tuple(
            one.model_copy(update={"answers": {box: text(answer) for box, answer in one.answers.items()}})
            for one in sitting.worksheets
        ),
        plan=_plan(sitting.plan, text),
        intention=sitting.intention
        and sitting.intention.model_copy(
            update={"notice": text(sitting.intention.notice), "then": text(sitting.intention.then)}
        ),
        proposed=_proposed(sitting.proposed, text),
    )


def _branch(branch: Branch, change: Change) -> Branch:
    def text(words_: str) -> str:
        return change(words_).text

    return replace(
        branch,
        name=text(branch.name),
        turns=tuple(_turn(turn, change) for turn in branch.turns),
        notes=tuple(_note(note, text) for note in branch.notes),
        pins=tuple(pin.model_copy(update={"draft": text(pin.draft)}) for pin in branch.pins),
        dismissals=_aside(branch.dismissals, branch.turns, change),
        proposed=_proposed(branch.proposed, text),
    )


def _turn(turn: Turn, change: Change) -> Turn:
    made = change(turn.reply.text)
    reply: ReplySent = turn.reply.model_copy(
        update={"text": made.text, "reading": _reading(turn.reply.reading, made, change)}
    )
    return Turn(reply, _spoke(turn.answer, lambda words_: change(words_).text))


def _reading(reading: Reading, made: Changed, change: Change) -> Reading:
    """Lemmas and rules set aside are left out: they hold words, and no document shows them."""
    return replace(
        reading,
        text=made.text,
        moves=tuple(replace(m, start=made.at(m.start), end=made.at(m.end, end=True)) for m in reading.moves),
        flags=tuple(
            replace(f, start=made.at(f.start), end=made.at(f.end, end=True), reason=change(f.reason).text)
            for f in reading.flags
        ),
        lemmas=(),
        overruled=(),
    )


def _aside(dismissals: tuple[FlagDismissed, ...], turns: tuple[Turn, ...], change: Change) -> tuple[FlagDismissed, ...]:
    """With the offsets that their flags have now."""
    made = {turn.reply.turn: change(turn.reply.text) for turn in turns}
    return tuple(
        one.model_copy(
            update={
                "start": made[one.turn].at(one.start) if one.turn in made else one.start,
                "end": made[one.turn].at(one.end, end=True) if one.turn in made else one.end,
                "reason": change(one.reason).text,
            }
        )
        for one in dismissals
    )


def _spoke(spoke: PersonSpoke | None, text: Callable[[str], str]) -> PersonSpoke | None:
    if spoke is None:
        return None
    return spoke.model_copy(update={"text": text(spoke.text), "step": spoke.step and text(spoke.step)})


def _note(note: NoteShown, text: Callable[[str], str]) -> NoteShown:
    return note.model_copy(update={"text": text(note.text)})


def _proposed(proposed: tuple[LinesProposed, ...], text: Callable[[str], str]) -> tuple[LinesProposed, ...]:
    return tuple(
        one.model_copy(update={"lines": tuple(line.model_copy(update={"text": text(line.text)}) for line in one.lines)})
        for one in proposed
    )


def _plan(plan: PlanKept | None, text: Callable[[str], str]) -> PlanKept | None:
    if plan is None:
        return None
    steps = tuple(
        step.model_copy(update={"text": text(step.text), "when": text(step.when), "stronger": text(step.stronger)})
        for step in plan.steps
    )
    return plan.model_copy(update={"steps": steps, "setback": text(plan.setback)})
