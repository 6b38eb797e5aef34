"""Words that change often, on a screen that is not laid out anew each time."""

from textual.content import Content
from textual.widgets import Static


class Steady(Static):
    """Shows Content. What is shown already is not painted again, and the screen is laid out anew, which costs more than anything
    else that happens while somebody types, only when this may have grown or shrunk."""

    def show(self, words: Content) -> None:
        shown = self.content
        if not isinstance(shown, Content):
            self.update(words)
        elif not shown.is_same(words):
            self.update(words, layout=self.styles.auto_dimensions and self._may_grow(shown, words))

    def _may_grow(self, shown: Content, words: Content) -> bool:
        """Words as long as those before them wrap elsewhere; only in a line of a fixed height are they as large."""
        height = self.styles.height
        return height is None or height.is_auto or shown.cell_length != words.cell_length
