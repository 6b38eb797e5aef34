"""A real Chromium without a window, driven over its debugging protocol."""

import asyncio
import base64
import itertools
import json
import os
import shutil
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
_PATIENCE = 60.0

_OVERHEARD = """
window.overheard = "";
const Before = window.WebSocket;
window.WebSocket = class extends Before {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", (event) => {
      if (typeof event.data !== "string") window.overheard += new TextDecoder().decode(event.data);
    });
  }
};
"""
"""What the app draws is a picture to a browser; this keeps the text it was drawn from."""


class Browser:
    """One browser with one page. `requests` are the addresses it fetched, `errors` what its console complained of."""

    def __init__(self, process: asyncio.subprocess.Process, wire: ClientWebSocketResponse) -> None:
        self.process = process
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._wire = wire
        self._numbers = itertools.count(1)
        self._asked: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._listening = asyncio.create_task(self._listen())

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        number = next(self._numbers)
        self._asked[number] = asyncio.get_running_loop().create_future()
        await self._wire.send_json({"id": number, "method": method, "params": params})
        return await asyncio.wait_for(self._asked[number], _PATIENCE)

    async def go(self, address: str) -> None:
        await self.call("Page.navigate", url=address)
        await self.until("document.readyState === 'complete'")

    async def value(self, script: str) -> Any:
        """What the page says to it; None between two pages, when a browser answers that there is none to ask."""
        found = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return found.get("result", {}).get("value")

    async def until(self, script: str) -> None:
        """Waits for an event to have come, looking now and then; fails when it does not."""
        async with asyncio.timeout(_PATIENCE):
            while not await self.value(script):
                await asyncio.sleep(0.05)

    async def drawn(self, words: str) -> None:
        """Until the app has drawn these words since it was last asked for some."""
        quoted = json.dumps(words)
        await self.until(f"window.overheard && window.overheard.includes({quoted}) && (window.overheard = '', true)")

    async def text(self) -> str:
        return str(await self.value("document.body.innerText"))

    async def type(self, words: str) -> None:
        await self.call("Input.insertText", text=words)

    async def press(self, key: str, code: int, *, text: str = "", modifiers: int = 0) -> None:
        about = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **about)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **about)

    async def enter(self) -> None:
        await self.press("Enter", 13, text="\r")

    async def picture(self, path: Path) -> None:
        found = await self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(found["data"]))

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    async def _listen(self) -> None:
        async for message in self._wire:
            self._take(message.json())

    def _take(self, said: dict[str, Any]) -> None:
        about = said.get("params", {})
        match said.get("method"):
            case None:
                self._asked.pop(said["id"]).set_result(said.get("result", {"error": said.get("error")}))
            case "Network.requestWillBeSent":
                self.requests.append(about["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(about["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(about["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if about["type"] == "error":
                self.errors.append(str(about["args"]))
            case "Log.entryAdded" if about["entry"]["level"] == "error":
                self.errors.append(about["entry"]["text"] + " " + about["entry"].get("url", ""))


@asynccontextmanager
async def browser(folder: Path, *, size: str = "860,680") -> AsyncIterator[Browser]:
    """A browser that keeps its things, and its downloads, in `folder`."""
    assert PROGRAM is not None
    folder.mkdir(parents=True)
    process = await asyncio.create_subprocess_exec(
        PROGRAM,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--remote-debugging-port=0",
        f"--user-data-dir={folder}",
        f"--window-size={size}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    one: Browser | None = None
    try:
        async with ClientSession() as session:
            address = await _page_address(session, folder)
            async with session.ws_connect(address, max_msg_size=0) as wire:
                one = Browser(process, wire)
                await _watched(one.call, folder)
                yield one
                one.kill()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


async def _page_address(session: ClientSession, folder: Path) -> str:
    port_file = folder / "DevToolsActivePort"
    async with asyncio.timeout(_PATIENCE):
        while not (port_file.exists() and "\n" in port_file.read_text(encoding="utf-8")):
            await asyncio.sleep(0.05)
        port = port_file.read_text(encoding="utf-8").split()[0]
        while True:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = [each for each in await answer.json() if each["type"] == "page"]
            if pages:
                return str(pages[0]["webSocketDebuggerUrl"])
            await asyncio.sleep(0.05)


async def _watched(call: Callable[..., Awaitable[dict[str, Any]]], folder: Path) -> None:
    for each in ("Network", "Page", "Runtime", "Log"):
        await call(f"{each}.enable")
    await call("Page.addScriptToEvaluateOnNewDocument", source=_OVERHEARD)
    await call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder / "downloads"))
