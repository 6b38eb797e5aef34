"""One sitting as a Markdown document that a trainee can hand to a facilitator."""

from collections.abc import Iterator

from allycoach.coaching.ballot import counts_said, proposed_for
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.conversation.sitting import Sitting
from allycoach.reading import Flag, Reading
from allycoach.spoken import flag_name, flag_said, move_names

from .literal import literal, literal_line

_ENDINGS = {
    "next_step": "{person} named a next step.",
    "routed": "{person} was told what happens now, and who is told.",
    "leaves": "{person} left.",
    "time_up": "The time was up.",
    "goodbye": "The ally said goodbye.",
    "trainee": "The ally stopped here.",
    "input": "The input ended here.",
}


def session_markdown(sitting: Sitting, debrief: Debrief) -> str:
    """The whole sitting: in short, own reflections, the conversation with its notes, measures, slips.

    Times are in the zone they were written in. Every word from a person or a content file is literal text.
    """
    parts = (
        _head(sitting, debrief),
        _in_short(debrief),
        _afterwards(debrief),
        _next_time(sitting, debrief),
        _reflections(sitting),
        _conversation(sitting, debrief),
        _measures(debrief),
        _slips(sitting, debrief),
        _moments(debrief),
        _branches(sitting),
        _hidden(debrief),
        _questions(debrief),
        _pairs(debrief),
        _foot(debrief),
    )
    return "\n\n".join("\n\n".join(part) for part in map(tuple, parts) if part) + "\n"


def _head(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    yield f"# {literal_line(debrief.title)}"
    yield f"*{literal_line(debrief.disclaimer)}*"
    if sitting.imported is None:
        yield _practised(sitting, debrief)
    else:
        facts = (*brought_in(sitting), f"Replies: {debrief.turns}.", f"Sitting: {sitting.started.sitting}.")
        yield "\n".join(f"- {literal_line(fact)}" for fact in facts)


def _practised(sitting: Sitting, debrief: Debrief) -> str:
    started, person = sitting.started, literal_line(debrief.person)
    scenario = literal_line(started.scenario)
    ending = _ENDINGS[sitting.ended.why].format(person=person) if sitting.ended else "Not ended yet."
    return "\n".join(
        (
            f"- **With:** {person}, who is made up",
            f"- **When:** {started.at.day} {started.at:%B %Y, %H:%M}",
            f"- **Mode:** {literal_line(debrief.mode)}",
            *(("- **Held:** in a room; the lines were proposed and chosen together",) if started.room else ()),
            f"- **Replies:** {debrief.turns}",
            f"- **Ending:** {ending}",
            f"- **Sitting:** {literal_line(started.sitting)}",
            f"- **Scenario:** {scenario}, version {literal_line(started.scenario_version)}",
        )
    )


def _in_short(debrief: Debrief) -> Iterator[str]:
    yield "## In short"
    yield literal_line(debrief.headline)
    yield f"**One thing to try:** {literal_line(debrief.try_next)}"
    if debrief.best is not None:
        turn, words = debrief.best
        yield f"**A moment that worked (turn {turn}):** {literal(words)}"
    if debrief.step is not None:
        yield f"**The next step, in {literal_line(debrief.person)}'s words:** {literal(debrief.step)}"


def _next_time(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    """The ally's if-then plan, and the person's own plan as it was written down."""
    if sitting.intention is not None:
        plan = sitting.intention
        yield "## For next time"
        used = {True: " It came to use.", False: " It did not come to use.", None: ""}[sitting.intention_used]
        yield f"If I notice {literal_line(plan.notice)}, then I will {literal_line(plan.then)}.{used}"
    if sitting.plan is not None and sitting.plan.steps:
        yield f"## {literal_line(debrief.person)}'s plan"
        yield "\n".join(f"{number}. {literal_line(step.text)}" for number, step in enumerate(sitting.plan.steps, 1))


def _branches(sitting: Sitting) -> Iterator[str]:
    """Other ways that the talk went, from where they part."""
    for branch in sitting.branches:
        yield f"## Another way it went: {literal_line(branch.name)}"
        yield f"From turn {branch.turn} on."
        for turn in branch.turns:
            if turn.reply.turn >= branch.turn:
                yield f"**Turn {turn.reply.turn}. Ally:** {literal(turn.reply.text)}"
                if (proposed := proposed_for(turn, branch.proposed)) is not None:
                    yield f"- Chosen together: {counts_said(proposed)}."
                if turn.answer is not None:
                    yield f"**{literal_line(sitting.started.person)}:** {literal(turn.answer.text)}"


def _reflections(sitting: Sitting) -> Iterator[str]:
    if sitting.reflections:
        yield "## What the ally noticed"
    for reflected in sitting.reflections:
        turn = f" (turn {reflected.turn})" if reflected.turn is not None else ""
        yield f"**{literal_line(reflected.prompt)}**{turn}"
        yield _quoted(reflected.text)


def _conversation(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    person = literal_line(debrief.person)
    yield "## The conversation"
    if debrief.opening:
        yield f"**{person}:** {literal(debrief.opening)}"
    for turn in debrief.annotated:
        yield f"**Turn {turn.turn}. Ally:** {literal(turn.reply)}"
        notes = tuple(_notes(sitting, turn))
        if notes:
            yield "\n".join(f"- {note}" for note in notes)
        if turn.answer:
            yield f"**{person}:** {literal(turn.answer)}"
    if sitting.draft:
        yield f"**Written but not sent:** {literal(sitting.draft)}"


def _notes(sitting: Sitting, turn: AnnotatedTurn) -> Iterator[str]:
    reading = sitting.turns[turn.turn - 1].reply.reading
    names = move_names(turn.moves)
    if names:
        yield f"Heard: {', '.join(names)}."
    proposed = proposed_for(sitting.turns[turn.turn - 1], sitting.proposed)
    if proposed is not None:
        yield f"Chosen together: {counts_said(proposed)}."
    said = {note.kind for note in sitting.notes if note.turn == turn.turn}
    for flag in turn.flags:
        lead = "Look again, as the coach said then" if flag.kind.value in said else "Look again"
        yield f"{lead}: {literal_line(flag_said(flag, reading))}"
    for flag in turn.dismissed:
        yield f"Set aside by the ally: {_flag(flag, reading)}.{_why_aside(sitting, turn.turn, flag)}"
    if sitting.turns[turn.turn - 1].reply.phrase is not None:
        yield "Began from a recovery phrase."
    for tried in (one for one in sitting.tries if one.turn == turn.turn):
        yield f"Tried again in their own words: {literal_line(tried.text)}"
    for guess in (one for one in sitting.guesses if one.turn == turn.turn):
        same = "as the coach did" if guess.stage == guess.coach else f"the coach said {literal_line(guess.coach)}"
        yield f"Said the talk was in {literal_line(guess.stage)}; {same}."
    for note in (one for one in sitting.written if one.turn == turn.turn):
        yield f"Note by the {note.author}: {literal_line(note.text)}"
    for pin in (pin for pin in sitting.pins if pin.turn == turn.turn):
        yield "Pinned." + (f" The draft then: {literal_line(pin.draft)}" if pin.draft else "")


def _flag(flag: Flag, reading: Reading) -> str:
    return f"{flag_name(flag, reading)}, “{literal_line(reading.text[flag.start : flag.end])}”"


def _why_aside(sitting: Sitting, turn: int, flag: Flag) -> str:
    aside = sitting.dismissal(turn, flag)
    return f" Reason: {literal_line(aside.reason)}" if aside is not None and aside.reason.strip() else ""


def _measures(debrief: Debrief) -> Iterator[str]:
    if not debrief.measures:
        return
    yield "## Measures"
    rows = ["| Measure | Here | Compared with | Source |", "| --- | --- | --- | --- |"]
    for measure in debrief.measures:
        cells = (measure.name, measure.value, measure.reference, measure.source)
        rows.append("| " + " | ".join(map(literal_line, cells)) + " |")
    yield "\n".join(rows)
    if not debrief.openness:
        return
    yield (
        f"{literal_line(debrief.person)}'s openness, from the opening on (0 to 100): "
        f"{', '.join(map(str, debrief.openness))}."
    )


def _slips(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    if not debrief.slips:
        return
    yield "## Slips and ways back"
    rows = []
    for slip in debrief.slips:
        reading = sitting.turns[slip.turn - 1].reply.reading
        names = dict.fromkeys(flag_name(flag, reading) for flag in reading.flags if flag.kind in slip.kinds)
        back = f"Came back in turn {slip.recovered_at}." if slip.recovered_at else "Not followed by a way back."
        rows.append(f"- Turn {slip.turn}: {', '.join(names)}. {back}")
    yield "\n".join(rows)


def _moments(debrief: Debrief) -> Iterator[str]:
    if debrief.moments:
        yield "## Moments that came up"
    for one in debrief.moments:
        how = f"met by half at turn {one.half_at}" if one.half else "missed"
        met = f"met at turn {one.met_at}" if one.met else f"{how}. {literal_line(one.note)}"
        yield f"**After turn {one.turn}** ({literal_line(one.tests)}), {met}"
        yield f"> {literal_line(one.line)}"


def _afterwards(debrief: Debrief) -> Iterator[str]:
    if debrief.afterwards:
        yield "## After a talk like this"
        yield literal(debrief.afterwards)


def _hidden(debrief: Debrief) -> Iterator[str]:
    if debrief.hidden:
        yield f"## What {literal_line(debrief.person)} did not say at first"
        yield literal(debrief.hidden)


def _questions(debrief: Debrief) -> Iterator[str]:
    if debrief.questions:
        yield "## Questions to think about"
        yield "\n".join(f"- {literal_line(question)}" for question in debrief.questions)


def _pairs(debrief: Debrief) -> Iterator[str]:
    if debrief.pairs:
        yield "## Two ways at a key moment"
    for pair in debrief.pairs:
        yield f"**{literal_line(pair.moment)}**"
        yield "\n".join(
            (
                f"- Closes it: {literal_line(pair.poor)}",
                f"- Opens it: {literal_line(pair.good)}",
                f"- Why: {literal_line(pair.why)}",
            )
        )


def _foot(debrief: Debrief) -> Iterator[str]:
    yield "---"
    yield (
        f"{literal_line(debrief.disclaimer)} The notes are made by rules that look at words; "
        "they can be wrong, and the ally may set any of them aside."
    )


def _quoted(text: str) -> str:
    return "> " + literal(text).replace("\n", "\n> ")
