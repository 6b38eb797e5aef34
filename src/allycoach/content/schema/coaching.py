"""`phrasebank/coaching.yaml`: what the coach says about a sitting, and the reference figures with their sources."""

from typing import Literal

from pydantic import Field, model_validator

from allycoach.reading import FlagKind, Form

from .base import Content, Strict, Text

Finding = Literal[
    "promise",
    "taking_over",
    "advice_first",
    "advice",
    "assumption",
    "leading",
    "reassurance",
    "question_run",
    "stacked",
    "closed",
    "few_reflections",
    "long_turns",
    "nothing",
]
"""What stood out in a sitting, most useful first; `nothing` when no words were flagged."""


MeasureId = Literal[
    "reflections",
    "questions",
    "reflections_to_questions",
    "unasked_advice",
    "asked_advice",
    "share_of_words",
    "longest_reply",
]


class Priority(Strict):
    """Which flag the one unasked note is about; the first entry that fits wins."""

    kind: FlagKind
    before_reflection: bool = Field(default=False, description="Only while nothing has been reflected in this sitting.")
    forms: tuple[Form, ...] = Field(
        default=(), description="Only for questions of these forms; of any, where none is named."
    )
    repeated: bool = Field(default=False, description="Only where the reply before had this flag too.")
    why: Text = Field(description="Why this one comes first, for those who ask.")


class MeasureText(Strict):
    """One measure: its name, what it is compared with and where that comes from."""

    label: Text
    reference: Text | Literal[""] = ""
    source: Text
    amber: float | None = None
    red: float | None = None
    least_turns: int = Field(default=0, description="Shown only from this many replies on.")


class TryNext(Strict):
    finding: Finding
    say: Text


class Fading(Strict):
    """When the coach proposes to say less, or more. Counts are per sitting."""

    least_turns: int = Field(ge=1, description="A sitting with fewer replies decides nothing.")
    steady: int = Field(ge=1, description="So many sittings in a row in one mode before less is proposed.")
    slips_at_most: int = Field(ge=0, description="Slips that were not come back from, up to which a sitting is steady.")
    more_help_from: int = Field(ge=1, description="Such slips in the last sitting from which more help is proposed.")
    probe_every: int = Field(ge=2, description="Each so-manieth sitting is a solo probe.")
    source: Text


class Ladder(Strict):
    """Days after which to come back to a person or a drill: after the first time, the second, and so on."""

    days: tuple[int, ...] = Field(min_length=1)
    source: Text


class ReminderText(Strict):
    """One quiet line at the start, once in a while."""

    days: int = Field(
        ge=1, description="Days after it was last done, or after the first practice, from which it is shown."
    )
    later: int = Field(ge=1, description="Days for which it stays away when it is put off.")
    say: Text
    source: Text


class Reminders(Strict):
    circle: ReminderText
    refresher: ReminderText


class CoachingTexts(Content):
    about: Text
    disclaimer: Text
    prompts: tuple[Text, ...] = Field(min_length=2, description="Self-check prompts, asked before anything is shown.")
    priority: tuple[Priority, ...] = Field(min_length=1)
    measures: dict[MeasureId, MeasureText]
    try_next: tuple[TryNext, ...] = Field(min_length=1)
    fading: Fading
    ladder: Ladder
    reminders: Reminders

    @model_validator(mode="after")
    def every_finding_has_words(self) -> "CoachingTexts":
        missing = set(Finding.__args__) - {entry.finding for entry in self.try_next}  # type: ignore[attr-defined]
        if missing:
            raise ValueError(f"try_next has nothing to say for {', '.join(sorted(missing))}")
        return self
