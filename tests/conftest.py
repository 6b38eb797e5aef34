import socket

import pytest

from allycoach.content.library import Library
from tests import shipped as content

_OWN = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches beyond this computer."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: object, /) -> None:
        # Connecting a datagram socket sends nothing: it is how a cluster asks for this computer's own address.
        sends = self.type != socket.SOCK_DGRAM
        if sends and isinstance(address, tuple) and address[0] not in _OWN:
            raise AssertionError(f"a test asked for the network: {address[0]!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture(scope="session")
def shipped() -> Library:
    return content.shipped()
