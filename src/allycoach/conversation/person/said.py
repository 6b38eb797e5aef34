"""What the person says, before it is an event of a sitting."""

from dataclasses import dataclass, field

from allycoach.content.schema.scenario import Band
from allycoach.conversation.events import Ends


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person says: the fields of `PersonSpoke`, which see, without its time.

    `kind` is one of `opening`, `told` (more of a topic), `felt` (what it is like), `short` (to a closed question),
    `held` (not ready to say more), `again` (all of it was told), `led` (on to another topic), `confirmed` (a
    reflection), `granted` (a permission), `direct` (asked outright), `reply` (to any other act), `fallback` (nothing
    else fitted), `not_yet` (a step asked for too soon), `step`, `closing`, `routed`, `goodbye`, `left` and `time_up`.
    """

    turn: int
    text: str
    act: str = "opening"
    acts: tuple[str, ...] = ()
    kind: str = "opening"
    said: tuple[str, ...] = ()
    meters: dict[str, int] = field(default_factory=dict)
    band: Band = "closed"
    topic: str | None = None
    depth: int | None = None
    step: str | None = None
    moment: str | None = None
    asks: bool = False
    ends: Ends | None = None
