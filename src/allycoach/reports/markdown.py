"""One sitting as a Markdown document that a trainee can hand to a facilitator."""

from collections.abc import Iterator

from allycoach.catalogue import _
from allycoach.coaching.ballot import counts_said, proposed_for
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.conversation.sitting import Sitting
from allycoach.dates import day
from allycoach.reading import Flag, Reading
from allycoach.shown_names import mode_name
from allycoach.spoken import flag_name, flag_said, move_names

from .literal import literal, literal_line

_ENDINGS = {
    "next_step": _("{person} named a next step."),
    "routed": _("{person} was told what happens now, and who is told."),
    "leaves": _("{person} left."),
    "time_up": _("The time was up."),
    "goodbye": _("The ally said goodbye."),
    "trainee": _("The ally stopped here."),
    "input": _("The input ended here."),
}

_FOOT = _("The notes are made by rules that look at words; they can be wrong, and the ally may set any of them aside.")


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
        facts = (
            *brought_in(sitting),
            _("Replies: {n}.").format(n=debrief.turns),
            _("Sitting: {sitting}.").format(sitting=sitting.started.sitting),
        )
        yield "\n".join(f"- {literal_line(fact)}" for fact in facts)


def _practised(sitting: Sitting, debrief: Debrief) -> str:
    started, person = sitting.started, literal_line(debrief.person)
    scenario = literal_line(started.scenario)
    ending = _ENDINGS[sitting.ended.why].format(person=person) if sitting.ended else _("Not ended yet.")
    return "\n".join(
        (
            "- " + _("**With:** {person}, who is made up").format(person=person),
            "- " + _("**When:** {day}, {time}").format(day=day(started.at), time=f"{started.at:%H:%M}"),
            "- " + _("**Mode:** {mode}").format(mode=literal_line(mode_name(debrief.mode))),
            *(("- " + _("**Held:** in a room; the lines were proposed and chosen together"),) if started.room else ()),
            "- " + _("**Replies:** {n}").format(n=debrief.turns),
            "- " + _("**Ending:** {ending}").format(ending=ending),
            "- " + _("**Sitting:** {sitting}").format(sitting=literal_line(started.sitting)),
            "- "
            + _("**Scenario:** {scenario}, version {version}").format(
                scenario=scenario, version=literal_line(started.scenario_version)
            ),
        )
    )


def _in_short(debrief: Debrief) -> Iterator[str]:
    yield "## " + _("In short")
    yield literal_line(debrief.headline)
    yield _("**One thing to try:** {try_next}").format(try_next=literal_line(debrief.try_next))
    if debrief.best is not None:
        turn, words = debrief.best
        yield _("**A moment that worked (turn {turn}):** {words}").format(turn=turn, words=literal(words))
    if debrief.step is not None:
        yield _("**The next step, in {person}'s words:** {step}").format(
            person=literal_line(debrief.person), step=literal(debrief.step)
        )


def _next_time(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    """The ally's if-then plan, and the person's own plan as it was written down."""
    if sitting.intention is not None:
        plan = sitting.intention
        yield "## " + _("For next time")
        used = {True: " " + _("It came to use."), False: " " + _("It did not come to use."), None: ""}
        words = _("If I notice {notice}, then I will {then}.")
        yield (
            words.format(notice=literal_line(plan.notice), then=literal_line(plan.then)) + used[sitting.intention_used]
        )
    if sitting.plan is not None and sitting.plan.steps:
        yield "## " + _("{person}'s plan").format(person=literal_line(debrief.person))
        yield "\n".join(f"{number}. {literal_line(step.text)}" for number, step in enumerate(sitting.plan.steps, 1))


def _branches(sitting: Sitting) -> Iterator[str]:
    """Other ways that the talk went, from where they part."""
    for branch in sitting.branches:
        yield "## " + _("Another way it went: {name}").format(name=literal_line(branch.name))
        yield _("From turn {turn} on.").format(turn=branch.turn)
        for turn in branch.turns:
            if turn.reply.turn >= branch.turn:
                yield _("**Turn {turn}. Ally:** {text}").format(turn=turn.reply.turn, text=literal(turn.reply.text))
                if (proposed := proposed_for(turn, branch.proposed)) is not None:
                    yield "- " + _("Chosen together: {counts}.").format(counts=counts_said(proposed))
                if turn.answer is not None:
                    yield f"**{literal_line(sitting.started.person)}:** {literal(turn.answer.text)}"


def _reflections(sitting: Sitting) -> Iterator[str]:
    if sitting.reflections:
        yield "## " + _("What the ally noticed")
    for reflected in sitting.reflections:
        turn = " " + _("(turn {turn})").format(turn=reflected.turn) if reflected.turn is not None else ""
        yield f"**{literal_line(reflected.prompt)}**{turn}"
        yield _quoted(reflected.text)


def _conversation(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    person = literal_line(debrief.person)
    yield "## " + _("The conversation")
    if debrief.opening:
        yield f"**{person}:** {literal(debrief.opening)}"
    for turn in debrief.annotated:
        yield _("**Turn {turn}. Ally:** {reply}").format(turn=turn.turn, reply=literal(turn.reply))
        notes = tuple(_notes(sitting, turn))
        if notes:
            yield "\n".join(f"- {note}" for note in notes)
        if turn.answer:
            yield f"**{person}:** {literal(turn.answer)}"
    if sitting.draft:
        yield _("**Written but not sent:** {draft}").format(draft=literal(sitting.draft))


def _notes(sitting: Sitting, turn: AnnotatedTurn) -> Iterator[str]:
    reading = sitting.turns[turn.turn - 1].reply.reading
    names = move_names(turn.moves)
    if names:
        yield _("Heard: {names}.").format(names=", ".join(names))
    proposed = proposed_for(sitting.turns[turn.turn - 1], sitting.proposed)
    if proposed is not None:
        yield _("Chosen together: {counts}.").format(counts=counts_said(proposed))
    said = {note.kind for note in sitting.notes if note.turn == turn.turn}
    for flag in turn.flags:
        lead = _("Look again, as the coach said then: {flag}") if flag.kind.value in said else _("Look again: {flag}")
        yield lead.format(flag=literal_line(flag_said(flag, reading)))
    for flag in turn.dismissed:
        yield _("Set aside by the ally: {flag}.{why}").format(
            flag=_flag(flag, reading), why=_why_aside(sitting, turn.turn, flag)
        )
    if sitting.turns[turn.turn - 1].reply.phrase is not None:
        yield _("Began from a recovery phrase.")
    for tried in (one for one in sitting.tries if one.turn == turn.turn):
        yield _("Tried again in their own words: {text}").format(text=literal_line(tried.text))
    for guess in (one for one in sitting.guesses if one.turn == turn.turn):
        same, other = (
            _("Said the talk was in {own}; as the coach did."),
            _("Said the talk was in {own}; the coach said {coach}."),
        )
        words = same if guess.stage == guess.coach else other
        yield words.format(own=literal_line(guess.stage), coach=literal_line(guess.coach))
    for note in (one for one in sitting.written if one.turn == turn.turn):
        yield _("Note by the {author}: {text}").format(author=note.author, text=literal_line(note.text))
    for pin in (pin for pin in sitting.pins if pin.turn == turn.turn):
        words = _("Pinned. The draft then: {draft}") if pin.draft else _("Pinned.")
        yield words.format(draft=literal_line(pin.draft))


def _flag(flag: Flag, reading: Reading) -> str:
    return f"{flag_name(flag, reading)}, “{literal_line(reading.text[flag.start : flag.end])}”"


def _why_aside(sitting: Sitting, turn: int, flag: Flag) -> str:
    aside = sitting.dismissal(turn, flag)
    if aside is None or not aside.reason.strip():
        return ""
    return " " + _("Reason: {reason}").format(reason=literal_line(aside.reason))


def _measures(debrief: Debrief) -> Iterator[str]:
    if not debrief.measures:
        return
    yield "## " + _("Measures")
    heads = (_("Measure"), _("Here"), _("Compared with"), _("Source"))
    rows = ["| " + " | ".join(heads) + " |", "| --- | --- | --- | --- |"]
    for measure in debrief.measures:
        cells = (measure.name, measure.value, measure.reference, measure.source)
        rows.append("| " + " | ".join(map(literal_line, cells)) + " |")
    yield "\n".join(rows)
    if not debrief.openness:
        return
    yield _("{person}'s openness, from the opening on (0 to 100): {openness}.").format(
        person=literal_line(debrief.person), openness=", ".join(map(str, debrief.openness))
    )


def _slips(sitting: Sitting, debrief: Debrief) -> Iterator[str]:
    if not debrief.slips:
        return
    yield "## " + _("Slips and ways back")
    rows = []
    for slip in debrief.slips:
        reading = sitting.turns[slip.turn - 1].reply.reading
        names = dict.fromkeys(flag_name(flag, reading) for flag in reading.flags if flag.kind in slip.kinds)
        words = (
            _("Turn {turn}: {names}. Came back in turn {back}.")
            if slip.recovered_at
            else _("Turn {turn}: {names}. Not followed by a way back.")
        )
        rows.append("- " + words.format(turn=slip.turn, names=", ".join(names), back=slip.recovered_at))
    yield "\n".join(rows)


def _moments(debrief: Debrief) -> Iterator[str]:
    if debrief.moments:
        yield "## " + _("Moments that came up")
    for one in debrief.moments:
        how = _("met by half at turn {at}").format(at=one.half_at) if one.half else _("missed")
        met = _("met at turn {at}").format(at=one.met_at) if one.met else f"{how}. {literal_line(one.note)}"
        yield _("**After turn {turn}** ({tests}), {met}").format(turn=one.turn, tests=literal_line(one.tests), met=met)
        yield f"> {literal_line(one.line)}"


def _afterwards(debrief: Debrief) -> Iterator[str]:
    if debrief.afterwards:
        yield "## " + _("After a talk like this")
        yield literal(debrief.afterwards)


def _hidden(debrief: Debrief) -> Iterator[str]:
    if debrief.hidden:
        yield "## " + _("What {person} did not say at first").format(person=literal_line(debrief.person))
        yield literal(debrief.hidden)


def _questions(debrief: Debrief) -> Iterator[str]:
    if debrief.questions:
        yield "## " + _("Questions to think about")
        yield "\n".join(f"- {literal_line(question)}" for question in debrief.questions)


def _pairs(debrief: Debrief) -> Iterator[str]:
    if debrief.pairs:
        yield "## " + _("Two ways at a key moment")
    for pair in debrief.pairs:
        yield f"**{literal_line(pair.moment)}**"
        yield "\n".join(
            (
                "- " + _("Closes it: {poor}").format(poor=literal_line(pair.poor)),
                "- " + _("Opens it: {good}").format(good=literal_line(pair.good)),
                "- " + _("Why: {why}").format(why=literal_line(pair.why)),
            )
        )


def _foot(debrief: Debrief) -> Iterator[str]:
    yield "---"
    yield f"{literal_line(debrief.disclaimer)} {_FOOT}"


def _quoted(text: str) -> str:
    return "> " + literal(text).replace("\n", "\n> ")
