"""A server in this process whose visitors see a small stand-in for the app."""

import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType
from aiohttp.test_utils import TestServer
from textual_serve.download_manager import DownloadManager

from allycoach.serving.code import SessionCode
from allycoach.serving.folders import VisitorFolders
from allycoach.serving.server import VisitorServer
from allycoach.serving.visitors import Visitors
from allycoach.serving.visits import Visits

CODE = "otter-maple-42"
HERE = "here:8000"
ORIGIN = f"http://{HERE}"

STAND_IN = r"""
import json, os, sys
from pathlib import Path
def put(kind, data): os.write(1, kind + len(data).to_bytes(4, "big") + data)
def get():
    kind = sys.stdin.buffer.read(1)
    return kind, sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(4), "big"))
home = Path(os.environ["ALLYCOACH_HOME"])
os.write(1, b"__GANGLION__\n")
put(b"D", b"began " + bytes(home / "words") * (home / "words").exists())
while True:
    kind, data = get()
    if kind == b"M":
        put(b"D", b"meta " + data)
    elif data == b"\x11":
        (home / "kept").write_bytes(b"")
        put(b"M", json.dumps({"type": "exit"}).encode())
        break
    elif data == b"crash":
        sys.stderr.write("Traceback: words of a visitor")
        sys.exit(3)
    elif data == b"download":
        put(b"M", json.dumps({"type": "deliver_file_start", "key": "k1", "path": "/x/talk.html", "open_method": "download",
            "mime_type": "text/html", "encoding": "", "name": None}).encode())
    elif data == b"page":
        put(b"M", json.dumps({"type": "open_url", "url": "http://elsewhere", "new_tab": True}).encode())
        put(b"D", b"asked")
    else:
        (home / "words").write_bytes(data)
        put(b"D", b"got " + data)
"""


@dataclass
class Caller:
    """A browser without a page: its cookies, and the origin it gives."""

    session: ClientSession
    server: TestServer
    headers: dict[str, str] = field(default_factory=lambda: {"Host": HERE, "Origin": ORIGIN})

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        url = self.server.make_url(path)
        async with self.session.get(url, headers=self.headers | headers, allow_redirects=False) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, data: dict[str, str] | None = None, **headers: str) -> tuple[int, str]:
        url = self.server.make_url(path)
        async with self.session.post(url, data=data, headers=self.headers | headers, allow_redirects=False) as answer:
            return answer.status, await answer.text()

    async def enter(self, code: str = CODE) -> int:
        return (await self.post("/enter", {"code": code}))[0]

    async def window(self, query: str = "?width=80&height=24") -> ClientWebSocketResponse:
        return await self.session.ws_connect(self.server.make_url("/ws" + query), headers=self.headers)


@dataclass
class Served:
    """`now` is what the server's clock shows; `said` is what the facilitator was told."""

    folder: Path
    limit: int = 3
    now: float = 0.0
    said: list[str] = field(default_factory=list)
    callers: list[ClientSession] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folders = VisitorFolders(self.folder, lambda _folder: None)
        self.visitors = Visitors(self.limit, idle=1200, away=120)
        command = [sys.executable, "-c", STAND_IN]
        self.visits = Visits(
            command, self.folders, self.visitors, lambda: self.now, self.said.append, DownloadManager()
        )

    async def open(self, code: str | None = CODE) -> None:
        session_code = SessionCode(code) if code is not None else None
        server = VisitorServer(self.visits, hosts=frozenset({HERE}), address=ORIGIN, code=session_code)
        self.server = TestServer(await server.make_app())
        await self.server.start_server()

    def caller(self) -> Caller:
        session = ClientSession(cookie_jar=CookieJar(unsafe=True))
        self.callers.append(session)
        return Caller(session, self.server)

    async def close(self) -> None:
        await self.visits.end()
        for each in self.callers:
            await each.close()
        await self.server.close()

    def words(self) -> list[bytes]:
        """What visitors have written that is still there."""
        return [each.read_bytes() for each in self.folders.root.glob("visitor-*/words")]

    def left(self) -> list[str]:
        return [each.name for each in self.folders.root.glob("visitor-*")]


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    made = Served(tmp_path)
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def served_without_code(tmp_path: Path) -> AsyncIterator[Served]:
    made = Served(tmp_path)
    await made.open(code=None)
    yield made
    await made.close()


async def heard(window: ClientWebSocketResponse, words: bytes) -> bytes:
    """Everything up to and with the message that has these words in it."""
    so_far = b""
    while words not in so_far:
        message = await window.receive(timeout=10)
        assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), f"closed after {so_far!r}: {message}"
        so_far += message.data if message.type is WSMsgType.BINARY else message.data.encode()
    return so_far


async def why_closed(window: ClientWebSocketResponse) -> str:
    """The reason that the page is given."""
    while True:
        message = await window.receive(timeout=15)
        if message.type is WSMsgType.CLOSE:
            return str(message.extra)
        assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), message
