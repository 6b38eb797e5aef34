"""A sitting as both faces drive it: on disk before it is shown, the same for the same seed, continued after anything."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from allycoach.content.library import Library
from allycoach.conversation.events import (
    EVENT,
    DraftKept,
    Earlier,
    Event,
    Mode,
    PersonSpoke,
    PhrasesOffered,
    ReplySent,
    SittingEnded,
)
from allycoach.conversation.sitting import fold
from allycoach.errors import NotSaved
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from tests.shipped import shipped

ADVICE = Flag(FlagKind.ADVICE, 0, 10, "advice.should", Strength.NOTICE, '"You should" tells them.', ("1.4a",))


class ScriptedReader:
    """Reads "should" as unasked advice, "what" as an open question and all else as reflection."""

    def read(self, text: str, _context: Context = Context()) -> Reading:  # noqa: B008 as in the protocol
        if not text.strip():
            return Reading(text)
        if "should" in text:
            return Reading(text, (Move(MoveKind.ADVICE, 0, len(text)),), (ADVICE,), ("ring",))
        if "hat" in text:
            return Reading(text, (Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN),), (), ("search",))
        return Reading(text, (Move(MoveKind.REFLECTION, 0, len(text)),), (), ("search",))

    def content_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.lower().split())


@dataclass
class Log:
    """Keeps lines as a file would. `refuses` counts the appends still to go through before every one fails."""

    lines: list[bytes] = field(default_factory=list)
    refuses: int | None = None

    def append(self, event: Event) -> None:
        if self.refuses is not None:
            if self.refuses == 0:
                raise NotSaved("The disk is full.")
            self.refuses -= 1
        self.lines.append(EVENT.dump_json(event))

    @property
    def events(self) -> list[Event]:
        return [EVENT.validate_json(line) for line in self.lines]


@pytest.fixture(scope="module")
def people() -> Library:
    return shipped()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    now = [datetime(2026, 3, 10, 9, 0, tzinfo=UTC)]

    def tick() -> datetime:
        now[0] += timedelta(seconds=1)
        return now[0]

    return tick


@pytest.fixture
def begin(people: Library, clock: Callable[[], datetime]) -> Callable[..., Practice]:
    def start(log: Log, *, mode: Mode = "coach", seed: int = 5, earlier: Earlier | None = None) -> Practice:
        return Practice.begin(
            sitting_id="s1",
            beginning=Beginning("library-amina", mode, seed, earlier=earlier),
            library=people,
            reader=ScriptedReader(),
            log=log,
            clock=clock,
        )

    return start


TALK = ("What brings you in?", "It's a long search.", "You should ring them.", "What is that like?", "")


def test_the_log_folds_to_the_live_sitting_after_every_event(begin: Callable[..., Practice]) -> None:
    log = Log()
    practice = begin(log)
    for text in TALK:
        practice.send(text)
        assert fold(log.events) == practice.sitting
    assert [turn.reply.text for turn in practice.sitting.turns] == list(TALK)


def test_what_is_remembered_of_the_visit_before_is_in_the_log_and_in_the_person(
    begin: Callable[..., Practice], people: Library, clock: Callable[[], datetime]
) -> None:
    earlier = Earlier(visit=1, step=None, ended="leaves", advised=True, referred=False, trust=0)
    log = Log()
    practice = begin(log, earlier=earlier)
    assert practice.sitting.started.earlier == earlier
    assert practice.sitting.opening is not None
    assert practice.sitting.opening.meters["trust"] == people.scenario("library-amina").state.trust.start // 2
    cut_off = Log()
    again = Practice.resume(events=log.events[:1], library=people, reader=ScriptedReader(), log=cut_off, clock=clock)
    assert again.sitting.opening is not None
    assert again.sitting.opening.meters == practice.sitting.opening.meters


def test_a_reply_is_logged_before_its_answer(begin: Callable[..., Practice]) -> None:
    log = Log()
    begin(log).send("What brings you in?")
    kinds = [type(event) for event in log.events]
    assert kinds.index(ReplySent) < max(i for i, kind in enumerate(kinds) if kind is PersonSpoke)


def test_the_same_seed_makes_the_same_talk(begin: Callable[..., Practice]) -> None:
    def answers(seed: int) -> list[str]:
        practice = begin(Log(), seed=seed)
        return [practice.send(text).answer.text for text in TALK]

    assert answers(5) == answers(5)
    assert answers(5) != answers(6)


def test_what_was_cut_off_between_a_reply_and_its_answer_is_made_good(
    begin: Callable[..., Practice], people: Library, clock: Callable[[], datetime]
) -> None:
    whole, cut = Log(), Log()
    uncut = begin(whole).send("What brings you in?").answer
    begin(cut).send("What brings you in?")
    cut.lines = [line for line in cut.lines if b'"turn":1' not in line or b"reply_sent" in line]
    resumed = Practice.resume(events=cut.events, library=people, reader=ScriptedReader(), log=cut, clock=clock)
    assert resumed.sitting.unanswered is None
    assert resumed.sitting.spoken[-1].text == uncut.text
    assert fold(cut.events) == resumed.sitting


def test_a_refused_reply_has_not_happened(begin: Callable[..., Practice]) -> None:
    log = Log()
    practice = begin(log)
    before = practice.sitting
    log.refuses = 0
    with pytest.raises(NotSaved):
        practice.send("What brings you in?")
    assert practice.sitting == before
    log.refuses = None
    assert practice.send("What brings you in?").reply.turn == 1


def test_sending_again_brings_the_answer_that_could_not_be_saved(begin: Callable[..., Practice]) -> None:
    log = Log()
    practice = begin(log)
    log.refuses = 1
    with pytest.raises(NotSaved):
        practice.send("What brings you in?")
    log.refuses = None
    exchange = practice.send("What brings you in?")
    assert exchange.reply.turn == 1
    assert [turn.reply.text for turn in practice.sitting.turns] == ["What brings you in?"]
    assert fold(log.events) == practice.sitting


def test_modes_show_as_much_as_they_promise(begin: Callable[..., Practice]) -> None:
    shown = {}
    for mode in ("coach", "quiet", "solo"):
        log = Log()
        practice = begin(log, mode=mode)
        exchange = practice.send("You should ring them.")
        shown[mode] = (
            len(exchange.flags_shown),
            any(b"note_shown" in line for line in log.lines),
            bool(practice.phrases()),
        )
    assert shown == {"coach": (1, True, True), "quiet": (1, False, True), "solo": (0, False, False)}


def test_recovery_phrases_never_come_twice_and_stay_while_they_are_looked_at(begin: Callable[..., Practice]) -> None:
    log = Log()
    practice = begin(log)
    seen: list[str] = []
    for _ in range(4):
        practice.send("You should ring them.")
        offers = practice.phrases()
        assert practice.phrases() == offers
        seen += [one.id for one in offers]
    assert len(seen) == len(set(seen)) == 12
    assert sum(isinstance(event, PhrasesOffered) for event in log.events) == 4


def test_a_phrase_taken_is_known_by_the_reply_it_began(begin: Callable[..., Practice]) -> None:
    practice = begin(Log())
    practice.send("You should ring them.")
    offer = practice.phrases()[1]
    assert practice.take_phrase(offer) == offer.text
    assert practice.send(offer.text).reply.phrase == offer.id
    assert practice.send("What else?").reply.phrase is None


def test_the_draft_is_kept_once_and_gone_when_sent(begin: Callable[..., Practice]) -> None:
    log = Log()
    practice = begin(log)
    practice.keep_draft("What br")
    practice.keep_draft("What br")
    assert sum(isinstance(event, DraftKept) for event in log.events) == 1
    assert practice.sitting.draft == "What br"
    practice.send("What brings you in?")
    assert practice.sitting.draft == ""


def test_a_dismissed_flag_is_kept_with_its_reason_and_left_out_of_the_debrief(begin: Callable[..., Practice]) -> None:
    practice = begin(Log())
    practice.send("You should ring them.")
    practice.dismiss(ADVICE, "she asked me to")
    (turn,) = practice.debrief().annotated
    assert (turn.flags, turn.dismissed) == ((), (ADVICE,))
    assert practice.sitting.dismissals[0].reason == "she asked me to"
    assert practice.note is None


def test_an_end_is_logged_once(begin: Callable[..., Practice]) -> None:
    log = Log()
    practice = begin(log)
    practice.finish("trainee")
    practice.finish("input")
    assert [event.why for event in log.events if isinstance(event, SittingEnded)] == ["trainee"]
    assert practice.phase == "over"


def test_the_note_on_the_last_reply_is_there_when_the_sitting_is_opened_again(
    begin: Callable[..., Practice], people: Library, clock: Callable[[], datetime]
) -> None:
    log = Log()
    practice = begin(log)
    practice.send("You should ring them.")
    again = Practice.resume(events=log.events, library=people, reader=ScriptedReader(), log=log, clock=clock)
    assert again.note == practice.note
    again.dismiss(ADVICE, "she asked me to")
    once_more = Practice.resume(events=log.events, library=people, reader=ScriptedReader(), log=log, clock=clock)
    assert once_more.note is None
