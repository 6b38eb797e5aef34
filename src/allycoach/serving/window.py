"""One browser window and the app that it shows."""

import json
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.download_manager import DownloadManager

from .service import Ended, VisitorService
from .visitors import Reason

Closed = Reason | Ended | Literal["elsewhere"]
"""Why a window is closed; the page has words for each."""

LONGEST = 1024 * 1024
"""Bytes of one message: more than anybody types or pastes."""

_WIDTHS, _HEIGHTS = (20, 400), (8, 150)


class Window:
    """Made for a socket that is open. `ended` is told when the app ends by itself."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        folder: Path,
        command: Sequence[str],
        *,
        downloads: DownloadManager,
        ended: Callable[[Ended], Coroutine[None, None, None]],
    ) -> None:
        self._socket = socket
        self.service = VisitorService(
            command,
            folder,
            write_bytes=self._bytes,
            write_str=self._text,
            ended=ended,
            downloads=downloads,
        )

    async def open(self, width: str | None, height: str | None) -> None:
        """Start the app at that size, in cells, or at a usual one. Raises OSError."""
        await self.service.start(_cells(width, 80, _WIDTHS), _cells(height, 24, _HEIGHTS))

    async def listen(self, pressed: Callable[[], None]) -> None:
        """Hand on what the visitor does until the window is closed; `pressed` is told of each key."""
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                await self._take(_envelope(message.data), pressed)

    async def close(self, reason: Closed, *, keep: bool) -> None:
        """Tell the page why, and end the app; with `keep` it saves what is not sent yet."""
        with suppress(ConnectionError):
            await self._socket.close(code=WSCloseCode.OK, message=reason.encode())
        await self.service.stop(keep=keep)

    async def _take(self, envelope: object, pressed: Callable[[], None]) -> None:
        match envelope:
            case ["stdin", str(typed)]:
                pressed()
                # Half a surrogate pair would stop the app from hearing anything more.
                await self.service.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": width, "height": height}]:
                await self.service.set_terminal_size(_cells(width, 80, _WIDTHS), _cells(height, 24, _HEIGHTS))
            case ["ping", str(data)]:
                await self._text(json.dumps(["pong", data]))
            case ["blur"]:
                await self.service.blur()
            case ["focus"]:
                await self.service.focus()

    async def _bytes(self, data: bytes) -> None:
        # What an app still writes to a window that has gone is read all the same, or the app could not end.
        if not self._socket.closed:
            with suppress(ConnectionError):
                await self._socket.send_bytes(data)

    async def _text(self, data: str) -> None:
        if not self._socket.closed:
            with suppress(ConnectionError):
                await self._socket.send_str(data)


def _envelope(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None  # no page of ours sends that


def _cells(said: object, usual: int, limits: tuple[int, int]) -> int:
    """A width or height that somebody asks for, within reason."""
    try:
        count = int(said) if isinstance(said, int | str) else usual
    except ValueError:
        count = usual
    return min(max(count, limits[0]), limits[1])
