"""What is remembered of all practice: facts of every sitting, rounds of drills and cards, and what follows from them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from allycoach.errors import SittingUnreadable
from allycoach.journal import Journal

if TYPE_CHECKING:
    from allycoach.coaching.facts import Facts
    from allycoach.content.library import Library


def facts_of_all(
    kept: Journal, shelf: "Library", progress: Callable[[int, int], None] | None = None
) -> "tuple[Facts, ...]":
    """The facts of every sitting of one's own that can be read, oldest first; those held in a room are the room's.
    `progress` is told how many of how many have been
    worked out anew; what it raises stops the work."""
    from allycoach.coaching.facts import facts_of
    from allycoach.conversation.sitting import fold
    from allycoach.journal.index import FactsIndex

    def reckon(sitting_id: str) -> "Facts | None":
        try:
            sitting = fold(kept.events(sitting_id))
        except (SittingUnreadable, ValueError):
            return None
        if sitting.imported is not None:
            return None  # a real conversation is no practice
        return facts_of(sitting, shelf.scenarios.get(sitting.started.scenario))

    found = FactsIndex(kept, versions=_versions(shelf)).facts(reckon, progress=progress)
    return tuple(each for each in found if not each.room)


def _versions(shelf: "Library") -> dict[str, str]:
    """Of what facts take from each scenario, and of nothing else: a new line of somebody's leaves all facts as they are."""
    return {
        who.id: _short(repr((sorted(who.exercises), [(moment.id, moment.tests) for moment in who.moments])))
        for who in shelf.scenarios.values()
    }


def _short(text: str) -> str:
    import hashlib  # brings OpenSSL, which no first screen waits for

    return hashlib.sha256(text.encode()).hexdigest()[:16]
