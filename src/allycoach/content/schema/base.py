"""What all content files share."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Strict(BaseModel):
    """A part of a content file: unknown keys are errors and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=80)]
"""Lower-case letters, digits, `-`, `_` and `.`; never a path."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class MisplacedError(ValueError):
    """Raised by validators that can say which part is wrong: `at` leads to it, such as `("moments", 2, "id")`; `rule` is
    the number of what it breaks (docs/rules)."""

    def __init__(self, message: str, *at: str | int, rule: str = "S001") -> None:
        super().__init__(message)
        self.at = at
        self.rule = rule


class Content(Strict):
    """A whole content file. `id` is unique in its folder; a later layer replaces an earlier one by `id`."""

    schema_: Literal[1] = Field(alias="schema", description="Version of this file format; always 1 today.")
    id: Id
    title: Text
