from allycoach.content.schema.scenario import Act, Scenario
from allycoach.conversation.person.meters import band_of, effects, moved

MIDDLE = {"trust": 50, "openness": 50, "energy": 50}


def test_a_scenarios_own_numbers_come_before_its_styles(amina: Scenario) -> None:
    own = amina.model_copy(update={"state": amina.state.model_copy(update={"effects": {"reflection": {"trust": 1}}})})
    assert effects(own)["reflection"]["trust"] == 1
    assert effects(own)["reflection"]["openness"] == effects(amina)["reflection"]["openness"]


def test_the_second_of_the_same_counts_half(amina: Scenario) -> None:
    first = moved(amina, MIDDLE, [], ["reflection"])
    second = moved(amina, MIDDLE, [("reflection",)], ["reflection"])
    assert second["trust"] - 50 == (first["trust"] - 50) / 2


def test_a_recovery_with_a_question_returns_more_than_the_slip_cost(amina: Scenario) -> None:
    slipped = moved(amina, MIDDLE, [], ["advice_unasked"])
    assert slipped["trust"] < 50
    assert slipped["openness"] < 50
    back = moved(amina, slipped, [("advice_unasked",)], ["recovery", "open_question"])
    plain = moved(amina, MIDDLE, [], ["open_question"])
    assert back["trust"] > plain["trust"]
    assert back["openness"] > plain["openness"]


def test_slips_and_recoveries_cannot_be_farmed(amina: Scenario) -> None:
    history = [("advice_unasked",), ("recovery", "open_question"), ("advice_unasked",)]
    first = moved(amina, MIDDLE, history[:1], ["recovery", "open_question"])
    second = moved(amina, MIDDLE, history, ["recovery", "open_question"])
    assert second["trust"] < first["trust"]


def test_good_words_under_a_slip_count_half(amina: Scenario) -> None:
    alone = moved(amina, MIDDLE, [], ["advice_unasked"])["trust"]
    mixed = moved(amina, MIDDLE, [], ["advice_unasked", "reflection"])["trust"]
    assert alone < mixed < alone + effects(amina)["reflection"]["trust"]


def test_meters_stay_between_0_and_100(amina: Scenario) -> None:
    assert moved(amina, dict.fromkeys(MIDDLE, 1), [], ["rude"]) == {"trust": 0, "openness": 0, "energy": 0}
    assert moved(amina, dict.fromkeys(MIDDLE, 99), [], ["reflection"])["trust"] == 100


def test_bands_begin_at_their_number(amina: Scenario) -> None:
    bands = amina.state.bands
    assert [band_of(amina.state, at) for at in (bands.wary - 1, bands.wary, bands.open - 1, bands.open)] == [
        "closed", "wary", "wary", "open",
    ]  # fmt: skip


def test_one_apology_brings_nobody_far_above_where_the_slips_found_them(amina: Scenario) -> None:
    worst: tuple[Act, ...] = ("advice_unasked", "leading_question", "reassurance")
    slipped = moved(amina, MIDDLE, [], worst)
    back = moved(amina, slipped, [worst], ["recovery", "open_question", "reflection"])
    assert back["openness"] > slipped["openness"]
    assert back["openness"] <= 50 + 8


def test_an_insult_is_not_undone_by_one_apology(amina: Scenario) -> None:
    insulted = moved(amina, MIDDLE, [], ["rude"])
    back = moved(amina, insulted, [("rude",)], ["recovery", "open_question"])
    advised = moved(amina, MIDDLE, [], ["advice_unasked"])
    mended = moved(amina, advised, [("advice_unasked",)], ["recovery", "open_question"])
    assert insulted["trust"] < back["trust"] < mended["trust"]


def test_kindness_counts_half_under_a_story_of_the_helpers_own(amina: Scenario) -> None:
    alone = moved(amina, MIDDLE, [], ["support"])
    hijacked = moved(amina, MIDDLE, [], ["self_disclosure", "support"])
    assert hijacked["trust"] < alone["trust"]
    assert hijacked["openness"] < 50
