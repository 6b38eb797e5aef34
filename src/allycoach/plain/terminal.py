"""Where the lines of the plain face come from and go to."""

import sys
from io import TextIOWrapper
from typing import Protocol, TextIO

PROMPT = "> "


class Lines(Protocol):
    """A line in, a line out. `interactive` is True when someone sits at a keyboard and can be asked things."""

    interactive: bool

    def ask(self, prompt: str) -> str | None:
        """The next line without its end; None when there are no more. The prompt is shown only to a person."""
        ...

    def say(self, line: str) -> None: ...


class Terminal:
    """Standard input and output, a line at a time; nothing is ever redrawn.

    A console that cannot show a character gets a question mark in its place, and bytes that are no text come in as
    signs that say so.
    """

    def __init__(self, source: TextIO | None = None, out: TextIO | None = None) -> None:
        self._source = source or sys.stdin
        self._out = out or sys.stdout
        for stream in (self._source, self._out):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")
        self.interactive = self._source.isatty()

    def ask(self, prompt: str) -> str | None:
        if self.interactive and self._source is sys.stdin and self._out is sys.stdout:
            _edit_lines()
            try:
                return input(prompt)
            except EOFError:
                self.say("")
                return None
        line = self._source.readline()
        return line.rstrip("\r\n") if line else None

    def say(self, line: str) -> None:
        self._out.write(line + "\n")
        self._out.flush()


def _edit_lines() -> None:
    """Arrow keys and long lines at the keyboard, where the system has readline; without its terminal modes."""
    try:
        import readline
    except ImportError:
        return
    readline.parse_and_bind("set enable-bracketed-paste off")
