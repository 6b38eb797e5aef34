"""One line of the talk: who, and their words; under a reply, its signs."""

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from allycoach.signs import one_line

NAME_WIDTH = 9
COLUMN = NAME_WIDTH + 1


class Beside(Visual):
    """A name, and words in a column beside it. One visual and not two widgets in a third, as a talk has hundreds of them, and
    each is placed anew with every answer."""

    def __init__(self, name: str, name_style: str, words: Content) -> None:
        self._name = Content(one_line(name)).truncate(NAME_WIDTH, ellipsis=True, pad=True).plain + " "
        self._name_style = name_style
        self._words = words

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        name = Segment(self._name, (style + options.get_style(self._name_style)).rich_style)
        blank = Segment(" " * COLUMN, style.rich_style)
        lines = self._words.render_strips(width - COLUMN, height, style, options)
        return [Strip([blank if number else name, *line]) for number, line in enumerate(lines)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return COLUMN + self._words.get_optimal_width(rules, container_width - COLUMN)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return max(self._words.get_height(rules, width - COLUMN), 1)


class Said(Static):
    """`kind` is `person` or `you`; the words are content already, never markup."""

    def __init__(self, name: str, words: Content, *, kind: str) -> None:
        super().__init__(classes=f"said -{kind}")
        self._speaker = (name, "bold $person" if kind == "person" else "$you")
        self.show(words, Content(""))

    @property
    def text(self) -> str:
        """The words, and the signs beneath them."""
        return self._whole.plain

    def show(self, words: Content, under: Content) -> None:
        """Replace the words and the line of signs beneath them."""
        self._whole = Content("\n").join([words, under]) if under else words
        self.update(Beside(*self._speaker, self._whole))

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What has been marked with the mouse, as it was said and not as it is wrapped."""
        return selection.extract(self.text), "\n"
