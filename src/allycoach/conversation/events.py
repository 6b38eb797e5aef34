"""What can happen in a sitting. A sitting is a list of these, and everything anyone looks at is computed
from it.

Events are only ever added. `v` is the version of an event's shape; a log written by an older version is
read by upgrading its events, never by rewriting the file.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from allycoach.content.schema.scenario import Band
from allycoach.reading import Reading

Mode = Literal["coach", "quiet", "solo"]
Ends = Literal["next_step", "routed", "leaves", "time_up", "goodbye"]
"""How the person ends a conversation."""
Why = Literal[Ends, "trainee", "input"]
"""Why a sitting ended: as the conversation did, because the trainee stopped, or because the input ran out."""

MOST_LINES = 4
"""That a room proposes for one reply: more cannot be read from the back row."""


class Happening(BaseModel):
    """What all events share. `at` is when, with its time zone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    v: Literal[1] = 1
    at: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the person remembers of the visit before this one.

    `visit` is its number in the series, `step` the next step that they stated then, in their words, `ended` why that
    talk ended, `advised` whether they were mostly told what to do, `referred` whether somebody else was named to them,
    `trust` where it stood at the end, 0 to 100.
    """

    visit: int
    step: str | None
    ended: Why | None
    advised: bool
    referred: bool
    trust: int


@dataclass(frozen=True, slots=True)
class Imported:
    """A real conversation that was brought in, and not a practice.

    `form` is that of the file, `consent` the sentence that was agreed to when the sitting was begun, `typed` whether it was
    typed at the keyboard or given with the command, `replaced` how many names and the like were taken out before anything
    was kept, `left_out` how many things said by others are not here.
    """

    form: str
    consent: str
    typed: bool
    replaced: int
    left_out: int = 0


class SittingStarted(Happening):
    """`earlier` is the visit before, in a scenario that is one of a series, where there was one; `room` whether a whole
    room led the talk together. `imported` is set on a transcript: nobody is there to go on talking with, `scenario` names no
    person of ours, and `mode` is "solo", as no coach spoke."""

    type: Literal["sitting_started"] = "sitting_started"
    sitting: str
    scenario: str
    scenario_version: str
    title: str
    person: str
    model: str
    mode: Mode
    seed: int
    app: str
    earlier: Earlier | None = None
    imported: Imported | None = None
    room: bool = False


class ReplySent(Happening):
    """The helper's turn. `turn` counts replies from 1. `phrase` is the recovery phrase it began from, if any."""

    type: Literal["reply_sent"] = "reply_sent"
    turn: int
    text: str
    reading: Reading
    phrase: str | None = None


class PersonSpoke(Happening):
    """The person's answer to reply `turn`; turn 0 is how they open.

    `act` is how they took the reply, `acts` all that it did with that first, `said` the ids of the lines they used up,
    `meters` the state after it, `kind` what sort of answer it was, `topic` and `depth` what they told, `step` their
    next step in their own words when they state one, `moment` the scripted moment that came up, `asks` whether they
    asked the helper for advice.
    """

    type: Literal["person_spoke"] = "person_spoke"
    turn: int
    text: str
    act: str = "opening"
    acts: tuple[str, ...] = ()
    kind: str = "opening"
    said: tuple[str, ...] = ()
    meters: dict[str, int] = {}
    band: Band = "closed"
    topic: str | None = None
    depth: int | None = None
    step: str | None = None
    moment: str | None = None
    asks: bool = False
    ends: Ends | None = None


class PhrasesOffered(Happening):
    """Recovery phrases put before the trainee after reply `turn`; none of them is offered again in this sitting."""

    type: Literal["phrases_offered"] = "phrases_offered"
    turn: int
    kind: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]


class NoteShown(Happening):
    """The coach's one unasked note after reply `turn`."""

    type: Literal["note_shown"] = "note_shown"
    turn: int
    kind: str
    text: str


class DraftKept(Happening):
    """The unsent draft, kept when the sitting is left or the app is stopped."""

    type: Literal["draft_kept"] = "draft_kept"
    text: str


class MomentPinned(Happening):
    """A moment the trainee marked, after reply `turn`, with the draft they were writing.

    `flags` are the kinds found in what they pinned (the draft, or without one the last reply), `marked` whether a mark
    for it was on the screen already.
    """

    type: Literal["moment_pinned"] = "moment_pinned"
    turn: int
    draft: str = ""
    flags: tuple[str, ...] = ()
    marked: bool = False


class FlagDismissed(Happening):
    type: Literal["flag_dismissed"] = "flag_dismissed"
    turn: int
    kind: str
    rule: str
    start: int
    end: int
    reason: str = ""


class ModeChanged(Happening):
    type: Literal["mode_changed"] = "mode_changed"
    mode: Mode


class Resumed(Happening):
    """The sitting was opened again after it had been left."""

    type: Literal["resumed"] = "resumed"


class Reflected(Happening):
    """The trainee's own words in the debrief. `turn` is the turn they would like back, where they named one."""

    type: Literal["reflected"] = "reflected"
    prompt: str
    text: str
    turn: int | None = None


class Tried(Happening):
    """The trainee's own second try at what they had sent as reply `turn`, before any phrases were shown."""

    type: Literal["tried"] = "tried"
    turn: int
    text: str


class PlaceGuessed(Happening):
    """Where the trainee thought the talk was after reply `turn`, before they saw where the coach thought it was."""

    type: Literal["place_guessed"] = "place_guessed"
    turn: int
    stage: str
    coach: str
    reason: str


class SteppedBack(Happening):
    """The trainee went back to before reply `turn`, to try it again. What had come of it is kept as branch `name`."""

    type: Literal["stepped_back"] = "stepped_back"
    turn: int
    name: str


class BranchTaken(Happening):
    """Branch `name` is gone on with; what was there instead of it is kept as branch `kept_as`."""

    type: Literal["branch_taken"] = "branch_taken"
    name: str
    kept_as: str


class ProposedLine(BaseModel):
    """A line that somebody in a room proposed, and the hands that were counted for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    votes: int = Field(default=0, ge=0)


class LinesProposed(Happening):
    """What a room proposes to say as reply `turn`; a later one for the same turn replaces it. `chosen` is the place of
    the line that was played, from 0, and None as long as none was."""

    type: Literal["lines_proposed"] = "lines_proposed"
    turn: int
    lines: tuple[ProposedLine, ...] = Field(max_length=MOST_LINES)
    chosen: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _chosen_is_there(self) -> "LinesProposed":
        if self.chosen is not None and self.chosen >= len(self.lines):
            raise ValueError(f"there is no line {self.chosen}")
        return self


class Intended(Happening):
    """An if-then plan for next time: if I notice `notice`, then I will `then`."""

    type: Literal["intended"] = "intended"
    notice: str
    then: str


class IntentionAnswered(Happening):
    """Whether the trainee got to use the if-then plan of this sitting, as they said at a later start."""

    type: Literal["intention_answered"] = "intention_answered"
    used: bool


class PlanStep(BaseModel):
    """One step of the person's plan, in their words. `confidence` is from 1 to 10, if they gave one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    when: str = ""
    confidence: int | None = Field(default=None, ge=1, le=10)
    stronger: str = ""


class PlanKept(Happening):
    """The person's plan as written down at the end; a later one replaces it. At most three steps."""

    type: Literal["plan_kept"] = "plan_kept"
    steps: tuple[PlanStep, ...] = Field(max_length=3)
    setback: str = ""


class WorksheetKept(Happening):
    """A worksheet as filled in: `sheet` is its id, `answers` what was written under each heading's id."""

    type: Literal["worksheet_kept"] = "worksheet_kept"
    sheet: str
    answers: dict[str, str]


class NoteWritten(Happening):
    """Somebody's own note beside reply `turn`; turn 0 is the whole talk."""

    type: Literal["note_written"] = "note_written"
    turn: int
    author: Literal["trainee", "facilitator"] = "trainee"
    text: str


class SittingEnded(Happening):
    type: Literal["sitting_ended"] = "sitting_ended"
    why: Why


Event = Annotated[
    SittingStarted
    | ReplySent
    | PersonSpoke
    | PhrasesOffered
    | NoteShown
    | DraftKept
    | MomentPinned
    | FlagDismissed
    | ModeChanged
    | Resumed
    | Reflected
    | Tried
    | PlaceGuessed
    | SteppedBack
    | BranchTaken
    | LinesProposed
    | Intended
    | IntentionAnswered
    | PlanKept
    | WorksheetKept
    | NoteWritten
    | SittingEnded,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads and writes one event as JSON."""
