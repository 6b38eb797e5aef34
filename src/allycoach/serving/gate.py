"""What every request must pass, and what every answer carries: whatever page a visitor has open elsewhere, it cannot act
here in their name, and nothing here fetches anything from anywhere else."""

from collections.abc import Awaitable, Callable

from aiohttp import hdrs, web
from aiohttp.typedefs import Middleware

from .pages import page

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_CHANGING = frozenset({"POST"})
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser hides the origin of our own forms too
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Server": "allycoach",
}


def gate(hosts: frozenset[str], address: str) -> Middleware:
    """Lets a request pass that was meant for one of `hosts` and, where it could act, came from a page of ours.
    `address` is where a visitor who came by another name is sent."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get(hdrs.HOST, "").lower() not in hosts:
            return page("refused", status=421, address=address)
        if _acts(request) and not _is_ours(request):
            return page("refused", status=403, address=address)
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return page("missing", status=404)

    return check


async def secured(request: web.Request, response: web.StreamResponse) -> None:
    """The headers of every answer."""
    response.headers.update(_HEADERS)
    socket = f"ws://{request.headers.get(hdrs.HOST, '')}" if response.status == 200 else ""
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        f"font-src 'self'; connect-src 'self' {socket}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )  # the terminal in the page writes styles of its own; scripts come from files alone
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"


def _acts(request: web.Request) -> bool:
    return request.method in _CHANGING or request.headers.get(hdrs.UPGRADE, "").lower() == "websocket"


def _is_ours(request: web.Request) -> bool:
    """A browser says which page sends a form or opens a socket; nothing that leaves it out is a browser."""
    return request.headers.get(hdrs.ORIGIN, "").lower() == f"http://{request.headers.get(hdrs.HOST, '').lower()}"
