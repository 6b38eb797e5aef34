"""How many visitors there is memory for."""

from dataclasses import dataclass

import psutil

from allycoach.catalogue import _

MIB = 1024 * 1024

VISITOR = 200 * MIB
"""What one visitor's process takes, measured (148 MiB alone, 189 with what processes share) and rounded up."""

SPARE = 768 * MIB
"""Left for the browser on this computer, this program and everything else."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """`visitors` at once, with `free` bytes of memory; `warning` is why that may be too many, or empty."""

    visitors: int
    free: int
    warning: str = ""


def available() -> int:
    """Bytes of memory that can be had without swapping."""
    return int(psutil.virtual_memory().available)


def capacity(free: int, asked: int | None = None) -> Capacity:
    """For that many bytes of available memory. One visitor is always let in; `asked` overrides what was worked out."""
    fits = (free - SPARE) // VISITOR
    if asked is None:
        return Capacity(max(fits, 1), free, "" if fits >= 1 else _short(free, 1))
    return Capacity(asked, free, "" if asked <= max(fits, 0) else _short(free, asked))


def _short(free: int, visitors: int) -> str:
    return _(
        "{n} at once may be too many for this computer: {free} of memory are free and each takes about "
        "{each}. Close other programs first."
    ).format(n=visitors, free=gigabytes(free), each=gigabytes(VISITOR))


def gigabytes(count: int) -> str:
    return f"{count / 1024**3:.1f} GB"
