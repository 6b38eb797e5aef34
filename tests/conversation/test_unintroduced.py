"""Names that are said as if they were known, and who that is put beside them."""

from allycoach.content.library import Library
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.person.introducing import presents, with_who
from allycoach.conversation.person.unintroduced import unintroduced


def with_fallback(scenario: Scenario, line: str) -> Scenario:
    return scenario.model_copy(update={"fallback": (line, *scenario.fallback)})


def test_every_name_in_a_shipped_person_is_presented_somewhere(shipped: Library) -> None:
    found = {name: [each.said for each in unintroduced(one)] for name, one in shipped.scenarios.items()}
    assert {name: said for name, said in found.items() if said} == {}


def test_a_name_out_of_nowhere_is_found_with_its_place(amina: Scenario) -> None:
    (found,) = unintroduced(with_fallback(amina, "I'd have to ask Odette."))
    assert found.rule == "S112"
    assert found.at == ("fallback", 0)
    assert '"Odette"' in found.said


def test_one_that_says_who_it_is_is_not(amina: Scenario) -> None:
    assert not list(unintroduced(with_fallback(amina, "I'd have to ask Odette, my manager.")))
    presented = with_fallback(amina, "I'd have to ask Odette.").model_copy(
        update={"people": {**amina.people, "Odette": "my manager"}}
    )
    assert not list(unintroduced(presented))


def test_who_somebody_is_goes_where_it_can_stand() -> None:
    assert with_who("I'll ask Odette and see.", "Odette", "my manager") == "I'll ask Odette, my manager, and see."
    assert with_who("I'll ask Odette.", "Odette", "my manager") == "I'll ask Odette, my manager."
    assert with_who("It's Odette's desk.", "Odette", "my manager") == "It's Odette's desk. Odette's my manager."


def test_a_word_for_what_they_are_presents_them() -> None:
    assert presents("My sister, Odette, says so.", "Odette")
    assert presents("There's a woman on nights. Odette. She says so.", "Odette")
    assert not presents("Odette says so.", "Odette")
