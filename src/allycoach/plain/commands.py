"""A typed line as what it means: words for the person, or a command that no real reply would be."""

from dataclasses import dataclass
from typing import Literal

from allycoach.catalogue import _

Name = Literal[
    "rewrite",
    "phrases",
    "why",
    "notso",
    "take",
    "help",
    "where",
    "wait",
    "pin",
    "mode",
    "talk",
    "setting",
    "back",
    "branches",
    "branch",
    "compare",
    "realhelp",
    "again",
    "leave",
    "quit",
    "unsure",
    "unknown",
]

_LETTERS: dict[str, Name] = {"r": "rewrite", "p": "phrases", "w": "why", "x": "notso", "?": "help"}
_WORDS: dict[str, Name] = {
    name: name
    for name in (
        "rewrite", "phrases", "why", "notso", "help", "where", "wait", "pin", "mode", "talk", "setting", "back", "branches",
        "branch", "compare", "realhelp", "again", "leave", "quit",
    )
}  # fmt: skip
_PERHAPS_MEANT = frozenset({"quit", "exit", "help"})
_LONGEST_NUMBER = 3

HELP = (
    _("COMMANDS: a line is sent to the person as it is, except for these."),
    _("r: try again in your own words, then see phrases beside them."),
    _("p: see up to three phrases others use to come back. A number takes one."),
    _("w: why the coach says this, and why this one."),
    _("x: not so, set the coach's thought aside. /notso and your reason keeps the reason."),
    _("?: this help, also /help."),
    _("/where: where the talk is in the conversation model: your own answer first, then the coach's, and why."),
    _("/wait: wait in silence."),
    _("/pin: mark this moment, to find it again when you look back. /pin and words marks words that you nearly sent."),
    _("/back and a number: go back to before that turn and try it again; what came of it is kept."),
    _(
        "/branches: other ways that this talk went. /branch and a number goes on with one, /compare shows it beside "
        "this one."
    ),
    _("/mode coach, /mode quiet or /mode solo: change how much is shown."),
    _("/talk: the whole talk so far. /setting: where you are, and who is with you."),
    _("/realhelp: where real help is, for you, outside the practice."),
    _("/again: send once more what could not be saved."),
    _("/leave: leave now and continue another day."),
    _("/quit: end the talk and look back at it. The end of the input does the same."),
    _("/say and words: send exactly those words, also when they look like a command. A space in front does the same."),
)


@dataclass(frozen=True, slots=True)
class Said:
    """Words for the person."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A command; `rest` is what stands after it."""

    name: Name
    rest: str = ""


def understand(line: str, *, numbers: int = -1) -> Said | Asked | None:
    """What a line means; None for an empty one. `numbers` is the highest number on offer, -1 for none."""
    text = line.strip()
    if not text:
        return None
    if line[0].isspace():
        return Said(text)
    if text.lower() in _LETTERS:
        return Asked(_LETTERS[text.lower()])
    a_number = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    if a_number and int(text) <= numbers:
        return Asked("take", text)
    if a_number or text.lower() in _PERHAPS_MEANT:
        return Asked("unsure", text)
    return _slashed(text) if text.startswith("/") else Said(text)


def _slashed(text: str) -> Said | Asked:
    word, __, rest = text[1:].partition(" ")
    if word.lower() == "say" and rest.strip():
        return Said(rest.strip())
    name = _WORDS.get(word.lower())
    return Asked(name, rest.strip()) if name else Asked("unknown", f"/{word}")
