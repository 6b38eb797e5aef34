"""What can happen in a sitting. A sitting is a list of these, and everything anyone looks at is computed
from it.

Events are only ever added. `v` is the version of an event's shape; a log written by an older version is
read by upgrading its events, never by rewriting the file.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from allycoach.content.schema.scenario import Band
from allycoach.reading import Reading

Mode = Literal["coach", "quiet", "solo"]
Ends = Literal["next_step", "routed", "leaves", "time_up", "goodbye"]
"""How the person ends a conversation."""
Why = Literal[Ends, "trainee", "input"]
"""Why a sitting ended: as the conversation did, because the trainee stopped, or because the input ran out."""


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


class SittingStarted(Happening):
    """`earlier` is the visit before, in a scenario that is one of a series, where there was one."""

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
    """A moment the trainee marked, after reply `turn`, with the draft they were writing."""

    type: Literal["moment_pinned"] = "moment_pinned"
    turn: int
    draft: str = ""


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
    | SittingEnded,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads and writes one event as JSON."""
