"""What a person remembers: the visit before, found among the saved sittings."""

from typing import TYPE_CHECKING

from allycoach.errors import SittingUnreadable

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Earlier
    from allycoach.journal import Journal


def earlier_visit(kept: "Journal", shelf: "Library", scenario: str) -> "Earlier | None":
    """How the latest finished sitting with the visit before this one went; None where there is none, or where the
    scenario is not one of a series. A sitting that cannot be read is passed over."""
    from allycoach.conversation.person.series import earlier_of, visit_before
    from allycoach.conversation.sitting import fold

    before = visit_before(shelf.scenario(scenario), shelf.scenarios.values())
    if before is None:
        return None
    for one in kept.sittings():
        if one.scenario == before.id and one.ended and one.turns:
            try:
                return earlier_of(before, fold(kept.events(one.id)))
            except (SittingUnreadable, ValueError):
                continue
    return None
