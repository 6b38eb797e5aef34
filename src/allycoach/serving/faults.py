"""What goes wrong inside the server is said, without a word of what anybody typed: an error's own text may quote it."""

import logging
import traceback
from collections.abc import Callable

_LOGGERS = ("aiohttp", "textual-serve", "asyncio")


class _Places(logging.Handler):
    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            self._say(f"Something went wrong in {record.name}, {record.filename}:{record.lineno}.")
            return
        last = traceback.extract_tb(error.__traceback__)[-1:]
        where = f"{last[0].filename}:{last[0].lineno}" if last else record.name
        self._say(f"Something went wrong inside: {type(error).__name__} at {where}. The others are not affected.")


def say_faults(say: Callable[[str], None]) -> None:
    """From now on the libraries that serve tell `say` of each fault: what kind, and where in the program."""
    handler = _Places(say)
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
