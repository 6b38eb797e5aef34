"""What a visitor's process is started with."""

from pathlib import Path
from typing import Any, cast

import pytest

from allycoach.serving.service import VisitorService


def test_a_visitor_does_not_inherit_a_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLYCOACH_PASSPHRASE", "the facilitator's own")
    monkeypatch.setenv("ALLYCOACH_NEW_PASSPHRASE", "and another")
    monkeypatch.setenv("LANG", "cy_GB.UTF-8")
    nothing = cast(Any, None)
    service = VisitorService(["x"], tmp_path, write_bytes=nothing, write_str=nothing, ended=nothing, downloads=nothing)
    inherited = service._build_environment()
    assert inherited["ALLYCOACH_HOME"] == str(tmp_path)
    assert inherited["LANG"] == "cy_GB.UTF-8"
    assert not [name for name in inherited if "PASSPHRASE" in name]
