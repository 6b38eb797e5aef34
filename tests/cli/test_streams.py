"""Letters through pipes: the same on every system."""

import io

import pytest

from allycoach.cli.faults import as_everywhere
from allycoach.cli.new import free_id, wanted_id
from allycoach.errors import AllycoachError


def test_a_pipe_on_windows_is_utf8() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(io.BufferedWriter(raw), encoding="cp1252")
    as_everywhere(out, system="nt")
    out.write("café → “so”")
    out.flush()
    assert raw.getvalue().decode("utf-8") == "café → “so”"


def test_what_comes_in_on_windows_is_utf8_with_a_mark_or_without() -> None:
    for data in ("\ufeffcafé".encode(), "café".encode()):
        source = io.TextIOWrapper(io.BytesIO(data), encoding="cp1252")
        as_everywhere(source, system="nt")
        assert source.read() == "café"


def test_elsewhere_only_what_cannot_be_shown_changes() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    as_everywhere(out, system="posix")
    out.write("café")
    out.flush()
    assert raw.getvalue() == b"caf?"


@pytest.mark.parametrize("name", ["con", "nul.x", "com1"])
def test_no_file_is_called_as_windows_calls_a_device(name: str, home: object) -> None:
    assert home
    with pytest.raises(AllycoachError, match="cannot be the id"):
        wanted_id(name)
    assert free_id("Con") == "con-2"
