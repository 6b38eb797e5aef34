"""Home: continue, the suggested next person and why, people, past sittings."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from allycoach.tui.present import home as present
from allycoach.tui.present.trouble import trouble
from allycoach.tui.shell import Shell
from allycoach.tui.suggestion import Suggestion, by_difficulty, suggest
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.content.schema.scenario import Scenario

KEYS = (
    ("enter", "open"),
    ("↑↓", "choose"),
    ("ctrl+q", "leave"),
    ("1-9", "a person"),
    ("f9", "light or dark"),
    ("ctrl+p", "all commands"),
    ("f1", "help"),
)

ROWS_AT_MOST = 20
"""Past sittings listed; older ones are in the folder and in `allycoach sessions`."""


class HomeScreen(Screen[None]):
    app = app_of(Shell)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"person({number})", "A person by number", show=False) for number in range(1, 10)
    ]

    def compose(self) -> ComposeResult:
        yield Static(present.heading("allycoach", "ask, don't tell"), classes="title")
        yield Static(present.greeting(self.app.parts.clock()), id="greeting")
        yield Static(Content.styled("Finding the people you can talk with…", "$quiet"), id="suggestion")
        yield OptionList(id="rows")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        for name in ("library", "past", "trouble"):
            self.watch(self.app, name, self.show_rows, init=False)

    def on_resize(self, _event: Resize) -> None:
        option = self.query_one("#rows", OptionList).highlighted_option
        self.show_rows()
        if option is not None:
            self._highlight(option.id)

    @property
    def people(self) -> "list[Scenario]":
        return by_difficulty(self.app.library.scenarios.values()) if self.app.library is not None else []

    def show_rows(self) -> None:
        """The rows as the library and the journal are now, the suggested one highlighted."""
        if self.app.library is None or self.app.past is None:
            if self.app.trouble is not None and self.app.reader_state == "warming":
                self.query_one("#suggestion", Static).update(trouble(self.app.trouble))
            return
        suggestion = suggest(self.people, self.app.past)
        self.query_one("#suggestion", Static).update(present.suggested(suggestion))
        rows = self.query_one("#rows", OptionList)
        rows.clear_options()
        rows.add_options(self._options(rows.scrollable_content_region.width - 2))
        self._highlight(_id_of(suggestion))

    def _highlight(self, option_id: str | None) -> None:
        rows = self.query_one("#rows", OptionList)
        ids = [option.id for option in rows.options]
        rows.highlighted = ids.index(option_id) if option_id in ids else rows.highlighted

    def _options(self, width: int) -> list[Option]:
        now, past = self.app.parts.clock(), self.app.past or ()
        known = {person.id for person in self.people}
        open_ones = [one for one in past if not one.over and one.scenario in known]
        over = [one for one in past if one.over][:ROWS_AT_MOST]
        options: list[Option] = []
        if open_ones:
            options += [_heading("Unfinished")]
            options += [Option(present.unfinished_row(o, now, width), f"go_on:{o.sitting}") for o in open_ones]
        options += [_heading("People", f"{len(self.people)} to talk with")]
        for number, one in enumerate(self.people, 1):
            options.append(Option(present.person_row(one, number, width), f"meet:{one.id}"))
        if over:
            options += [_heading("Past sittings", "open one to look back")]
            options += [Option(present.past_row(one, now, width), f"look_at:{one.sitting}") for one in over]
        if self.app.library is not None and self.app.library.failures:
            options.append(Option(present.unreadable(len(self.app.library.failures)), disabled=True))
        return options

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        what, _, name = (event.option.id or "").partition(":")
        actions = {"go_on": self.app.go_on, "meet": self.app.meet, "look_at": self.app.look_at}
        if what in actions:
            actions[what](name)

    def action_person(self, number: int) -> None:
        if number <= len(self.people):
            self.app.meet(self.people[number - 1].id)


def _heading(words: str, aside: str = "") -> Option:
    return Option(Content("\n") + present.heading(words, aside), disabled=True)


def _id_of(suggestion: Suggestion | None) -> str | None:
    if suggestion is None:
        return None
    return f"go_on:{suggestion.sitting}" if suggestion.sitting else f"meet:{suggestion.scenario}"
