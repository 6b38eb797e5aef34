"""A visit from the door to the broom: let in, shown the app, gone, wiped."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field

from aiohttp import web
from textual_serve.download_manager import DownloadManager

from allycoach.catalogue import _

from .folders import VisitorFolders
from .service import Ended
from .visitors import Reason, Visitor, Visitors
from .window import Window

_WHY: dict[Reason, str] = {
    "left": _("A visitor left."),
    "idle": _("A visitor pressed no key for a long time, so the visit was ended."),
    "away": _("A visitor's window was closed and did not come back."),
    "stopped": _("A visit was ended, because this is stopping."),
}


@dataclass(frozen=True, slots=True)
class Visits:
    """`command` is the program a visitor sees; `clock` counts seconds and never goes back; `say` tells the facilitator."""

    command: Sequence[str]
    folders: VisitorFolders
    visitors: Visitors
    clock: Callable[[], float]
    say: Callable[[str], None]
    downloads: DownloadManager
    _going: set[asyncio.Task[None]] = field(default_factory=set)

    def let_in(self) -> Visitor | None:
        """One more; None when there is no room. Raises OSError when they cannot have a folder."""
        visitor = self.visitors.admit(self.folders.new, self.clock())
        self.say(
            _("A visitor came. {count}").format(count=self._count())
            if visitor
            else _("Somebody was asked to wait: all places are taken. {count}").format(count=self._count())
        )
        return visitor

    async def show(
        self, visitor: Visitor, socket: web.WebSocketResponse, width: str | None, height: str | None
    ) -> None:
        """The app in a window, until it is closed. One that was open before gives way."""

        async def ended(how: Ended) -> None:
            # Either way the words stay for a while: ctrl+q is easily pressed, and the page offers both ways on.
            if how == "failed":
                self.say(_("A visitor's app stopped by itself. What they sent is kept; they are asked to go on."))
            await window.close(how, keep=False)

        window = Window(socket, visitor.folder, self.command, downloads=self.downloads, ended=ended)
        try:
            if await self._take_over(visitor, window, width, height):
                await window.listen(lambda: self._pressed(visitor))
        finally:
            await self._whole(self._closed(visitor, window))

    async def dismiss(self, visitor: Visitor, reason: Reason) -> None:
        """End a visit and wipe what was written in it."""
        if self.visitors.forget(visitor):
            await self._whole(self._send_off(visitor, reason))

    async def _send_off(self, visitor: Visitor, reason: Reason) -> None:
        async with visitor.turn:
            if visitor.window is not None:
                await visitor.window.close(reason, keep=False)
                visitor.window = None
        wiped = await asyncio.to_thread(self.folders.wipe, visitor.folder)
        done = (
            _("Their words are deleted.")
            if wiped
            else _("Not all could be deleted: look into {folder}.").format(folder=visitor.folder)
        )
        self.say(f"{_WHY[reason]} {done} {self._count()}")

    async def tidy(self) -> None:
        """Dismiss whoever has been idle or away for too long."""
        await asyncio.gather(*(self.dismiss(who, why) for who, why in self.visitors.overdue(self.clock())))

    async def end(self) -> None:
        """Dismiss everybody, and wait for who is going already."""
        await asyncio.gather(*(self.dismiss(who, "stopped") for who in self.visitors.everyone()))
        await asyncio.gather(*self._going)

    async def _take_over(self, visitor: Visitor, window: Window, width: str | None, height: str | None) -> bool:
        async with visitor.turn:
            if self.visitors.find(visitor.token) is not visitor:
                return False
            if visitor.window is not None:
                await visitor.window.close("elsewhere", keep=True)
            visitor.window = window
            self._pressed(visitor)
            await window.open(width, height)
            return True

    async def _closed(self, visitor: Visitor, window: Window) -> None:
        async with visitor.turn:
            await window.service.stop(keep=True)
            if visitor.window is window:
                visitor.window = None
                visitor.seen = self.clock()

    async def _whole(self, work: Coroutine[None, None, None]) -> None:
        """Whoever asks for it may be cut off, as a request is when its browser goes; the work goes on to its end."""
        task = asyncio.create_task(work)
        self._going.add(task)
        task.add_done_callback(self._going.discard)
        await asyncio.shield(task)

    def _pressed(self, visitor: Visitor) -> None:
        visitor.pressed = self.clock()

    def _count(self) -> str:
        return _("{count} of {limit} here.").format(count=len(self.visitors), limit=self.visitors.limit)
