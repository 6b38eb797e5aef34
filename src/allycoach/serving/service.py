"""A visitor's app: one process, driven as textual-serve drives one, but without a shell, without a word of what is typed in
any log, and stopped for certain."""

import asyncio
import json
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

Ended = Literal["closed", "failed"]

_PRELUDE = b"__GANGLION__\n"
_LEAVE = b"\x11"
"""ctrl+q, which the app answers everywhere by keeping the draft and ending."""

_PATIENCE = 5.0
"""Seconds that a process has to leave by itself before it is ended."""


async def _nothing() -> None:
    return


class VisitorService(AppService):
    """`command` is a program and its arguments; `ended` is told once when the app ends without having been stopped."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        ended: Callable[[Ended], Coroutine[None, None, None]],
        downloads: DownloadManager,
    ) -> None:
        super().__init__("", write_bytes=write_bytes, write_str=write_str, close=_nothing, download_manager=downloads)
        self._arguments = tuple(command)
        self._folder = folder
        self._ended = ended
        self._stopping = False
        self._left = False
        self._telling: asyncio.Task[None] | None = None

    @property
    def process(self) -> int | None:
        """The number of the process, once there is one."""
        return self._process.pid if self._process is not None else None

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        own = {"ALLYCOACH_HOME": str(self._folder), "TEXTUAL_FPS": "30"}
        inherited = super()._build_environment(width, height)
        # A facilitator's passphrase is none of a visitor's business: their folder is another.
        return {name: said for name, said in inherited.items() if not name.endswith("_PASSPHRASE")} | own

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # What it writes to standard error may quote a reply: it goes nowhere.
        environment = self._build_environment(width, height)
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Hand on what the app writes until it ends, then say how."""
        assert self._process is not None
        assert self._process.stdout is not None
        try:
            await self._read(self._process.stdout)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the app has ended, or the browser has gone: who holds this service hears of both
        finally:
            if not self._stopping:
                self._stopping = True
                self._end()
                self._telling = asyncio.create_task(self._ended("closed" if self._left else "failed"))

    async def _read(self, stdout: asyncio.StreamReader) -> None:
        while await stdout.readline() != _PRELUDE:
            if stdout.at_eof():
                return
        while True:
            kind = await stdout.readexactly(1)
            payload = await stdout.readexactly(int.from_bytes(await stdout.readexactly(4), "big"))
            if kind == b"D":
                await self.on_data(payload)
            elif kind == b"M":
                await self.on_meta(payload)
            elif kind == b"P":
                await self.on_packed(payload)

    async def on_meta(self, data: bytes) -> None:
        kind = json.loads(data).get("type")
        if kind == "exit":
            self._left = True
        elif kind == "deliver_file_start":  # nothing else: the app opens no pages, so nobody can make it open one
            await super().on_meta(data)

    async def stop(self, *, keep: bool = False) -> None:
        """End the app. With `keep` it first saves what is not sent yet, as it does when somebody leaves it."""
        self._stopping = True
        if self._process is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        if keep and self._process.returncode is None:
            await self.send_bytes(_LEAVE)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._process.wait(), _PATIENCE)
        self._end()
        await self._process.wait()
        if self._task is not None:
            await self._task

    def _end(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
