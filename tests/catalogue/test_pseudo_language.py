"""In a language that puts every message in brackets, whatever stands outside them was forgotten."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from allycoach.content.library import Library
from tests.catalogue.outside import HELP, Content, missed, outside, text_of_page
from tests.catalogue.pseudo import LANGUAGE, Shown, make

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    home = tmp_path_factory.mktemp("home")
    make(ROOT / "locale" / "allycoach.pot", home)
    done = subprocess.run(
        [sys.executable, "-m", "tests.catalogue.pseudo", str(home / "sittings")],
        cwd=ROOT,
        env=os.environ | {"ALLYCOACH_HOME": str(home), "ALLYCOACH_LANGUAGE": LANGUAGE, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    found: Shown = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def content(shipped: Library, shown: Shown) -> Content:
    return Content(shipped, shown["said"])


@pytest.mark.parametrize("kind", ["plain talk", "markdown", "html", "screen", "help", "command"])
def test_everything_but_content_is_in_brackets(shown: Shown, content: Content, kind: str) -> None:
    texts = {name: "\n".join(lines) for name, lines in shown.items() if name.startswith(kind)}
    if kind == "html":
        texts = {name: text_of_page(text) for name, text in texts.items()}
    allowed = (*HELP, r"allycoach.*", *_commands(shown)) if kind == "help" else ()
    found = {name: missed(text, content, allowed=allowed) for name, text in texts.items()}
    assert texts
    assert {name: words for name, words in found.items() if words} == {}


def test_every_screen_on_the_way_was_seen(shown: Shown) -> None:
    """Two screens of the same words would mean that a key led nowhere."""
    seen = {name: tuple(texts) for name, texts in shown.items() if name.startswith("screen")}
    assert len(seen) >= 30
    assert len(set(seen.values())) == len(seen)


def test_a_forgotten_sentence_is_found(content: Content) -> None:
    assert missed("⟦A ⟦b⟧ c⟧ Two words", content) == ["Two words"]
    assert missed("⟦A sentence.⟧\nAmina at the library desk\nenter  ⟦goes on⟧", content) == []
    assert outside("a⟦b⟦c⟧d⟧e") == "a\n\ne"


def _commands(shown: Shown) -> set[str]:
    return {name.split()[-1] for name in shown if name.startswith("help ") and name.split()[1:]}
