"""What to practise next: fading, the ladder, cards and the one proposal. A clock is moved; nothing sleeps."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.cards import NEW_A_DAY, Review, cards, deck
from allycoach.coaching.facts import FACTS, Facts
from allycoach.coaching.fading import propose_mode
from allycoach.coaching.ladder import rungs
from allycoach.coaching.practice_log import practice_log
from allycoach.coaching.progress import LEAST_TURNS, in_words, progress
from allycoach.coaching.proposal import Practised, Unfinished, propose
from allycoach.coaching.rounds import DrillDone, DrillLine
from allycoach.content.library import Library
from allycoach.content.schema.drill import Drill, Feedback, Item, Pair, Step
from allycoach.reading import FlagKind
from tests.shipped import shipped

START = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ONE = Facts(
    at=START, scenario="library-amina", mode="coach", minutes=7.2, turns=10, reflections=4, questions=6,
    open_questions=5, unasked_advice=1, asked_advice=0, helper_words=120, person_words=180, longest_reply=30, slips=2,
    lost=1, noticed_first=1, dismissed=0, recovery_phrases=1, flags={}, indicators=("1.2a",), step=True, over=True,
)  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Library:
    return shipped()


def run(*modes_and_lost: tuple[str, int]) -> list[Facts]:
    return [replace(ONE, at=START + n * DAY, mode=mode, lost=lost) for n, (mode, lost) in enumerate(modes_and_lost)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("history", "mode", "probe"),
    [
        ([], "coach", False),
        ([("coach", 0)], "coach", False),
        ([("coach", 0), ("coach", 1)], "quiet", False),
        ([("coach", 0), ("coach", 2)], "coach", False),
        ([("coach", 0)] * 3, "solo", True),
        ([("coach", 5)] * 3, "solo", True),
        ([("coach", 0), ("coach", 0), ("quiet", 0), ("solo", 9), ("quiet", 1)], "solo", False),
        ([("coach", 0), ("coach", 0), ("quiet", 0), ("solo", 9), ("quiet", 3)], "coach", False),
        ([("coach", 0), ("coach", 0), ("coach", 0), ("solo", 9)], "quiet", False),
    ],
)
def test_feedback_fades_and_comes_back(shelf: Library, history: list[tuple[str, int]], mode: str, probe: bool) -> None:
    proposal = propose_mode(run(*history), shelf.coaching.fading)
    assert (proposal.mode, proposal.probe) == (mode, probe)
    assert proposal.why.endswith(".")


def test_a_short_talk_decides_nothing(shelf: Library) -> None:
    short = [replace(each, turns=2) for each in run(("coach", 0), ("coach", 0), ("coach", 0))]
    assert propose_mode(short, shelf.coaching.fading).mode == "coach"


def test_the_ladder_waits_longer_each_day() -> None:
    days = (2, 7, 21, 60)
    waits = []
    for times in range(1, 7):
        (due,) = rungs([("amina", START + n * DAY) for n in range(times)], days)
        waits.append((due.due - due.last).days)
    assert waits == [2, 7, 21, 60, 60, 60]


def test_an_afternoon_is_one_rung() -> None:
    (due,) = rungs([("amina", START + timedelta(hours=h)) for h in range(4)], (2, 7))
    assert (due.due - due.last).days == 2
    assert due.times == 4


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 400)), max_size=30))
def test_the_ladder_is_in_order_and_never_before_the_last_time(practised: list[tuple[str, int]]) -> None:
    found = rungs([(name, START + n * DAY) for name, n in practised], (2, 7, 21, 60))
    assert [each.due for each in found] == sorted(each.due for each in found)
    assert all(each.due >= each.last + 2 * DAY for each in found)
    assert {each.name for each in found} == {name for name, _ in practised}


def test_cards_come_in_slowly_and_come_back(shelf: Library) -> None:
    all_cards = cards(shelf.phrases)
    assert len({card.id for card in all_cards}) == len(all_cards) >= 20
    first = deck(all_cards, []).due(START)
    assert len(first) == NEW_A_DAY
    seen = [Review(card.id, START, "good") for card in first]
    assert deck(all_cards, seen).due(START) == (), "enough for today"
    tomorrow = deck(all_cards, seen).due(START + DAY)
    assert len([card for card in tomorrow if card not in first]) == NEW_A_DAY


def test_a_forgotten_card_is_back_before_a_known_one(shelf: Library) -> None:
    one, two, *_ = cards(shelf.phrases)
    spaced = deck((one, two), [Review(one.id, START, "again"), Review(two.id, START, "easy")]).spaced
    assert spaced[one.id].due < spaced[two.id].due


def test_the_deck_is_a_fold(shelf: Library) -> None:
    all_cards = cards(shelf.phrases)[:2]
    reviews = [Review(card.id, START + n * DAY, "good") for n, card in enumerate(all_cards * 3)]
    assert deck(all_cards, reviews) == deck(all_cards, reviews)
    assert deck(all_cards, [*reviews, Review("gone", START, "good")]).spaced == deck(all_cards, reviews).spaced


def test_intervals_are_those_of_the_algorithm(shelf: Library) -> None:
    (card, *_) = cards(shelf.phrases)
    reviews: list[Review] = []
    days, at = [], START
    for _ in range(5):
        reviews.append(Review(card.id, at, "good"))
        due = deck((card,), reviews).spaced[card.id].due
        days.append((due - at).days)
        at = due
    assert days == sorted(days)
    assert days[0] == 2
    assert days[-1] > 60


def test_what_the_last_talk_asks_for_comes_first(shelf: Library) -> None:
    drill = _drills()
    last = replace(ONE, flags={FlagKind.ADVICE: 3})
    found = propose(Practised([last], []), shelf.scenarios, drill, shelf.coaching, now=START + DAY)
    assert found is not None
    assert (found.what, found.id) == ("drill", "advice-to-question")
    assert "3" in found.why
    again = propose(
        Practised([last], [("advice-to-question", START + DAY)]),
        shelf.scenarios,
        drill,
        shelf.coaching,
        now=START + DAY,
    )
    assert again is not None
    assert again.id != "advice-to-question", "it was done since"


def test_what_has_come_round_is_before_somebody_new(shelf: Library) -> None:
    found = propose(Practised([ONE], []), shelf.scenarios, {}, shelf.coaching, now=START + 3 * DAY)
    assert found is not None
    assert found.id == "library-amina"
    soon = propose(Practised([ONE], []), shelf.scenarios, {}, shelf.coaching, now=START + DAY)
    assert soon is not None
    assert soon.id != "library-amina"


def test_nobody_is_met_in_a_later_visit_first(shelf: Library) -> None:
    met: list[Facts] = []
    proposed = []
    for n in range(len(shelf.scenarios) + 2):
        found = propose(Practised(met, []), shelf.scenarios, {}, shelf.coaching, now=START)
        assert found is not None
        proposed.append(found.id)
        met.append(replace(ONE, scenario=found.id, at=START + n * timedelta(minutes=1)))
    for name in proposed:
        series = shelf.scenarios[name].series
        if series is not None and series.visit > 1:
            earlier = [
                p for p in proposed[: proposed.index(name)] if (s := shelf.scenarios[p].series) and s.id == series.id
            ]
            assert len(set(earlier)) >= series.visit - 1
    assert all(shelf.scenarios[name].sensitivity != "safeguarding" for name in proposed)


def test_with_nobody_there_nothing_is_proposed(shelf: Library) -> None:
    assert propose(Practised([], []), {}, {}, shelf.coaching, now=START) is None


def test_each_point_says_what_is_behind_it() -> None:
    behaviours = {each.id: each for each in progress([ONE, replace(ONE, at=START + DAY, mode="solo", slips=0, lost=0)])}
    assert [point.behind for point in behaviours["reflections"].points] == [10, 10]
    assert [point.probe for point in behaviours["reflections"].points] == [False, True]
    assert len(behaviours["came_back"].points) == 1, "no slip, nothing to come back from"
    assert behaviours["open_questions"].hoped == ""


def test_too_short_a_talk_is_no_point() -> None:
    assert all(not each.points for each in progress([replace(ONE, turns=LEAST_TURNS - 1)]))


def test_the_practice_log_leaves_out_what_was_only_opened() -> None:
    rows = practice_log([ONE, replace(ONE, turns=0), replace(ONE, at=START - DAY)])
    assert [row.at for row in rows] == [START - DAY, START]
    assert rows[0].minutes == 8


def test_facts_survive_being_written_down() -> None:
    kept = replace(ONE, flags={FlagKind.ADVICE: 2})
    assert FACTS.validate_json(FACTS.dump_json(kept)) == kept


def _drills() -> dict[str, Drill]:
    """A drill by name; its items do not matter here."""
    feedback = (Feedback(when="flag advice", say="x"), Feedback(when="met", say="y"))
    pair = Pair(person="a", poor="b", good="c", why="d")
    items = tuple(Item(id=f"i{n}", level=1, person="p", good=("a", "b", "c")) for n in range(5))
    made = Drill.model_construct(
        id="advice-to-question", title="Advice to question", minutes=4, pair=pair, items=items,
        steps=(Step(ask="a", feedback=feedback),),
    )  # fmt: skip
    return {made.id: made}


def test_what_was_left_off_comes_before_all_else(shelf: Library) -> None:
    left = Unfinished("s9", "library-amina", "Amina at the library desk")
    last = replace(ONE, flags={FlagKind.ADVICE: 3})
    found = propose(Practised([last], [], left), shelf.scenarios, _drills(), shelf.coaching, now=START)
    assert found is not None
    assert (found.what, found.id) == ("sitting", "s9")
    gone = propose(
        Practised([last], [], replace(left, scenario="gone")), shelf.scenarios, {}, shelf.coaching, now=START
    )
    assert gone is not None
    assert gone.what == "scenario"


def test_a_round_of_a_drill_is_in_the_practice_log(shelf: Library) -> None:
    drill = next(iter(shelf.drills.values()))

    def line(minute: int, name: str) -> DrillLine:
        at = START + timedelta(minutes=minute)
        return DrillLine(at=at, drill=name, level=1, item="i", text="x", said="y", met=True)

    done = DrillDone(at=START + timedelta(minutes=4), drill=drill.id, level=1, items=5, of=5)
    rows = practice_log([ONE], [line(0, drill.id), line(2, drill.id), done, line(9, "gone")], shelf.drills)
    assert [(row.what, row.mode, row.minutes, row.turns) for row in rows if row.mode == "drill"] == [
        (drill.id, "drill", 4, 2),
        ("gone", "drill", 1, 1),
    ]
    assert next(row for row in rows if row.what == drill.id).indicators == drill.indicators


def test_a_plot_is_told_in_words_too() -> None:
    early, late = ONE, replace(ONE, at=START + DAY, mode="solo", reflections=6)
    behaviour = next(each for each in progress([early, late]) if each.id == "reflections")
    assert in_words(behaviour) == (
        "2 talks, as a share of replies. First 40 % of 10, latest 60 % of 10. Solo, the latest: 60 %."
    )
    assert "6 replies or more" in in_words(progress([])[0])
