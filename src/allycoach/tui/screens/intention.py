"""The if-then plan for next time."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from allycoach.catalogue import _
from allycoach.tui.present.note import keys

if TYPE_CHECKING:
    from allycoach.conversation.events import Intended


class IntentionScreen(ModalScreen[tuple[str, str] | None]):
    """Both halves of the plan, or None when the trainee leaves it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", _("Close"), show=False)]

    def __init__(self, before: "Intended | None") -> None:
        super().__init__()
        self._before = before

    def compose(self) -> ComposeResult:
        before = self._before
        with Vertical(classes="dialog"):
            yield Static(Content.styled(_("One plan for next time. You see it again at the next start."), "bold"))
            yield Static(Content(_("If I notice")), classes="label")
            yield Input(before.notice if before else "", placeholder=_("I'm about to name a job"), id="notice")
            yield Static(Content(_("then I will")), classes="label")
            yield Input(before.then if before else "", placeholder=_("ask what they picture"), id="then")
            yield Static(id="need")
            yield Static(
                keys(("enter", _("on, then keep")), ("tab", _("the other line")), ("esc", _("leave it"))),
                classes="foot",
            )

    @on(Input.Submitted)
    def given(self, event: Input.Submitted) -> None:
        notice, then = (self.query_one(name, Input) for name in ("#notice", "#then"))
        if notice.value.strip() and then.value.strip():
            self.dismiss((notice.value.strip(), then.value.strip()))
        else:
            empty = then if notice.value.strip() else notice
            asked_for = empty is event.input
            empty.focus()
            self.query_one("#need", Static).update(
                _("Both lines are yours to write; the grey words are examples.") if asked_for else ""
            )

    def action_close(self) -> None:
        self.dismiss(None)
