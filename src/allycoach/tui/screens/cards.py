"""The cards that are due: front, back, how well it came back; it ends by itself."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import Static

from allycoach.catalogue import _
from allycoach.coaching.cards import SAID
from allycoach.errors import AllycoachError
from allycoach.tui.present import cards as present
from allycoach.tui.remembering import Remembering
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.practice.card_review import CardReview

KEYS_FRONT = (
    ("space", _("the other side")),
    ("esc", _("home; the rest stays due")),
    ("f9", _("light or dark")),
    ("f1", _("help")),
)
KEYS_BACK = (("1-4", _("how well it came back")), ("esc", _("home; the rest stays due")), ("f1", _("help")))
KEYS_OVER = (("enter", _("home")), ("f9", _("light or dark")), ("f1", _("help")))

WIDEST = 84


class CardsScreen(Screen[None]):
    app = app_of(Remembering)
    CSS_PATH = "../styles/cards.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn", _("The other side"), show=False),
        *(Binding(str(number), f"rate({number})", _("How well"), show=False) for number in range(1, len(SAID) + 1)),
        Binding("escape", "home", _("Home"), show=False),
    ]

    def __init__(self, going: "CardReview") -> None:
        super().__init__()
        self.review = going

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(Content.styled(_("Cards"), "bold"), id="title")
            yield Static(id="status")
        with VerticalScroll(id="card"):
            yield Static(id="front")
            yield Static(id="back")
            yield Static(id="rating")
        yield KeyLine(KEYS_FRONT)

    def on_mount(self) -> None:
        self.query_one("#card").focus()

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.query("#front"):
            return
        going = self.review
        self.query_one("#status", Static).update(present.status(going))
        seen = not going.over and going.shown
        width = min(self.query_one("#card").scrollable_content_region.width - 1, WIDEST)
        self.query_one("#front", Static).update(present.over(going) if going.over else present.front(going.card))
        self.query_one("#back", Static).update(present.back(going.card, width) if seen else Content(""))
        self.query_one("#rating", Static).update(present.rating() if seen else Content(""))
        self.query_one(KeyLine).show_keys(KEYS_OVER if going.over else KEYS_BACK if seen else KEYS_FRONT)

    def action_turn(self) -> None:
        if self.review.over:
            self.app.go_home()
            return
        self.review.turn_over()
        self._show()

    def action_rate(self, number: int) -> None:
        if self.review.over or not self.review.shown:
            return
        try:
            self.review.rate(tuple(SAID)[number - 1])
        except AllycoachError as error:
            self.app.tell(error)
            return
        self._show()

    def action_home(self) -> None:
        self.app.go_home()
