"""Runs a pack: which part it is, how much of its time is left, when it all will end. Both faces drive this."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from allycoach.content.schema.pack import Pack, Part

Pace = Literal["in time", "nearly", "over"]

NEARLY = timedelta(minutes=1)
"""So much is left when it is time to say so; in a part of three minutes or less, a quarter of it."""

_NONE = timedelta()


class PackRun:
    """The clock stands still until `go`. Each part keeps its own time, so that going back goes on with it."""

    def __init__(self, pack: Pack, *, clock: Callable[[], datetime]) -> None:
        self.pack = pack
        self._clock = clock
        self._at = 0
        self._spent = [_NONE for _ in pack.parts]
        self._more = [0 for _ in pack.parts]
        self._since: datetime | None = None

    @property
    def over(self) -> bool:
        """Whether the last part has been left."""
        return self._at >= len(self.pack.parts)

    @property
    def part(self) -> Part:
        """The part at hand. IndexError once it is over."""
        return self.pack.parts[self._at]

    @property
    def number(self) -> int:
        """Of the part at hand, from 1."""
        return self._at + 1

    @property
    def going(self) -> bool:
        """Whether the clock runs."""
        return self._since is not None

    @property
    def begun(self) -> bool:
        """Whether the clock has run at all."""
        return self.going or any(self._spent)

    @property
    def minutes(self) -> int:
        """Of the part at hand, with those that were added."""
        return self.part.minutes + self._more[self._at]

    def left(self) -> timedelta:
        """Of the part at hand; less than nothing once its time is over."""
        return timedelta(minutes=self.minutes) - self._spent_here()

    def pace(self) -> Pace:
        left = self.left()
        if left <= _NONE:
            return "over"
        return "nearly" if left <= min(NEARLY, timedelta(minutes=self.minutes) / 4) else "in time"

    def ends(self) -> datetime:
        """When it all will end, if every part after this one takes its time."""
        after = range(self._at + 1, len(self.pack.parts))
        rest = sum(
            (timedelta(minutes=self.pack.parts[n].minutes + self._more[n]) - self._spent[n] for n in after), _NONE
        )
        here = _NONE if self.over else max(self.left(), _NONE)
        return self._clock() + here + max(rest, _NONE)

    def spent(self) -> timedelta:
        """In all parts together."""
        return sum(self._spent, _NONE) + self._running()

    # What the facilitator does

    def go(self) -> None:
        """Let the clock run."""
        if not self.over and self._since is None:
            self._since = self._clock()

    def pause(self) -> None:
        self._put_by()
        self._since = None

    def next(self) -> None:
        """On to the next part; after the last it is over. A clock that runs goes on running."""
        if not self.over:
            self._to(self._at + 1)

    def back(self) -> None:
        """To the part before, with the time that is left of it."""
        if self._at:
            self._to(self._at - 1)

    def add_minute(self) -> None:
        if not self.over:
            self._more[self._at] += 1

    def _to(self, at: int) -> None:
        self._put_by()
        self._at = at
        if self.over:
            self._since = None

    def _put_by(self) -> None:
        if self._since is not None and not self.over:
            now = self._clock()
            self._spent[self._at] += max(now - self._since, _NONE)
            self._since = now

    def _spent_here(self) -> timedelta:
        return self._spent[self._at] + self._running()

    def _running(self) -> timedelta:
        return max(self._clock() - self._since, _NONE) if self._since is not None else _NONE
