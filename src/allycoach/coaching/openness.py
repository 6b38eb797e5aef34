"""How open somebody was over a talk, in words."""

from collections.abc import Sequence
from itertools import pairwise

from allycoach.catalogue import _

_MUCH = 15
_A_LITTLE = 4
"""Points of a hundred, from the opening to the end. Ours: a reply that meets them well moves a person by 2 to 8."""


def openness_in_words(values: Sequence[int]) -> str:
    """What became of it from the opening (0 to 100) to the last thing said, and at which turns it changed most.

    `values` begins with the opening; "" for fewer than two.
    """
    if len(values) < 2:
        return ""
    changes = [after - before for before, after in pairwise(values)]
    words = [_course(values[-1] - values[0])]
    if max(changes) > 0:
        words.append(_("most after turn {turn}").format(turn=changes.index(max(changes)) + 1))
    if min(changes) < 0:
        words.append(_("less after turn {turn}").format(turn=changes.index(min(changes)) + 1))
    return ", ".join(words)


def _course(change: int) -> str:
    if abs(change) < _A_LITTLE:
        return _("about as open at the end as at first")
    if change > 0:
        return _("more open as the talk went on") if change >= _MUCH else _("a little more open as the talk went on")
    return _("less open as the talk went on") if -change >= _MUCH else _("a little less open as the talk went on")
