"""What goes wrong inside the server is said, without a word of what anybody typed: an error's own text may quote it."""

import logging
import traceback
from collections.abc import Callable

from allycoach.catalogue import _

_LOGGERS = ("aiohttp", "textual-serve", "asyncio")


class _Places(logging.Handler):
    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            self._say(
                _("Something went wrong in {place}.").format(place=f"{record.name}, {record.filename}:{record.lineno}")
            )
            return
        last = traceback.extract_tb(error.__traceback__)[-1:]
        where = f"{last[0].filename}:{last[0].lineno}" if last else record.name
        self._say(
            _("Something went wrong inside: {kind} at {where}. The others are not affected.").format(
                kind=type(error).__name__, where=where
            )
        )


def say_faults(say: Callable[[str], None]) -> None:
    """From now on the libraries that serve tell `say` of each fault: what kind, and where in the program."""
    handler = _Places(say)
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
