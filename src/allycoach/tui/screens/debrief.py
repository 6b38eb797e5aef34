"""The debrief: the trainee's own thoughts first, then what the sitting shows."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import Static

from allycoach.catalogue import _
from allycoach.coaching.own_words import turn_named
from allycoach.errors import AllycoachError
from allycoach.practice.importing import only_looked_at
from allycoach.shown_names import helper_name
from allycoach.signs import one_line, visible
from allycoach.tui.handing_over import hand_over
from allycoach.tui.present import debrief as present
from allycoach.tui.shell import Shell
from allycoach.tui.widgets.draft import Draft
from allycoach.tui.widgets.keyline import KeyLine
from allycoach.tui.widgets.utterance import Said
from allycoach.tui.writing_into import WritingInto

from .intention import IntentionScreen
from .plan import PlanScreen
from .replay import ReplayScreen
from .turning_back import BackScreen, CompareScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from allycoach.coaching.debrief import Debrief
    from allycoach.conversation.sitting import Sitting
    from allycoach.practice.looking_back import LookingBack
    from allycoach.practice.practice import Practice

KEYS = (
    ("enter", _("done")),
    ("a", _("practise again")),
    ("b", _("back to a turn")),
    ("i", _("if-then")),
    ("p", _("plan")),
    ("r", _("replay")),
    ("e", _("export")),
    ("↑↓", _("scroll")),
    ("f9", _("theme")),
    ("f1", _("help")),
)
KEYS_WHILE_ASKED = (
    ("enter", _("keep, or skip when empty")),
    (_("page up, down"), _("the talk")),
    ("esc", _("skip both")),
    ("f1", _("help")),
)
_ELSEWHERE = frozenset("ab")
"""Keys that lead on to another talk, which a transcript does not."""
HOW_MANY_PROMPTS = 2
PLACEHOLDER = _('Your own words, kept with the sitting. Name a turn if you like, as in "turn 2". Enter skips.')


class DebriefScreen(Screen[None]):
    """`practice` is given straight after a talk, and then the prompts come first; a past sitting has none."""

    app = app_of(Shell)
    CSS_PATH = "../styles/debrief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "done", _("Done"), show=False),
        Binding("pageup", "scroll_unmarked(-1)", _("Back in the talk"), show=False),
        Binding("pagedown", "scroll_unmarked(1)", _("On in the talk"), show=False),
        Binding("a", "again", _("Practise again"), show=False),
        Binding("b", "turn_back", _("Back to a turn, and try it again"), show=False),
        Binding("i", "intend", _("An if-then plan for next time"), show=False),
        Binding("p", "plan", _("Their plan"), show=False),
        Binding("r", "replay", _("Walk through it again"), show=False),
        Binding("e", "export", _("Export it"), show=False),
    ]

    def __init__(self, debrief: "Debrief", sitting: "Sitting", practice: "Practice | None" = None) -> None:
        super().__init__()
        self._debrief = debrief
        self._sitting = sitting
        self._into = WritingInto(self.app.parts, sitting, practice)
        self._prompts = list(debrief.prompts[:HOW_MANY_PROMPTS]) if practice is not None and debrief.turns else []

    @property
    def _keys(self) -> tuple[tuple[str, str], ...]:
        if self._sitting.imported is None:
            return KEYS
        return tuple(each for each in KEYS if each[0] not in _ELSEWHERE)

    def compose(self) -> ComposeResult:
        yield Static(present.title(self._debrief), classes="title")
        with Vertical(id="ask"):
            yield Static(id="prompt")
            yield Draft(placeholder=PLACEHOLDER, id="answer")
            with VerticalScroll(id="unmarked", can_focus=False):
                yield from self._talk(marked=False)
        with ScrollableContainer(id="found"):
            with VerticalScroll(id="summary"):
                yield Static(id="summary-words")
                yield Static(present.further(self._debrief), classes="further -beside")
            with VerticalScroll(id="annotated"):
                yield Static(Content.styled(_("The talk again, with what was seen in it"), "bold"), classes="heading")
                yield from self._talk(marked=True)
                yield Static(present.further(self._debrief), classes="further -beneath")
        yield Static(id="message")
        yield KeyLine(self._keys)

    def _talk(self, *, marked: bool) -> ComposeResult:
        """Everything said, turn by turn; without marks while the trainee is still looking for themselves."""
        if self._debrief.opening:
            opening = Said(self._debrief.person, Content(visible(self._debrief.opening)), kind="person")
            opening.show(Content(visible(self._debrief.opening)), present.pinned(self._sitting.pins, 0))
            yield opening
        for one in self._debrief.annotated:
            said = Said(f"{helper_name(self._sitting.helper)} {one.turn}", Content(""), kind="you")
            said.show(*(present.turn(one, self._sitting.pins) if marked else present.unmarked(one)))
            yield said
            if one.answer:
                yield Said(self._debrief.person, Content(visible(one.answer)), kind="person")

    def on_mount(self) -> None:
        self._next_prompt()

    def _next_prompt(self) -> None:
        asking = bool(self._prompts)
        self.set_class(asking, "-asking")
        self.query_one(KeyLine).show_keys(KEYS_WHILE_ASKED if asking else self._keys)
        if asking:
            self.query_one("#prompt", Static).update(Content.styled(one_line(self._prompts[0]), "bold"))
            self.query_one(Draft).clear_for_next("")
            self.query_one(Draft).focus()
        else:
            self._show_summary()
            self.query_one("#summary").focus()

    @on(Draft.Sent)
    def answered(self, event: Draft.Sent) -> None:
        if event.text.strip() and not self._reflected(self._prompts[0], event.text):
            return
        del self._prompts[0]
        self._next_prompt()

    def _reflected(self, prompt: str, text: str) -> bool:
        """Whether the trainee's words are on disk; if not, they stay in the field."""
        turn = turn_named(text, self._debrief.turns)
        return self._written(lambda looking: looking.reflect(prompt, text, turn))

    def action_done(self) -> None:
        if self._prompts:
            self._prompts.clear()
            self._next_prompt()
        else:
            self.app.go_home()

    def action_scroll_unmarked(self, direction: int) -> None:
        unmarked = self.query_one("#unmarked", VerticalScroll)
        (unmarked.scroll_page_up if direction < 0 else unmarked.scroll_page_down)(animate=False)

    @work
    async def action_turn_back(self) -> None:
        """Back to a turn of this talk: it goes on from there, and this debrief can be had again."""
        if self._prompts or not self._sitting.turns:
            return
        if self._sitting.imported is not None:
            self.app.tell(only_looked_at(self._sitting))
            return
        there = await self.app.push_screen_wait(BackScreen(self._sitting))
        if there is not None and there.what == "compare":
            await self.app.push_screen_wait(CompareScreen(self._sitting, there.name))
        elif there is not None:
            self.app.go_back(self._sitting.started.sitting, there)

    @work
    async def action_intend(self) -> None:
        if self._prompts:
            return
        plan = await self.app.push_screen_wait(IntentionScreen(self._sitting.intention))
        if plan is not None and self._written(lambda looking: looking.intend(*plan)):
            self._show_summary()

    def action_replay(self) -> None:
        if not self._prompts:
            self.app.push_screen(ReplayScreen(self._into))

    def action_plan(self) -> None:
        if not self._prompts:
            self.app.push_screen(PlanScreen(self._into, self._changed))

    def _changed(self, sitting: "Sitting") -> None:
        self._sitting = sitting
        self._show_summary()

    def _written(self, act: "Callable[[LookingBack], None]") -> bool:
        """Whether it is on disk; if not, the trainee is told."""
        try:
            self._into.write(act)
        except AllycoachError as error:
            self.app.tell(error)
            return False
        self._sitting = self._into.sitting
        return True

    def _show_summary(self) -> None:
        self.query_one("#summary-words", Static).update(present.summary(self._debrief, self._sitting))

    def action_again(self) -> None:
        if self._sitting.imported is not None:
            self.app.tell(only_looked_at(self._sitting))
            return
        self.app.meet(self._sitting.started.scenario)

    def action_export(self) -> None:
        try:
            said = hand_over(self.app, self.app.parts.export_sitting(self._sitting.started.sitting))
        except AllycoachError as error:
            self.app.tell(error)
            return
        self.query_one("#message", Static).update(said)
