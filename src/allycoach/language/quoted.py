"""Words in quotation marks, which are not the helper's own move."""

import re
from collections.abc import Sequence

_DOUBLE = re.compile(r'"[^"\n]{1,400}"')
_SINGLE = re.compile(r"(?<!\w)'[^'\n]{1,200}(?:\w'\w[^'\n]{0,200})*'(?!\w)")


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of an ordinary text that stand in quotation marks, as offsets of the words inside."""
    found = [(m.start() + 1, m.end() - 1) for m in _DOUBLE.finditer(text)]
    found += [(m.start() + 1, m.end() - 1) for m in _SINGLE.finditer(text)]
    return tuple(sorted(found))


def within(offset: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)
