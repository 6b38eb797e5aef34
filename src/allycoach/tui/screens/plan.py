"""The person's plan: at most three steps in their words, whose words they are, and what is worth a second look."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from allycoach.catalogue import _
from allycoach.coaching.plan import MOST_STEPS, steps_said
from allycoach.conversation.events import PlanStep
from allycoach.errors import AllycoachError
from allycoach.signs import one_line
from allycoach.tui.handing_over import hand_over
from allycoach.tui.present import plan as present
from allycoach.tui.shell import Shell
from allycoach.tui.widgets.keyline import KeyLine
from allycoach.tui.writing_into import WritingInto
from allycoach.typed import number_in

if TYPE_CHECKING:
    from allycoach.conversation.sitting import Sitting

KEYS = (
    ("tab", _("next line")),
    ("esc", _("keep and go back")),
    ("ctrl+e", _("print: HTML and Markdown")),
    ("f1", _("help")),
)


class StepText(TextArea):
    """A step in as many rows as it has: of a long one in a single row, only the end would be seen."""

    def __init__(self, text: str, *, placeholder: str, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=placeholder,
            id=id,
        )
        self.cursor_blink = False

    async def _on_key(self, event: Key) -> None:
        """A step is one sentence: Enter goes on, as in the other lines."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.screen.focus_next()
            return
        await super()._on_key(event)


class PlanScreen(Screen[None]):
    """Kept whenever it is left; `changed` is told the sitting with its plan."""

    app = app_of(Shell)
    CSS_PATH = "../styles/plan.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Keep and go back"), show=False),
        Binding("ctrl+e", "print_it", _("Print"), show=False, priority=True),
    ]

    def __init__(self, into: WritingInto, changed: "Callable[[Sitting], None]") -> None:
        super().__init__()
        self._into = into
        self._changed = changed
        plan = into.sitting.plan
        self._begun = plan.steps if plan is not None else steps_said(into.sitting)
        self._setback = plan.setback if plan is not None else ""

    def compose(self) -> ComposeResult:
        person = one_line(self._into.sitting.started.person)
        yield Static(present.title(person), classes="title")
        with VerticalScroll(id="plan", can_focus=False):
            yield Static(present.about(person, said=bool(self._begun)), id="about")
            for number in range(MOST_STEPS):
                yield from self._step(number, self._begun[number] if number < len(self._begun) else PlanStep(text=""))
            yield Static(_("If it goes wrong, they will"), classes="label")
            yield Input(self._setback, id="setback")
        yield Static(id="message")
        yield KeyLine(KEYS)

    def _step(self, number: int, step: PlanStep) -> ComposeResult:
        with Vertical(classes="step"):
            yield Static(_("Step {number}").format(number=number + 1), classes="label")
            yield StepText(step.text, id=f"text-{number}", placeholder=_("I'll …") if number == 0 else "")
            with Horizontal(classes="details"):
                yield Static(_("when"), classes="short")
                yield Input(step.when, id=f"when-{number}", placeholder=_("only if they want one"))
                yield Static(_("how sure"), classes="short")
                yield Input(
                    str(step.confidence or ""), id=f"sure-{number}", placeholder="1-10", max_length=2, classes="number"
                )
            with Horizontal(classes="details"):
                yield Static(_("one point stronger"), classes="short")
                yield Input(step.stronger, id=f"stronger-{number}")
            yield Static(id=f"remarks-{number}", classes="remarks")

    def on_mount(self) -> None:
        self.query_one("#text-0", StepText).focus()
        self._look()

    @on(Input.Changed)
    @on(StepText.Changed)
    def _look(self) -> None:
        """Whose words, and one remark a step, as it is written."""
        for number in range(MOST_STEPS):
            remark = present.remarks(self._written(number), self._into.sitting)
            self.query_one(f"#remarks-{number}", Static).update(remark)

    def _written(self, number: int) -> PlanStep:
        def typed(name: str) -> str:
            return self.query_one(f"#{name}-{number}", Input).value.strip()

        text = one_line(self.query_one(f"#text-{number}", StepText).text).strip()
        sure = typed("sure")
        confidence = number_in(sure) if 1 <= number_in(sure) <= 10 else None
        return PlanStep(text=text, when=typed("when"), confidence=confidence, stronger=typed("stronger"))

    def _keep(self) -> bool:
        """Whether what stands here is on disk; nothing is written where nothing has changed."""
        steps = tuple(step for step in map(self._written, range(MOST_STEPS)) if step.text)
        setback = self.query_one("#setback", Input).value.strip()
        if (steps, setback) == (self._begun, self._setback):
            return True
        try:
            self._into.write(lambda looking: looking.keep_plan(steps, setback))
        except AllycoachError as error:
            self.app.tell(error)
            return False
        self._begun, self._setback = steps, setback
        self._changed(self._into.sitting)
        return True

    def action_leave(self) -> None:
        if self._keep():
            self.app.pop_screen()

    def action_print_it(self) -> None:
        if not self._keep():
            return
        try:
            said = hand_over(self.app, self.app.parts.export_plan(self._into.sitting.started.sitting))
        except AllycoachError as error:
            self.app.tell(error)
            return
        self.query_one("#message", Static).update(said)
