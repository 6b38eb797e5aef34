"""What in a text could say who somebody is."""

from .contacts import Covered, Found, contacts
from .lists import Known
from .names import names

NOBODY: frozenset[str] = frozenset()


def find(
    text: str, lists: Known, *, keep: frozenset[str] = NOBODY, known: frozenset[str] = NOBODY
) -> tuple[Found, ...]:
    """Every stretch, in order; none lies over another. `keep` are words that stay, lower case; `known` parts of names
    that were found elsewhere."""
    details, covered = contacts(text), Covered(len(text))
    for one in details:
        covered.take(one.start, one.end)
    people = (one for one in names(text, lists, keep=keep, known=known) if not covered.any_of(one.start, one.end))
    return tuple(sorted((*details, *people), key=lambda one: one.start))
