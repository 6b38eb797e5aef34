"""Draws the screenshots of the documentation with the real program: python docs/screenshots.py

Nothing is staged but the clock and the seed: the reader is the real one, and what is typed here is typed into the app.
"""

import asyncio
import os
import random
import re
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from allycoach.cli.parts import full_screen_parts
from allycoach.content.library import Library, layers, load_library
from allycoach.journal import new_sitting_id
from allycoach.tui.app import AllycoachApp
from allycoach.tui.parts import Parts
from allycoach.tui.room_app import RoomApp

OUT = Path(__file__).parent / "screenshots"
SIZES = {"": (80, 24), "-wide": (160, 50)}
REPLIES = (
    "Hello, come in. What brings you here today?",
    "It sounds like this one's been to the printer a few times.",
    "What has all that been like for you?",
    "Have you thought about care work?",
)
PROPOSED = (
    ("Have you thought about care work?", "aaaa"),
    ("It sounds like this one has been to the printer a few times.", "bbbbbbbbb"),
    ("How long have you been looking?", "cc"),
)
DRAFT = "What would it be about being with people, and dont you think you should ask?"


def parts(folder: Path, library: Library) -> Parts:
    """As the program puts them together, with a home, a clock and a chance of their own."""
    os.environ["ALLYCOACH_HOME"] = str(folder)
    now = [datetime(2026, 3, 10, 19, 30, tzinfo=UTC)]

    def clock() -> datetime:
        now[0] += timedelta(seconds=7)
        return now[0]

    return replace(
        full_screen_parts(None),
        load_library=lambda: library,
        new_sitting=lambda scenario: new_sitting_id(scenario, now=clock(), random=random.Random(1)),
        clock=clock,
        words_kept_in=Path("~/.local/share/allycoach/sittings"),
    )


async def settle(pilot: Pilot[int]) -> None:
    for _ in range(4):
        await pilot.pause(0.3)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.3)


async def say(pilot: Pilot[int], text: str) -> None:
    for character in text:
        await pilot.press("space" if character == " " else character)
    await settle(pilot)


def keep(name: str, picture: str) -> None:
    """As Textual draws it, without the font that whoever looks at it would fetch from somewhere."""
    (OUT / f"{name}.svg").write_text(re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL), encoding="utf-8")


async def draw(library: Library, name: str, start: str | None, act: Callable[[Pilot[int]], Awaitable[None]]) -> None:
    for ending, size in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            app = AllycoachApp(parts(Path(folder), library), start=start, mode="coach" if start else None, seed=3)
            async with app.run_test(size=size) as pilot:
                await settle(pilot)
                await act(pilot)
                keep(f"{name}{ending}", app.export_screenshot(title="allycoach"))


async def nothing(pilot: Pilot[int]) -> None:
    """The screen as it opens."""


async def talk(pilot: Pilot[int]) -> None:
    for reply in REPLIES:
        await say(pilot, reply)
        await pilot.press("enter")
        await settle(pilot)
    await say(pilot, DRAFT)


async def draw_room(library: Library) -> None:
    """The wall while hands are counted."""
    for ending, size in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            app = RoomApp(parts(Path(folder), library), start="library-amina", seed=3)
            async with app.run_test(size=size) as pilot:
                await settle(pilot)
                await pilot.press("n")
                for line, _ in PROPOSED:
                    await say(pilot, line)
                    await pilot.press("enter")
                await pilot.press("escape", *"".join(hands for _, hands in PROPOSED))
                await settle(pilot)
                keep(f"room{ending}", app.export_screenshot(title="allycoach room"))


async def main() -> None:
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as nobody:
        library = load_library(layers(Path(nobody), None))
    await draw(library, "home", None, nothing)
    await draw(library, "practice", "library-amina", talk)
    await draw_room(library)


if __name__ == "__main__":
    asyncio.run(main())
