"""The way of a reply from the draft into the log: read while it is written, read once more when it goes, then sent.

Nothing is lost on the way: words leave the draft only when they are on disk, and letters typed after Enter stay in it.
"""

import asyncio
import gc
from typing import TYPE_CHECKING

from textual import on, work
from textual.getters import app as app_of
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.reading import Reading
from allycoach.tui.messages import DraftRead, ReplyRead
from allycoach.tui.outgoing import Outgoing
from allycoach.tui.present.trouble import unforeseen
from allycoach.tui.shell import Shell, Talking, when_reader_comes
from allycoach.tui.widgets.draft import Draft, marks_of

if TYPE_CHECKING:
    from allycoach.practice.practice import Exchange, Practice


KEEP_EVERY = 5.0
"""Seconds of writing after which an unsent draft is kept."""

SEARCHED_AFTER = 0.1
"""Seconds after an answer in which what a screen leaves behind is searched for garbage, some 30 ms: nobody types while an answer
has just come. Otherwise Python does it when it likes, mostly on the way from a reply to its answer."""


class SendingScreen(Talking):
    """A screen with a draft. What comes of a reply is left to `answered`, what to say under it to `show_legend`."""

    app = app_of(Shell)

    def __init__(self, practice: "Practice") -> None:
        super().__init__()
        self.practice = practice
        self.outgoing: Outgoing | None = None
        self.draft_reading: DraftRead | None = None
        self.said = ""
        self._pause: Timer | None = None
        self._keeping: Timer | None = None

    def answered(self, exchange: "Exchange") -> None:
        """Show a reply that has gone, and its answer."""
        raise NotImplementedError

    def show_legend(self) -> None:
        """Show under the draft what matters now."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.draft.put(self.practice.sitting.draft)
        self.draft.focus()
        when_reader_comes(self, self._reader_changed)

    @property
    def draft(self) -> Draft:
        return self.query_one("#draft", Draft)

    @property
    def over(self) -> bool:
        return self.practice.phase == "over"

    @property
    def turn(self) -> int:
        """The number of the reply being written."""
        return len(self.practice.sitting.turns) + 1

    def say(self, words: str) -> None:
        """Something short in the legend's place, until the draft changes."""
        self.said = words
        self.show_legend()

    # The draft and its marks

    @on(Draft.Changed, "#draft")
    def draft_changed(self) -> None:
        self.draft.text_changed()
        if self.draft.text:
            self.said = ""
        if self.outgoing is not None and self.outgoing.from_draft and self.app.reader_state == "warming":
            self.outgoing = None
            self.said = _("Not sent: you went on writing. Enter sends it.")
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(self.app.reading_delay, self.read_draft)
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_EVERY, self._keep_now_and_then)
        self.show_legend()

    def _keep_now_and_then(self) -> None:
        """The draft goes to disk while it is written, so that not even a power cut takes more than some seconds of it."""
        self._keeping = None
        if self.over:
            return
        try:
            self.practice.keep_draft(self.draft.text)
        except AllycoachError:
            self.say(_("Your draft could not be kept on disk just now. It is still here."))

    def read_draft(self) -> None:
        """Read the draft for its marks, where the mode shows any."""
        if self.app.reader_state == "ready" and self.practice.sitting.mode == "coach" and not self.over:
            self._read(self.draft.text, self.turn)

    @work(thread=True, exclusive=True, group="reading", exit_on_error=False)
    def _read(self, text: str, turn: int) -> None:
        self.post_message(DraftRead(turn, self.practice.read(text)))

    @on(DraftRead)
    def draft_read(self, event: DraftRead) -> None:
        if event.reading.text != self.draft.text or event.turn != self.turn:
            return
        self.draft_reading = event
        self.draft.mark(marks_of(event.reading.flags))
        self.show_legend()

    # Sending

    def send(self, outgoing: Outgoing) -> None:
        """Send a reply as soon as it has been read; the draft keeps it until then."""
        if self.outgoing is not None or self.over:
            return
        if self.app.reader_state == "absent":
            self._tell_no_reader()
            return
        self.outgoing, self.said = outgoing, ""
        self.show_legend()
        done = self.draft_reading
        if done is not None and done.turn == self.turn and done.reading.text == outgoing.text:
            self._deliver(done.reading)
        elif self.app.reader_state == "ready":
            self._read_reply(outgoing.text, self.turn)

    def take_back(self) -> None:
        """Do not send what is on its way."""
        self.outgoing = None
        self.say(_("Taken back; not sent."))

    @work(thread=True, exclusive=True, group="sending", exit_on_error=False)
    def _read_reply(self, text: str, turn: int) -> None:
        self.post_message(ReplyRead(turn, self.practice.read(text)))

    @on(ReplyRead)
    def reply_read(self, event: ReplyRead) -> None:
        if self.outgoing is not None and self.outgoing.text == event.reading.text and event.turn == self.turn:
            self._deliver(event.reading)

    def _deliver(self, reading: Reading) -> None:
        outgoing, self.outgoing = self.outgoing, None
        rest = outgoing.rest_of(self.draft.text) if outgoing is not None else None
        if outgoing is None or rest is None:
            self.say(_("Not sent: you changed it. Enter sends it as it is now."))
            return
        before = self.turn
        try:
            exchange = self.practice.send(outgoing.text, reading)
        except AllycoachError as error:
            self._not_answered(error, outgoing, rest if self.turn > before else None)
            return
        self._next_draft(outgoing, rest)
        self.answered(exchange)
        self.set_timer(SEARCHED_AFTER, gc.collect)

    def _next_draft(self, outgoing: Outgoing, rest: str) -> None:
        if outgoing.from_draft:
            self.draft.mark(())
            self.draft.clear_for_next(rest)
        self.draft_reading = None

    def _not_answered(self, error: AllycoachError, outgoing: Outgoing, rest: str | None) -> None:
        """`rest` is None when not even the reply was saved: then its words stay in the draft."""
        if rest is not None:
            self._next_draft(outgoing, rest)
        self.show_legend()
        self.app.tell(error)

    def _reader_changed(self) -> None:
        if self.app.reader_state == "absent":
            self.outgoing = None
            self._tell_no_reader()
        elif self.outgoing is not None:
            self._read_reply(self.outgoing.text, self.turn)
        else:
            self.read_draft()
        self.show_legend()

    def _tell_no_reader(self) -> None:
        if self.app.trouble is not None:
            self.app.tell(self.app.trouble)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A reading that failed leaves the words where they are. Only one that was to be sent interrupts."""
        if event.state != WorkerState.ERROR:
            return
        if event.worker.group == "reading":
            self.say(_("These words could not be read for marks. You can go on."))
        else:
            self.outgoing = None
            self.show_legend()
            self.app.tell(unforeseen(event.worker.error))

    # Keeping

    async def settled(self) -> None:
        reached = asyncio.Event()
        self.draft.call_later(reached.set)
        await reached.wait()

    def keep(self) -> bool:
        return self.over or self.app.saved(lambda: self.practice.keep_draft(self.draft.text))
