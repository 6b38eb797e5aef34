"""Replay: scrub along a saved talk, play it at reading speed, jump to flags, pins and slips, write notes beside it."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from allycoach.catalogue import _
from allycoach.coaching.replay import Landmark, Replay, reading_seconds
from allycoach.conversation.tracker import Place, track
from allycoach.errors import AllycoachError
from allycoach.signs import one_line
from allycoach.tui.present import replay as present
from allycoach.tui.present.note import keys
from allycoach.tui.shell import Shell
from allycoach.tui.widgets.keyline import KeyLine
from allycoach.tui.writing_into import WritingInto

from .turning_back import BackScreen, CompareScreen

if TYPE_CHECKING:
    from allycoach.content.schema.model import ConversationModel

KEYS = (
    ("←→", _("turn")),
    ("f", _("next flag")),
    ("s", _("slip")),
    ("p", _("pin")),
    ("m", _("marks")),
    ("n", _("note")),
    ("space", _("play")),
    ("l", _("another model")),
    ("t", _("other tries")),
    (_("home end"), ""),
    ("esc", _("back")),
)


_NONE_AFTER: "dict[Landmark, str]" = {
    "flag": _("There is no flag after this turn."),
    "slip": _("There is no slip after this turn."),
    "pin": _("There is no pin after this turn."),
}
_NONE_BEFORE: "dict[Landmark, str]" = {
    "flag": _("There is no flag before this turn."),
    "slip": _("There is no slip before this turn."),
    "pin": _("There is no pin before this turn."),
}


class NoteScreen(ModalScreen[str]):
    """A note beside a turn; empty when the trainee leaves it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", _("Close"), show=False)]

    def __init__(self, turn: int) -> None:
        super().__init__()
        self._turn = turn

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            where = _("Beside turn {turn}").format(turn=self._turn) if self._turn else _("About the whole talk")
            yield Static(Content.styled(_("{where}: your note, kept with the sitting.").format(where=where), "bold"))
            yield Input()
            yield Static(keys(("enter", _("keep it")), ("esc", _("leave it"))), classes="foot")

    @on(Input.Submitted)
    def given(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_close(self) -> None:
        self.dismiss("")


class ReplayScreen(Screen[None]):
    """Only the turn at hand is drawn, so a long talk is as quick as a short one."""

    app = app_of(Shell)
    CSS_PATH = "../styles/replay.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,enter", "step(1)", _("On"), show=False),
        Binding("left,up", "step(-1)", _("Back"), show=False),
        Binding("pagedown", "step(10)", _("Ten on"), show=False),
        Binding("pageup", "step(-10)", _("Ten back"), show=False),
        Binding("home", "go(0)", _("To the opening"), show=False),
        Binding("end", "go(-1)", _("To the end"), show=False),
        Binding("f", "jump('flag', 1)", _("Next flag"), show=False),
        Binding("F", "jump('flag', -1)", _("Flag before"), show=False),
        Binding("s", "jump('slip', 1)", _("Next slip"), show=False),
        Binding("S", "jump('slip', -1)", _("Slip before"), show=False),
        Binding("p", "jump('pin', 1)", _("Next pin"), show=False),
        Binding("P", "jump('pin', -1)", _("Pin before"), show=False),
        Binding("m", "marks", _("Marks on or off"), show=False),
        Binding("n", "note", _("A note beside this turn"), show=False),
        Binding("l", "lens", _("Through another model"), show=False),
        Binding("t", "other_tries", _("Two attempts side by side"), show=False),
        Binding("space", "play", _("Play or stop"), show=False),
        Binding("escape", "leave", _("Back"), show=False),
    ]

    def __init__(self, into: WritingInto) -> None:
        super().__init__()
        self._into = into
        self.replay = Replay(into.sitting)
        self.at = 0
        self.marks = True
        self._lens: ConversationModel | None = None
        self._places: tuple[Place, ...] = ()
        self._playing: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="title", classes="title")
        yield Static(id="timeline")
        with VerticalScroll(id="moment", can_focus=False):
            yield Static(id="words")
        yield Static(id="message")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self, message: str = "") -> None:
        if not self.query("#timeline"):
            return
        self.query_one("#title", Static).update(present.title(self.replay, self.at))
        line = self.query_one("#timeline", Static)
        line.update(present.timeline(self.replay, self.at, line.content_size.width or self.size.width - 2))
        lens = None
        if self._lens is not None and 1 <= self.at <= len(self._places):
            lens = (self._lens, self._places[self.at - 1])
        self.query_one("#words", Static).update(present.moment(self.replay, self.at, marks=self.marks, lens=lens))
        self.query_one("#moment").scroll_home(animate=False)
        self.query_one("#message", Static).update(Content.styled(message or present.LEGEND, "$quiet"))

    # Along the talk

    def action_go(self, turn: int) -> None:
        self._stop()
        self._to(self.replay.last if turn < 0 else turn)

    def action_step(self, by: int) -> None:
        self._stop()
        self._to(self.at + by)

    def _to(self, turn: int) -> None:
        self.at = min(max(turn, 0), self.replay.last)
        self._show()

    def action_jump(self, kind: Landmark, way: int) -> None:
        self._stop()
        there = self.replay.next(kind, self.at) if way > 0 else self.replay.before(kind, self.at)
        if there is None:
            self._show(_NONE_AFTER[kind] if way > 0 else _NONE_BEFORE[kind])
        else:
            self._to(there)

    def action_play(self) -> None:
        """At reading speed, until it is stopped or the talk is over."""
        if self._playing is not None:
            self._stop()
            self._show(_("Stopped."))
        elif self.at < self.replay.last:
            self._wait_to_read()
            self._show(_("Playing at reading speed; space stops."))

    def _wait_to_read(self) -> None:
        self._playing = self.set_timer(self._seconds(), self._play_on)

    def _seconds(self) -> float:
        if not self.at:
            return reading_seconds(self.replay.sitting.opening.text if self.replay.sitting.opening else "")
        turn = self.replay.turn(self.at)
        return reading_seconds(f"{turn.reply.text} {turn.answer.text if turn.answer is not None else ''}")

    def _play_on(self) -> None:
        self._playing = None
        self._to(self.at + 1)
        if self.at < self.replay.last:
            self._wait_to_read()

    def _stop(self) -> None:
        if self._playing is not None:
            self._playing.stop()
            self._playing = None

    # What is shown beside it

    def action_marks(self) -> None:
        self.marks = not self.marks
        self._show(_("Marks on.") if self.marks else _("Marks off."))

    def action_lens(self) -> None:
        """The talk through the next model, and after the last through none."""
        models = sorted((self.app.library.models if self.app.library is not None else {}).values(), key=lambda m: m.id)
        ids = [model.id for model in models]
        now = ids.index(self._lens.id) if self._lens is not None and self._lens.id in ids else -1
        self._lens = models[now + 1] if now + 1 < len(models) else None
        places = tuple(track(self._lens, self.replay.sitting.utterances)) if self._lens is not None else ()
        self._places = places[1:] if self.replay.sitting.opening is not None else places
        self._show(
            _("Through {title}.").format(title=one_line(self._lens.title))
            if self._lens is not None
            else _("Through no model.")
        )

    @work
    async def action_note(self) -> None:
        self._stop()
        turn = self.at
        text = await self.app.push_screen_wait(NoteScreen(turn))
        if not text:
            return
        try:
            self._into.write(lambda looking: looking.write_note(turn, text))
        except AllycoachError as error:
            self.app.tell(error)
            return
        self.replay = Replay(self._into.sitting)
        self._show(_("Kept."))

    @work
    async def action_other_tries(self) -> None:
        """Two attempts side by side; this screen looks and changes nothing, so going elsewhere is not offered here."""
        sitting = self.replay.sitting
        if not sitting.branches:
            self._show(_("There is only this one way that the talk went."))
            return
        there = await self.app.push_screen_wait(BackScreen(sitting, compare_only=True))
        if there is not None:
            await self.app.push_screen_wait(CompareScreen(sitting, there.name))

    def action_leave(self) -> None:
        self._stop()
        self.app.pop_screen()
