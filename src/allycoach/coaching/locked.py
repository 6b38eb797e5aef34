"""Talks that open only once the organisation has said what it does itself."""

from allycoach.catalogue import _
from allycoach.content.library import Library
from allycoach.content.schema.scenario import Scenario
from allycoach.errors import Locked

MEND = _(
    "`allycoach cards new` asks for it in a few questions. Your facilitator or safeguarding lead will know the answers."
)


def check_open(scenario: Scenario, library: Library) -> None:
    """Raises Locked when the talk cannot begin yet."""
    why = why_locked(scenario, library)
    if why:
        raise Locked(why, mend=MEND)


def why_locked(scenario: Scenario, library: Library) -> str:
    """Why a talk cannot begin yet, in a sentence; empty when it can."""
    if scenario.sensitivity == "safeguarding" and library.procedure is None:
        return _("This talk opens once your organisation's own procedure card is filled in.")
    return ""
