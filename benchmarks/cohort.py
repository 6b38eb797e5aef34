"""Counting a group's sittings: time and peak memory, from a thousand sittings to a hundred thousand.

    python benchmarks/cohort.py [--json]

Each size is counted in a process of its own, so that a peak is its own. Flat memory and time that grows with the number of
sittings and no faster are what to look for; the machine decides the rest.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (1_000, 10_000, 100_000)
KINDS = ("advice", "closed_question", "leading_question", "reassurance", "taking_over", "assumption")

_COUNT = """
import resource, sys, time
from pathlib import Path
from allycoach.cli.cohort import Read, cohort_text
begin = time.perf_counter()
made = cohort_text([Path(sys.argv[1])], to="html", watch=lambda done, whole: None, read=Read())
print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(made))
"""


def write(path: Path, sittings: int) -> None:
    """Generated sittings, five to a person."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(sittings):
            turns = chance.randint(6, 20)
            slipped = {kind: chance.randint(1, 3) for kind in KINDS if chance.random() < 0.3}
            counts = {
                "format": "allycoach-counts",
                "v": 1,
                "who": f"{number // 5:032x}",
                "scenario": f"person-{chance.randint(1, 20)}",
                "mode": chance.choice(["coach", "quiet", "solo"]),
                "turns": turns,
                "reflections": chance.randint(0, turns),
                "open_questions": chance.randint(0, turns),
                "helper_words": chance.randint(50, 500),
                "person_words": chance.randint(50, 500),
                "slipped": slipped,
                "lost": {kind: 1 for kind in slipped if chance.random() < 0.4},
            }
            file.write(json.dumps(counts) + "\n")


def figures() -> list[dict[str, float]]:
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.jsonl"
            write(path, size)
            begin = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", _COUNT, str(path)], capture_output=True, text=True, check=True, encoding="utf-8"
            )
            seconds, peak, _ = map(float, done.stdout.split())
            found.append(
                {
                    "sittings": size,
                    "megabytes": round(path.stat().st_size / 1e6, 1),
                    "seconds": round(seconds, 2),
                    "microseconds_each": round(seconds / size * 1e6, 1),
                    "whole_process_seconds": round(time.perf_counter() - begin, 2),
                    "peak_mb": round(peak, 1),
                }
            )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    found = figures()
    if parser.parse_args().json:
        print(json.dumps(found, indent=2))
        return
    for one in found:
        print(", ".join(f"{name} {value:,}" for name, value in one.items()))


if __name__ == "__main__":
    main()
