"""Saved sittings that went wrong: what can be read is read, what cannot is said, and every page is made of what is left."""

import json
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.cli.export import document
from allycoach.coaching.circle import circle_sheet
from allycoach.coaching.debrief import build
from allycoach.coaching.facts import facts_of
from allycoach.coaching.plan_sheet import LAYOUTS, plan_sheet
from allycoach.coaching.progress import progress
from allycoach.coaching.replay import Replay, reread
from allycoach.conversation.events import Event, PlanStep, ProposedLine
from allycoach.conversation.sitting import Sitting, fold
from allycoach.errors import AllycoachError, SittingUnreadable
from allycoach.journal.lines import remember, write
from allycoach.journal.seal import sealed, unsealed
from allycoach.journal.summary import summarise
from allycoach.plain.replay import PlainReplay
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from allycoach.redaction.lists import known
from allycoach.redaction.replacing import redaction
from allycoach.redaction.whole_sitting import redacted, texts_of
from allycoach.reports.circle import circle_html
from allycoach.reports.plan import plan_html, plan_markdown
from allycoach.tui.present import branching, debrief, replay, talk
from tests.shipped import shipped
from tests.stand_ins import Kept, SimpleReader, Typed, ticking

from .clear import must_be_clear
from .spoiling import FUZZED, NASTY, randoms, spoilt_bytes, spoilt_value

ID = "20261122-100000-amina-0001"
OBEYED = set("\x00\x07\x08\x1b\x7f\x9b\u202e\u2066\ud800")
"""What would move a cursor, turn a line round or could not be written."""
FORMS = ("md", "html", "csv", "json", "xapi", "cohort")


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALLYCOACH_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@cache
def whole() -> tuple[Event, ...]:
    """A sitting with everything in it that can be in one."""
    log = Kept[Event]()
    held = Practice.begin(
        sitting_id=ID, beginning=Beginning("library-amina", "coach", seed=3), library=shipped(), reader=SimpleReader(),
        log=log, clock=ticking(),
    )  # fmt: skip
    held.send("What's been happening, Amina?")
    held.send("You should ring 07700 900123.")
    offers = held.phrases()
    held.keep_try("I could have asked.")
    held.keep_draft(held.take_phrase(offers[0]) if offers else "a draft")
    held.pin("What if?", marked=True)
    held.dismiss(held.sitting.turns[-1].reply.reading.flags[0], "They asked.")
    held.guess_place(held.model.stages[0].id)
    held.keep_lines([ProposedLine(text="One?", votes=2), ProposedLine(text="Two?")], chosen=1)
    held.send("You should try the homes. What matters?")
    name = held.step_back(3, "the advice")
    held.change_mode("quiet")
    held.send("What would good look like?")
    held.take_branch(name)
    held.reflect("What do you notice?", "I told them.", 2)
    held.intend("a silence", "wait")
    held.answer_intention(used=True)
    held.keep_plan([PlanStep(text="Ring on Monday", when="Monday", confidence=7, stronger="A lift")], "The bus")
    held.keep_worksheet("plan", {"x": "y"})
    held.write_note(2, "Look here.", "facilitator")
    held.finish("trainee")
    return tuple(log.events)


@cache
def log() -> bytes:
    return b"".join(map(write, whole()))


def looked_at(data: bytes) -> None:
    """Everything that is ever done with a log."""
    found = summarise(ID, data)
    must_be_clear(*filter(None, [found.problem]))
    try:
        there = remember(data)
    except SittingUnreadable as error:
        must_be_clear(error)
        return
    must_be_clear(*there.notices)
    sitting = fold(there.events)
    pages(sitting)
    screens(sitting)
    gone_on_with(there.events)


def pages(sitting: Sitting) -> None:
    shelf = shipped()
    scenario = shelf.scenarios.get(sitting.started.scenario)
    taken_out, _ = redaction(texts_of(sitting), known(shelf.names))
    for version in (sitting, redacted(sitting, taken_out)):
        for form in FORMS:
            try:
                made = document(version, build(version, scenario, shelf.coaching), shelf, to=form)
            except AllycoachError as error:
                must_be_clear(error)
            else:
                made.encode("utf-8")
                assert not OBEYED & set(made), form
    for layout in LAYOUTS:
        sheet = plan_sheet(sitting, scenario, layout)
        plan_html(sheet), plan_markdown(sheet)
    progress([facts_of(sitting, scenario)])
    try:
        circle_html(circle_sheet(sitting, None))
    except ValueError as error:
        must_be_clear(error)


def screens(sitting: Sitting) -> None:
    """The same in lines, and what the full screen is made of."""
    walked = Replay(sitting)
    terminal = Typed("f", "s", "p", "m", "2", "a")
    PlainReplay(walked, terminal, write_note=lambda _turn, _text: sitting).run()
    reread(sitting, SimpleReader())
    built = build(sitting, shipped().scenarios.get(sitting.started.scenario), shipped().coaching)
    debrief.title(built), debrief.summary(built, sitting), debrief.further(built)
    for one in built.annotated:
        debrief.turn(one, sitting.pins), debrief.unmarked(one)
    replay.title(walked, 0)
    for at in range(walked.last + 1):
        replay.timeline(walked, at, 60), replay.moment(walked, at, marks=True)
    for turn in sitting.turns:
        talk.reply(turn.reply, sitting)
    list(branching.rows(sitting))
    for branch in sitting.branches:
        branching.compared(sitting, branch, 80)


def gone_on_with(events: tuple[Event, ...]) -> None:
    try:
        held = Practice.resume(
            events=events, library=shipped(), reader=SimpleReader(), log=Kept[Event](), clock=ticking()
        )
    except AllycoachError as error:
        must_be_clear(error)
        return
    held.send("What matters to you now?")
    held.send("You should ring them.")
    held.phrases()
    held.debrief()


def test_the_whole_of_it_is_well() -> None:
    assert len({event.type for event in whole()}) >= 19
    looked_at(log())


@FUZZED
@given(rng=randoms())
def test_a_log_with_accidents(rng: Random) -> None:
    looked_at(spoilt_bytes(log(), rng, log()))


@FUZZED
@given(rng=randoms())
def test_a_log_without_seals_with_accidents(rng: Random) -> None:
    bare = b"\n".join(unsealed(line) or b"" for line in log().splitlines()) + b"\n"
    looked_at(spoilt_bytes(bare, rng, bare))


@FUZZED
@given(rng=randoms())
def test_a_log_with_other_values(rng: Random) -> None:
    """Somebody has changed it on purpose, and sealed it."""
    lines = [json.loads(unsealed(line) or b"") for line in log().splitlines()]
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(lines))
        lines[at] = spoilt_value(lines[at], rng)
    if rng.random() < 0.3:
        rng.shuffle(lines)
    looked_at(b"".join(sealed(json.dumps(line).encode()) + b"\n" for line in lines))


@FUZZED
@given(rng=randoms())
def test_a_talk_of_hostile_words(rng: Random) -> None:
    """What somebody types goes everywhere and does nothing there."""
    held = Practice.begin(
        sitting_id=ID, beginning=Beginning("library-amina", "coach", seed=3), library=shipped(), reader=SimpleReader(),
        log=Kept[Event](), clock=ticking(),
    )  # fmt: skip
    for _ in range(3):
        held.send("".join(rng.choice((*NASTY, "should ", "? ", "| ", "\r\n", "```")) for _ in range(4)))
    held.reflect(rng.choice(NASTY), rng.choice(NASTY), 1)
    held.intend(rng.choice(NASTY), rng.choice(NASTY))
    held.keep_plan([PlanStep(text=rng.choice(NASTY), when=rng.choice(NASTY))], rng.choice(NASTY))
    held.write_note(1, rng.choice(NASTY))
    held.finish("trainee")
    pages(held.sitting)
    screens(held.sitting)


@FUZZED
@given(data=st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    looked_at(data)
    looked_at(b"".join(log().splitlines(keepends=True)[:3]) + data)
