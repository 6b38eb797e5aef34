"""The server: textual-serve's, with a door, a place for each visitor, and a broom."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from allycoach.catalogue import _

from .code import SessionCode
from .gate import gate, secured
from .pages import page
from .tries import WrongCodes
from .visitors import Visitor
from .visits import Visits
from .window import LONGEST

_OWN = Path(__file__).with_name("static")
_FORM = 4096
"""Bytes of a form: a code, and no more."""
_BETWEEN_LOOKS = 2.0


class VisitorServer(Server):
    """`hosts` is what a browser may call this server, `address` what it should; `code` is None where nobody needs one."""

    def __init__(self, visits: Visits, *, hosts: frozenset[str], address: str, code: SessionCode | None) -> None:
        super().__init__("", title="allycoach")
        self.download_manager = visits.downloads
        self._visits = visits
        self._hosts = hosts
        self._address = address
        self._code = code
        self._wrong = WrongCodes()
        # Cookies do not know ports, so two servers on one computer need two names.
        self._cookie = f"allycoach-{address.rpartition(':')[2]}"

    async def make_app(self) -> web.Application:
        """What aiohttp runs."""
        return await self._make_app()

    async def end(self) -> None:
        """Dismiss everybody."""
        await self._visits.end()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[gate(self._hosts, self._address)], client_max_size=_FORM)
        app.add_routes(
            [
                web.get("/", self.handle_index, allow_head=False),
                web.post("/enter", self.handle_code),
                web.post("/leave", self.handle_leaving),
                web.get("/ws", self.handle_websocket, allow_head=False),
                web.get("/download/{key}", self.handle_download, allow_head=False),
                web.static("/static", self.statics_path),
                web.static("/own", _OWN),
            ]
        )
        app.on_response_prepare.append(secured)
        app.cleanup_ctx.append(self._tidying)
        return app

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The app, or the way to it."""
        if self._visitor(request) is not None:
            return page("app", socket=f"ws://{request.host}/ws", idle=math.ceil(self._visits.visitors.idle / 60))
        if self._code is not None:
            return page("code", problem="")
        # A page elsewhere could fill all places with pictures or frames of this one; only going here takes a place.
        return (
            self._let_in()
            if request.headers.get("Sec-Fetch-Dest", "document") == "document"
            else page("missing", status=404)
        )

    async def handle_code(self, request: web.Request) -> web.StreamResponse:
        """What was typed for a code."""
        if self._code is None:
            return _to_the_app()
        now, who = self._visits.clock(), request.remote or ""
        wait = math.ceil(self._wrong.wait(who, now))
        if wait > 0:
            return _later(
                page(
                    "code",
                    status=429,
                    problem=_("That was too many wrong codes. Please wait {wait} seconds.").format(wait=wait),
                ),
                wait,
            )
        typed = (await request.post()).get("code", "")
        if isinstance(typed, str) and self._code.matches(typed):
            return self._let_in()
        self._wrong.wrong(who, now)
        self._visits.say(_("A wrong code was typed at {who}.").format(who=who))
        return page(
            "code", status=403, problem=_("That is not the code. Please check it with your facilitator, and try again.")
        )

    async def handle_leaving(self, request: web.Request) -> web.StreamResponse:
        """The button that leaves."""
        visitor = self._visitor(request)
        if visitor is not None:
            await self._visits.dismiss(visitor, "left")
        answer = page("left")
        answer.del_cookie(self._cookie)
        return answer

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """What the app of this visitor, and of no other, hands out."""
        visitor = self._visitor(request)
        with suppress(KeyError):
            found = await self.download_manager.get_download_metadata(request.match_info["key"])
            if visitor is not None and visitor.window is not None and found.app_service is visitor.window.service:
                return await super().handle_download(request)
        raise web.HTTPNotFound

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A window of a visitor's."""
        visitor = self._visitor(request)
        if visitor is None:
            raise web.HTTPNotFound
        socket = web.WebSocketResponse(heartbeat=15, timeout=2, max_msg_size=LONGEST)
        await socket.prepare(request)
        await self._visits.show(visitor, socket, request.query.get("width"), request.query.get("height"))
        return socket

    def _visitor(self, request: web.Request) -> Visitor | None:
        return self._visits.visitors.find(request.cookies.get(self._cookie))

    def _let_in(self) -> web.StreamResponse:
        try:
            visitor = self._visits.let_in()
        except OSError as error:
            self._visits.say(
                _("Nobody can be let in: no folder could be made, {why}.").format(
                    why=(error.strerror or _("for no stated reason")).lower()
                )
            )
            visitor = None
        if visitor is None:
            return _later(page("full", status=503, places=self._visits.visitors.limit), 60)
        answer = _to_the_app()
        answer.set_cookie(self._cookie, visitor.token, httponly=True, samesite="Strict", path="/")
        return answer

    async def _tidying(self, _app: web.Application) -> AsyncIterator[None]:
        """Look again and again who has gone, while the server runs."""

        async def look() -> None:
            while True:
                await asyncio.sleep(_BETWEEN_LOOKS)
                await self._visits.tidy()

        looking = asyncio.create_task(look())
        yield
        looking.cancel()


def _to_the_app() -> web.Response:
    return web.Response(status=303, headers={"Location": "/"})


def _later(answer: web.Response, seconds: int) -> web.Response:
    answer.headers["Retry-After"] = str(seconds)
    return answer
