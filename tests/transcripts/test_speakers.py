"""Who is who in a transcript, and what the two say in turn."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.transcripts.said import Said
from allycoach.transcripts.speakers import Roles, Speaker, Turn, guessed, is_role, roles_in, speakers, turns

THREE = tuple(Speaker(name, 1, "Hi.") for name in ("Jo", "Sam  Lee", "Kim"))


def said(*pairs: tuple[str, str]) -> tuple[Said, ...]:
    return tuple(Said(line, who, text) for line, (who, text) in enumerate(pairs, 1))


def test_everybody_who_speaks_is_found_however_their_name_is_written() -> None:
    found = speakers(said(("Jo", "Hi."), ("sam", "Yes."), ("JO", "So?"), ("Sam", "No.")))
    assert found == (Speaker("Jo", 2, "Hi."), Speaker("sam", 2, "Yes."))


def test_roles_as_typed() -> None:
    assert roles_in(" Ally = jo ,person=Sam Lee, person=kim", THREE).of == {
        "jo": "ally",
        "sam lee": "person",
        "kim": "person",
    }
    two = THREE[:2]
    assert roles_in("ally=jo", two).of == {"jo": "ally", "sam lee": "person"}, "with two speakers one is enough"
    assert roles_in("person=jo", two).role("Sam Lee") == "ally"
    everybody = roles_in("ally=Kim", THREE, "person")
    assert [everybody.role(one.name) for one in THREE] == ["person", "person", "ally"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "write ally=NAME"),
        ("Jo,Sam Lee", "“Jo” is not understood"),
        ("helper=Jo", "not understood"),
        ("ally=Pat", "nobody here is called “Pat”; there are Jo, Sam  Lee, Kim"),
        ("ally=Jo,person=JO", "cannot be both"),
        ("ally=Jo", "nobody is named as the person"),
        ("person=Kim", "nobody is named as the ally"),
    ],
)
def test_what_is_wrong_with_roles_is_said(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        roles_in(typed, THREE)


@pytest.mark.parametrize(
    ("names", "of"),
    [
        (("Coach", "client"), {"coach": "ally", "client": "person"}),
        (("Ally", "Person", "Kim"), {"ally": "ally", "person": "person"}),
        (("Coach", "Mentor", "Client"), None),
        (("Jo", "Sam"), None),
    ],
)
def test_names_that_say_who_is_who(names: tuple[str, ...], of: dict[str, str] | None) -> None:
    roles = guessed([Speaker(name, 1, "") for name in names])
    assert (roles.of if roles else None) == of


def test_words_that_are_no_names() -> None:
    assert [word for word in ("Speaker", "COACH", "me", "Jo", "Whitlow") if not is_role(word)] == ["Jo", "Whitlow"]


def test_what_one_says_before_the_other_does_is_one_turn() -> None:
    talk = said(("Jo", "Hi."), ("Kim", "Oops."), ("jo", "So?"), ("Sam", "Yes."), ("Sam", "No."), ("Jo", "Hm."))
    roles = Roles({"jo": "ally", "sam": "person"})
    assert turns(talk, roles) == (
        Turn("ally", "Hi.\nSo?", (1, 3)),
        Turn("person", "Yes.\nNo.", (4, 5)),
        Turn("ally", "Hm.", (6,)),
    )
    with_kim = turns(talk, Roles(roles.of, "person"))
    assert [(turn.role, turn.text) for turn in with_kim][:3] == [("ally", "Hi."), ("person", "Oops."), ("ally", "So?")]


@given(st.lists(st.tuples(st.sampled_from(["Jo", "Sam", "Kim", "jo"]), st.text(min_size=1, max_size=9)), max_size=12))
def test_turns_alternate_and_lose_nothing_of_the_two(pairs: list[tuple[str, str]]) -> None:
    made = turns(said(*pairs), Roles({"jo": "ally", "sam": "person"}))
    assert all(one.role != after.role for one, after in pairwise(made))
    assert "\n".join(turn.text for turn in made) == "\n".join(text for who, text in pairs if who != "Kim")
    assert [line for turn in made for line in turn.lines] == [n for n, (who, _) in enumerate(pairs, 1) if who != "Kim"]
