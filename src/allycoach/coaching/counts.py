"""What a trainee may hand in for a group: one sitting in numbers, without a word, a name or a time."""

from collections import Counter
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from allycoach.conversation.events import Mode
from allycoach.conversation.sitting import Sitting
from allycoach.reading import FlagKind

from .debrief import standing
from .measures import count
from .slips import slips

OWN = "own"
"""Stands for the id of a person that the trainee wrote: such an id may say where they work."""

Number = Annotated[int, Field(ge=0, le=10_000_000)]


class SittingCounts(BaseModel):
    """One sitting. `who` is a random token that says which sittings are one trainee's and nothing else; `slipped` counts
    slips by kind of flag, `lost` those of them that were not come back from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["allycoach-counts"] = "allycoach-counts"
    v: Literal[1] = 1
    who: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None = None
    scenario: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=80)]
    mode: Mode
    turns: Number
    reflections: Number
    open_questions: Number
    helper_words: Number
    person_words: Number
    slipped: dict[FlagKind, Number]
    lost: dict[FlagKind, Number]

    @model_validator(mode="after")
    def _parts_fit_their_whole(self) -> "SittingCounts":
        if max(self.reflections, self.open_questions, *self.slipped.values(), 0) > self.turns:
            raise ValueError("more replies of a kind than replies")
        if any(lost > self.slipped.get(kind, 0) for kind, lost in self.lost.items()):
            raise ValueError("more slips lost than made")
        return self


def counts_of(sitting: Sitting, *, who: str | None, scenario: str) -> SittingCounts:
    """The counts of a sitting as it stands; `scenario` is its id, or `OWN`."""
    readings = [standing(turn, sitting) for turn in sitting.turns]
    counts, found = count(readings, sitting.utterances), slips(readings)
    return SittingCounts(
        who=who,
        scenario=scenario,
        mode=sitting.mode,
        turns=counts.turns,
        reflections=counts.reflections,
        open_questions=counts.open_questions,
        helper_words=counts.helper_words,
        person_words=counts.person_words,
        slipped=Counter(kind for slip in found for kind in slip.kinds),
        lost=Counter(kind for slip in found if slip.recovered_at is None for kind in slip.kinds),
    )
