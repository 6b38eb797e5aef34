"""Memory that loading has used and no longer needs, given back to the system."""

import sys
from contextlib import suppress


def give_back() -> None:
    """What parsing and loading leave behind is some 10 MB, kept by the C library for later; with fifteen visitors on one computer
    it counts. Only glibc can be asked for it; elsewhere nothing happens."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)
