"""Wrong codes are counted, from each address and in all, so that nobody can guess their way in."""

from collections import deque


class WrongCodes:
    """Remembers the wrong codes of the last `window` seconds, and of them no more than are allowed. Time is a parameter,
    in seconds of any clock that never goes back."""

    def __init__(self, *, from_one: int = 5, in_all: int = 40, window: float = 60.0) -> None:
        self._from_one = from_one
        self._in_all = in_all
        self._window = window
        self._wrong: deque[tuple[float, str]] = deque(maxlen=in_all)

    def wait(self, address: str, now: float) -> float:
        """Seconds until a code from this address is looked at again; 0 when it is looked at now. Ask before each look: a
        right code must wait as a wrong one does, or waiting would tell them apart."""
        self._forget(now)
        theirs = [at for at, who in self._wrong if who == address]
        waits = [0.0]
        if len(theirs) >= self._from_one:
            waits.append(theirs[-self._from_one] + self._window - now)
        if len(self._wrong) >= self._in_all:
            waits.append(self._wrong[0][0] + self._window - now)
        return max(waits)

    def wrong(self, address: str, now: float) -> None:
        """A code from this address was wrong."""
        self._wrong.append((now, address))

    def _forget(self, now: float) -> None:
        while self._wrong and self._wrong[0][0] + self._window <= now:
            self._wrong.popleft()
