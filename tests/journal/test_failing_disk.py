"""Everything a trainee can do, on a disk that fails at each step in turn, and in a program that dies there.

`ALLYCOACH_THOROUGH=1` takes every step in every way; without it each step fails in one of the ways, and the next in another.
`python -m pytest -s` then shows how many faults there were.
"""

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from allycoach.coaching.cards import Card
from allycoach.coaching.rounds import Round
from allycoach.conversation.events import PlanStep
from allycoach.conversation.sitting import Sitting, fold
from allycoach.errors import NotSaved
from allycoach.journal import Journal
from allycoach.journal.keyfile import Cost
from allycoach.journal.passphrase import set_passphrase
from allycoach.journal.rounds import RoundsLog
from allycoach.journal.vault import Vault
from allycoach.practice.beginning import Beginning
from allycoach.practice.card_review import CardReview
from allycoach.practice.drill_round import DrillRound
from allycoach.practice.practice import Practice
from allycoach.practice.room import Room
from tests.failing_disk import Disk, KilledError, writing_to
from tests.shipped import shipped
from tests.stand_ins import EVENING, SimpleReader, ticking

THOROUGH = bool(os.environ.get("ALLYCOACH_THOROUGH"))
ALONE, TOGETHER = "20261122-100000-library-amina-{:04x}", "20261122-110000-library-amina-{:04x}"
ERRORS = (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES, errno.ENOENT)


@dataclass
class Trainee:
    """Goes through `DAY`, doing again what could not be saved; `acknowledged` is what they were shown to be kept."""

    home: Path
    vault: Vault
    clock: Callable[..., object] = field(default_factory=ticking)
    refused: list[NotSaved] = field(default_factory=list)
    acknowledged: dict[str, Sitting] = field(default_factory=dict)
    rounds: list[Round] = field(default_factory=list)
    numbers: int = 0

    def __post_init__(self) -> None:
        self.journal = Journal(self.home, self.vault)
        self.reader = SimpleReader()

    def begin(self, name: str, *, room: bool = False) -> None:
        self.numbers += 1
        sitting = name.format(self.numbers)
        log = self.journal.create(sitting)
        try:
            beginning = Beginning("library-amina", "solo" if room else "coach", seed=7, room=room)
            self.practice = Practice.begin(
                sitting_id=sitting, beginning=beginning, library=shipped(), reader=self.reader, log=log,
                clock=self.clock,  # type: ignore[arg-type]
            )  # fmt: skip
        except BaseException:
            log.close()
            raise
        self.log = log
        self.id = sitting

    def do(self, act: Callable[["Trainee"], object], tries: int) -> None:
        for left in reversed(range(tries)):
            try:
                act(self)
                break
            except NotSaved as error:
                self.refused.append(error)
                if not left:
                    raise
        if hasattr(self, "practice"):
            self.acknowledged[self.id] = self.practice.sitting

    def together(self) -> None:
        self.room = Room(self.practice)

    def drill(self) -> None:
        drill = shipped().drill("closed-to-open")
        self.drilling = DrillRound(
            drill, 1, reader=self.reader, log=_Acknowledging(self), clock=self.clock, seed=3  # type: ignore[arg-type]
        )  # fmt: skip

    def review(self) -> None:
        cards = [Card(f"c{n}", "advice", "Front?", ("Back.",)) for n in range(2)]
        self.cards = CardReview(cards, log=_Acknowledging(self), clock=self.clock)  # type: ignore[arg-type]
        self.cards.turn_over()


@dataclass
class _Acknowledging:
    trainee: Trainee

    def append(self, happened: Round) -> None:
        RoundsLog(self.trainee.home, self.trainee.vault).append(happened)
        self.trainee.rounds.append(happened)


def advice(one: Trainee) -> None:
    one.practice.dismiss(one.practice.sitting.turns[-1].reply.reading.flags[0], "She asked me to.")


def phrase(one: Trainee) -> None:
    offers = one.practice.phrases()
    if offers:
        one.practice.keep_draft(one.practice.take_phrase(offers[0]))


def back_on_the_first_way(one: Trainee) -> object:
    return one.practice.take_branch(one.practice.sitting.branches[0].name)


def look(one: Trainee) -> None:
    """The next card, where the last was not kept yet it is still the same one."""
    one.cards.rate("good")
    if not one.cards.over:
        one.cards.turn_over()


DAY: Sequence[Callable[[Trainee], object]] = (
    lambda one: one.begin(ALONE),
    lambda one: one.practice.keep_draft("What has"),
    lambda one: one.practice.send("What has been going on for you?"),
    lambda one: one.practice.send("You should ring the xylophone shop."),
    advice,
    lambda one: one.practice.send("You should really ring them."),
    phrase,
    lambda one: one.practice.pin("a draft", marked=True),
    lambda one: one.practice.keep_try("What have you thought of ringing?"),
    lambda one: one.practice.guess_place(one.practice.model.stages[0].id),
    lambda one: one.practice.change_mode("quiet"),
    lambda one: one.practice.step_back(2),
    lambda one: one.practice.send("What would good look like?"),
    back_on_the_first_way,
    lambda one: one.practice.send("What's worked before?"),
    lambda one: one.practice.finish("trainee"),
    lambda one: one.practice.reflect("What do you notice?", "I rang too soon.", 2),
    lambda one: one.practice.intend("a job on my tongue", "ask what they picture"),
    lambda one: one.practice.keep_plan([PlanStep(text="Ring the library.")], "It may be shut."),
    lambda one: one.practice.keep_worksheet("scaling", {"now": "4"}),
    lambda one: one.practice.write_note(2, "Here."),
    lambda one: one.practice.answer_intention(used=True),
    lambda one: one.log.close(),
    lambda one: one.drill(),
    lambda one: one.drilling.write("Is it hard?"),
    lambda one: one.drilling.write("What is hard about it?"),
    lambda one: one.drilling.next(),
    lambda one: one.drilling.leave(),
    lambda one: one.review(),
    look,
    look,
    lambda one: one.begin(TOGETHER, room=True),
    lambda one: one.together(),
    lambda one: one.room.propose("What brings you here?"),
    lambda one: one.room.propose("You should try care work."),
    lambda one: one.room.hand(0, 3),
    lambda one: one.room.keep(),
    lambda one: one.room.play(0),
    lambda one: one.room.step_back(),
    lambda one: one.room.play(1),
    lambda one: one.room.finish(),
    lambda one: one.log.close(),
)
SENT = (
    "What has been going on for you?", "You should ring the xylophone shop.", "You should really ring them.",
    "What's worked before?",
)  # fmt: skip


def day(one: Trainee, *, tries: int) -> None:
    for act in DAY:
        one.do(act, tries)


def folder(path: Path, *, sealed: bool) -> Callable[[], Vault]:
    """A new folder; what is called next is a new start in it."""

    def start() -> Vault:
        vault = Vault(path)
        if sealed:
            vault.unlock("four odd words")
        return vault

    path.mkdir()
    if sealed:
        set_passphrase(Vault(path), "four odd words", cost=Cost(n=2**10))
    return start


AT_ONCE = 6
"""More events than any one act writes."""


def checked(one: Trainee, vault: Vault) -> None:
    """What the next start finds is what was acknowledged, or that and the one thing more that was being written."""
    for lock in one.home.rglob("*.lock"):
        lock.unlink()  # of a program that is no more
    journal = Journal(one.home, vault)
    for name, sitting in one.acknowledged.items():
        events = journal.events(name)
        latest = range(len(events), max(len(events) - AT_ONCE, 0), -1)
        assert any(fold(events[:many]) == sitting for many in latest), "nothing is lost, or otherwise than it was"
        with journal.open(name) as log:
            again = Practice.resume(
                events=journal.events(name), library=shipped(), reader=one.reader, log=log, clock=ticking()
            )
            assert fold(journal.events(name)) == again.sitting
    assert all(error.message and error.kept and error.mend for error in one.refused), "a trainee is told what to do"
    kept = RoundsLog(one.home, vault).rounds()
    assert [each for each in kept if each in one.rounds] == one.rounds


def whole_day(one: Trainee, vault: Vault) -> None:
    """With each thing done again until it was kept, the day is as it is on a disk without faults: nothing lost, nothing
    twice."""
    checked(one, vault)
    sitting = one.acknowledged[one_of(one, ALONE)]
    assert tuple(turn.reply.text for turn in sitting.turns) == SENT
    assert sitting.plan is not None
    assert sitting.ended is not None
    room = one.acknowledged[one_of(one, TOGETHER)]
    assert [turn.reply.text for turn in room.turns] == ["You should try care work."]
    assert len(room.branches) == 1


def one_of(one: Trainee, name: str) -> str:
    return max(each for each in one.acknowledged if each.startswith(name[:15]))


def steps_of(path: Path, *, sealed: bool) -> int:
    shipped()
    start = folder(path, sealed=sealed)
    with writing_to(Disk()) as disk:
        one = Trainee(path, start())
        day(one, tries=1)
    whole_day(one, start())
    assert not one.refused
    return disk.steps


@pytest.mark.parametrize("sealed", [False, True])
def test_each_step_fails_once_and_is_done_again(tmp_path: Path, sealed: bool) -> None:
    steps = steps_of(tmp_path / "well", sealed=sealed)
    assert steps > 100
    faults = told = 0
    for step in range(1 + sealed, steps + 1, 1 if THOROUGH else 4):
        path = tmp_path / "home"
        start = folder(path, sealed=sealed)
        number = ERRORS[step % len(ERRORS)]
        with writing_to(Disk(step, OSError(number, os.strerror(number)))) as disk:
            one = Trainee(path, start())
            day(one, tries=2)
        faults, told = faults + disk.happened, told + len(one.refused)
        whole_day(one, start())
        shutil.rmtree(path)
    print(f"\nsealed={sealed}: {steps} steps, {faults} faults once each, {told} of them said, 0 lost")
    assert told > 0.5 * faults


@pytest.mark.parametrize("sealed", [False, True])
def test_each_step_is_the_last_before_the_disk_is_gone(tmp_path: Path, sealed: bool) -> None:
    steps, faults = steps_of(tmp_path / "well", sealed=sealed), 0
    for step in range(2 + sealed, steps + 1, 1 if THOROUGH else 9):
        path = tmp_path / "home"
        start = folder(path, sealed=sealed)
        number = ERRORS[step % len(ERRORS)]
        with writing_to(Disk(step, OSError(number, os.strerror(number)), lasting=True)) as disk:
            one = Trainee(path, start())
            with suppress(NotSaved):
                day(one, tries=2)
        faults += disk.happened
        checked(one, start())
        shutil.rmtree(path)
    print(f"\nsealed={sealed}: {faults} disks gone for good, 0 acknowledged words lost")


@pytest.mark.parametrize("sealed", [False, True])
def test_the_program_is_killed_at_each_step(tmp_path: Path, sealed: bool) -> None:
    steps, kills = steps_of(tmp_path / "well", sealed=sealed), 0
    for step in range(3 + sealed, steps + 1, 1 if THOROUGH else 6):
        path = tmp_path / "home"
        start = folder(path, sealed=sealed)
        with writing_to(Disk(step)) as disk:
            one = Trainee(path, start())
            with suppress(KilledError):
                day(one, tries=1)
        kills += disk.happened
        checked(one, start())
        shutil.rmtree(path)
    print(f"\nsealed={sealed}: {kills} kills, 0 acknowledged words lost")


@pytest.mark.parametrize("sealed", [False, True])
def test_a_clock_that_jumps_about_loses_nothing(tmp_path: Path, sealed: bool) -> None:
    jumps = iter((timedelta(days=-400), timedelta(hours=5), timedelta(seconds=-1), timedelta(0)) * 200)
    start = folder(tmp_path / "home", sealed=sealed)
    one = Trainee(tmp_path / "home", start(), clock=lambda: EVENING + next(jumps))
    day(one, tries=1)
    whole_day(one, start())
    assert Journal(one.home, start()).sittings()[0].last is not None
