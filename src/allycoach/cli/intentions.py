"""The if-then plan of the last sitting: shown at the next start, and asked about once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from allycoach.errors import SittingUnreadable
from allycoach.journal import Journal

RECENT = 30
"""Sittings that are looked through; an older plan has had its day."""


@dataclass(frozen=True, slots=True)
class OpenIntention:
    """`sitting` is the id of the sitting in which it was made."""

    sitting: str
    notice: str
    then: str


def open_intention(kept: Journal) -> OpenIntention | None:
    """The latest if-then plan that has not been asked about; None where there is none."""
    from allycoach.conversation.sitting import fold

    for one in kept.recent(RECENT):
        if one.intends and not one.problem:
            try:
                intention = fold(kept.events(one.id)).intention
            except (SittingUnreadable, ValueError):
                continue
            if intention is not None:
                return OpenIntention(one.id, intention.notice, intention.then)
    return None


def answer_intention(kept: Journal, intention: OpenIntention, *, used: bool, clock: Callable[[], datetime]) -> None:
    """Keep the answer with the sitting in which the plan was made. Raises NotSaved or SittingUnreadable."""
    from allycoach.conversation.sitting import fold
    from allycoach.practice.looking_back import LookingBack

    with kept.open(intention.sitting) as log:
        LookingBack(fold(kept.events(intention.sitting)), log=log, clock=clock).answer_intention(used=used)
