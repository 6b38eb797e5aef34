"""A terminal window that is closed, or a process told to end, leaves as ctrl+q does."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress


def leave_on_hangup(leave: Callable[[], Awaitable[None]]) -> None:
    """Call `leave` on SIGHUP and SIGTERM. Does nothing where there are no such signals or outside the main thread."""
    loop = asyncio.get_running_loop()
    waiting: set[asyncio.Future[None]] = set()

    def go() -> None:
        task = asyncio.ensure_future(leave())
        waiting.add(task)
        task.add_done_callback(waiting.discard)

    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, go)
