"""What is said to a line in a drill, and a drill's own lines held against that."""

from collections.abc import Mapping
from typing import Any

import pytest

from allycoach.coaching.drill_examples import faults
from allycoach.coaching.drilling import A_ROUND, chosen, feedback, found, met
from allycoach.content.library import Library
from allycoach.content.schema.drill import Drill, Feedback, Item, Step
from allycoach.language.reader import SpacyReader, load_reader
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from tests import shipped as content
from tests.stand_ins import SimpleReader

_NOWHERE = Context()
SHIPPED = content.shipped()


def item(**given: Any) -> Item:
    person = "They moved my desk to the landing."
    return Item.model_validate(
        {"id": "x-01", "level": 1, "person": person, "good": ("One.", "Two.", "Three."), **given}
    )


def step(*findings: str) -> Step:
    said = [{"when": when, "say": f"about {when}"} for when in findings]
    return Step.model_validate({"ask": "Turn it.", "feedback": [*said, {"when": "met", "say": "about met"}]})


def drill(*items: Item, steps: tuple[Step, ...]) -> Drill:
    pair = {"person": "They moved me.", "poor": "Shut?", "good": "How so?", "why": "It leaves room."}
    return Drill.model_validate(
        {
            "schema": 1,
            "id": "turn",
            "title": "Turn",
            "about": "Turning.",
            "minutes": 3,
            "indicators": ("1.2a",),
            "pair": pair,
            "steps": steps,
            "items": items,
        }
    )


def reading(text: str, *moves: Move, flags: tuple[Flag, ...] = ()) -> Reading:
    return Reading(text, moves, flags)


def open_question(start: int, end: int) -> Move:
    return Move(MoveKind.QUESTION, start, end, Form.WH, Function.OPEN)


def flag(kind: FlagKind, strength: Strength = Strength.NOTICE) -> Flag:
    return Flag(kind, 0, 4, "a.rule", strength, "A reason.")


class TestChosen:
    many = drill(
        *[item(id=f"x-{number:02}", level=1 if number < 9 else 2) for number in range(14)], steps=(step("no question"),)
    )

    def test_a_round_has_five_items_of_the_level_asked_for(self) -> None:
        items = chosen(self.many, 2, seen=(), seed=3)
        assert len(items) == len(set(items)) == A_ROUND
        assert {each.level for each in items} == {2}

    def test_what_was_not_met_before_comes_first(self) -> None:
        seen = {f"x-{number:02}" for number in range(6)}
        items = [each.id for each in chosen(self.many, 1, seen=seen, seed=3)]
        assert set(items[:3]) == {"x-06", "x-07", "x-08"}
        assert set(items[3:]) < seen

    def test_the_seed_alone_decides_the_order(self) -> None:
        rounds = [[each.id for each in chosen(self.many, 1, seen=(), seed=seed)] for seed in range(6)]
        assert rounds[4] == [each.id for each in chosen(self.many, 1, seen=(), seed=4)]
        assert len({tuple(ids) for ids in rounds}) > 1


class TestFeedback:
    def test_the_first_that_fits_is_said(self) -> None:
        both = reading("You should. Why?", flags=(flag(FlagKind.ADVICE), flag(FlagKind.LEADING_QUESTION)))
        one = step("flag leading_question", "flag advice")
        assert feedback(one, item(), both) == "about flag leading_question"
        assert not met(one, item(), both)

    def test_with_nothing_found_it_is_met(self) -> None:
        clean = reading("How so?", open_question(0, 7))
        one = step("flag advice", "no open_question")
        assert feedback(one, item(), clean) == "about met"
        assert met(one, item(), clean)


class TestFound:
    def test_a_flag_and_its_absence(self) -> None:
        flagged, clean = reading("You should.", flags=(flag(FlagKind.ADVICE),)), reading("Mm.")
        assert found("flag advice", item(), flagged)
        assert not found("no flag advice", item(), flagged)
        assert found("no flag advice", item(), clean)
        assert not found("flag leading_question", item(), flagged)

    def test_an_open_question_is_one_that_leaves_room(self) -> None:
        polar = Move(MoveKind.QUESTION, 0, 9, Form.POLAR, Function.CLOSED)
        assert found("no open_question", item(), reading("Is it so?", polar))
        assert not found("no open_question", item(), reading("How so?", open_question(0, 7)))

    def test_a_scale_is_told_by_its_subtype(self) -> None:
        scale = Move(MoveKind.QUESTION, 0, 10, Form.WH, Function.CLOSED, "scaling")
        assert found("has scaling_question", item(), reading("1 to 10?", scale))
        assert found("no scaling_question", item(), reading("How so?", open_question(0, 7)))

    @pytest.mark.parametrize(
        ("strength", "is_slip"), [(Strength.NOTE, False), (Strength.NOTICE, True), (Strength.STRONG, True)]
    )
    def test_a_slip_is_more_than_a_note(self, strength: Strength, is_slip: bool) -> None:
        said = reading("You should.", flags=(flag(FlagKind.ADVICE, strength),))
        assert found("has slip", item(), said) is is_slip
        assert found("no slip", item(), said) is not is_slip

    def test_a_limit_is_told_by_words(self) -> None:
        assert found("has limit", item(), reading("It stays here unless somebody is in danger."))
        assert found("no limit", item(), reading("It stays here."))

    @pytest.mark.parametrize(
        ("trait", "has_it", "has_not"),
        [
            ("limit", "I'd pass it on if you could get hurt.", "My lips are sealed."),
            ("deficit", "I can't help with that, sorry.", "Amal reads contracts for a living."),
            ("addition", "Amal can read it, and I'm still around.", "Amal can read it."),
            ("reframe", "You haven't found your way with forms yet.", "You are no good with forms."),
        ],
    )
    def test_some_traits_are_told_by_words(self, trait: str, has_it: str, has_not: str) -> None:
        assert found(f"has {trait}", item(), reading(has_it))
        assert found(f"no {trait}", item(), reading(has_not))

    def test_a_question_about_their_number_is_not_told_to_use_a_scale(self) -> None:
        asked = "What would make it one point stronger?"
        assert not found("no scaling_question", item(), reading(asked, open_question(0, len(asked))))
        assert found("no scaling_question", item(), reading("One point stronger, then."))

    def test_who_could_help_is_not_called_missing_where_somebody_is_named_in_other_words(self) -> None:
        for said in ("The union rep reads contracts.", "Amal marks those for a living.", "I'd like you to meet Amal."):
            assert not found("no referral", item(), reading(said)), said
        for said in ("Oh dear.", "That sounds hard.", "I'll see you on Friday."):
            assert found("no referral", item(), reading(said)), said

    def test_one_of_their_words_must_be_kept(self) -> None:
        kept = item(keep=("the landing", "my desk"))
        assert not found("keeps none of their words", kept, reading("So it is THE LANDING now."))
        assert found("keeps none of their words", kept, reading("So that is a landing strip."))

    def test_words_by_which_somebody_is_known_are_whole_words(self) -> None:
        known = item(identifies=("Ann", "Mill Lane"))
        assert found("names somebody", known, reading("I met Ann today."))
        assert not found("names somebody", known, reading("It is an annual thing."))


class TestReflectingFirst:
    question = "question before reflection"

    def test_a_question_alone_comes_first(self) -> None:
        assert found(self.question, item(), reading("How so?", open_question(0, 7)))

    def test_a_reflection_before_it_does_not(self) -> None:
        said = reading("You lost it. How so?", Move(MoveKind.REFLECTION, 0, 12), open_question(13, 20))
        assert not found(self.question, item(), said)

    def test_a_reflection_after_it_is_too_late(self) -> None:
        said = reading("How so? You lost it.", open_question(0, 7), Move(MoveKind.REFLECTION, 8, 20))
        assert found(self.question, item(), said)

    def test_a_reflection_alone_asks_nothing_too_soon(self) -> None:
        assert not found(self.question, item(), reading("You lost it.", Move(MoveKind.REFLECTION, 0, 12)))

    @pytest.mark.parametrize(
        ("said", "given_back"),
        [
            ("Your desk is out on the landing.", True),
            ("Out on the landing!", True),
            ("So you got pushed out.", True),
            ("Your coat is out on the chair.", False),
            ("Out in the cold!", False),
            ("A landing is a narrow place.", False),
        ],
    )
    def test_what_no_cue_knows_counts_when_it_may_be_about_what_they_said(self, said: str, given_back: bool) -> None:
        line = reading(
            f"{said} How so?", Move(MoveKind.OTHER, 0, len(said)), open_question(len(said) + 1, len(said) + 8)
        )
        assert found(self.question, item(), line) is not given_back
        assert found("no reflection", item(), line) is not given_back
        assert not found("has reflection", item(), line)

    def test_advice_in_their_words_gives_nothing_back(self) -> None:
        said = "You should move it off the landing."
        assert found("no reflection", item(), reading(said, Move(MoveKind.ADVICE, 0, len(said))))


class TestSteppingBack:
    def test_the_move_is_enough(self) -> None:
        said = reading("Let me step back.", Move(MoveKind.RECOVERY, 0, 17))
        assert found("has recovery", item(), said)
        assert not found("no recovery", item(), said)

    @pytest.mark.parametrize("said", ["I galloped off.", "Pushy of me.", "That was my answer.", "Sorry about that."])
    def test_owning_it_in_words_no_cue_knows_is_not_called_missing(self, said: str) -> None:
        line = reading(said, Move(MoveKind.OTHER, 0, len(said)))
        assert not found("no recovery", item(), line)
        assert not found("has recovery", item(), line)

    @pytest.mark.parametrize("said", ["I see.", "I hear you.", "That was quick.", "Right.", "I'm sorry to hear that."])
    def test_what_owns_nothing_is_missed(self, said: str) -> None:
        kind = MoveKind.SUPPORT if "sorry" in said else MoveKind.OTHER
        assert found("no recovery", item(), reading(said, Move(kind, 0, len(said))))


class TestFaults:
    turn = step("flag advice", "no open_question")

    def of(self, *items: Item, steps: tuple[Step, ...] | None = None) -> Mapping[tuple[str | int, ...], str]:
        rest = [item(id=f"y-{number}", good=("How?", "So?", "And?")) for number in range(5 - len(items))]
        return dict(faults(drill(*items, *rest, steps=steps or (self.turn,)), SimpleReader()))

    def test_a_whole_drill_has_none(self) -> None:
        assert self.of(item(given="You should go.", good=("How?", "So?", "And?"))) == {}

    def test_a_good_line_must_be_met(self) -> None:
        found_here = self.of(item(good=("How?", "You should go. Yes?", "Right.")))
        assert set(found_here) == {("items", 0, "good", 1), ("items", 0, "good", 2)}
        assert found_here["items", 0, "good", 2].endswith("would be told: about no open_question")

    def test_a_given_line_must_not(self) -> None:
        assert set(self.of(item(given="How so?", good=("How?", "So?", "And?")))) == {("items", 0, "given")}

    def test_a_slip_must_be_one_and_the_last_line_answers_what_came_of_it(self) -> None:
        slip = step("no slip")
        two = (slip, self.turn)
        items = [
            item(id=f"z-{n}", good=("How?", "So?", "And?"), slips=("You should.",), after_slip="Fine.")
            for n in range(4)
        ]
        other = item(good=("How?", "So?", "And?"), slips=("You should go.", "Mm."), after_slip="If you say so.")
        whole, reader = drill(other, *items, steps=two), SimpleReader()
        assert dict(faults(whole, reader)) == {("items", 0, "slips", 1): "this slip would be told: about no slip"}
        assert reader.asked["You should go."] == Context(other.person)
        assert reader.asked["How?"].previous == "Fine."
        assert [said.text for said in reader.asked["How?"].history] == [items[0].person, "You should."]

    def test_the_pair_is_read_after_its_own_line(self) -> None:
        reader = SimpleReader()
        whole = drill(*[item(id=f"y-{n}", good=("A?", "B?", "C?")) for n in range(5)], steps=(self.turn,))
        assert dict(faults(whole, reader)) == {}
        assert reader.asked["How so?"] == Context("They moved me.")


def test_a_finding_that_nothing_can_have_is_refused() -> None:
    with pytest.raises(ValueError, match="is not one of"):
        Feedback(when="no such_thing", say="Nothing.")


@pytest.fixture(scope="module")
def library() -> Library:
    return content.shipped()


@pytest.fixture(scope="module")
def reader(library: Library) -> SpacyReader:
    return load_reader(library)


@pytest.mark.parametrize("shipped", SHIPPED.drills.values(), ids=list(SHIPPED.drills))
def test_every_line_of_a_shipped_drill_reads_as_it_is_shown(shipped: Drill, reader: SpacyReader) -> None:
    assert list(faults(shipped, reader)) == []


@pytest.mark.parametrize("shipped", SHIPPED.drills.values(), ids=list(SHIPPED.drills))
def test_a_shipped_drill_has_eight_items_at_each_level(shipped: Drill) -> None:
    assert [len(shipped.at_level(level)) for level in (1, 2, 3)] == [8, 8, 8]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("closed-to-open", FlagKind.CLOSED_QUESTION),
        ("leading-to-neutral", FlagKind.LEADING_QUESTION),
        ("advice-to-question", FlagKind.ADVICE),
    ],
)
def test_the_lines_to_turn_are_of_the_kind_the_drill_is_about(name: str, kind: FlagKind, reader: SpacyReader) -> None:
    shipped = SHIPPED.drills[name]
    about = shipped.steps[-1].feedback
    for each in shipped.items:
        assert each.given is not None
        line = reader.read(each.given, Context(previous=each.person))
        first = next(one.when for one in about if found(one.when, each, line))
        assert first == f"flag {kind}", each.id
