"""What the full-screen face needs from its siblings, handed in by `cli`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypedDict

if TYPE_CHECKING:
    from allycoach.coaching.facts import Facts
    from allycoach.coaching.rounds import Round
    from allycoach.content.library import Library
    from allycoach.conversation.events import Earlier, Event
    from allycoach.reading import Reader


class HeldLog(Protocol):
    """A `SessionLog` that nobody else can write until it is closed."""

    def append(self, event: "Event") -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class PastSitting:
    """One saved sitting, as the home screen lists it. `turns` counts replies; `over` is False while it can go on."""

    sitting: str
    scenario: str
    title: str
    person: str
    mode: str
    last: datetime
    turns: int
    over: bool


class OpenIntention(Protocol):
    """An if-then plan that has not been asked about yet, and the sitting in which it was made."""

    @property
    def sitting(self) -> str: ...

    @property
    def notice(self) -> str: ...

    @property
    def then(self) -> str: ...


class RoundsKept(Protocol):
    """The log of drills, cards and answers to reminders."""

    def append(self, happened: "Round") -> None: ...

    def rounds(self) -> "Sequence[Round]": ...


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of all practice. All but `answer_intention` are first called in worker threads."""

    recent: Callable[[int], Sequence[PastSitting]]
    """The newest so many of the saved sittings: at once, however many there are."""
    facts: Callable[["Library", Callable[[int, int], None]], "Sequence[Facts]"]
    """Of every sitting, oldest first. The second argument is told how many of how many are worked out; what it raises
    stops the work."""
    rounds: Callable[[], RoundsKept]
    intention: Callable[[], OpenIntention | None]
    """The latest if-then plan that has not been asked about."""
    answer_intention: Callable[[OpenIntention, bool], None]
    """Keep whether it came to use. Raises NotSaved or SittingUnreadable."""
    forget: Callable[[str], None]
    """Delete a sitting and all that was made from it. Raises NotSaved while another window writes it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything from outside. Each callable may raise `AllycoachError`; nothing is called before the app runs.

    `load_library`, `load_reader` and `sittings` are called in worker threads, so they may be slow and may import
    what they need inside. The others are called from the interface and answer within some milliseconds.
    """

    load_library: Callable[[], "Library"]
    load_reader: Callable[["Library"], "Reader"]
    sittings: Callable[[], Sequence[PastSitting]]
    """Saved sittings that can be read, newest first."""
    new_sitting: Callable[[str], str]
    """An id no other sitting has, for a sitting with the scenario of that id."""
    create_log: Callable[[str], "HeldLog"]
    open_log: Callable[[str], "HeldLog"]
    """The log of an existing sitting, for appending."""
    events: Callable[[str], "Sequence[Event]"]
    export_sitting: Callable[[str], Path]
    """Writes one sitting as a document and says where."""
    export_plan: Callable[[str], Path]
    """Writes the plan of one sitting as pages and says where the one to open is."""
    clock: Callable[[], datetime]
    """Now, with its time zone."""
    memory: Memory
    words_kept_in: Path
    """The folder the trainee's words stay in: shown before each sitting."""
    earlier: Callable[["Library", str], "Earlier | None"] = lambda _library, _scenario: None
    """What the person of that scenario remembers of the visit before, where it is one of a series."""
    locked: Callable[[], bool] = lambda: False
    """Whether the passphrase has to be said before anything of the above is called."""
    unlock: Callable[[str], str] = lambda _passphrase: ""
    """Takes the passphrase, in a worker thread; returns what there is to say, "" for nothing. Raises WrongPassphrase."""
    sealed: Callable[[], bool] = lambda: False
    """Whether what is kept is sealed, so that a document is told to be in the clear."""


class Wishes(TypedDict, total=False):
    """What is asked for before the first screen stands; where nothing is, that is home."""

    start: str | None
    """The id of a scenario to open at once."""
    mode: str | None
    seed: int | None
    model: str | None
    """The id of another conversation model to find one's way by."""
    resume: str | None
    """The id of a sitting to go on with at once."""
