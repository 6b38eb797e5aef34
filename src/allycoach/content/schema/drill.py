"""`drills/*.yaml`: a short pack that trains one skill."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from allycoach.reading import FlagKind, MoveKind

from .base import Content, Id, MisplacedError, Strict, Text
from .scenario import Indicator

Level = Literal[1, 2, 3]

Finding = Annotated[
    str,
    StringConstraints(
        pattern=r"^(flag|no flag|no|has) [a-z_]+$|^question before reflection$|^keeps none of their words$"
        r"|^names somebody$|^met$"
    ),
]
"""What can be found in a line: `flag advice` (it carries that flag), `no flag advice` (it does not, where a slip is made
on purpose), `no reflection` (it has no such move), `has referral`, `question before reflection`, `keeps none of their
words` (of the item's `keep`), `names somebody` (it has one of the item's `identifies`), `met` (nothing before it was found).
Beside the kinds of moves there are `open_question`, `scaling_question` (or a question about a number that they gave),
`limit` (of what is kept private), `deficit` (what one cannot do), `addition` (one stays), `reframe` (a wish, a "not yet")
and `slip` (a flag of at least "notice")."""


_OWN_TRAITS = {"open_question", "scaling_question", "limit", "deficit", "addition", "reframe", "slip"}
TRAITS = frozenset(_OWN_TRAITS | {kind.value for kind in MoveKind})
_FLAGS = frozenset(kind.value for kind in FlagKind)
_WHOLE = frozenset({"met", "question before reflection", "keeps none of their words", "names somebody"})


class Feedback(Strict):
    """What is said to a trainee's line in which this is found. About the sentence, never the person."""

    when: Finding
    say: Text

    @model_validator(mode="after")
    def can_be_found(self) -> "Feedback":
        name = self.when.rsplit(" ", 1)[-1]
        known = _FLAGS if "flag " in self.when else TRAITS
        if self.when not in _WHOLE and name not in known:
            raise MisplacedError(f'"{name}" is not one of {", ".join(sorted(known))}', "when")
        return self


class Step(Strict):
    """One line to write. The first of `feedback` that fits is said; the last is `met`."""

    ask: Text
    feedback: tuple[Feedback, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def ends_well(self) -> "Step":
        for number, each in enumerate(self.feedback):
            last = number == len(self.feedback) - 1
            if last and each.when != "met":
                raise MisplacedError("the last feedback must be for `met`", "feedback", number, "when")
            if not last and each.when == "met":
                raise MisplacedError("`met` must be the last, since it always fits", "feedback", number, "when")
        return self


class Pair(Strict):
    """The skill shown once before the trainee tries it."""

    person: Text
    poor: Text
    good: Text
    why: Text


class Item(Strict):
    """One exercise. `person` is what they said; `given` a line to turn into a better one, where the skill is turning
    lines; `good` three ways that others did it (of the last step); `slips` ways to slip on purpose and `after_slip` the
    person's answer to that, where there are two steps; `keep` words of theirs of which one must be kept; `identifies`
    words by which somebody could be known."""

    id: Id
    level: Level
    setting: Text | None = None
    person: Text
    given: Text | None = None
    good: tuple[Text, ...] = Field(min_length=3, max_length=3)
    slips: tuple[Text, ...] = ()
    after_slip: Text | None = None
    keep: tuple[Text, ...] = ()
    identifies: tuple[Text, ...] = ()
    hint: Text | None = None


class Drill(Content):
    about: Text = Field(description="What it trains and why, in two or three sentences.")
    minutes: int = Field(ge=2, le=8)
    indicators: tuple[Indicator, ...] = Field(min_length=1)
    pair: Pair
    steps: tuple[Step, ...] = Field(min_length=1, max_length=2)
    items: tuple[Item, ...] = Field(min_length=5)
    version: Text = "1.0"
    licence: Text = "CC-BY-4.0"
    language: Text = "en-GB"

    @model_validator(mode="after")
    def items_are_whole(self) -> "Drill":
        seen: set[str] = set()
        two = len(self.steps) == 2
        for number, item in enumerate(self.items):
            if item.id in seen:
                raise MisplacedError(f'"{item.id}" is the id of an earlier item', "items", number, "id")
            seen.add(item.id)
            if two and (not item.slips or item.after_slip is None):
                raise MisplacedError("with two steps an item needs `slips` and `after_slip`", "items", number)
        return self

    def at_level(self, level: Level) -> tuple[Item, ...]:
        """The items of one level, in their order."""
        return tuple(item for item in self.items if item.level == level)
