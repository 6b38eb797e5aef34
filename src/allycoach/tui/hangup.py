"""A terminal window that is closed, or a process told to end, leaves as ctrl+q does."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress


def leave_on_hangup(leave: Callable[[], Awaitable[None]]) -> None:
    """Call `leave` on the first SIGHUP or SIGTERM; a second one ends the process as usual.

    Does nothing where there are no such signals or outside the main thread.
    """
    loop = asyncio.get_running_loop()
    numbers = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    waiting: set[asyncio.Future[None]] = set()

    def go() -> None:
        for number in numbers:
            loop.remove_signal_handler(number)
        task = asyncio.ensure_future(leave())
        waiting.add(task)
        task.add_done_callback(waiting.discard)

    for number in numbers:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, go)
