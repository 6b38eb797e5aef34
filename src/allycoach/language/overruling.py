"""Why a cue that fired does not stand in its clause, in plain words."""

from collections.abc import Sequence

from allycoach.reading import FlagKind, MoveKind

from .clauses import Clause
from .cues import Hit
from .facts import Facts, holds, is_embedded, is_reported
from .words import Word

QUOTED = "it stands in quotation marks"
REPORTED = "it reports what someone else said"


def overruled_by(words: Sequence[Word], clause: Clause, hit: Hit, hits: Sequence[Hit], facts: Facts) -> str | None:
    """Why a match does not stand among the others of its clause; None when it stands. Quotation marks are not looked at."""
    return _by_its_place(words, clause, hit) or _by_others(hit, hits) or _by_facts(words, clause, hit, hits, facts)


def _by_its_place(words: Sequence[Word], clause: Clause, hit: Hit) -> str | None:
    if hit.file.what == "flag" and is_reported(words, hit.first):
        return REPORTED
    if hit.file.kind == FlagKind.ADVICE and is_embedded(words, hit.first):
        return "it stands inside another clause"
    if clause.tag is not None and hit.first >= clause.tag:
        return "it belongs to a tag"
    asks = clause.onset is not None or clause.marked
    if hit.cue.within != "any" and asks != (hit.cue.within == "question"):
        return f"it counts only in a {hit.cue.within}"
    return None


def _by_others(hit: Hit, hits: Sequence[Hit]) -> str | None:
    owning = (other for other in hits if other.file.kind == MoveKind.RECOVERY)
    if hit.file.what == "flag" and any(other.first < hit.last and hit.first < other.last for other in owning):
        return "it owns a slip"
    for other in hits:
        if other.cue.id in hit.cue.unless_cue and other.first <= hit.last and hit.first <= other.last:
            return f"{other.cue.id} explains the same words"
    return None


def _by_facts(words: Sequence[Word], clause: Clause, hit: Hit, hits: Sequence[Hit], facts: Facts) -> str | None:
    for condition in hit.cue.unless:
        if holds(condition, hit, words, clause, hits, facts):
            return condition.replace("_", " ")
    for condition in hit.cue.only_if:
        if not holds(condition, hit, words, clause, hits, facts):
            return f"not {condition.replace('_', ' ')}"
    return None
