"""Anything a trainee can do in any order, on a disk that fails and in a program that dies: the log always tells the sitting."""

import errno
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from allycoach.conversation.events import PlanStep
from allycoach.conversation.sitting import fold
from allycoach.errors import NotSaved
from allycoach.journal import Journal
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from tests.shipped import shipped
from tests.stand_ins import SimpleReader, ticking

WORDS = st.one_of(
    st.sampled_from(
        [
            "What's been happening for you?", "You should ring them.", "So it's been hard.", "What would good look like?",
            "What's worked before?", "What feels like a good next step?", "…", "Bye then.", "[bold]x[/bold] \x1b[31m",
        ]
    ),
    st.text(max_size=40),
)  # fmt: skip
ID = "20261122-100000-someone-0001"
CUT_SHORT = b'{"v":1,"at":"2026-11-22T10:00:00Z","type":"reply_sent","turn":1,"text":"I was sa'


class Sitting(RuleBasedStateMachine):
    practice: Practice

    @initialize(
        person=st.sampled_from(["library-amina", "friend-ngozi", "dropin-yusuf-1"]),
        mode=st.sampled_from(["coach", "quiet", "solo"]),
        seed=st.integers(0, 99),
    )
    def begin(self, person: str, mode: str, seed: int) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.journal, self.clock, self.failing = Journal(self.home), ticking(), 0
        self.log = self.journal.create(ID)
        self.log._sync = self.sync
        self.practice = Practice.begin(
            sitting_id=ID, beginning=Beginning(person, mode, seed=seed),  # type: ignore[arg-type]
            library=shipped(), reader=SimpleReader(), log=self.log, clock=self.clock,
        )  # fmt: skip

    def sync(self, _: int) -> None:
        self.failing -= 1
        if self.failing == 0:
            raise OSError(errno.ENOSPC, "no room")

    def do(self, act: Callable[[], object]) -> None:
        with suppress(NotSaved):
            act()

    @rule(after=st.integers(1, 4))
    def the_disk_will_fill(self, after: int) -> None:
        self.failing = after

    @precondition(lambda self: self.practice.phase == "talking")
    @rule(text=WORDS.filter(str.strip))
    def send(self, text: str) -> None:
        self.do(lambda: self.practice.send(text))

    @rule(text=WORDS)
    def draft(self, text: str) -> None:
        self.do(lambda: self.practice.keep_draft(text))

    @rule(text=WORDS, marked=st.booleans())
    def pin(self, text: str, marked: bool) -> None:
        self.do(lambda: self.practice.pin(text, marked=marked))

    @precondition(lambda self: bool(self.practice.sitting.turns))
    @rule(data=st.data(), reason=WORDS)
    def dismiss(self, data: st.DataObject, reason: str) -> None:
        flags = self.practice.sitting.turns[-1].reply.reading.flags
        if flags:
            self.do(lambda: self.practice.dismiss(data.draw(st.sampled_from(flags)), reason))

    @rule(at=st.integers(0, 2))
    def phrases(self, at: int) -> None:
        def take() -> None:
            offers = self.practice.phrases()
            if at < len(offers):
                self.practice.keep_draft(self.practice.take_phrase(offers[at]))

        self.do(take)

    @precondition(lambda self: bool(self.practice.sitting.turns))
    @rule(text=WORDS)
    def try_again(self, text: str) -> None:
        self.do(lambda: self.practice.keep_try(text))

    @precondition(lambda self: bool(self.practice.sitting.turns))
    @rule(data=st.data(), name=WORDS)
    def back(self, data: st.DataObject, name: str) -> None:
        taken = {branch.name for branch in self.practice.sitting.branches}
        turn = data.draw(st.integers(1, len(self.practice.sitting.turns)))
        self.do(lambda: self.practice.step_back(turn, "" if name.strip() in taken else name))

    @precondition(lambda self: bool(self.practice.sitting.branches))
    @rule(data=st.data())
    def branch(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from([branch.name for branch in self.practice.sitting.branches]))
        self.do(lambda: self.practice.take_branch(name))

    @rule(data=st.data())
    def guess(self, data: st.DataObject) -> None:
        stage = data.draw(st.sampled_from([stage.id for stage in self.practice.model.stages]))
        self.do(lambda: self.practice.guess_place(stage))

    @rule(mode=st.sampled_from(["coach", "quiet", "solo"]))
    def change_mode(self, mode: str) -> None:
        self.do(lambda: self.practice.change_mode(mode))  # type: ignore[arg-type]

    @rule(text=WORDS, then=WORDS)
    def look_back(self, text: str, then: str) -> None:
        self.do(lambda: self.practice.reflect("What do you notice?", text))
        self.do(lambda: self.practice.intend(text, then))
        self.do(lambda: self.practice.keep_plan([PlanStep(text=text)], then))
        self.do(lambda: self.practice.write_note(len(self.practice.sitting.turns), text))

    @rule()
    def finish(self) -> None:
        self.do(lambda: self.practice.finish("trainee"))

    @rule(cut=st.integers(0, len(CUT_SHORT)))
    def die(self, cut: int) -> None:
        """The program is killed while it writes; then the sitting is opened again."""
        self.failing = 0
        self.log.close()
        with self.log.path.open("ab") as file:
            file.write(CUT_SHORT[:cut])
        events = self.journal.events(ID)
        assert fold(events) == self.practice.sitting
        self.log = self.journal.open(ID)
        self.log._sync = self.sync
        self.practice = Practice.resume(
            events=events, library=shipped(), reader=SimpleReader(), log=self.log, clock=self.clock
        )

    @invariant()
    def the_log_tells_the_sitting(self) -> None:
        if hasattr(self, "practice"):
            assert fold(self.journal.events(ID)) == self.practice.sitting

    def teardown(self) -> None:
        if hasattr(self, "log"):
            self.log.close()
            shutil.rmtree(self.home, ignore_errors=True)


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
