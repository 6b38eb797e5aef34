"""Speed as ratios: each figure beside its baseline, measured in turn in the same run, medians.

    python benchmarks/run.py [--json] [--only reader|screen]

Nothing here gates anything: a machine under load is slow, but slow for both sides of a ratio.
"""

import argparse
import gc
import json
import resource
import statistics
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from allycoach.language.reader import SpacyReader
    from allycoach.reading import Context

KEYSTROKES, EACH = 100_000, 1_000
"""Typed in all, and on each of the replies that are typed, over and over, before the next."""

HERE = Path(__file__).parent
SENTENCES = (
    "You've been at this for nine months and hardly anybody has written back.",
    "What would it be about being with people that matters most to you?",
    "Have you thought about asking at the centre by the market?",
    "It sounds like the mornings are the part that wears you down.",
    "Tell me a bit more about the last place where it went well.",
    "You could ring them on Monday and ask what they are looking for.",
)


def replies(count: int) -> list[str]:
    """Different replies of two sentences each, no sentence twice, so that no cache has seen them."""
    return [f"{_sentence(n, 2 * n)} {_sentence(n + 1 + n // 6, 2 * n + 1)}" for n in range(count)]


def _sentence(which: int, number: int) -> str:
    sentence = SENTENCES[which % len(SENTENCES)]
    return f"{sentence[:-1]}, number {number}{sentence[-1]}"


def timed(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def beside(ours: list[float], theirs: list[float]) -> dict[str, float]:
    """The ratio of two medians, with both in milliseconds."""
    mine, base = statistics.median(ours), statistics.median(theirs)
    return {"ratio": round(mine / base, 3), "ours_ms": round(mine * 1e3, 3), "baseline_ms": round(base * 1e3, 3)}


def reader_figures() -> dict[str, dict[str, float]]:
    from allycoach.content.library import layers, load_library
    from allycoach.language.pipeline import load
    from allycoach.language.reader import SpacyReader
    from allycoach.reading import Context

    nlp = load()
    bare_memory = _resident()
    reader = SpacyReader(nlp, load_library(layers(Path("nowhere"), None)))
    context = Context("I've sent a lot off. You stop counting. I'd like something with people, really.")
    for text in replies(8):
        reader.read(text, context)
    memory = {"ratio": round(_resident() / bare_memory, 3), "ours_mb": _resident(), "baseline_mb": bare_memory}
    ours, theirs = [], []
    for text in replies(140)[20:]:
        theirs.append(timed(partial(nlp, text)))
        ours.append(timed(partial(reader.read, text, context)))
    return {
        "read a reply / bare parse": beside(ours, theirs),
        "keystroke in 300 words / in 30": _keystrokes(reader, context),
        "batch throughput / bare pipe": _throughput(reader, nlp, context),
        "memory of a reader / bare pipeline": memory,
        f"growth over {KEYSTROKES:,} keystrokes": _growth(reader, context),
    }


def _keystrokes(reader: "SpacyReader", context: "Context") -> dict[str, float]:
    def drafts(words: int, last: str) -> list[str]:
        """Whole sentences, and one more in the making; `last` differs so that neither draft finds the other's cached."""
        begun, n = "", 0
        while len(begun.split()) < words - 8:
            begun += _sentence(n, n) + " "
            n += 1
        return [begun + last[: n + 1] for n in range(8, 46)]

    short = drafts(30, "And so what would it be like to go there again")
    long = drafts(300, "But then how would it feel if he came back here")
    reader.read(short[0], context)
    reader.read(long[0], context)
    ours, theirs = [], []
    for one, other in zip(long, short, strict=True):
        ours.append(timed(partial(reader.read, one, context)))
        theirs.append(timed(partial(reader.read, other, context)))
    return beside(ours, theirs)


def _throughput(reader: "SpacyReader", nlp: "Language", context: "Context") -> dict[str, float]:
    ours, theirs = [], []
    for round_ in range(5):
        texts = replies(256 * (round_ + 2))[-256:]
        theirs.append(timed(partial(_used_up, nlp.pipe(texts, batch_size=64))))
        ours.append(timed(partial(_used_up, reader.read_all((text, context) for text in texts))))
    figure = beside(ours, theirs)
    return {**figure, "ratio": round(1 / figure["ratio"], 3)}


def _used_up(made: Iterable[object]) -> None:
    deque(made, maxlen=0)


def _growth(reader: "SpacyReader", context: "Context") -> dict[str, float]:
    texts = replies(KEYSTROKES // EACH)
    before = _resident()
    for n in range(KEYSTROKES):
        text = texts[n // EACH]
        reader.read(text[: 1 + n % len(text)], context)
    return {"ratio": round(_resident() / before, 3), "before_mb": before, "after_mb": _resident()}


def _resident() -> float:
    gc.collect()
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
        return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def screen_figures(runs: int = 7) -> dict[str, dict[str, float]]:
    """From the start of the process until the first screen stands; each side in processes of its own, in turn."""
    ours, theirs = [], []
    for _ in range(runs):
        theirs.append(_first_screen("bare"))
        ours.append(_first_screen("home"))
    return {"first screen / bare Textual app": beside(ours, theirs)}


def _first_screen(which: str) -> float:
    done = subprocess.run(
        [sys.executable, str(HERE / "first_screen.py"), which, repr(time.time())],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout.strip().splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=("reader", "screen"))
    chosen = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    if chosen.only != "reader":
        figures |= screen_figures()
    if chosen.only != "screen":
        figures |= reader_figures()
    if chosen.json:
        print(json.dumps(figures, indent=1))
        return
    for name, figure in figures.items():
        rest = ", ".join(f"{key} {value}" for key, value in figure.items() if key != "ratio")
        print(f"{name}: {figure['ratio']}  ({rest})")


if __name__ == "__main__":
    main()
