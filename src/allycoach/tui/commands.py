"""A reply of one letter is no reply: it is a command, as in the plain face. Everything else is the trainee's words.

This is how single keys work without ever taking the first letter of a reply: letters always go into the draft, and only
Enter looks at them.
"""

from typing import Literal

Command = Literal["rewrite", "phrases", "why", "not_so", "help"]

_NOTE_COMMANDS: dict[str, Command] = {"r": "rewrite", "p": "phrases", "w": "why", "x": "not_so"}

NAMES: dict[Command, str] = {
    "rewrite": "try it your way",
    "phrases": "see phrases",
    "why": "why this one",
    "not_so": "set it aside",
    "help": "help",
}


def command_in(draft: str, *, note: bool) -> Command | None:
    """The command a draft stands for. `note`: whether there is a note on screen for the letters to act on."""
    letter = draft.strip().lower()
    if letter == "?":
        return "help"
    return _NOTE_COMMANDS.get(letter) if note else None
