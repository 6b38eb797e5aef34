"""A reply of one letter is no reply: it is a command, as in the plain face. Everything else is the trainee's words.

This is how single keys work without ever taking the first letter of a reply: letters always go into the draft, and only
Enter looks at them.
"""

from typing import Literal

from allycoach.catalogue import _

Command = Literal["rewrite", "phrases", "why", "not_so", "help"]

_COMMANDS: dict[str, Command] = {"r": "rewrite", "p": "phrases", "w": "why", "x": "not_so", "?": "help"}

NAMES: dict[Command, str] = {
    "rewrite": _("try it your way"),
    "phrases": _("see phrases"),
    "why": _("why this one"),
    "not_so": _("set it aside"),
    "help": "help",
}


def command_in(draft: str) -> Command | None:
    """The command a draft stands for, whether or not there is a note for it to act on: a lone letter is never sent."""
    return _COMMANDS.get(draft.strip().lower())
