"""How often, in words."""

from allycoach.catalogue import _, many


def times(n: int) -> str:
    """`once`, `twice`, `3 times`; `n` is 1 or more."""
    if n == 1:
        return _("once")
    return _("twice") if n == 2 else many("{n:,} time", "{n:,} times", n).format(n=n)
