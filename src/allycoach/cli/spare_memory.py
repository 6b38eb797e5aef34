"""What loading does to memory: it is not searched for what may be thrown away, and what is left over is given back."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def unsearched() -> Iterator[None]:
    """Nothing is looked through for garbage while something large is loaded, and what has been loaded never again. Python would
    go through all of it every few replies, and nobody can type meanwhile: a third of a second at worst."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def give_back() -> None:
    """What parsing and loading leave behind is some 10 MB, kept by the C library for later; with fifteen visitors on one computer
    it counts. Only glibc can be asked for it; elsewhere nothing happens."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)
