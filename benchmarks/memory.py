"""Memory in use: python -m benchmarks.memory ours|bare

Prints MB. `bare` is a Textual app that shows a line, with spaCy's pipeline loaded and a few replies parsed; `ours` the program with
a talk going on, after as many replies.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import child, resident
from benchmarks.reader_ready import load_bare
from benchmarks.reading import replies

SIZE = (100, 30)
REPLIES = 10


async def bare() -> float:
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("A line")

    async with Bare().run_test(size=SIZE):
        nlp = load_bare()
        for text in replies(REPLIES):
            nlp(text)
        return resident()


async def ours() -> float:
    from allycoach.cli.parts import full_screen_parts
    from allycoach.tui.app import AllycoachApp
    from benchmarks.sending import until

    app: Any = AllycoachApp(full_screen_parts(None), seed=7)
    async with app.run_test(size=SIZE) as pilot:
        await until(lambda: app.reader_state == "ready")
        app.begin("library-amina", "coach")
        await until(lambda: bool(app.screen.query("#draft")))
        await pilot.pause()
        for text in replies(REPLIES):
            sent = len(app.screen.practice.sitting.turns)
            app.screen.draft.put(text)
            await pilot.press("enter")
            await until(lambda sent=sent: len(app.screen.practice.sitting.turns) > sent)  # type: ignore[misc]
            if app.screen.over:
                break
        return resident()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALLYCOACH_HOME"] = home = str(Path(folder) / "home")
        child("reader_ready", "lines", home, "0")  # an earlier start has parsed the content
        print(asyncio.run({"bare": bare, "ours": ours}[sys.argv[1]]()), flush=True)
