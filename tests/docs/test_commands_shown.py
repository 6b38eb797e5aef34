"""Every `allycoach ...` that a page shows is a command that there is, with options that it has."""

import re
import shlex
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from allycoach.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "docs/rules").glob("*.md")])
_FENCED = re.compile(r"^```(?:\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"`(allycoach(?: [^`]+)?)`")
_OTHER = ("|", "&&", ";", "<", ">", "2>")


def shown() -> list[tuple[str, str]]:
    """Each command with its page."""
    found: dict[tuple[str, str], None] = {}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line.strip() for block in _FENCED.findall(text) for line in block.splitlines()]
        commands = [line for line in lines if re.match(r"allycoach(\s|$)", line)]
        commands += [" ".join(each.split()) for each in _QUOTED.findall(_FENCED.sub("", text))]
        found |= {(page.name, command): None for command in commands}
    return list(found)


@cache
def whole() -> Any:
    return typer.main.get_command(app)


def words_of(command: str) -> list[str]:
    """Without a remark, and up to where a shell goes on with something else."""
    words = shlex.split(command.replace("...", "").replace("’", "").replace("'", ""), comments=True)[1:]
    end = next((at for at, word in enumerate(words) if word in _OTHER), len(words))
    return words[:end]


def test_commands_are_shown() -> None:
    assert len(shown()) > 60


@pytest.mark.parametrize(("page", "command"), shown())
def test_a_command_that_is_shown_is_there(page: str, command: str) -> None:
    at, words = whole(), words_of(command)
    while words and not words[0].startswith("-") and getattr(at, "commands", None):
        name = words.pop(0)
        assert name in at.commands, f"{page}: {command}"
        at = at.commands[name]
    known = {option for parameter in at.params for option in (*parameter.opts, *parameter.secondary_opts)}
    known |= {"--help", "-h"}
    for word in words:
        if word.startswith("-") and len(word) > 1:
            assert word.partition("=")[0] in known, f"{page}: {command}"
