"""Home: the next practice and why, drills, cards and progress, people, past sittings. `/` finds any of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize, ScreenResume
from textual.getters import app as app_of
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from allycoach.catalogue import _
from allycoach.tui import finding
from allycoach.tui.present import home as present
from allycoach.tui.present.trouble import trouble
from allycoach.tui.remembering import Remembering
from allycoach.tui.widgets.finder import Finder
from allycoach.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from allycoach.coaching.reminders import Reminder
    from allycoach.content.library import Library
    from allycoach.content.schema.scenario import Scenario

KEYS = (
    ("enter", _("open")),
    ("↑↓", _("choose")),
    ("/", _("find")),
    ("ctrl+q", _("leave")),
    ("1-9", _("a person")),
    ("f9", _("light or dark")),
    ("ctrl+p", _("all commands")),
    ("f1", _("help")),
)
KEYS_WHILE_FINDING = (("enter", _("open")), ("↑↓", _("choose")), ("esc", _("show everything again")), ("f1", _("help")))

A_FEW = 5
"""Unfinished and past sittings listed here; `a` shows all."""

FOUND_AT_MOST = 50

NEXT = "next"
"""The option of the next practice, while it is not known and after."""


class HomeScreen(Screen[None]):
    app = app_of(Remembering)
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"person({number})", _("A person by number"), show=False) for number in range(1, 10)),
        Binding("d", "open('drills')", _("Drills"), show=False),
        Binding("c", "open('cards')", _("Cards"), show=False),
        Binding("p", "open('progress')", _("Progress"), show=False),
        Binding("a", "open('past')", _("All past sittings"), show=False),
        Binding("y", "answer('yes')", _("Yes"), show=False),
        Binding("n", "answer('no')", _("No"), show=False),
        Binding("l", "answer('later')", _("Later"), show=False),
        Binding("slash", "find", _("Find"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._wanted = finding.Wanted("")
        self._asked_later = False
        self._asked = False
        self._next = ""

    def compose(self) -> ComposeResult:
        yield Static(present.heading("allycoach", _("ask, don't tell")), classes="title")
        yield Static(present.greeting(self.app.parts.clock()), id="greeting")
        yield Static(Content.styled(_("Finding the people you can talk with…"), "$quiet"), id="suggestion")
        yield Finder("rows", placeholder=_("A name, a drill, a day, unfinished…"))
        yield OptionList(id="rows", markup=False)
        yield Static(id="reminder")
        yield KeyLine(KEYS)

    def on_mount(self) -> None:
        self.query_one("#rows").focus()
        for name in ("library", "past", "trouble", "facts", "rounds"):
            self.watch(self.app, name, self.show_rows, init=False)
        self.watch(self.app, "intention", self.show_question, init=False)
        self.watch(self.app, "reckoned", self._show_next, init=False)

    def on_resize(self, _event: Resize) -> None:
        self.show_rows()

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """While another screen was over this one, its rows were left as they were."""
        self.show_rows()
        self.show_question()

    @property
    def people(self) -> "list[Scenario]":
        from allycoach.coaching.proposal import by_difficulty

        return by_difficulty(self.app.library.scenarios.values()) if self.app.library is not None else []

    # What is on screen

    def show_question(self) -> None:
        """The one thing that is asked here: about the last if-then plan, else a reminder that is due, else nothing."""
        about = present.greeting(self.app.parts.clock())
        plan = self.app.intention if not self._asked_later else None
        if plan is not None:
            self._asked = True
            about = about + "\n" + present.recalled(plan)
        self.query_one("#greeting", Static).update(about)
        due = self._reminder()
        self.query_one("#reminder", Static).update(present.reminded(due) if due is not None else Content(""))
        self.query_one("#reminder").display = due is not None

    def _reminder(self) -> "Reminder | None":
        """One that is due, unless something has been asked since the start: nobody is asked twice in a row."""
        return None if self._asked else self.app.due_reminder()

    def show_rows(self) -> None:
        """The rows as all that is known makes them, the same one highlighted as before; at first the next practice."""
        status = self.query_one("#suggestion", Static)
        if self.app.library is None or self.app.past is None:
            if self.app.trouble is not None and self.app.reader_state == "warming":
                status.update(trouble(self.app.trouble))
            return
        if not self.is_current:
            return
        status.update(present.nobody() if not self.people else "")
        status.display = not self.people
        rows = self.query_one("#rows", OptionList)
        before, scrolled = rows.highlighted_option, rows.scroll_offset
        rows.clear_options()
        width = rows.scrollable_content_region.width - 2
        rows.add_options(self._found(self.app.library, width) if self._wanted else self._all(self.app.library, width))
        self._highlight(before.id if before is not None else None)
        rows.scroll_to(y=scrolled.y, animate=False, force=True)
        self.show_question()

    def _highlight(self, option_id: str | None) -> None:
        rows = self.query_one("#rows", OptionList)
        ids = [option.id for option in rows.options]
        if option_id is not None and option_id in ids:
            rows.highlighted = ids.index(option_id)
        else:
            rows.highlighted = next((n for n, option in enumerate(rows.options) if not option.disabled), None)

    def _show_next(self) -> None:
        """Only the line that says how far the reading has got: nothing else moves."""
        rows = self.query_one("#rows", OptionList)
        if self.is_current and self.app.facts is None and any(option.id == NEXT for option in rows.options):
            rows.replace_option_prompt(NEXT, present.waiting(*self.app.reckoned))

    def _all(self, shelf: "Library", width: int) -> Iterator[Option]:
        now, past = self.app.parts.clock(), self.app.past or ()
        if self.people:
            yield _heading(_("Next"))
            yield self._next_option(shelf, width)
            yield _heading(_("Also here"))
        yield from self._ways(shelf, width)
        known = {person.id for person in self.people}
        open_ones = [one for one in past if not one.over and one.scenario in known and one.sitting not in self._next]
        if open_ones:
            yield _heading(_("Unfinished"), _("the newest {n}").format(n=A_FEW) if len(open_ones) > A_FEW else "")
            for one in open_ones[:A_FEW]:
                yield Option(present.unfinished_row(one, now, width), f"go_on:{one.sitting}")
        yield _heading(_("People"), _("{count} to talk with, the easiest first").format(count=len(self.people)))
        for number, who in enumerate(self.people, 1):
            yield Option(present.person_row(who, number, width), f"meet:{who.id}")
        over = [one for one in past if one.over][:A_FEW]
        if over:
            yield _heading(_("Past sittings"), _("the newest; a shows all"))
            for one in over:
                yield Option(present.past_row(one, now, width), f"look_at:{one.sitting}")
        if shelf.failures:
            yield Option(present.unreadable(len(shelf.failures)), disabled=True)

    def _next_option(self, shelf: "Library", width: int) -> Option:
        proposal = self.app.proposal()
        if proposal is None or proposal == "wait":
            self._next = ""
            return Option(present.waiting(*self.app.reckoned), NEXT)
        verb = {"scenario": "meet", "drill": "drill", "sitting": "go_on"}[proposal.what]
        self._next = f"{verb}:{proposal.id}"
        left = next((one for one in self.app.past or () if one.sitting == proposal.id), None)
        return Option(present.next_row(proposal, shelf, left, self.app.parts.clock(), width), NEXT)

    def _ways(self, shelf: "Library", width: int) -> Iterator[Option]:
        minutes = sorted({drill.minutes for drill in shelf.drills.values()})
        drills = (
            _("{count}, {least} to {most} minutes each").format(
                count=len(shelf.drills), least=minutes[0], most=minutes[-1]
            )
            if minutes
            else _("none")
        )
        past = present.sittings(len(self.app.past or ()))
        about = {
            "drills": ("d", _("Drills"), drills),
            "cards": ("c", _("Cards"), present.due_cards(len(self.app.due_cards()))),
            "progress": ("p", _("Progress"), _("what you have practised, over time")),
            "past": ("a", _("Past sittings"), past if self.app.past_whole else _("newest first")),
        }
        for name, (key, words, aside) in about.items():
            yield Option(present.way_row(key, words, aside, width), f"open:{name}")

    # Finding

    def _found(self, shelf: "Library", width: int) -> Iterator[Option]:
        """Everything that has all of the words in it, past sittings up to a number."""
        now = self.app.parts.clock()
        people = [(n, who) for n, who in enumerate(self.people, 1) if self._wanted(finding.of_person(who))]
        drills = [one for one in shelf.drills.values() if self._wanted(finding.of_drill(one))]
        past = self.app.past_with(self._wanted)
        for __, who in people:
            yield Option(present.person_row(who, 0, width), f"meet:{who.id}")
        for drill in drills:
            yield Option(present.drill_row(drill, width), f"drill:{drill.id}")
        for one in past[:FOUND_AT_MOST]:
            yield Option(present.sitting_row(one, now, width), f"{'look_at' if one.over else 'go_on'}:{one.sitting}")
        if len(past) > FOUND_AT_MOST:
            yield Option(present.more(len(past) - FOUND_AT_MOST), disabled=True)
        if not (people or drills or past):
            yield Option(present.nothing_found(), disabled=True)

    def action_find(self) -> None:
        self.add_class("-finding")
        self.query_one(Finder).focus()
        self.query_one(KeyLine).show_keys(KEYS_WHILE_FINDING)

    @on(Finder.Looked)
    def looked(self, event: Finder.Looked) -> None:
        self._wanted = finding.Wanted(event.typed)
        self.query_one("#rows", OptionList).highlighted = None
        self.show_rows()
        self.query_one("#rows", OptionList).scroll_home(animate=False)

    @on(Finder.Closed)
    def closed(self) -> None:
        self.remove_class("-finding")
        self.query_one(Finder).value = ""
        self.query_one("#rows").focus()
        self.query_one(KeyLine).show_keys(KEYS)

    # Going somewhere

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        chosen = self._next if event.option.id == NEXT else event.option.id or ""
        what, _, name = chosen.partition(":")
        actions = {
            "go_on": self.app.go_on,
            "meet": self.app.meet,
            "look_at": self.app.look_at,
            "drill": self.app.drill,
            "open": self.action_open,
        }
        if what in actions:
            actions[what](name)

    def action_open(self, what: str) -> None:
        app = self.app
        {
            "drills": app.show_drills,
            "cards": app.review_cards,
            "progress": app.show_progress,
            "past": app.show_past,
        }[what]()

    def action_person(self, number: int) -> None:
        if number <= len(self.people):
            self.app.meet(self.people[number - 1].id)

    def action_answer(self, answer: Literal["yes", "no", "later"]) -> None:
        """To the one thing that is asked, if anything is."""
        if self.app.intention is not None and not self._asked_later:
            if answer == "later":
                self._asked_later = True
            else:
                self.app.answer_intention(answer == "yes")
        elif (due := self._reminder()) is not None:
            from allycoach.coaching.rounds import ReminderAnswered

            done = answer == "yes"
            self.app.keep_round(ReminderAnswered(at=self.app.parts.clock(), reminder=due.id, done=done))
        self.show_question()


def _heading(words: str, aside: str = "") -> Option:
    return Option(Content("\n") + present.heading(words, aside), disabled=True)
