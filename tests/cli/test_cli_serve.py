import sys
from pathlib import Path

import pytest

from allycoach.cli.serve import prepare, serve_in_browsers
from allycoach.errors import AllycoachError

USUAL = {
    "lan": False,
    "address": None,
    "port": None,
    "code": None,
    "visitors": None,
    "idle": 20,
    "content": None,
}


def test_without_its_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "allycoach.serving.run", None)
    with pytest.raises(AllycoachError, match=r"pip install 'allycoach\[serve\]'"):
        serve_in_browsers(**USUAL)  # type: ignore[arg-type]


def test_a_code_that_is_easy_to_guess_stops_it_before_anything_is_opened() -> None:
    with pytest.raises(AllycoachError, match="easy to guess"):
        serve_in_browsers(**(USUAL | {"code": "abc"}))  # type: ignore[arg-type]


def test_a_visitor_has_the_facilitators_content_and_none_of_their_sittings(
    home: Path, saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert saved
    (home / "content" / "scenarios").mkdir(parents=True)
    (home / "content" / "scenarios" / "broken.yaml").write_text("id: [", encoding="utf-8")
    visitor = tmp_path / "visitor"
    visitor.mkdir()
    prepare(visitor, None)
    assert (visitor / "content" / "scenarios" / "broken.yaml").exists()
    assert sorted(each.name for each in visitor.iterdir()) == ["cache", "content"]
    said = " ".join(capsys.readouterr().out.split())
    assert said == f"Not used: {home / 'content' / 'scenarios' / 'broken.yaml'}; `allycoach check` says why."
