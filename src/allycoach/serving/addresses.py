"""Where this computer can be reached."""

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass

import psutil

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

LOOPBACK = "127.0.0.1"
PORTS = range(8000, 8010)
"""Tried in turn where none is asked for."""


@dataclass(frozen=True, slots=True)
class Doors:
    """`address` is what people type, `hosts` what a browser may call it, `sockets` where it listens."""

    address: str
    hosts: frozenset[str]
    sockets: tuple[socket.socket, ...]


def open_doors(*, lan: bool, address: str | None = None, port: int | None = None) -> Doors:
    """Listens on loopback and, with `lan`, on this computer's address on its network or on `address`. Raises AllycoachError."""
    outside = (address or _lan_address()) if lan else LOOPBACK
    addresses = tuple(dict.fromkeys((LOOPBACK, outside)))
    sockets, port = _listen(addresses, port)
    named = "localhost" if outside == LOOPBACK else outside
    return Doors(f"http://{named}:{port}", hosts_of(addresses, port), sockets)


def _lan_address() -> str:
    """This computer's address on its network. Raises AllycoachError where it is on none."""
    found = _towards_others() or next(iter(_private()), None)
    if found is None:
        raise AllycoachError(
            _("This computer is on no network that others could reach it by."),
            mend=_("Join the workshop's network, or name the address to use: --address 192.168.1.20"),
        )
    return found


def hosts_of(addresses: Iterable[str], port: int) -> frozenset[str]:
    """What a browser may call this server: anything else comes from a page that was led here by a name of its own."""
    names = {"localhost", *addresses}
    if set(addresses) - {LOOPBACK}:
        own = socket.gethostname().lower()
        names |= {own, f"{own}.local"}
    bare = names if port == 80 else set()
    return frozenset(f"{name}:{port}" for name in names) | frozenset(bare)


def _listen(addresses: tuple[str, ...], port: int | None) -> tuple[tuple[socket.socket, ...], int]:
    """Listening sockets, one an address, all on one port: `port`, or the first free one. Raises AllycoachError."""
    ports = PORTS if port is None else (port,)
    failed: OSError | None = None
    for each in ports:
        try:
            return _all_on(addresses, each)
        except OSError as error:
            failed = error
    why = failed.strerror.lower() if failed is not None and failed.strerror else _("they are taken")
    where = (
        _("{addresses}, port {port}").format(addresses=_(" and ").join(addresses), port=port)
        if port is not None
        else _("{addresses}, the ports {first} to {last}").format(
            addresses=_(" and ").join(addresses), first=PORTS[0], last=PORTS[-1]
        )
    )
    raise AllycoachError(
        _("Nothing can listen on {where}: {why}.").format(where=where, why=why),
        mend=_("Try another with --port 8100, or stop the other program."),
    ) from failed


def _all_on(addresses: tuple[str, ...], port: int) -> tuple[tuple[socket.socket, ...], int]:
    opened: list[socket.socket] = []
    try:
        for address in addresses:
            opened.append(socket.create_server((address, port)))
            port = int(opened[-1].getsockname()[1])
    except OSError:
        for each in opened:
            each.close()
        raise
    return tuple(opened), port


def _towards_others() -> str | None:
    """The address that others would see. Choosing a way for a datagram sends none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))
            found = str(way.getsockname()[0])
        except OSError:
            return None
    return None if ipaddress.ip_address(found).is_loopback else found


def _private() -> tuple[str, ...]:
    every = [one.address for card in psutil.net_if_addrs().values() for one in card if one.family == socket.AF_INET]
    return tuple(each for each in every if _is_private(each))


def _is_private(address: str) -> bool:
    found = ipaddress.ip_address(address)
    return found.is_private and not found.is_loopback
