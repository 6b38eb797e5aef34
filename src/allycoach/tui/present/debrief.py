"""The debrief, part by part: the headline and measures, what worked, one thing to try, and the talk with its marks."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.openness import openness_in_words
from allycoach.reading import Reading
from allycoach.shown_names import mode_name
from allycoach.signs import one_line, visible

from .home import EMPHASIS
from .marks import in_a_row, marked, signs
from .note import KEY
from .talk import WAIT
from .tones import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.coaching.debrief import AnnotatedTurn, Debrief
    from allycoach.coaching.measures import Measure
    from allycoach.conversation.events import MomentPinned, Reflected
    from allycoach.conversation.sitting import Sitting

BLOCKS = "▁▂▃▄▅▆▇█"
LOOKS = {"": ("", ""), "amber": ("› ", LOOK), "red": ("» ", LOOK)}
"""A measure past a line has a sign as well as a colour."""


def title(debrief: "Debrief") -> Content:
    turns = many("1 turn", "{n} turns", debrief.turns).format(n=debrief.turns)
    return Content.assemble(
        (one_line(debrief.title), EMPHASIS),
        (f" · {mode_name(debrief.mode)} · {turns}", QUIET),
        (f"\n{one_line(debrief.disclaimer)}", QUIET),  # on a line of its own: what may wrap is the title
    )


def summary(debrief: "Debrief", sitting: "Sitting") -> Content:
    """The short of it: recovery first, the trainee's own words, what worked, one thing to try, and the measures."""
    parts = [
        Content.styled(debrief.headline, "bold"),
        *_afterwards(debrief),
        *_own_words(sitting.reflections),
        *_best(debrief),
        Content.assemble((_("One thing to try: "), "bold"), visible(debrief.try_next)),
        *_intention(sitting),
        *_plan(debrief, sitting),
        _openness(debrief),
        _measures(debrief.measures),
        *(Content.styled(one_line(words), QUIET) for words in brought_in(sitting)),
    ]
    return Content("\n\n").join(part for part in parts if part)


def further(debrief: "Debrief") -> Content:
    """For those with more time: the moments that came up, what was not said at first, other ways to answer, questions to
    think about, where the measures come from."""
    parts = [
        *_moments(debrief),
        *_hidden(debrief),
        *_pairs(debrief),
        *_questions(debrief.questions),
        *_sources(debrief.measures),
    ]
    return Content("\n\n").join(parts)


def _own_words(reflections: Iterable["Reflected"]) -> list[Content]:
    return [
        Content.assemble((f"{one_line(one.prompt)}\n", QUIET), (_("You: "), "$you"), visible(one.text))
        for one in reflections
        if one.text
    ]


def _best(debrief: "Debrief") -> list[Content]:
    if debrief.best is None:
        return []
    turn, words = debrief.best
    return [
        Content.assemble(
            (_("A moment that worked (turn {turn}): ").format(turn=turn), "bold"), (f'"{one_line(words)}"', "$good")
        )
    ]


def _intention(sitting: "Sitting") -> list[Content]:
    plan = sitting.intention
    if plan is None:
        return [Content.assemble(("i", KEY), (_(" writes an if-then plan for next time"), QUIET))]
    words = _("If I notice {notice}, then I will {then}").format(notice=one_line(plan.notice), then=one_line(plan.then))
    return [Content.assemble((_("Your if-then: "), "bold"), words)]


def _plan(debrief: "Debrief", sitting: "Sitting") -> list[Content]:
    """Their plan as it was written down, else the step that they said."""
    if sitting.plan is None or not sitting.plan.steps:
        return _step(debrief)
    steps = Content("\n").join(Content(f"- {one_line(step.text)}") for step in sitting.plan.steps)
    return [
        Content.styled(_("{person}'s plan, in their words").format(person=one_line(debrief.person)), "bold")
        + "\n"
        + steps
    ]


def _step(debrief: "Debrief") -> list[Content]:
    if debrief.step is None:
        return []
    return [
        Content.assemble(
            (_("{person}'s next step, in their words: ").format(person=one_line(debrief.person)), "bold"),
            visible(debrief.step),
        )
    ]


def _openness(debrief: "Debrief") -> Content:
    if len(debrief.openness) < 2:
        return Content("")
    return Content.assemble(
        # Translators: a drawn line follows, then "more open as the talk went on, most after turn 3"
        (_("How open {person} was  ").format(person=one_line(debrief.person)), "bold"),
        (sparkline(debrief.openness), "$person"),
        (f"  {openness_in_words(debrief.openness)}", QUIET),
    )


def sparkline(values: Sequence[int]) -> str:
    """One block character for each value of 0 to 100."""
    return "".join(BLOCKS[min(max(value, 0), 99) * len(BLOCKS) // 100] for value in values)


def _measures(measures: Iterable["Measure"]) -> Content:
    lines: list[Content] = []
    for one in measures:
        sign, style = LOOKS[one.look]
        reference = (f"   {one.reference}", QUIET) if one.reference else ""
        lines.append(Content.assemble((f"{sign}{one.name} ", style), (one.value, f"bold {style}".strip()), reference))
    return Content("\n").join(lines)


def _sources(measures: Sequence["Measure"]) -> list[Content]:
    if not measures:
        return []
    lines = [Content.styled(_("Where the measures come from"), "bold")]
    lines += [Content.assemble(f"{one.name}: ", (one_line(one.source), QUIET)) for one in measures]
    return [Content("\n").join(lines)]


def _questions(questions: Iterable[str]) -> list[Content]:
    lines = [Content(f"- {one_line(question)}") for question in questions]
    return [Content("\n").join([Content.styled(_("To think about"), "bold"), *lines])] if lines else []


def _afterwards(debrief: "Debrief") -> list[Content]:
    if not debrief.afterwards:
        return []
    return [Content.assemble((_("After a talk like this\n"), "bold"), visible(debrief.afterwards))]


def _hidden(debrief: "Debrief") -> list[Content]:
    if not debrief.hidden:
        return []
    return [
        Content.assemble(
            (_("What {person} did not say at first\n").format(person=one_line(debrief.person)), "bold"),
            visible(debrief.hidden),
        )
    ]


def _moments(debrief: "Debrief") -> list[Content]:
    """The scripted moments that came up, each met or missed, with what its author says to a miss."""
    if not debrief.moments:
        return []
    lines = [Content.styled(_("Moments that came up"), "bold")]
    for one in debrief.moments:
        sign, style = (_("met at turn {turn}").format(turn=one.met_at), "$good") if one.met else (_("missed"), LOOK)
        sign = _("met by half at turn {turn}").format(turn=one.half_at) if one.half else sign
        note = f"\n{one_line(one.note)}" if one.note else ""
        said = (f'"{one_line(one.line)}"', "$person")
        where = (_(" (after turn {turn}, {tests}): ").format(turn=one.turn, tests=one_line(one.tests)), QUIET)
        lines.append(Content.assemble(said, where, (sign, style), note))
    return [Content("\n").join(lines)]


def _pairs(debrief: "Debrief") -> list[Content]:
    return [
        Content.assemble(
            (_("Two ways to answer "), "bold"),
            (f'"{one_line(pair.moment)}"', "$person"),
            (_("\ncloses: "), LOOK),
            one_line(pair.poor),
            (_("\nopens:  "), "$good"),
            one_line(pair.good),
            (f"\n{one_line(pair.why)}", QUIET),
        )
        for pair in debrief.pairs
    ]


def turn(one: "AnnotatedTurn", pins: Iterable["MomentPinned"] = ()) -> tuple[Content, Content]:
    """The words of a reply with its flags underlined; beneath them what was seen, each flag's reason, and pins."""
    reading = Reading(text=one.reply, moves=one.moves, flags=one.flags)
    words = Content.styled(_("… (you wait)"), QUIET) if one.reply.strip() == WAIT else marked(one.reply, one.flags)
    lines = [in_a_row(signs(one.moves, one.flags, reading, aside=one.dismissed), quotes=False)]
    lines += [Content.styled(reason, QUIET) for reason in dict.fromkeys(visible(flag.reason) for flag in one.flags)]
    lines.append(pinned(pins, one.turn))
    return words, Content("\n").join(line for line in lines if line)


def unmarked(one: "AnnotatedTurn") -> tuple[Content, Content]:
    """The words of a reply alone."""
    return (
        Content.styled(_("… (you wait)"), QUIET) if one.reply.strip() == WAIT else Content(visible(one.reply))
    ), Content("")


def pinned(pins: Iterable["MomentPinned"], turn: int) -> Content:
    """The pins set after reply `turn`, with what was in the draft then."""
    lines = [
        Content.styled(_("✦ pinned"), "$you")
        + (_(', while writing "{draft}"').format(draft=one_line(pin.draft)) if pin.draft.strip() else "")
        for pin in pins
        if pin.turn == turn
    ]
    return Content("\n").join(lines)
