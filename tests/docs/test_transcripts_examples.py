"""Every example of a form in docs/transcripts.md is understood, and all of them are the same talk."""

import re
from pathlib import Path

import pytest

from allycoach.transcripts.forms import Form, parse
from allycoach.transcripts.speakers import roles_in, speakers, turns

PAGE = (Path(__file__).parents[2] / "docs" / "transcripts.md").read_text(encoding="utf-8")
FORMS: tuple[Form, ...] = ("text", "csv", "vtt", "jsonl")


@pytest.mark.parametrize("form", FORMS)
def test_an_example_is_understood(form: Form) -> None:
    (example,) = re.findall(rf"```{form}\n(.*?)```", PAGE, re.DOTALL)
    said = parse(form, example)
    made = [(turn.role, " ".join(turn.text.split())) for turn in turns(said, roles_in("ally=Jo", speakers(said)))]
    assert made == [
        ("ally", "Hello, come in. What brings you?"),
        ("person", "I left my job in May. I have been looking since."),
        ("ally", "You have been looking since May."),
    ]
