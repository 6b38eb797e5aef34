"""What a pack shows as poor is heard as that, and what it shows as good is not."""

import pytest

from allycoach.coaching.pack_examples import faults
from allycoach.content.library import Library
from allycoach.content.schema.pack import Answer, Pack
from allycoach.language.reader import load_reader
from allycoach.reading import FlagKind
from tests import shipped as content
from tests.stand_ins import SimpleReader

PACK = content.shipped().pack("ask-dont-tell")


def with_answer(answer: Answer) -> Pack:
    first = PACK.parts[0].model_copy(update={"answers": (answer,)})
    return PACK.model_copy(update={"parts": (first,)})


@pytest.mark.parametrize(
    ("poor", "slip", "good", "wrong"),
    [
        ("You should ring them.", FlagKind.ADVICE, "What matters?", []),
        ("Ring them.", FlagKind.ADVICE, "What matters?", ["poor"]),
        ("Ring them.", None, "What matters?", []),
        (None, None, "You should rest.", ["good"]),
        ("You should ring them.", FlagKind.ADVICE, "You should rest.", ["good"]),
        ("You should ring them.", FlagKind.ASSUMPTION, "What matters?", ["poor"]),
    ],
)
def test_each_line_does_what_it_is_shown_for(
    poor: str | None, slip: FlagKind | None, good: str, wrong: list[str]
) -> None:
    answer = Answer(person="I'm tired.", poor=poor, slip=slip, good=("How so?", good))
    found = list(faults(with_answer(answer), SimpleReader()))
    assert [at[4] for at, _ in found] == wrong
    assert all(at[:4] == ("parts", 0, "answers", 0) for at, _ in found)


def test_it_is_heard_as_an_answer_to_what_was_said() -> None:
    reader = SimpleReader()
    list(faults(with_answer(Answer(person="I'm tired.", good=("How so?",))), reader))
    assert reader.asked["How so?"].previous == "I'm tired."


def test_every_answer_of_the_shipped_packs_holds(shipped: Library) -> None:
    reader = load_reader(shipped)
    assert [(pack.id, *fault) for pack in shipped.packs.values() for fault in faults(pack, reader)] == []
