"""Serves until it is told to stop, and leaves nothing behind."""

import asyncio
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web
from textual_serve.download_manager import DownloadManager

from allycoach.catalogue import _, many
from allycoach.errors import NotSaved

from .addresses import Doors, open_doors
from .announcement import announcement
from .capacity import available, capacity
from .code import SessionCode
from .faults import say_faults
from .folders import VisitorFolders, sweep
from .server import VisitorServer
from .visitors import Visitors
from .visits import Visits

AWAY = 120.0
"""Seconds that a window may be closed: long enough to load a page again, or for a network to come back."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a facilitator asks for. `idle` is in seconds; None is what is chosen for them."""

    lan: bool = False
    address: str | None = None
    port: int | None = None
    code: str | None = None
    visitors: int | None = None
    idle: float = 20 * 60.0


@dataclass(frozen=True, slots=True)
class Served:
    """`command` is the program that a visitor sees; `prepare` puts into a new folder what each visitor's begins with."""

    command: Sequence[str]
    prepare: Callable[[Path], None]


def serve(served: Served, wishes: Wishes, say: Callable[[str], None]) -> None:
    """Serve until Ctrl+C. Raises AllycoachError when that cannot begin."""
    code = _code(wishes)
    room = capacity(available(), wishes.visitors)
    folders = _folders(served.prepare, say)
    try:
        doors = open_doors(lan=wishes.lan, address=wishes.address, port=wishes.port)
        visitors = Visitors(room.visitors, idle=wishes.idle, away=AWAY)
        visits = Visits(served.command, folders, visitors, time.monotonic, say, DownloadManager())
        server = VisitorServer(visits, hosts=doors.hosts, address=doors.address, code=code)
        for line in announcement(doors.address, code, room, idle=wishes.idle, lan=wishes.lan):
            say(line)
        asyncio.run(_until_told(server, doors, say))
    finally:
        wiped = folders.close()
        say(
            _("Over. What was written is deleted.")
            if wiped
            else _("Over. Not all could be deleted: look into {root}.").format(root=folders.root)
        )


def _code(wishes: Wishes) -> SessionCode | None:
    if wishes.code is not None:
        return SessionCode.given(wishes.code)
    return SessionCode.made() if wishes.lan else None


def _folders(prepare: Callable[[Path], None], say: Callable[[str], None]) -> VisitorFolders:
    parent = Path(tempfile.gettempdir())
    if left := sweep(parent, time.time()):
        say(
            many(
                "Deleted what an earlier session had left behind.",
                "Deleted what {n} earlier sessions had left behind.",
                left,
            ).format(n=left)
        )
    try:
        return VisitorFolders(parent, prepare)
    except OSError as error:
        raise NotSaved(
            _("No folder for visitors could be made in {parent}: {why}.").format(
                parent=parent, why=(error.strerror or type(error).__name__).lower()
            ),
            mend=_("Make some room there, or name another place in TMPDIR."),
        ) from error


async def _until_told(server: VisitorServer, doors: Doors, say: Callable[[str], None]) -> None:
    told = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            with suppress(NotImplementedError):  # Windows: Ctrl+C cancels this instead
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), told.set)
    say_faults(say)
    runner = web.AppRunner(await server.make_app(), access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        for each in doors.sockets:
            await web.SockSite(runner, each).start()
        await told.wait()
    finally:
        await server.end()
        await runner.cleanup()
