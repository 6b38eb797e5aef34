"""The conversation, oldest first, with the coach's block at its end."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from allycoach.catalogue import _
from allycoach.signs import visible
from allycoach.tui.present import talk as present

from .steady import Steady
from .utterance import Said

if TYPE_CHECKING:
    from allycoach.conversation.events import PersonSpoke, ReplySent
    from allycoach.conversation.sitting import Sitting


BLOCK_EDGE = 3
"""Cells that the edge and padding of the coach's block take."""

BLOCK_AT_MOST = 90


class Talk(VerticalScroll):
    """Follows the talk to its end unless the trainee has scrolled back."""

    can_focus = False

    def __init__(self, person: str) -> None:
        super().__init__(id="talk")
        self._person = person
        self._replies: list[tuple[ReplySent, Said]] = []

    def compose(self) -> ComposeResult:
        yield Steady(id="coach")

    def on_mount(self) -> None:
        self.anchor()

    def show_all(self, sitting: "Sitting") -> None:
        """Everything said so far."""
        if sitting.opening is not None:
            self.person_says(sitting.opening)
        for turn in sitting.turns:
            self.reply_sent(turn.reply, sitting)
            if turn.answer is not None:
                self.person_says(turn.answer)

    async def start_again(self, sitting: "Sitting") -> None:
        """Everything said so far, in place of what was shown: the talk has gone back, or on elsewhere."""
        self._replies.clear()
        await self.query(Said).remove()
        self.show_all(sitting)

    def reply_sent(self, sent: "ReplySent", sitting: "Sitting") -> None:
        said = Said(_("You"), Content(""), kind="you")
        said.show(*present.reply(sent, sitting))
        self._replies.append((sent, said))
        self._add(said)

    def person_says(self, spoke: "PersonSpoke") -> None:
        self._add(Said(self._person, Content(visible(spoke.text)), kind="person"))

    def _add(self, said: Said) -> None:
        self.mount(said, before="#coach")
        self.anchor()

    def mark_again(self, sitting: "Sitting") -> None:
        """Show the signs anew, after the mode changed or a flag was set aside."""
        for sent, said in self._replies:
            said.show(*present.reply(sent, sitting))

    @property
    def block_width(self) -> int:
        """The cells a line of the coach's block has."""
        return min(self.scrollable_content_region.width - BLOCK_EDGE, BLOCK_AT_MOST)

    def coach_says(self, words: Content) -> None:
        """The coach's block; empty words take it away."""
        block = self.query_one("#coach", Steady)
        block.show(words)
        block.display = bool(words)
        self.anchor()
