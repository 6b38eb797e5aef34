"""The person's plan in lines: their steps, whose words they are, what is worth a second look."""

from collections.abc import Callable, Sequence

from allycoach.catalogue import _
from allycoach.coaching.plan import MOST_STEPS, provenance, remarks, steps_said
from allycoach.content.schema.worksheet import Worksheet
from allycoach.conversation.events import PlanStep
from allycoach.conversation.sitting import Sitting
from allycoach.signs import one_line
from allycoach.typed import number_in

from .terminal import Lines

Keep = Callable[[Sequence[PlanStep], str], None]


class PlainPlan:
    """Asks for at most three steps, each begun from what the person said. `keep` writes them down; it may raise NotSaved."""

    def __init__(self, sitting: Sitting, terminal: Lines, keep: Keep) -> None:
        self.sitting = sitting
        self.terminal = terminal
        self._keep = keep

    def run(self) -> bool:
        """False when nothing was kept because the input ended or there is no step."""
        person = one_line(self.sitting.started.person)
        self.terminal.say(
            _("PLAN: {person}'s next steps in their own words, at most {most}. It belongs to {person}.").format(
                person=person, most=MOST_STEPS
            )
        )
        begun = self.sitting.plan.steps if self.sitting.plan is not None else steps_said(self.sitting)
        steps: list[PlanStep] = []
        for number in range(1, MOST_STEPS + 1):
            step = self._step(number, begun[number - 1] if number <= len(begun) else None)
            if step is None:
                break
            steps.append(step)
        if not steps:
            self.terminal.say(_("PLAN: no step, so nothing was kept. That is an ending too."))
            return False
        before = self.sitting.plan.setback if self.sitting.plan is not None else ""
        setback = self._ask(_("IF IT GOES WRONG they will, or enter to leave it"), before)
        self._keep(steps, setback)
        self.terminal.say(
            _("KEPT: {n} of at most {most} steps. `allycoach plan` with --to html prints it.").format(
                n=len(steps), most=MOST_STEPS
            )
        )
        return True

    def _step(self, number: int, begun: PlanStep | None) -> PlanStep | None:
        """A step as typed; enter alone takes the words that are there, `-` or nothing ends the list."""
        if begun is not None:
            self.terminal.say(
                _("STEP {number}, as they said it: {text}").format(number=number, text=one_line(begun.text))
            )
        text = self._ask(
            _("STEP {number}, enter keeps it, - leaves it out").format(number=number)
            if begun
            else _("STEP {number}, enter ends").format(number=number),
            "",
        )
        if text == "-" or (not text and begun is None):
            return None
        step = PlanStep(text=text or (begun.text if begun else ""))
        step = step.model_copy(
            update={
                "when": self._ask(_("WHEN, only if they want one"), begun.when if begun else ""),
                "confidence": self._number(begun.confidence if begun else None),
            }
        )
        stronger = self._ask(_("ONE POINT STRONGER, what would make it so"), begun.stronger if begun else "")
        step = step.model_copy(update={"stronger": stronger})
        self._look_at(step)
        return step

    def _look_at(self, step: PlanStep) -> None:
        share = provenance(step.text, self.sitting).share
        if share is not None:
            self.terminal.say(
                _("WHOSE WORDS: {share:.0%} of its content words were first said by the person.").format(share=share)
            )
        for remark in remarks(step, self.sitting)[:1]:
            self.terminal.say(_("LOOK: {words}").format(words=remark.say))

    def _ask(self, question: str, before: str) -> str:
        typed = self.terminal.ask(f"{question}> ")
        return (typed or "").strip() or before

    def _number(self, before: int | None) -> int | None:
        """From 1 to 10; anything else leaves it as it was."""
        typed = self._ask(_("HOW SURE, 1 to 10, or enter to leave it"), "")
        if 1 <= number_in(typed) <= 10:
            return number_in(typed)
        if typed:
            self.terminal.say(_("HOW SURE: a number from 1 to 10; it was left as it is."))
        return before


def fill(sheet: Worksheet, before: dict[str, str], terminal: Lines) -> dict[str, str]:
    """Leads through a worksheet, a question a box; enter alone keeps what is there."""
    terminal.say(_("WORKSHEET: {title}. {about}").format(title=one_line(sheet.title), about=one_line(sheet.about)))
    answers = dict(before)
    for number, box in enumerate(sheet.boxes, 1):
        terminal.say(
            _("BOX {number} of {n}: {heading}").format(number=number, n=len(sheet.boxes), heading=one_line(box.heading))
        )
        if answers.get(box.id):
            terminal.say(_("SO FAR: {words}").format(words=one_line(answers[box.id])))
        typed = terminal.ask(f"{one_line(box.ask)}> ")
        if typed is None:
            break
        if typed.strip():
            answers[box.id] = typed.strip()
    return answers
