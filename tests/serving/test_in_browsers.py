"""The whole of it: `allycoach serve` with real browsers."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.serving.browser import PROGRAM, Browser, browser

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed here")

CODE = "Elm Street 27"
APP_STANDS = "document.body && document.body.classList.contains('-first-byte')"


@dataclass
class Serving:
    process: asyncio.subprocess.Process
    address: str
    folder: Path
    """Where visitors' folders are."""

    def sittings(self) -> list[str]:
        return [each.read_text(encoding="utf-8") for each in self.folder.glob("*/visitor-*/sittings/*.jsonl")]

    async def until(self, come: Callable[[], bool]) -> None:
        async with asyncio.timeout(180):
            while not come():
                await asyncio.sleep(0.05)

    async def sent(self, words: str) -> None:
        """Until a reply with these words has been answered and is on the server's disk."""
        await self.until(lambda: any(words in each.partition('"reply_sent"')[2] for each in self.sittings()))


@asynccontextmanager
async def serving(folder: Path, *args: str) -> AsyncIterator[Serving]:
    folder.mkdir()
    env = os.environ | {"ALLYCOACH_HOME": str(folder / "home"), "TMPDIR": str(folder), "PYTHONIOENCODING": "utf-8"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "allycoach", "serve", *args, env=env, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        said = b""
        while b"Ctrl+C" not in said:
            line = await asyncio.wait_for(process.stdout.readline(), 180)
            assert line, f"it ended: {said!r}"
            said += line
        address = said.decode().partition("Address")[2].split()[0]
        yield Serving(process, address, folder)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def enter(one: Browser, at: Serving) -> None:
    await one.go(at.address)
    await one.type(CODE)
    await one.enter()


async def reply(one: Browser, at: Serving, words: str) -> None:
    await one.type(words)
    await one.drawn(words.rpartition(" ")[2])
    await one.enter()
    await at.sent(words)


async def begin(one: Browser, at: Serving, words: str) -> None:
    """From the code to a talk's first reply."""
    await enter(one, at)
    await one.drawn("to talk with")
    await one.type("3")
    await one.drawn("How much should the coach say?")
    await one.enter()
    await one.drawn("turn 1")
    await reply(one, at, words)


async def keep_the_talk(one: Browser, downloads: Path) -> str:
    """End the talk, look back, and download it; what is in the file."""
    await one.press("Escape", 27)
    await one.drawn("Stop here and look back")
    await one.type("3")
    await one.drawn("Before we look")
    await one.press("Escape", 27)
    await one.drawn("One thing to try")
    await one.type("e")
    await one.drawn("among your browser's downloads")
    async with asyncio.timeout(180):
        while not (found := list(downloads.glob("*.html"))):
            await asyncio.sleep(0.05)
    return found[0].read_text(encoding="utf-8")


async def test_three_browsers_at_once_and_one_too_many(tmp_path: Path) -> None:
    async with AsyncExitStack() as open_:
        at = await open_.enter_async_context(serving(tmp_path / "served", "--code", CODE, "--visitors", "3"))
        opened = [open_.enter_async_context(browser(tmp_path / name)) for name in ("one", "two", "three", "four")]
        one, two, three, four = await asyncio.gather(*opened)

        await one.go(at.address)
        await one.type("Oak Street 27")
        await one.enter()
        await one.until("document.body.innerText.includes('That is not the code')")

        said = {one: "What brings you here today?", two: "How are you doing?", three: "What would help?"}
        await asyncio.gather(*(begin(each, at, words) for each, words in said.items()))
        assert sorted(sum(words in sitting for words in said.values()) for sitting in at.sittings()) == [1, 1, 1]

        await enter(four, at)
        await four.until("document.body.innerText.includes('All 3 places here are taken')")

        one.kill()
        await reply(two, at, "You kept going for months.")
        await reply(three, at, "Nobody writes back.")

        page = await keep_the_talk(two, tmp_path / "two" / "downloads")
        assert "You kept going for months." in page
        await two.value("document.querySelector('#leaving form').requestSubmit()")
        await two.until("document.body.innerText.includes('What you wrote here is deleted')")
        assert not any("You kept going" in each for each in at.sittings())
        assert any("Nobody writes back." in each for each in at.sittings())

        at.process.terminate()
        await three.until("document.body.innerText.includes('The session is over')")
        await at.process.wait()
        assert list(at.folder.glob("allycoach-visitors-*")) == []
        for each in (one, two, three, four):
            assert [request for request in each.requests if at.address.partition("//")[2] not in request] == []
            assert [error for error in each.errors if "/enter" not in error] == []
