"""What is shipped: the wheel holds all content and every part of the package, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTENT = ("models", "packs", "phrasebank", "scenarios")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    out = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "-w",
        str(out),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    with zipfile.ZipFile(next(out.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


@pytest.mark.parametrize("folder", CONTENT)
def test_every_content_file_is_in_the_wheel(names: set[str], folder: str) -> None:
    wanted = {f"allycoach/data/{folder}/{path.name}" for path in (ROOT / folder).glob("*.yaml")}
    assert wanted
    assert wanted <= names


def test_the_page_of_every_rule_is_in_the_wheel(names: set[str]) -> None:
    pages = ROOT / "docs" / "rules"
    wanted = {
        f"allycoach/data/rules/{path.relative_to(pages).as_posix()}" for path in pages.rglob("*") if path.is_file()
    }
    assert wanted
    assert wanted <= names


def test_every_module_and_style_is_in_the_wheel(names: set[str]) -> None:
    package = ROOT / "src" / "allycoach"
    wanted = {
        f"allycoach/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.suffix in (".py", ".tcss", ".yaml", ".j2", ".css", ".js", ".svg")
    }
    assert wanted <= names
    assert "allycoach/py.typed" in names


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    strangers = {name for name in names if not name.startswith(("allycoach/", "allycoach-"))}
    assert strangers == set()
