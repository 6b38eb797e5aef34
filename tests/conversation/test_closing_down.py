"""Three ways of closing down, and what else the six temperaments change."""

from collections.abc import Callable
from typing import Any, get_args

import pytest

from allycoach.content.schema.scenario import CloseStyle, Scenario, Style
from allycoach.conversation.person.closing_words import CLOSING_DOWN
from allycoach.conversation.person.meters import effects, moved

Begin = Callable[..., Any]

ADVICE = [("advice", "You should ring them.")]
MIDDLE = {"trust": 50, "openness": 50, "energy": 50}


def like(person: Scenario, **changes: Any) -> Scenario:
    return person.model_copy(update={"person": person.person.model_copy(update=changes)})


def without_rules_for(person: Scenario, *acts: str) -> Scenario:
    return person.model_copy(update={"replies": tuple(rule for rule in person.replies if rule.when.act not in acts)})


@pytest.mark.parametrize("style", get_args(CloseStyle))
@pytest.mark.parametrize("slip", ["advice", "leading_question", "taking_over", "reassurance"])
def test_where_no_rule_says_how_they_close_down_in_their_style(
    talk: Begin, amina: Scenario, style: CloseStyle, slip: str
) -> None:
    acts = ("advice_unasked", "leading_question", "taking_over", "reassurance")
    person = like(without_rules_for(amina, *acts), close_style=style)
    answer = talk(scenario=person).say((slip, "You should ring them."))
    assert answer.text in CLOSING_DOWN[style]
    assert answer.kind == "reply"


def test_a_scenarios_own_lines_come_before_those_of_the_style(talk: Begin, amina: Scenario) -> None:
    answer = talk(scenario=like(amina, close_style="short")).say(*ADVICE)
    assert answer.text not in CLOSING_DOWN["short"]


def test_no_style_line_is_said_twice(talk: Begin, amina: Scenario) -> None:
    staying = amina.endings.leaves.model_copy(update={"when": "trust < 0"})
    patient = amina.model_copy(update={"endings": amina.endings.model_copy(update={"leaves": staying})})
    person = without_rules_for(patient, "advice_unasked", "taking_over", "reassurance")
    live = talk(scenario=person).play([[("advice", f"You should ring number {n}.")] for n in range(20)])
    said = [line for answer in live.answers for line in answer.said]
    assert len(said) == len(set(said))
    assert sum(line.startswith("close_style.yes_but.") for line in said) == len(CLOSING_DOWN["yes_but"])


def test_who_goes_short_says_little_to_the_next_question_too(talk: Begin, amina: Scenario) -> None:
    ask = [("open_question", "What have the applications been like, and the search?")]
    short = talk(scenario=like(amina, close_style="short")).play([ADVICE, ask])
    assert short.answers[-1].kind != "told"
    assert talk(scenario=like(amina, close_style="yes_but")).play([ADVICE, ask]).answers[-1].kind == "told"


@pytest.mark.parametrize("mend", [("recovery", "Sorry, I jumped in."), ("reflection", "You've tried that.")])
def test_going_short_ends_when_the_slip_is_mended(talk: Begin, amina: Scenario, mend: tuple[str, str]) -> None:
    ask = ("open_question", "What have the applications been like, and the search?")
    live = talk(scenario=like(amina, close_style="short")).play([ADVICE, [mend, ask]])
    assert live.answers[-1].kind == "told"


def test_who_is_polite_brings_nothing_up_straight_after(talk: Begin, amina: Scenario) -> None:
    due = amina.moments[0].model_copy(
        update={"when": amina.moments[0].when.model_copy(update={"turn_min": 2, "band": None, "clause": None})}
    )
    ask = [("open_question", "What's the CV for?")]
    for style, moment in (("polite", None), ("yes_but", due.id)):
        person = like(amina, close_style=style).model_copy(update={"moments": (due,)})
        assert talk(scenario=person).play([ADVICE, ask]).answers[-1].moment == moment


@pytest.mark.parametrize("style", get_args(Style))
def test_every_temperament_opens_to_listening_and_closes_to_advice(amina: Scenario, style: Style) -> None:
    person = like(amina, style=style).model_copy(update={"state": amina.state.model_copy(update={"effects": {}})})
    table = effects(person)
    assert table["reflection"]["trust"] > 0 < table["open_question"]["openness"]
    assert table["advice_unasked"]["openness"] < 0 > table["advice_unasked"]["trust"]


def test_the_temperaments_differ(amina: Scenario) -> None:
    plain = amina.model_copy(update={"state": amina.state.model_copy(update={"effects": {}})})
    tables = {style: effects(like(plain, style=style)) for style in get_args(Style)}
    assert len({str(table) for table in tables.values()}) == len(tables)
    assert tables["upset"]["reassurance"]["trust"] < tables["plain"]["reassurance"]["trust"]
    assert tables["upset"]["silence"]["openness"] > tables["plain"]["silence"]["openness"]
    assert tables["reserved"]["stacked_questions"]["openness"] < tables["plain"]["stacked_questions"]["openness"]
    assert tables["pleasing"]["advice_unasked"]["trust"] > tables["plain"]["advice_unasked"]["trust"]
    assert tables["pleasing"]["autonomy"]["trust"] > tables["plain"]["autonomy"]["trust"]


def parts_of_answers(talk: Begin, person: Scenario) -> list[tuple[str, ...]]:
    asked = [[("open_question", words)] for words in ("What's the CV for?", "Tell me more.", "What about the search?")]
    runs = [talk(seed, scenario=person).play([*asked, *asked]) for seed in range(12)]
    return [answer.said for live in runs for answer in live.answers[1:] if answer.kind == "told"]


def test_a_tangent_touches_on_something_else_and_the_subject_stays(talk: Begin, amina: Scenario) -> None:
    plain, wandering = (parts_of_answers(talk, like(amina, style=style)) for style in ("plain", "tangent"))
    assert not any(".hint." in line for said in plain for line in said[1:])
    assert any(".hint." in line for said in wandering for line in said[1:])


def test_who_is_verbose_goes_on_when_they_are_open(talk: Begin, amina: Scenario) -> None:
    open_already = amina.state.model_copy(update={"openness": amina.state.openness.model_copy(update={"start": 90})})

    def most_depths(style: Style) -> int:
        answers = parts_of_answers(talk, like(amina.model_copy(update={"state": open_already}), style=style))
        return max(sum(".lines." in line for line in said) for said in answers)

    assert most_depths("plain") == 1
    assert most_depths("verbose") == 2


def test_a_kindness_repeated_wears_down_to_a_quarter_and_a_slip_to_a_half(amina: Scenario) -> None:
    def change(act: str, times: int) -> int:
        return moved(amina, MIDDLE, [(act,)] * times, [act])["trust"] - 50  # type: ignore[list-item]

    assert change("reflection", 1) == round(change("reflection", 0) / 2)
    assert change("reflection", 20) == pytest.approx(change("reflection", 0) / 4, abs=1)
    assert change("advice_unasked", 20) == pytest.approx(change("advice_unasked", 0) / 2, abs=1)


def test_something_else_in_between_makes_it_fresh_again(amina: Scenario) -> None:
    history = [("reflection",), ("open_question",)]
    assert moved(amina, MIDDLE, history, ["reflection"]) == moved(amina, MIDDLE, [], ["reflection"])
