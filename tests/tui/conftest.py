"""Stand-ins for all the full-screen face is given: a reader of a few rules, a journal in memory, a clock that steps."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerFailed

from allycoach.coaching.facts import Facts, facts_of
from allycoach.coaching.rounds import ROUND, Round
from allycoach.content.library import Library
from allycoach.conversation.events import EVENT, Event
from allycoach.conversation.sitting import fold
from allycoach.errors import NotSaved
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from allycoach.tui.app import AllycoachApp
from allycoach.tui.parts import Memory, OpenIntention, Parts, PastSitting

EVENING = datetime(2026, 3, 10, 19, 30, tzinfo=UTC)


class FewRules:
    """Reads by three rules: "Have you" asks closed, "care work" is advice, "what" and "how" ask openly."""

    def read(self, text: str, _context: Context | None = None) -> Reading:
        moves, flags = [], []
        for found in re.finditer(r"[^.?!]+[.?!]*", text):
            words, start, end = found.group(), found.start(), found.end()
            if re.search(r"\b(have you|do you)\b", words, re.I):
                moves.append(Move(MoveKind.QUESTION, start, end, Form.POLAR, Function.CLOSED))
            elif re.search(r"\b(what|how)\b", words, re.I):
                moves.append(Move(MoveKind.QUESTION, start, end, Form.WH, Function.OPEN))
            elif re.search(r"\b(you|months)\b", words, re.I):
                moves.append(Move(MoveKind.REFLECTION, start, end))
        for pattern, kind in (
            (r"have you thought about", FlagKind.CLOSED_QUESTION),
            (r"care work", FlagKind.ADVICE),
        ):
            for found in re.finditer(pattern, text, re.I):
                flags.append(_flag(kind, found.start(), found.end()))
        return Reading(text, tuple(moves), tuple(flags), tuple(text.lower().split()), rules="few", pipeline="none")

    def content_words(self, text: str) -> tuple[str, ...]:
        return tuple(re.findall(r"[a-z]{4,}", text.lower()))


def _flag(kind: FlagKind, start: int, end: int) -> Flag:
    return Flag(
        kind,
        start,
        end,
        f"few.{kind}",
        Strength.NOTICE,
        "This question brings its own idea with it.",
        ("1.2a",),
    )


@dataclass
class MemoryLog:
    """Keeps events as their JSON, as a log on disk does. `full` makes every append fail."""

    lines: list[bytes] = field(default_factory=list)
    full: bool = False
    held: bool = True

    def reopened(self) -> "MemoryLog":
        assert not self.held, "the log is still held"
        self.held = True
        return self

    def append(self, event: Event) -> None:
        assert self.held, "the log has been closed"
        if self.full:
            raise NotSaved("The disk is full.", kept="Your words are still in the draft.", mend="Make some room.")
        self.lines.append(EVENT.dump_json(event))

    def close(self) -> None:
        self.held = False

    def events(self) -> tuple[Event, ...]:
        return tuple(EVENT.validate_json(line) for line in self.lines)


@dataclass(frozen=True)
class Planned:
    sitting: str
    notice: str
    then: str


@dataclass
class MemoryRounds:
    """Keeps rounds as their JSON. `full` makes every append fail."""

    lines: list[bytes] = field(default_factory=list)
    full: bool = False

    def append(self, happened: Round) -> None:
        if self.full:
            raise NotSaved("The disk is full.", kept="Your line is still in the draft.", mend="Make some room.")
        self.lines.append(ROUND.dump_json(happened))

    def rounds(self) -> Sequence[Round]:
        return tuple(ROUND.validate_json(line) for line in self.lines)


@dataclass
class House:
    """Parts in memory, and what has become of them. `now` moves a second with every look at the clock."""

    library: Library
    folder: Path
    logs: dict[str, MemoryLog] = field(default_factory=dict)
    now: datetime = EVENING
    reader: object = field(default_factory=FewRules)
    exported: list[str] = field(default_factory=list)
    rounds: MemoryRounds = field(default_factory=MemoryRounds)
    more_facts: list[Facts] = field(default_factory=list)
    used: dict[str, bool] = field(default_factory=dict)

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def parts(self) -> Parts:
        return Parts(
            load_library=lambda: self.library,
            load_reader=self.load_reader,
            sittings=self.sittings,
            new_sitting=lambda _scenario: f"sitting-{len(self.logs) + 1}",
            create_log=lambda name: self.logs.setdefault(name, MemoryLog()),
            open_log=lambda name: self.logs[name].reopened(),
            events=lambda name: self.logs[name].events(),
            export_sitting=self.export,
            export_plan=self.export,
            clock=self.clock,
            memory=Memory(
                recent=lambda count: self.sittings()[:count],
                facts=self.facts,
                rounds=lambda: self.rounds,
                intention=self.intention,
                answer_intention=self.answer_intention,
                forget=self.forget,
            ),
            words_kept_in=self.folder,
        )

    def facts(self, library: Library, progress: Callable[[int, int], None]) -> Sequence[Facts]:
        found = []
        for number, log in enumerate(self.logs.values(), 1):
            sitting = fold(log.events())
            found.append(facts_of(sitting, library.scenarios.get(sitting.started.scenario)))
            progress(number, len(self.logs))
        return sorted(self.more_facts + found, key=lambda each: each.at)

    def intention(self) -> "Planned | None":
        for name, log in self.logs.items():
            intention = fold(log.events()).intention
            if intention is not None and name not in self.used:
                return Planned(name, intention.notice, intention.then)
        return None

    def answer_intention(self, plan: OpenIntention, used: bool) -> None:
        self.used[plan.sitting] = used

    def forget(self, sitting: str) -> None:
        if self.logs[sitting].held:
            raise NotSaved("It is open in another window.", kept="Nothing was deleted.", mend="Close it there.")
        del self.logs[sitting]

    async def settle(self, pilot: "Pilot[int]") -> None:
        """Let timers fire, readings and loading end, and messages arrive. Dialogs are workers too, and may stay."""
        for _ in range(2):
            await pilot.pause(0.015)
            busy = [one for one in pilot.app.workers if one.group in {"loading", "past", "reading", "sending"}]
            if busy:
                with suppress(WorkerFailed):
                    await pilot.app.workers.wait_for_complete(busy)
            await pilot.pause()

    async def until(self, pilot: "Pilot[int]", holds: Callable[[], bool]) -> None:
        """Wait for something to become true on screen; fail after some seconds."""
        for _ in range(300):
            if holds():
                return
            await pilot.pause(0.02)
        raise AssertionError("it never came")

    def load_reader(self, _library: Library) -> FewRules:
        if isinstance(self.reader, Exception):
            raise self.reader
        assert isinstance(self.reader, FewRules)
        return self.reader

    def sittings(self) -> Sequence[PastSitting]:
        found = []
        for name, log in reversed(self.logs.items()):
            events = log.events()
            one = fold(events)
            about = one.started
            found.append(
                PastSitting(
                    name,
                    about.scenario,
                    about.title,
                    about.person,
                    one.mode,
                    events[-1].at,
                    len(one.turns),
                    one.ended is not None,
                )
            )
        return found

    def export(self, sitting: str) -> Path:
        self.exported.append(sitting)
        return self.folder / f"{sitting}.md"

    def app(self, **arguments: object) -> AllycoachApp:
        app = AllycoachApp(self.parts(), seed=7, **arguments)  # type: ignore[arg-type]
        app.reading_delay = 0.01
        return app


@pytest.fixture
def house(shipped: Library, tmp_path: Path) -> House:
    return House(shipped, tmp_path / "sittings")
