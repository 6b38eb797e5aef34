"""A drill is checked by reading the lines it shows."""

from pathlib import Path

import pytest

from allycoach.cli.check import check_lines
from allycoach.content.library import shipped_folder

SHIPPED = shipped_folder() / "drills" / "closed-to-open.yaml"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a shipped drill in which one line shown as good is not."""
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path / "home"))
    text = SHIPPED.read_text(encoding="utf-8")
    assert '"What have you been thinking?"' in text
    folder = tmp_path / "mine" / "drills"
    folder.mkdir(parents=True)
    (folder / SHIPPED.name).write_text(
        text.replace('"What have you been thinking?"', '"You should ring them."'), encoding="utf-8"
    )
    return folder / SHIPPED.name


def test_a_line_shown_as_good_that_is_not_is_told_at_its_place(own: Path) -> None:
    (fault,) = [line for line, wrong in check_lines([own]) if wrong]
    where = next(n for n, line in enumerate(own.read_text(encoding="utf-8").splitlines(), 1) if "ring them" in line)
    assert fault.startswith(f"drills/closed-to-open.yaml:{where}:")
    assert "S012" in fault
    assert "shown as good, but would be told: There is an idea of yours" in fault


def test_the_shipped_drill_is_told_nothing() -> None:
    assert [line for line, wrong in check_lines([SHIPPED]) if wrong] == []
