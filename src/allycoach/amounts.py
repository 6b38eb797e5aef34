"""How often, in words."""

from allycoach.catalogue import _, many


def times(n: int) -> str:
    """`once`, `twice`, `3 times`; `n` is 1 or more."""
    return _("twice") if n == 2 else often(n)


def often(n: int) -> str:
    """`once`, `2 times`, as in a table; `n` is 1 or more."""
    return _("once") if n == 1 else many("{n:,} time", "{n:,} times", n).format(n=n)
