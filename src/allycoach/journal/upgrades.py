"""Logs written by an older allycoach, read as if they were new; the file itself is never rewritten."""

from collections.abc import Callable, Mapping
from typing import Any

from allycoach.catalogue import _
from allycoach.errors import SittingUnreadable

CURRENT = 1

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: Mapping[int, Upgrade] = {}
"""From version `n` of an event's shape to `n + 1`. Each returns a new dict and sets `v`."""


def upgraded(
    raw: dict[str, Any], *, upgrades: Mapping[int, Upgrade] = UPGRADES, current: int = CURRENT
) -> dict[str, Any]:
    """The event in today's shape.

    Raises SittingUnreadable when a newer allycoach wrote it, ValueError when there never was such a version.
    """
    version = raw.get("v")
    if not isinstance(version, int) or isinstance(version, bool):
        raise ValueError("no version")
    if version > current:
        raise SittingUnreadable(
            _("This sitting was saved by a newer allycoach."),
            kept=_("Nothing in it was changed."),
            mend=_("Bring allycoach up to date, then open it again."),
        )
    while version < current:
        if version not in upgrades:
            raise ValueError(f"no version {version}")
        raw = upgrades[version](raw)
        version += 1
    return raw
