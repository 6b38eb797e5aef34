"""A terminal window that is closed, or a process told to end, leaves as ctrl+q does."""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

_KEEPING = 10.0
"""Seconds that keeping what is unsent may take on a slow disk."""
_CLOSING = 2.0
"""Seconds for the rest of leaving."""
_HUNG_UP = 129
"""The exit status that a shell gives for SIGHUP."""


def leave_on_hangup(leave: Callable[[], Awaitable[None]]) -> None:
    """Call `leave` on the first SIGHUP or SIGTERM; a second one ends the process as usual.

    Does nothing where there are no such signals or outside the main thread.
    """
    loop = asyncio.get_running_loop()
    numbers = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    waiting: set[asyncio.Future[None]] = set()

    def go(number: int) -> None:
        for each in numbers:
            loop.remove_signal_handler(each)
        task = asyncio.ensure_future(leave())
        waiting.add(task)
        task.add_done_callback(waiting.discard)
        if number == getattr(signal, "SIGHUP", None):
            _end_after(task)

    for number in numbers:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, go, number)


def _end_after(leaving: "asyncio.Future[None]") -> None:
    """End the process once everything is kept. Without its terminal Textual goes on for ever: one thread waits to write to it,
    and another finds it ready to be read, over and over."""
    kept = threading.Event()
    leaving.add_done_callback(lambda _done: kept.set())

    def end() -> None:
        kept.wait(_KEEPING)
        time.sleep(_CLOSING)
        os._exit(_HUNG_UP)

    threading.Thread(target=end, name="hung up", daemon=True).start()
