"""The wall: what was said, the lines that the room proposes with their hands, and one field to type in."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from allycoach.catalogue import _
from allycoach.conversation.events import MOST_LINES
from allycoach.errors import AllycoachError
from allycoach.signs import one_line
from allycoach.tui.messages import ReplyRead
from allycoach.tui.present import room as present
from allycoach.tui.present.room_keys import foot
from allycoach.tui.present.trouble import unforeseen
from allycoach.tui.room_field import RoomField
from allycoach.tui.shell import Keeping, RoomShell, when_reader_comes
from allycoach.tui.widgets.draft import Draft
from allycoach.tui.widgets.keyline import KeyLine

from .dialogs import LeaveScreen, Leaving
from .room_ways import RoomWaysScreen

if TYPE_CHECKING:
    from allycoach.practice.room import Room

LETTERS = "abcd"[:MOST_LINES]
MOST_OF_IT = 0.5
"""The part of the wall that proposals may take; room.tcss says the same."""

KEEP_EVERY = 5.0
"""Seconds after a hand is counted in which it goes to disk."""

WHILE_WRITING = frozenset({"pause", "read_on"})
"""What a key still does while the field is open: every letter belongs to it then."""


class RoomScreen(Keeping):
    app = app_of(RoomShell)
    CSS_PATH = "../styles/room.tcss"
    AUTO_FOCUS = ""
    # Priority, so that a letter right after the key that opens the field is already a letter of the line.
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(letter, f"hand({at}, 1)", _("One hand"), show=False, priority=True)
            for at, letter in enumerate(LETTERS)
        ),
        *(
            Binding(letter.upper(), f"hand({at}, -1)", _("One hand less"), show=False, priority=True)
            for at, letter in enumerate(LETTERS)
        ),
        Binding("enter", "next", _("The next thing"), show=False, priority=True),
        Binding("n", "write_line", _("A new line"), show=False, priority=True),
        Binding("v", "write_hands", _("Type the hands"), show=False, priority=True),
        Binding("e", "write_words", _("Change a line"), show=False, priority=True),
        Binding("x,delete", "remove", _("Remove a line"), show=False, priority=True),
        Binding("up", "point(-1)", _("The line before"), show=False, priority=True),
        Binding("down", "point(1)", _("The line after"), show=False, priority=True),
        Binding("m", "marks", _("Marks"), show=False, priority=True),
        Binding("backspace", "step_back", _("Step back"), show=False, priority=True),
        Binding("s", "ways", _("Side by side"), show=False, priority=True),
        Binding("f", "finish", _("Look back together"), show=False, priority=True),
        Binding("escape", "pause", _("Pause"), show=False),
        Binding("pageup", "read_on(-1)", _("Back"), show=False),
        Binding("pagedown", "read_on(1)", _("On"), show=False),
    ]

    def __init__(self, room: "Room") -> None:
        super().__init__()
        self.room = room
        self.marks = False
        self._field: RoomField | None = None
        self._line = room.practice.sitting.draft
        self._pointed: int | None = None
        self._going: int | None = None
        self._said = ""
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(Content.styled(one_line(self.room.practice.scenario.title), "bold"), id="title")
            yield Static(id="status")
        with VerticalScroll(id="scene", can_focus=False):
            yield Static(id="said")
        with VerticalScroll(id="lines", can_focus=False):
            yield Static(id="proposed")
        with Vertical(id="asking"):
            yield Static(id="asked")
            yield Draft(id="entry")
        yield Static(id="message")
        yield KeyLine(foot(self.room))

    def on_mount(self) -> None:
        self.set_focus(None)
        when_reader_comes(self, self._reader_changed)
        self.watch(self.query_one("#scene"), "show_vertical_scrollbar", self._show_keys, init=False)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        return (self._field is None and self._going is None) or action in WHILE_WRITING

    # What is on the wall

    @property
    def entry(self) -> Draft:
        return self.query_one("#entry", Draft)

    @property
    def pointed(self) -> int | None:
        """The line that Enter plays: the one pointed at, else the one with most hands; None while lines are level."""
        if self._pointed is not None and self._pointed < len(self.room.ballot.lines):
            return self._pointed
        return self.room.ballot.first(self.room.played)

    def on_resize(self, _event: Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.query("#message"):
            return
        self.query_one("#status", Static).update(present.status(self.room))
        self._show_lines()
        self._show_scene()
        self._show_message()
        self._show_keys()

    def _show_scene(self) -> None:
        """The person's words are in sight, whatever stands before them."""
        box, said = self.query_one("#scene", VerticalScroll), self.query_one("#said", Static)
        shown = present.scene(self.room, marks=self.marks)
        said.update(shown.whole)
        self.call_after_refresh(box.scroll_to, y=shown.above(said.content_size.width), animate=False)

    def _show_lines(self) -> None:
        box = self.query_one("#lines", VerticalScroll)
        box.display = bool(self.room.ballot.lines)
        shown = present.lines(self.room, self.pointed, max(self.size.width - 5, 40))
        rows = sum(len(one.split("\n", allow_blank=True)) for one in shown)
        gap = "\n\n" if rows + len(shown) <= self.size.height * MOST_OF_IT else "\n"
        self.query_one("#proposed", Static).update(Content(gap).join(shown))
        if self.pointed is not None:
            above = sum(len(one.split("\n", allow_blank=True)) + len(gap) - 1 for one in shown[: self.pointed])
            self.call_after_refresh(box.scroll_to, y=above, animate=False)

    def _show_message(self) -> None:
        words = Content.styled(self._said, "bold")
        if not self._said and self._field is None:
            words = present.what_now(self.room, self.pointed, self.app.reader_state == "ready")
        self.query_one("#message", Static).update(words)

    def _show_keys(self) -> None:
        if self.query(KeyLine):
            longer = self.query_one("#scene").show_vertical_scrollbar
            self.query_one(KeyLine).show_keys(foot(self.room, writing=self._field is not None, longer=longer))

    def say(self, words: str) -> None:
        """One sentence under the lines, until the next key that changes something."""
        self._said = words
        self._show_message()

    def _changed(self, said: str = "") -> None:
        self._said = said
        self._show()

    # The field

    def _open(self, field: RoomField) -> None:
        self._field = field
        self.set_class(True, "-writing")
        self.query_one("#asked", Static).update(field.heading)
        self.entry.clear_for_next(field.text)
        self.set_focus(self.entry)
        self._show()

    def _close(self) -> None:
        self._field = None
        self.set_class(False, "-writing")
        self.set_focus(None)
        self.entry.clear_for_next("")
        self._changed()

    def action_write_line(self) -> None:
        if self.room.over:
            self.say(_("The talk is over. Backspace steps back, f looks back together."))
        elif self.room.ballot.full:
            self.say(_("There are {n} lines. x removes one, e changes one.").format(n=MOST_LINES))
        else:
            self._open(RoomField.for_line(self.room, self._line))

    def action_write_words(self) -> None:
        if self.pointed is None:
            self.say(_("Choose a line with ↑↓ first.") if self.room.ballot.lines else _("There is no line yet."))
        else:
            self._open(RoomField.for_words(self.room, self.pointed))

    def action_write_hands(self) -> None:
        if self.room.ballot.lines:
            self._open(RoomField.for_hands(self.room))
        else:
            self.say(_("There is no line yet to count hands for."))

    @on(Draft.Sent)
    def entered(self, event: Draft.Sent) -> None:
        field = self._field
        if field is None:
            return
        try:
            more = field.take(self.room, event.text)
        except ValueError as error:
            self.say(_("Not kept: {error}.").format(error=error))
            return
        except AllycoachError as error:
            self.app.tell(error)
            return
        if field.what == "line":
            self._line = ""
        self._pointed = None
        if more:
            self._open(RoomField.for_line(self.room, ""))
        else:
            self._close()

    # Lines and hands

    def action_hand(self, at: int, by: int) -> None:
        if at >= len(self.room.ballot.lines):
            self.say(_("There is no line {letter}.").format(letter=LETTERS[at].upper()))
            return
        self.room.hand(at, by)
        self._pointed = None
        self._changed()
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_EVERY, self._keep_hands)

    def _keep_hands(self) -> None:
        self._keeping = None
        try:
            self.room.keep()
        except AllycoachError:
            self.say(_("The hands could not be kept on disk just now. They are still here."))

    def action_point(self, by: int) -> None:
        lines = len(self.room.ballot.lines)
        if lines:
            first = 0 if by > 0 else lines - 1
            self._pointed = first if self.pointed is None else (self.pointed + by) % lines
            self._changed()

    def action_remove(self) -> None:
        at = self.pointed
        if at is None:
            self.say(_("Choose a line with ↑↓ first.") if self.room.ballot.lines else _("There is no line yet."))
        elif self.app.saved(lambda: self.room.remove(at)):
            self._pointed = None
            self._changed(_("Removed."))

    # Playing

    def action_next(self) -> None:
        if self.room.over:
            self.action_finish()
        elif not self.room.ballot.lines:
            self.action_write_line()
        elif self.pointed is None:
            self.say(present.undecided(self.room))
        else:
            self._play(self.pointed)

    def _play(self, at: int) -> None:
        if self.app.reader_state == "absent":
            self._tell_no_reader()
            return
        self._going = at
        if self.app.reader_state == "ready":
            self._read(at)
        else:
            self.say(_("A moment: {trouble}. Escape takes it back.").format(trouble=present.READY))

    @work(thread=True, exclusive=True, group="sending", exit_on_error=False)
    def _read(self, at: int) -> None:
        self.post_message(ReplyRead(self.room.turn, self.room.read(at)))

    @on(ReplyRead)
    def line_read(self, event: ReplyRead) -> None:
        at, self._going = self._going, None
        if at is None or event.turn != self.room.turn:
            return
        try:
            self.room.play(at, event.reading)
        except AllycoachError as error:
            self.app.tell(error)
        self.marks, self._pointed = False, None
        self._changed()

    def _reader_changed(self) -> None:
        if self.app.reader_state == "absent":
            self._going = None
            self._tell_no_reader()
        elif self._going is not None:
            self._read(self._going)
        self._show()

    def _tell_no_reader(self) -> None:
        if self.app.trouble is not None:
            self.app.tell(self.app.trouble)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state == WorkerState.ERROR:
            self._going = None
            self._show()
            self.app.tell(unforeseen(event.worker.error))

    # Looking at it

    def action_marks(self) -> None:
        if not self.room.practice.sitting.turns:
            self.say(_("Nothing was said yet that could be marked."))
            return
        self.marks = not self.marks
        self._changed()

    def action_step_back(self) -> None:
        if self.room.turn == 1:
            self.say(_("This is the beginning. There is nothing to step back from."))
        elif self.app.saved(self.room.step_back):
            self.marks, self._pointed = False, None
            self._changed()

    @work
    async def action_ways(self) -> None:
        if not self.room.ways:
            self.say(_("There is no other way yet. Backspace steps back; then play another line."))
            return
        way = await self.app.push_screen_wait(RoomWaysScreen(self.room, marks=self.marks))
        if way is not None and self.app.saved(lambda: self.room.take(way)):
            self.marks, self._pointed = False, None
            self._changed(_("The room is on the other way now; the one before is kept too."))

    def action_finish(self) -> None:
        self.app.look_back_together(self.room)

    def action_read_on(self, direction: int) -> None:
        scene = self.query_one("#scene", VerticalScroll)
        (scene.scroll_page_up if direction < 0 else scene.scroll_page_down)(animate=False)

    def action_pause(self) -> None:
        """Close the innermost open thing; with nothing open, offer to leave."""
        if self._going is not None:
            self._going = None
            self._changed(_("Taken back; not played."))
        elif self._field is not None:
            if self._field.what == "line":
                self._line = self.entry.text
            self._close()
        else:
            self._ask_whether_to_leave()

    @work
    async def _ask_whether_to_leave(self) -> None:
        leaving: Leaving = await self.app.push_screen_wait(LeaveScreen())
        if leaving == "finish":
            self.action_finish()
        elif leaving == "pause":
            self.app.another_room()

    # Keeping

    async def settled(self) -> None:
        reached = asyncio.Event()
        self.entry.call_later(reached.set)
        await reached.wait()

    def keep(self) -> bool:
        if self._field is not None and self._field.what == "line":
            self._line = self.entry.text
        return self.app.saved(self._keep_all)

    def _keep_all(self) -> None:
        self.room.keep()
        if not self.room.over:
            self.room.practice.keep_draft(self._line)
