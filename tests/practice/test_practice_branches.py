"""Stepping back, trying again and going on with another branch: the log only grows, and the fold tells all of it."""

import pytest

from allycoach.content.library import Library
from allycoach.conversation import persona
from allycoach.conversation.events import Event, PlanStep
from allycoach.conversation.sitting import fold
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from tests.stand_ins import Kept, SimpleReader, ticking


@pytest.fixture
def log() -> Kept[Event]:
    return Kept()


@pytest.fixture
def talk(shipped: Library, log: Kept[Event]) -> Practice:
    practice = Practice.begin(
        sitting_id="s", beginning=Beginning("library-amina", "coach", seed=3), library=shipped, reader=SimpleReader(),
        log=log, clock=ticking(),
    )  # fmt: skip
    for line in ("What's been happening?", "What are you printing?", "You should try the care homes."):
        practice.send(line)
    return practice


def test_stepping_back_keeps_what_came_of_it(talk: Practice, log: Kept[Event]) -> None:
    whole = talk.sitting.turns
    kept = talk.step_back(3, "the advice")
    assert kept == "the advice"
    assert talk.sitting.turns == whole[:2]
    assert talk.sitting.branch("the advice").turns == whole
    assert fold(log.events) == talk.sitting, "the log alone tells the same"


def test_the_person_is_who_they_were_there(talk: Practice) -> None:
    talk.step_back(3)
    assert talk._person == persona.state_of(talk.scenario, talk.sitting)
    answer = talk.send("What has that been like?").answer
    assert answer.turn == 3
    assert len(talk.sitting.turns) == 3


def test_the_same_words_bring_the_same_answer_again(talk: Practice) -> None:
    before = talk.sitting.turns[2].answer
    talk.step_back(3)
    again = talk.send("You should try the care homes.").answer
    assert before is not None
    assert again.text == before.text


def test_a_branch_can_be_taken_up_and_left_again(talk: Practice, log: Kept[Event]) -> None:
    first = talk.sitting.turns
    name = talk.step_back(2)
    talk.send("What would you like instead?")
    second = talk.sitting.turns
    left = talk.take_branch(name)
    assert talk.sitting.turns == first
    assert talk.sitting.branch(left).turns == second
    assert fold(log.events) == talk.sitting


def test_pins_and_set_aside_flags_stay_with_their_own_branch(talk: Practice) -> None:
    talk.pin()
    name = talk.step_back(3)
    assert not talk.sitting.pins
    talk.take_branch(name)
    pins = talk.sitting.pins
    assert [pin.turn for pin in pins] == [3]


def test_an_ended_talk_goes_on_after_a_step_back(talk: Practice) -> None:
    talk.finish("trainee")
    talk.step_back(1)
    assert talk.phase == "talking"


@pytest.mark.parametrize("turn", [0, 4, -1])
def test_there_is_no_stepping_to_a_turn_that_never_was(talk: Practice, log: Kept[Event], turn: int) -> None:
    written = len(log.events)
    with pytest.raises(ValueError, match="no turn"):
        talk.step_back(turn)
    assert len(log.events) == written, "nothing was written"


def test_an_unknown_branch_is_refused_before_anything_is_written(talk: Practice, log: Kept[Event]) -> None:
    written = len(log.events)
    with pytest.raises(ValueError, match="no branch"):
        talk.take_branch("elsewhere")
    assert len(log.events) == written


def test_names_of_branches_never_repeat(talk: Practice) -> None:
    names = [talk.step_back(1)]
    for _ in range(3):
        talk.send("What else?")
        names.append(talk.step_back(1))
    assert len(set(names)) == len(names)


def test_a_pin_knows_what_was_in_the_words(talk: Practice) -> None:
    talk.pin("What about that?", marked=True)
    assert talk.sitting.pins[-1].marked
    assert talk.sitting.pins[-1].flags == ()


def test_the_trainees_own_answer_is_kept_beside_the_coachs(talk: Practice) -> None:
    place = talk.guess_place("worked")
    guess = talk.sitting.guesses[-1]
    assert (guess.stage, guess.coach, guess.reason) == ("worked", place.stage, place.reason)


def test_what_is_written_afterwards_is_in_the_fold(talk: Practice, log: Kept[Event]) -> None:
    talk.finish("trainee")
    talk.intend(" I'm about to name a job ", "ask what they picture")
    talk.answer_intention(used=True)
    talk.keep_plan([PlanStep(text="I'll ask Jean.", confidence=6)], setback="I'll go the week after.")
    talk.keep_worksheet("swot", {"strengths": "unhurried"})
    talk.keep_worksheet("swot", {"strengths": "patient"})
    talk.write_note(2, "Look at this one together.", "facilitator")
    sitting = fold(log.events)
    assert sitting == talk.sitting
    assert sitting.intention is not None
    assert sitting.intention.notice == "I'm about to name a job"
    assert sitting.intention_used is True
    assert [sheet.answers["strengths"] for sheet in sitting.worksheets] == ["patient"]
    assert sitting.written[0].author == "facilitator"


def test_a_plan_has_at_most_three_steps(talk: Practice) -> None:
    with pytest.raises(ValueError, match="at most 3"):
        talk.keep_plan([PlanStep(text=f"I'll do {n}.") for n in range(4)])
