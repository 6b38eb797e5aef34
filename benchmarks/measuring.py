"""How everything here is measured: ours beside its baseline, in turn, in one run; medians."""

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent

_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps what it has compiled, as it does for anybody from the second start on; libraries come compiled anyway."""

Figure = dict[str, float]
Figures = dict[str, Figure]


def timed(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def beside(ours: Sequence[float], theirs: Sequence[float]) -> Figure:
    """The ratio of two medians, with both in milliseconds."""
    mine, base = statistics.median(ours), statistics.median(theirs)
    return {"ratio": round(mine / base, 3), "ours_ms": round(mine * 1e3, 3), "baseline_ms": round(base * 1e3, 3)}


def child(script: str, *arguments: str) -> list[float]:
    """The numbers that a module of this folder prints last, in a process of its own."""
    command = [sys.executable, "-m", f"benchmarks.{script}", *arguments]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, timeout=300, cwd=ROOT, env=_AS_INSTALLED
    )
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{' '.join(command)} went wrong:\n{done.stderr}")
    return [float(word) for word in done.stdout.strip().splitlines()[-1].split()]


def since_start(script: str, *arguments: str) -> float:
    """Seconds from before the process begins until the script says that it is done: imports and all."""
    return child(script, *arguments, repr(time.time()))[0]


def in_turn(script: str, ours: Sequence[str], theirs: Sequence[str], *, runs: int) -> Figure:
    """Two ways to start a script, one after the other, so many times, after one start of each that is not counted."""
    since_start(script, *theirs)
    since_start(script, *ours)
    mine, base = [], []
    for _ in range(runs):
        base.append(since_start(script, *theirs))
        mine.append(since_start(script, *ours))
    return beside(mine, base)


def resident() -> float:
    """The memory of this process in MB."""
    gc.collect()
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
        return round(int(line.split()[1]) / 1024, 1)
    import psutil  # where there is no /proc

    return round(float(psutil.Process().memory_info().rss) / 1e6, 1)
