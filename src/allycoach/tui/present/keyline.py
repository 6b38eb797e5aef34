"""The line of keys at the foot of each screen, as many as fit."""

from collections.abc import Sequence

from textual.content import Content

from .note import KEY
from .tones import QUIET

Keys = Sequence[tuple[str, str]]
"""Key and word, most needed first; the last one is always shown."""


def keyline(keys: Keys, width: int) -> Content:
    """As many of `keys` as fit in `width` cells, in order, and always the last one."""
    shown = list(keys)
    while len(shown) > 1 and _line(shown).cell_length > width:
        del shown[-2]
    return _line(shown)


def _line(keys: Keys) -> Content:
    return Content("  ").join(Content.assemble((key, KEY), (f" {word}", QUIET)) for key, word in keys)
