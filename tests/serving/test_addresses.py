import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from allycoach.errors import AllycoachError
from allycoach.serving.addresses import Doors, hosts_of, open_doors


@contextmanager
def opened(**wishes: object) -> Iterator[Doors]:
    doors = open_doors(**wishes)  # type: ignore[arg-type]
    try:
        yield doors
    finally:
        for each in doors.sockets:
            each.close()


def test_without_lan_it_listens_on_this_computer_alone() -> None:
    with opened(lan=False, port=0) as doors:
        assert [each.getsockname()[0] for each in doors.sockets] == ["127.0.0.1"]
        port = doors.sockets[0].getsockname()[1]
        assert doors.address == f"http://localhost:{port}"
        assert doors.hosts == {f"localhost:{port}", f"127.0.0.1:{port}"}


def test_a_port_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AllycoachError, match=rf"127\.0\.0\.1, port {port}: address already in use.*--port 8100"):
            open_doors(lan=False, port=port)


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with opened(lan=False) as one, opened(lan=False) as two:
        assert one.address != two.address


def test_an_address_that_is_not_this_computers_is_said() -> None:
    with pytest.raises(AllycoachError, match=r"198\.51\.100\.1"):
        open_doors(lan=True, address="198.51.100.1", port=0)


def test_on_a_network_it_may_be_called_by_this_computers_name_too() -> None:
    hosts = hosts_of(("127.0.0.1", "192.168.1.20"), 8000)
    assert "192.168.1.20:8000" in hosts
    assert f"{socket.gethostname().lower()}.local:8000" in hosts
    assert "192.168.1.20" not in hosts


def test_a_browser_leaves_out_the_usual_port() -> None:
    assert "192.168.1.20" in hosts_of(("127.0.0.1", "192.168.1.20"), 80)
