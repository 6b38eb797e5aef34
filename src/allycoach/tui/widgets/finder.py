"""A line to type into that finds rows of a list below it: letters go into the line, arrows move in the list."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, OptionList

from allycoach.catalogue import _


class Finder(Input):
    """`list_id` is the list's own. Posts `Looked` when what is typed changes, `Closed` on Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('cursor_up')", show=False),
        Binding("down", "list('cursor_down')", show=False),
        Binding("pageup", "list('page_up')", show=False),
        Binding("pagedown", "list('page_down')", show=False),
        Binding("escape", "close", _("Close"), show=False),
    ]

    @dataclass
    class Looked(Message):
        typed: str

    class Closed(Message):
        pass

    def __init__(self, list_id: str, *, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, id="finder")
        self._list_id = list_id

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Looked(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_list("select")

    def action_list(self, what: str) -> None:
        rows = self.screen.query_one(f"#{self._list_id}", OptionList)
        {
            "cursor_up": rows.action_cursor_up,
            "cursor_down": rows.action_cursor_down,
            "page_up": rows.action_page_up,
            "page_down": rows.action_page_down,
            "select": rows.action_select,
        }[what]()

    def action_close(self) -> None:
        self.post_message(self.Closed())
