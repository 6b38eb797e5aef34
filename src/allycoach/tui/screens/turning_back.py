"""Small screens of a talk: back to an earlier turn or another branch, where the trainee thinks the talk is, real help."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from allycoach.catalogue import _
from allycoach.tui.present import branching, place
from allycoach.tui.present.note import keys
from allycoach.tui.present.real_help import real_help

if TYPE_CHECKING:
    from allycoach.content.schema.cards import ProcedureCard
    from allycoach.content.schema.model import ConversationModel
    from allycoach.conversation.sitting import Sitting
    from allycoach.practice.practice import Practice


Kind = Literal["back", "take", "compare"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where to go: back to before turn `name`, on with the branch of that name, or both attempts side by side."""

    what: Kind
    name: str

    def go(self, practice: "Practice") -> str:
        """Go there; the name under which the talk that is left is kept. Raises NotSaved."""
        return practice.step_back(int(self.name)) if self.what == "back" else practice.take_branch(self.name)


class BackScreen(ModalScreen[Elsewhere | None]):
    """Every turn to go back to, the latest first, then the branches. Nothing has happened yet."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", _("Close"), show=False)]

    def __init__(self, sitting: "Sitting", *, compare_only: bool = False) -> None:
        super().__init__()
        self._sitting = sitting
        self._compare_only = compare_only

    def compose(self) -> ComposeResult:
        words = _("Go back and try a turn again. What came of it is kept.")
        rows = branching.rows(self._sitting, compare_only=self._compare_only)
        with Vertical(classes="dialog -tall"):
            yield Static(Content.styled(_("Other ways that it went.") if self._compare_only else words, "bold"))
            yield OptionList(*(Option(row, name) for name, row in rows), markup=False)
            yield Static(keys(("enter", _("go there")), ("esc", _("stay"))), classes="foot")

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        what, _, name = (event.option.id or "").partition(":")
        self.dismiss(Elsewhere(cast("Kind", what), name))

    def action_close(self) -> None:
        self.dismiss(None)


class WhereScreen(ModalScreen[str | None]):
    """The part that the trainee thinks the talk is in, before they see what the coach thinks; None when they skip it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"pick({number})", show=False) for number in range(1, 10)),
        Binding("escape", "close", _("Skip"), show=False),
    ]

    def __init__(self, model: "ConversationModel") -> None:
        super().__init__()
        self._model = model

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(_("Where would you say the talk is?"), "bold"))
            yield OptionList(*(Option(row) for row in place.choices(self._model)), markup=False)
            yield Static(
                keys(("enter", _("say so, then see the coach's view")), ("esc", _("just see it"))), classes="foot"
            )

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._model.stages[event.option_index].id)

    def action_pick(self, number: int) -> None:
        if number <= len(self._model.stages):
            self.dismiss(self._model.stages[number - 1].id)

    def action_close(self) -> None:
        self.dismiss(None)


class CompareScreen(ModalScreen[None]):
    """Two attempts side by side, aligned by turn; one under the other where there is no room."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", _("Close"), show=False)]

    def __init__(self, sitting: "Sitting", branch: str) -> None:
        super().__init__()
        self._sitting = sitting
        self._branch = branch

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -page"):
            yield Static(branching.compared_heading(self._branch))
            with VerticalScroll(id="compared"):
                yield Static(id="pairs")
            yield Static(keys(("↑↓", _("scroll")), ("esc", _("back to the talk"))), classes="foot")

    def on_mount(self) -> None:
        self.query_one("#compared").focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one("#compared").scrollable_content_region.width
        shown = branching.compared(self._sitting, self._sitting.branch(self._branch), width)
        self.query_one("#pairs", Static).update(shown)

    def action_close(self) -> None:
        self.dismiss(None)


class RealHelpScreen(ModalScreen[None]):
    """Out of the role-play: where real help is."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,space,f12", "close", _("Close"), show=False)]

    def __init__(self, card: "ProcedureCard | None") -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(real_help(self._card))
            yield Static(keys(("enter", _("go back"))), classes="foot")

    def action_close(self) -> None:
        self.dismiss(None)
