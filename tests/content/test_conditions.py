"""Conditions: what they mean, and that whatever the schema lets in can be parsed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from allycoach.content.conditions import Amount, InBand, TopicTold, parse_clause
from allycoach.content.schema.scenario import Clause as ClauseText

NOW = {
    "meters": {"trust": 55, "openness": 40, "energy": 60},
    "turn": 4,
    "begun": {"money"},
    "disclosed": {"home"},
    "band": "wary",
}
METERS = st.fixed_dictionaries({name: st.integers(0, 100) for name in ("trust", "openness", "energy")})
PARTS = st.one_of(
    st.builds(
        "{} {} {}".format,
        st.sampled_from(["trust", "openness", "energy", "turn"]),
        st.sampled_from([">=", "<=", ">", "<"]),
        st.integers(0, 999),
    ),
    st.builds(
        "topic.{} {}".format,
        st.sampled_from(["money", "home-1", "x_y"]),
        st.sampled_from(["begun", "disclosed"]),
    ),
    st.sampled_from(["band closed", "band wary", "band open"]),
)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("trust >= 55", True),
        ("trust > 55", False),
        ("trust>54", True),
        ("openness < 40", False),
        ("openness <= 40", True),
        ("energy < 61", True),
        ("turn >= 4", True),
        ("turn > 4", False),
        ("topic.money begun", True),
        ("topic.money disclosed", False),
        ("topic.home disclosed", True),
        ("topic.home begun", True),
        ("topic.work begun", False),
        ("band wary", True),
        ("band open", False),
        ("trust >= 55 and band wary and topic.home disclosed", True),
        ("trust >= 55 and band open", False),
    ],
)
def test_what_a_clause_means(text: str, true: bool) -> None:
    assert parse_clause(text).holds(**NOW) is true  # type: ignore[arg-type]


def test_a_clause_keeps_its_parts_in_order() -> None:
    clause = parse_clause("turn >= 4 and topic.a-b_1 begun and band open")
    assert clause.parts == (Amount("turn", ">=", 4), TopicTold("a-b_1", whole=False), InBand("open"))
    assert clause.topics == ("a-b_1",)


def test_parsing_twice_gives_the_same_object() -> None:
    assert parse_clause("trust >= 55") is parse_clause("trust >= 55")


@pytest.mark.parametrize(
    "text", ["", "trust", "trust = 5", "trust >= 5 or band open", "trust >= 1000", "band open and "]
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="is not a condition; write for example"):
        parse_clause(text)


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_the_schema_and_the_parser_agree_on_what_is_good(parts: list[str]) -> None:
    text = " and ".join(parts)
    assert TypeAdapter(ClauseText).validate_python(text) == text
    assert len(parse_clause(text).parts) == len(parts)


@given(st.text(alphabet="trust openergy.bandclw<>= 0123456789", max_size=40))
def test_what_the_schema_lets_in_can_be_parsed(text: str) -> None:
    try:
        TypeAdapter(ClauseText).validate_python(text)
    except ValidationError:
        return
    assert parse_clause(text).parts


@given(
    st.lists(PARTS, min_size=2, max_size=4),
    METERS,
    st.integers(0, 60),
    st.sampled_from(["closed", "wary", "open"]),
)
def test_and_means_all_of_them(parts: list[str], meters: dict[str, int], turn: int, band: str) -> None:
    def holds(text: str) -> bool:
        return parse_clause(text).holds(meters=meters, turn=turn, begun={"money"}, disclosed={"x_y"}, band=band)

    assert holds(" and ".join(parts)) == all(holds(part) for part in parts)
