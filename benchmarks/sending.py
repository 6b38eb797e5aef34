"""From Enter to the answer on the screen, beside the bare parse of the same replies: python -m benchmarks.sending COUNT

Prints seconds: the median and the 95th percentile of ours, then of the bare parse. Talks are begun one after the other and go on
until they end. Every reply is a new one, so that no cache has seen it, and is sent before a pause has let it be read.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.reading import replies

SIZE = (100, 30)
PEOPLE = ("library-amina", "friend-ngozi", "warehouse-dee", "dropin-yusuf-1")
WARM = 5
"""Replies at the beginning that do not count."""

READING = 0.3
"""Seconds after an answer before the next reply is put: fewer than anybody takes to read it, enough for what is done then."""


async def sent(count: int) -> tuple[list[float], list[float]]:
    """The seconds from Enter to the answer of each reply, and those of parsing it right afterwards."""
    from allycoach.cli.parts import full_screen_parts
    from allycoach.language.pipeline import load
    from allycoach.tui.app import AllycoachApp

    app: Any = AllycoachApp(full_screen_parts(None), seed=7)
    nlp = load()
    ours: list[float] = []
    theirs: list[float] = []
    people, texts = cycle(PEOPLE), replies(count + WARM)
    painted = tell_when_painted()
    async with app.run_test(size=SIZE) as pilot:
        await until(lambda: app.reader_state == "ready")
        for text in texts:
            if type(app.screen).__name__ != "PracticeScreen" or app.screen.practice.phase == "over":
                app.begin(next(people), "coach")
                await until(lambda: bool(app.screen.query("#draft")) and app.screen.practice.phase == "talking")
                await pilot.pause(0.2)
            ours.append(await one(app, pilot, text, painted))
            begun = time.perf_counter()
            nlp(text)
            theirs.append(time.perf_counter() - begun)
    return ours[WARM:], theirs[WARM:]


def tell_when_painted() -> list[float]:
    """The moments at which answers have been painted, as they come: when what was written to the terminal had the answer in it."""
    from textual.errors import NoWidget

    from allycoach.tui.app import AllycoachApp
    from allycoach.tui.screens.practice import PracticeScreen
    from allycoach.tui.widgets.utterance import Said

    moments: list[float] = []
    awaited: list[Said] = []
    shown = PracticeScreen.answered

    def answered(screen: PracticeScreen, exchange: Any) -> None:
        shown(screen, exchange)
        awaited.append(screen.talk.query(Said).last())

    def painted(app: AllycoachApp) -> None:
        if awaited:
            with suppress(NoWidget):
                if app.screen.find_widget(awaited[0]).visible_region:
                    awaited.clear()
                    moments.append(time.perf_counter())

    PracticeScreen.answered = answered  # type: ignore[method-assign, assignment]
    AllycoachApp.post_display_hook = painted  # type: ignore[method-assign, assignment]
    return moments


async def one(app: Any, pilot: Any, text: str, painted: list[float]) -> float:
    """A reply typed into the draft and sent: seconds until its answer is painted."""
    from textual.events import Key

    painted.clear()
    app.screen.draft.put(text)
    await pilot.pause(0.02)  # the draft is painted, and has not been read
    begun = time.perf_counter()
    app.screen.draft.post_message(Key("enter", None))
    await until(lambda: bool(painted))
    await asyncio.sleep(READING)
    return painted[0] - begun


async def until(holds: Callable[[], bool]) -> None:
    while not holds():
        await asyncio.sleep(0.002)


def percentile(times: list[float], part: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALLYCOACH_HOME"] = str(Path(folder) / "home")
        both = asyncio.run(sent(int(sys.argv[1])))
        print(*(percentile(times, part) for times in both for part in (0.5, 0.95)), flush=True)
