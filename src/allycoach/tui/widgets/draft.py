"""The multi-line draft: Enter sends it, marks underline parts of it while it grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from allycoach.catalogue import _
from allycoach.reading import Flag, Strength
from allycoach.signs import visible


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the draft, in code points, and whether it speaks strongly."""

    start: int
    end: int
    strong: bool = False


def marks_of(flags: Sequence[Flag]) -> tuple[Mark, ...]:
    return tuple(Mark(flag.start, flag.end, flag.strength == Strength.STRONG) for flag in flags)


def surviving(marks: Sequence[Mark], old: str, new: str) -> tuple[Mark, ...]:
    """The marks that an edit leaves alone: those before it stay, those after it move along, so that nothing flickers
    until the next reading."""
    same = min(len(old), len(new))
    head = next((i for i in range(same) if old[i] != new[i]), same)
    tail = next((i for i in range(same - head) if old[-1 - i] != new[-1 - i]), same - head)
    shift = len(new) - len(old)
    kept = [mark for mark in marks if mark.end <= head]
    kept += [
        Mark(mark.start + shift, mark.end + shift, mark.strong)
        for mark in marks
        if mark.start >= max(len(old) - tail, head)
    ]
    return tuple(kept)


NOT_OURS = frozenset({"f6", "f7", "pageup", "pagedown"})
"""Keys of a text area that mean something else here."""


class Draft(TextArea, inherit_bindings=False):
    """What the trainee is writing. Every printable key is a letter of it; Enter posts `Sent`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"draft--mark", "draft--strong"}

    # Keys of our own are not priority bindings: those run before letters that are still on their way to the draft.
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in TextArea.BINDINGS if isinstance(binding, Binding) and binding.key not in NOT_OURS),
        Binding("shift+enter,ctrl+j,alt+enter", "break_line", _("New line"), show=False),
    ]

    @dataclass
    class Sent(Message):
        """Enter was pressed on this text."""

        draft: "Draft"
        text: str

        @property
        def control(self) -> "Draft":
            return self.draft

    @dataclass
    class Number(Message):
        """A number was pressed while it stood for a phrase."""

        draft: "Draft"
        number: int

        @property
        def control(self) -> "Draft":
            return self.draft

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=placeholder,
            id=id,
        )
        self.cursor_blink = False
        self._marks: tuple[Mark, ...] = ()
        self._marked_text = ""
        self._numbers = ""
        self._untouched = ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def mark(self, marks: Sequence[Mark]) -> None:
        """Underline these spans of the text as it is now."""
        self._marks, self._marked_text = tuple(marks), self.text
        self._redraw()

    def text_changed(self) -> None:
        """Keep the marks that the last edit left alone. Call when the text has changed."""
        if self.text != self._marked_text:
            self.mark(surviving(self._marks, self._marked_text, self.text))

    def put(self, text: str, *, select: bool = False) -> None:
        """Replace the whole draft, undoably, with the cursor at its end or everything selected."""
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor(self.document.end)
        if select:
            self.select_all()

    def clear_for_next(self, text: str) -> None:
        """Begin the next draft with `text`; what was sent can no longer be undone into it."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def listen_for(self, numbers: str, untouched: str) -> None:
        """Let these number keys post `Number` for as long as the draft is exactly `untouched`."""
        self._numbers, self._untouched = numbers, untouched

    def on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Sent(self, self.text))
        elif event.character and event.character in self._numbers and self.text == self._untouched:
            event.stop()
            event.prevent_default()
            self.post_message(self.Number(self, int(event.character)))

    def _redraw(self) -> None:
        self.notify_style_update()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line with what cannot be seen made visible and its marks underlined."""
        raw = self.document.get_line(line_index)
        line = Text("\t".join(visible(part) for part in raw.split("\t")), end="", no_wrap=True)
        if self._marks:
            first = self._start_of(line_index)
            for mark in self._marks:
                style = self.get_component_rich_style("draft--strong" if mark.strong else "draft--mark", partial=True)
                line.stylize(style, max(mark.start - first, 0), max(mark.end - first, 0))
        return line

    def _start_of(self, line_index: int) -> int:
        """The offset of a line in `text`, in code points."""
        break_length = len(self.document.newline)
        return sum(len(line) + break_length for line in self.document.lines[:line_index])

    def action_break_line(self) -> None:
        start, end = self.selection
        self.replace("\n", start, end, maintain_selection_offset=False)
