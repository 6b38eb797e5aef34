"""Where the lines of the plain face come from and go to."""

import os
import sys
import textwrap
from io import TextIOWrapper
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from allycoach.content.schema.cards import ProcedureCard

PROMPT = "> "

REAL_HELP = "/realhelp"
"""Answered at every question, whatever it asks for."""


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
        self.card: ProcedureCard | None = None
        """The organisation's own, for real help."""

    def ask(self, prompt: str) -> str | None:
        while True:
            typed = self._asked(prompt)
            if typed is None or typed.strip().lower() != REAL_HELP:
                return typed
            from .lines import real_help

            for line in real_help(self.card):
                self.say(line)

    def _asked(self, prompt: str) -> str | None:
        if self.interactive and self._source is sys.stdin and self._out is sys.stdout:
            _edit_lines()
            *before, last = self._rows(prompt.rstrip()) or [""]
            for row in before:
                self._write(row)
            try:
                return input(last + " " * (len(prompt) - len(prompt.rstrip())))
            except EOFError:
                self.say("")
                return None
        line = self._source.readline()
        return line.rstrip("\r\n") if line else None

    def say(self, line: str) -> None:
        for row in self._rows(line) or [""]:
            self._write(row)

    def _rows(self, line: str) -> list[str]:
        """A line as rows of this terminal, cut between words; a screen reader that reads by rows would else hear parts of words.
        A pipe gets it whole."""
        if not self._out.isatty():
            return [line]
        try:
            width = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            return [line]
        return textwrap.wrap(line, max(width - 1, 20), break_on_hyphens=False) if len(line) >= width > 0 else [line]

    def _write(self, row: str) -> None:
        self._out.write(row + "\n")
        self._out.flush()


def _edit_lines() -> None:
    """Arrow keys and long lines at the keyboard, where the system has readline; without its terminal modes."""
    try:
        import readline
    except ImportError:
        return
    readline.parse_and_bind("set enable-bracketed-paste off")
