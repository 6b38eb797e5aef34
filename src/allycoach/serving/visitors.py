"""Who is here: one visitor a browser, up to a limit, and no longer than they stay."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .window import Window

Reason = Literal["left", "idle", "away", "stopped"]
"""Why a visit is over, and its words deleted."""


@dataclass(eq=False)
class Visitor:
    """`pressed` is when a key was last pressed, `seen` when a window was last open. `window` is the one that is open;
    whoever opens or closes one has the `turn`, so that no two apps ever write in one folder."""

    token: str = field(repr=False)
    folder: Path
    pressed: float
    seen: float
    window: "Window | None" = field(default=None, repr=False)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)


class Visitors:
    """Everybody who has been let in and has not gone. Times are seconds of a clock that never goes back.

    `idle` is how long somebody may press no key, `away` how long no window of theirs may be open: a page that is loaded
    again, or a network that comes back, finds everything as it was.
    """

    def __init__(self, limit: int, *, idle: float, away: float) -> None:
        self.limit = limit
        self.idle = idle
        self.away = away
        self._here: dict[str, Visitor] = {}

    def __len__(self) -> int:
        return len(self._here)

    def everyone(self) -> tuple[Visitor, ...]:
        return tuple(self._here.values())

    def admit(self, folder: Callable[[], Path], now: float) -> Visitor | None:
        """One more, with a folder of their own; None when there is no room. Raises what `folder` raises."""
        if len(self._here) >= self.limit:
            return None
        visitor = Visitor(secrets.token_urlsafe(32), folder(), pressed=now, seen=now)
        self._here[visitor.token] = visitor
        return visitor

    def find(self, token: str | None) -> Visitor | None:
        return self._here.get(token) if token else None

    def overdue(self, now: float) -> tuple[tuple[Visitor, Reason], ...]:
        """Who must go now, and why."""
        return tuple((each, reason) for each in self._here.values() if (reason := self._why(each, now)) is not None)

    def forget(self, visitor: Visitor) -> bool:
        """Their place is free again. False when they had gone already."""
        return self._here.pop(visitor.token, None) is not None

    def _why(self, visitor: Visitor, now: float) -> Reason | None:
        if visitor.window is None:
            return "away" if now - visitor.seen >= self.away else None
        return "idle" if now - visitor.pressed >= self.idle else None
