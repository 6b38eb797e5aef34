"""`packs/*.yaml`: a workshop session, part by part, that somebody can run who has not run one before."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from allycoach.reading import FlagKind

from .base import Content, Id, MisplacedError, Strict, Text
from .drill import Level

PartKind = Literal["welcome", "drill", "room", "pairs", "reflect", "close"]
Mode = Literal["coach", "quiet", "solo"]

_NEEDS: dict[str, str] = {"drill": "drill", "room": "scenario"}
_GOES_WITH: dict[str, str] = {"level": "drill", "items": "drill", "mode": "scenario", "model": "scenario"}


class Answer(Strict):
    """A note on answers. `person` is what was said, `poor` an answer that closes (with `slip`, the flag it carries), `good`
    some that open."""

    person: Text | None = None
    poor: Text | None = None
    slip: FlagKind | None = Field(
        default=None, description="The flag that `poor` carries and no `good` does; `allycoach check` reads them."
    )
    good: tuple[Text, ...] = Field(min_length=1, max_length=4)
    why: Text | None = None

    @model_validator(mode="after")
    def slip_has_its_line(self) -> "Answer":
        if self.slip is not None and self.poor is None:
            raise MisplacedError("`slip` says what is wrong with `poor`, and there is no `poor`", "slip")
        return self


class Part(Strict):
    """A stretch of the session. `task` is what everybody sees, `do` and `say` are for the facilitator; `write` are lines
    to finish on paper. `items` are those of the drill to use on paper; without them, the first few of the level."""

    kind: PartKind
    title: Text
    minutes: int = Field(ge=1, le=60)
    task: Text
    do: tuple[Text, ...] = Field(min_length=1, max_length=6)
    say: tuple[Text, ...] = Field(default=(), max_length=4)
    drill: Id | None = None
    level: Level | None = None
    items: tuple[Id, ...] = Field(default=(), max_length=8)
    scenario: Id | None = None
    mode: Mode | None = None
    model: Id | None = None
    answers: tuple[Answer, ...] = Field(default=(), max_length=8)
    write: tuple[Text, ...] = Field(default=(), max_length=4)

    @model_validator(mode="after")
    def uses_what_it_needs(self) -> "Part":
        need = _NEEDS.get(self.kind)
        if need and getattr(self, need) is None:
            raise MisplacedError(f"a part of the kind `{self.kind}` says which `{need}` it uses", "kind")
        for key, other in _GOES_WITH.items():
            if getattr(self, key) and getattr(self, other) is None:
                raise MisplacedError(f"`{key}` goes with `{other}`, and there is none here", key)
        if self.drill is not None and self.scenario is not None:
            raise MisplacedError("a part uses a drill or a person, not both; make two parts of it", "scenario")
        return self

    @property
    def at_level(self) -> Level:
        """The level of its drill; 1 where it says none."""
        return self.level or 1


class Pack(Content):
    for_whom: Text = Field(description="Whom it suits, and how many.")
    aims: tuple[Text, ...] = Field(min_length=1, max_length=5, description="What people will have tried by the end.")
    minutes: int = Field(ge=5, le=180, description="In all: what the minutes of the parts come to.")
    bring: tuple[Text, ...] = Field(default=(), max_length=6, description="What to have ready.")
    parts: tuple[Part, ...] = Field(min_length=2, max_length=12)
    take_away: Text = Field(description="One sentence to go home with.")
    authors: tuple[Annotated[str, Field(max_length=80)], ...] = ()
    version: Text = "1.0"
    licence: Text = "CC-BY-4.0"
    language: Text = "en-GB"

    @model_validator(mode="after")
    def minutes_add_up(self) -> "Pack":
        total = sum(part.minutes for part in self.parts)
        if total != self.minutes:
            said = f"the parts take {total} minutes, and this says {self.minutes}; change one of them"
            raise MisplacedError(said, "minutes", rule="S014")
        return self
