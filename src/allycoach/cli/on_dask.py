"""Batches of replies read by the computers of a Dask cluster. An optional extra: `allycoach[dask]`."""

import logging
import re
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.signs import visible

from .spread import AHEAD, Batch, Lines, Shelf, in_order, read, reader_of

if TYPE_CHECKING:
    from .asked import Asked

PATIENCE = 10.0
"""Seconds to wait for a scheduler, and for its first worker."""

_ADDRESS = re.compile(r"[a-z]+://\S+|[^\s/:]+:\d{1,5}")
_LOOKS = _("An address looks like tcp://192.168.1.20:8786; `dask scheduler` prints its own.")
_AGAIN = _("Every line that was printed is whole; `--jobs` reads on this computer.")


def read_on_dask(batches: Iterator[Batch], shelf: Shelf, address: str) -> Iterator[tuple[Batch, Lines]]:
    """What was said goes to the computers of the cluster, and the phrases with it, so that all read alike. Raises
    AllycoachError when the extra is missing, when nobody answers, or when the workers fail or read differently."""
    with closing(_client(address)) as client:
        workers = _workers(client, address)
        shared = client.scatter(shelf, broadcast=True)
        alike = _Alike()

        def begin(batch: Batch) -> "_Waiting":
            return _Waiting(client.submit(read_with, shared, batch.asked, pure=False), alike)

        yield from in_order(batches, begin, AHEAD * workers)


def read_with(shelf: Shelf, asked: "tuple[Asked, ...]") -> tuple[str, Lines]:
    """Done by a worker: what it reads by, and the answers."""
    own = reader_of(shelf)
    return _("rules {rules}, pipeline {pipeline}").format(rules=own.rules, pipeline=own.pipeline), read(shelf, asked)


class _Alike:
    """Whether all workers read by the same rules."""

    def __init__(self) -> None:
        self.by = ""

    def check(self, by: str) -> None:
        self.by = self.by or by
        if by != self.by:
            raise AllycoachError(
                _("The workers do not read alike: one by {by}, another by {other}.").format(by=self.by, other=by),
                kept=_AGAIN,
                mend=_("Install the same allycoach on all of them."),
            )


class _Waiting:
    """A batch that was handed over; called, it waits for the answers."""

    def __init__(self, future: Any, alike: _Alike) -> None:
        self._future = future
        self._alike = alike

    def __call__(self) -> Lines:
        try:
            by, lines = self._future.result()
        except AllycoachError:
            raise
        except Exception as error:  # whatever goes wrong on another computer comes back as what it was there
            raise _failed(error) from error
        finally:
            self._future.release()
        self._alike.check(by)
        return list(lines)


def _client(address: str) -> Any:
    try:
        from distributed import Client  # half of its functions carry no types, so what comes of it is Any
    except ImportError:
        raise AllycoachError(
            _("--dask needs a part of allycoach that is not installed."),
            mend=_("Run: python -m pip install 'allycoach[dask]'. Without it, --jobs reads on this computer."),
        ) from None
    if _ADDRESS.fullmatch(address) is None:
        raise AllycoachError(
            _("{address} is no address of a Dask scheduler.").format(address=visible(address)), mend=_LOOKS
        )
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it would say is said here, once and plainly
    try:
        connect: Any = Client
        return connect(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise AllycoachError(
            _("No Dask scheduler answers at {address} within {n:.0f} seconds.").format(
                address=visible(address), n=PATIENCE
            ),
            kept=_("Nothing was sent."),
            mend=_LOOKS,
        ) from error


def _workers(client: Any, address: str) -> int:
    """How many there are, once there is one."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except (TimeoutError, OSError):
        raise AllycoachError(
            _("The Dask scheduler at {address} has no workers.").format(address=visible(address)),
            kept=_("Nothing was sent."),
            mend=_("On each computer that is to read: dask worker {address}").format(address=visible(address)),
        ) from None
    threads: dict[str, int] = client.nthreads()
    return max(1, sum(threads.values()))


def _failed(error: Exception) -> AllycoachError:
    if isinstance(error, ImportError):
        why = _("they have no allycoach, or another version of it")
        return AllycoachError(
            _("The workers cannot read: {why}.").format(why=why),
            kept=_AGAIN,
            mend=_("Install the same allycoach on all of them."),
        )
    return AllycoachError(
        _("A worker failed: {kind}.").format(kind=visible(type(error).__name__)),
        kept=_AGAIN,
        mend=_("See its log."),
    )
