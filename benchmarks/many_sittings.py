"""What ten thousand saved sittings cost, as ratios to a start with none.

    python benchmarks/many_sittings.py [--sittings 10000] [--runs 5] [--json]

Each run is a process of its own; the two sides take turns. The data folder is made first and thrown away at the end.
Nothing here gates anything: a machine under load is slow, but slow for both sides of a ratio.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

FIRST = datetime(2020, 1, 1, 19, 0, tzinfo=UTC)
SIZE = (80, 24)


def pattern() -> bytes:
    """The log of one sitting of twelve replies."""
    from allycoach.conversation.events import EVENT, Event, PersonSpoke, ReplySent, SittingEnded, SittingStarted
    from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

    asked, told = "What would it be about being with people?", "You could ring them on Monday."
    open_one = Reading(asked, (Move(MoveKind.QUESTION, 0, len(asked), Form.WH, Function.OPEN),))
    advice = Reading(told, (), (Flag(FlagKind.ADVICE, 0, 9, "advice", Strength.NOTICE, "It brings an idea."),))
    events: list[Event] = [
        SittingStarted(
            at=FIRST, sitting="SITTING", scenario="library-amina", scenario_version="1.0", title="Amina at the library desk",
            person="Amina", model="four_question", mode="coach", seed=1, app="0",
        )
    ]  # fmt: skip
    for turn in range(1, 13):
        reading = advice if turn % 4 == 0 else open_one
        events.append(ReplySent(at=FIRST + timedelta(minutes=turn), turn=turn, text=reading.text, reading=reading))
        events.append(
            PersonSpoke(at=FIRST + timedelta(minutes=turn), turn=turn, text="I'd like something with people.")
        )
    events.append(SittingEnded(at=FIRST + timedelta(minutes=13), why="trainee"))
    return b"".join(EVENT.dump_json(event) + b"\n" for event in events)


def make(home: Path, many: int) -> None:
    """`many` sittings, a few hours apart."""
    folder, data = home / "sittings", pattern()
    folder.mkdir(parents=True)
    day = FIRST.date().isoformat().encode()
    for number in range(many):
        at = FIRST + timedelta(hours=5 * number)
        name = f"{at:%Y%m%d-%H%M%S}-library-amina-{number % 65536:04x}"
        (folder / f"{name}.jsonl").write_bytes(
            data.replace(b"SITTING", name.encode()).replace(day, at.date().isoformat().encode())
        )


def the_app() -> Any:
    from allycoach.cli.parts import full_screen_parts
    from allycoach.tui.app import AllycoachApp

    return AllycoachApp(full_screen_parts(None))


def first_rows(started: float) -> None:
    """Print the seconds from `started` until the first rows are painted, with imports and all."""
    from textual.widgets import OptionList

    from allycoach.tui.screens.home import HomeScreen

    app, shown = the_app(), HomeScreen.show_rows

    def show_rows(screen: HomeScreen) -> None:
        shown(screen)
        if screen.query_one("#rows", OptionList).option_count:
            HomeScreen.show_rows = shown  # type: ignore[method-assign]
            app.call_after_refresh(painted)

    def painted() -> None:
        print(time.time() - started, flush=True)
        os._exit(0)  # what is read in the background is another figure

    HomeScreen.show_rows = show_rows  # type: ignore[method-assign, assignment]
    app.run(headless=True, size=SIZE)


def in_the_app() -> None:
    """Print, as JSON, what is felt once the app stands: finding, progress, and memory before and after using both."""
    print(json.dumps(asyncio.run(_used())), flush=True)
    os._exit(0)


async def _used() -> dict[str, float]:
    app = the_app()
    async with app.run_test(size=SIZE) as pilot:
        begun = time.perf_counter()
        await _until(pilot, lambda: app.facts is not None)
        known = time.perf_counter() - begun
        await pilot.press("a")
        await pilot.pause()
        keys = [await _timed(pilot.press(key)) for key in "amina coach"]
        await pilot.press("escape", "escape")
        await pilot.pause()
        opened = await _timed(pilot.press("p"))
        await _about(app, pilot, 1)
        before = resident()
        await _about(app, pilot, 10)
        return {
            "everything known": known,
            "a key while finding": statistics.median(keys),
            "progress opens": opened,
            "memory_mb": before,
            "memory_after_mb": resident(),
        }


async def _about(app: Any, pilot: Any, times: int) -> None:
    """From progress over all past sittings back to progress."""
    for _ in range(times):
        await pilot.press("escape", "a", "m", "escape", "escape", "p")
        await _until(pilot, lambda: not [one for one in app.workers if one.group == "past" and one.is_running])


async def _timed(doing: Any) -> float:
    begun = time.perf_counter()
    await doing
    return time.perf_counter() - begun


async def _until(pilot: Any, holds: Callable[[], bool]) -> None:
    while not holds():
        await pilot.pause(0.01)


def resident() -> float:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
        return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def progress_over_all() -> None:
    """Print the seconds that the facts of all sittings and the progress over them take."""
    from allycoach.cli.remembered import facts_of_all
    from allycoach.cli.shelves import journal, library
    from allycoach.coaching.progress import progress
    from allycoach.coaching.record import record_of

    shelf = library(None)
    begun = time.perf_counter()
    facts = facts_of_all(journal(), shelf)
    progress(facts)
    record_of(facts)
    print(time.perf_counter() - begun, flush=True)


def run(home: Path, what: str) -> str:
    """One measurement in a process of its own; what it printed last."""
    done = subprocess.run(
        [sys.executable, __file__, "--measure", what, "--started", repr(time.time())],
        env=os.environ | {"ALLYCOACH_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip().splitlines()[-1]


def figures(many: int, runs: int) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full", Path(folder) / "empty"
        make(full, many)
        cold = float(run(full, "progress"))
        run(empty, "rows")  # the parsed content files are kept from now on, on both sides
        run(full, "rows")
        ours, bare, warm = [], [], []
        for _ in range(runs):
            bare.append(float(run(empty, "rows")))
            ours.append(float(run(full, "rows")))
            warm.append(float(run(full, "progress")))
        used, used_empty = json.loads(run(full, "used")), json.loads(run(empty, "used"))
    return {
        "first rows / with none": _beside(statistics.median(ours), statistics.median(bare)),
        "progress over all, warm": {"seconds": round(statistics.median(warm), 3)},
        "progress over all, the first time": {"seconds": round(cold, 1), "ms_a_sitting": round(cold / many * 1e3, 2)},
        "all known after the start": {"seconds": round(used["everything known"], 2)},
        "a key while finding / with none": _beside(used["a key while finding"], used_empty["a key while finding"]),
        "progress opens / with none": _beside(used["progress opens"], used_empty["progress opens"]),
        "memory / with none": {
            "ratio": round(used["memory_mb"] / used_empty["memory_mb"], 3),
            "ours_mb": used["memory_mb"],
            "baseline_mb": used_empty["memory_mb"],
        },
        "memory after ten more rounds / before": {
            "ratio": round(used["memory_after_mb"] / used["memory_mb"], 3),
            "after_mb": used["memory_after_mb"],
        },
    }


def _beside(ours: float, theirs: float) -> dict[str, float]:
    more = round((ours - theirs) * 1e3, 1)
    return {"ratio": round(ours / theirs, 3), "ours_ms": round(ours * 1e3, 1), "more_ms": more}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sittings", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measure", choices=("rows", "used", "progress"), help=argparse.SUPPRESS)
    parser.add_argument("--started", type=float, default=0.0, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        {"rows": lambda: first_rows(chosen.started), "used": in_the_app, "progress": progress_over_all}[
            chosen.measure
        ]()
        return
    found = figures(chosen.sittings, chosen.runs)
    if chosen.json:
        print(json.dumps(found, indent=1))
        return
    for name, figure in found.items():
        print(f"{name}: {', '.join(f'{key} {value}' for key, value in figure.items())}")


if __name__ == "__main__":
    main()
