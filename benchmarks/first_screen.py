"""One start, timed: python -m benchmarks.first_screen home|bare STARTED

Prints the seconds from STARTED (time.time() of the caller) until the first screen is painted, with imports and all.
`home` is the program with an empty data folder; `bare` is a Textual app that shows as many widgets of the same kinds.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

SIZE = (80, 24)


def done(started: float) -> None:
    print(time.time() - started, flush=True)


def bare(started: float) -> None:
    from textual.app import App, ComposeResult
    from textual.widgets import Label, OptionList, Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("A title")
            yield Static("A line of text that is about as long as one at home")
            yield Static("Another such line")
            yield OptionList(*(f"A person to talk with, number {n}" for n in range(3)))
            yield Label("The keys of this screen")

        def on_mount(self) -> None:
            self.call_after_refresh(self._painted)

        def _painted(self) -> None:
            done(started)
            self.exit()

    Bare().run(headless=True, size=SIZE)


def home(started: float) -> None:
    when_painted(lambda _app: done(started))


def count_widgets() -> None:
    """Print the kinds of widgets on the home screen, which `bare` matches."""
    when_painted(lambda app: print(dict(Counter(type(widget).__name__ for widget in app.screen.walk_children()))))


def when_painted(act: Callable[[Any], None]) -> None:
    """Run the `allycoach` command until its first screen is painted, then `act` on it and leave."""
    from textual.app import App

    def painted(app: Any) -> None:
        act(app)
        app.exit()

    run = App.run
    App.run = lambda self: run(self, headless=True, size=SIZE)  # type: ignore[assignment, misc]
    App.on_ready = lambda self: self.call_after_refresh(painted, self)  # type: ignore[attr-defined]
    sys.argv = ["allycoach"]
    sys.stdin.isatty = sys.stdout.isatty = lambda: True  # type: ignore[method-assign]
    from allycoach.cli import main

    with suppress(SystemExit):
        main()


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALLYCOACH_HOME"] = str(Path(folder) / "home")
        if arguments[0] == "count":
            count_widgets()
        else:
            {"bare": bare, "home": home}[arguments[0]](float(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
