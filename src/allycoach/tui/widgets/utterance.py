"""One line of the talk: who, and their words; under a reply, its signs."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from allycoach.signs import one_line

NAME_WIDTH = 9


class Said(Horizontal):
    """`kind` is `person` or `you`; the words are content already, never markup."""

    def __init__(self, name: str, words: Content, *, kind: str) -> None:
        super().__init__(classes=f"said -{kind}")
        self._words = words
        self._under = Content("")
        self._speaker = Content(one_line(name)).truncate(NAME_WIDTH, ellipsis=True)

    def compose(self) -> ComposeResult:
        yield Static(self._speaker, classes="name")
        yield Static(self._whole, classes="words")

    @property
    def _whole(self) -> Content:
        return Content("\n").join([self._words, self._under]) if self._under else self._words

    def show(self, words: Content, under: Content) -> None:
        """Replace the words and the line of signs beneath them."""
        self._words, self._under = words, under
        if self.is_mounted:
            self.query_one(".words", Static).update(self._whole)
