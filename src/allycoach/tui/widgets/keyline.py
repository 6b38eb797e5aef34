"""The foot of each screen."""

from textual.content import Content
from textual.events import Resize

from allycoach.tui.present.keyline import Keys, keyline

from .steady import Steady


class KeyLine(Steady):
    """One line of keys, as many as fit."""

    def __init__(self, keys: Keys) -> None:
        super().__init__(Content(""), classes="keys")
        self._keys = keys

    def show_keys(self, keys: Keys) -> None:
        self._keys = keys
        self._fit()

    def on_resize(self, _event: Resize) -> None:
        self._fit()

    def _fit(self) -> None:
        self.show(keyline(self._keys, self.content_size.width))
