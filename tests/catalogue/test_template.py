"""The template that translators begin from has every message there is, and the messages are fit to be translated."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "locale" / "allycoach.pot"
HOW = (ROOT / "docs" / "translating.md").read_text(encoding="utf-8")


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def messages(catalogue: Catalog) -> set[str | tuple[str, ...]]:
    return {tuple(message.id) if message.pluralizable else str(message.id) for message in catalogue if message.id}


def test_the_command_on_the_page_makes_the_template_that_is_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = re.search(r"^    pybabel (extract (?:.*\\\n)*.*)$", HOW, re.M)
    assert command is not None
    made = tmp_path / "allycoach.pot"
    words = command[1].replace("\\\n", " ").replace("locale/allycoach.pot", str(made)).split()
    monkeypatch.chdir(ROOT)
    CommandLineInterface().run(["pybabel", "--quiet", *words])  # type: ignore[no-untyped-call]
    here, now = messages(read(TEMPLATE)), messages(read(made))
    assert now - here == set(), "run the command of docs/translating.md"
    assert here - now == set(), "run the command of docs/translating.md"


def test_no_message_is_put_together_before_it_is_looked_up() -> None:
    """`_(f"...")` and `_("a" + b)` would never be found in a catalogue."""
    wrong = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "many"):
                texts = call.args[: 1 if call.func.id == "_" else 2]
                if not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
                    wrong.append(f"{path.name}:{call.lineno}")
    assert [place for place in wrong if not place.startswith(("catalogue.py", "page_words.py"))] == []


def test_both_forms_of_a_plural_speak_of_the_same() -> None:
    for message in read(TEMPLATE):
        if message.pluralizable:
            one, several = (set(re.findall(r"\{(\w+)", text)) for text in message.id)
            assert one <= several, message.id


def test_every_placeholder_has_a_name() -> None:
    unnamed = re.compile(r"\{(?:\d*|x_\w*|words\d|\w*[2-9])[}:!]")
    assert [message.id for message in read(TEMPLATE) if unnamed.search(str(message.id))] == []
