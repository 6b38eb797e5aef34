"""Speed as ratios: each figure beside its baseline, measured in turn in the same run, medians.

    python -m benchmarks.run [GROUP ...] [--all] [--runs 7] [--json | --table]

The groups are screen, ready, sending, reader, export and memory, and without any of them all these are run; `--all` adds
many_sittings and cohort, which take minutes. Nothing here gates anything: a machine under load is slow, but slow for both sides of
a ratio. docs/performance.md says what was asked and what was found.
"""

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.measuring import Figure, Figures, beside, child, in_turn

REPLIES = 100
"""Sent one after the other, for the percentiles."""


def screen(runs: int) -> Figures:
    """From the start of the process until the first screen stands."""
    return {"first screen / bare Textual app": in_turn("first_screen", ["home"], ["bare"], runs=runs)}


def ready(runs: int) -> Figures:
    """From the start of the process until replies can be read; what the first start parses is kept from then on."""
    pairs = {
        "reader ready, in lines / bare spaCy": ("lines", "bare"),
        "reader ready, in the app / bare spaCy": ("app", "bare"),
        "reader ready, in the app / bare Textual app that loads spaCy": ("app", "bare-app"),
    }
    with tempfile.TemporaryDirectory() as home:
        child("reader_ready", "lines", home, "0")
        return {
            name: in_turn("reader_ready", [ours, home], [theirs, home], runs=runs)
            for name, (ours, theirs) in pairs.items()
        }


def sending(_runs: int) -> Figures:
    """From Enter to the answer on the screen, with the reply and the answer on disk."""
    median, p95, bare, bare_p95 = child("sending", str(REPLIES))
    return {
        "answer on the screen, median / bare parse": beside([median], [bare]),
        "answer on the screen, p95 / bare parse": beside([p95], [bare_p95]),
    }


def reader(_runs: int) -> Figures:
    from benchmarks.reading import reader_figures

    return reader_figures()


def export(runs: int) -> Figures:
    """A whole `allycoach export` of a talk of forty replies."""
    from benchmarks.exporting import FORMS, make_home

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        make_home(home)
        child("exporting", "json", str(home), "0")
        return {
            f"export to {form} / the imports alone": in_turn(
                "exporting", [form, str(home)], ["bare", str(home)], runs=runs
            )
            for form in FORMS
        }


def memory(_runs: int) -> Figures:
    """With the reader loaded and a talk going on."""
    ours, bare = child("memory", "ours")[0], child("memory", "bare")[0]
    found = {"ratio": round(ours / bare, 3), "ours_mb": ours, "baseline_mb": bare}
    return {"memory in a talk / bare Textual and spaCy": found}


def many_sittings(runs: int) -> Figures:
    from benchmarks.many_sittings import figures

    return figures(10_000, runs)


def cohort(_runs: int) -> Figures:
    from benchmarks.cohort import figures

    return {f"a cohort of {found['sittings']:,} sittings": found for found in figures()}


SOON: Mapping[str, Callable[[int], Figures]] = {
    "screen": screen, "ready": ready, "sending": sending, "reader": reader, "export": export, "memory": memory,
}  # fmt: skip
LONG: Mapping[str, Callable[[int], Figures]] = {"many_sittings": many_sittings, "cohort": cohort}


def machine() -> str:
    return f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"


def line(title: str, figure: Figure) -> str:
    return f"{title}: {', '.join(f'{key} {value}' for key, value in figure.items())}"


def row(title: str, figure: Figure) -> str:
    """A row of a Markdown table: what, the ratio, and the rest."""
    rest = ", ".join(f"{key.replace('_', ' ')} {value:g}" for key, value in figure.items() if key != "ratio")
    return f"| {title} | {figure.get('ratio', '')} | {rest} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", metavar="GROUP", choices=[*SOON, *LONG, []])
    parser.add_argument("--all", action="store_true", help="many_sittings and cohort too")
    parser.add_argument("--runs", type=int, default=7, help="of each process that is timed")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--table", action="store_true", help="as docs/performance.md has it")
    chosen = parser.parse_args()
    found: Figures = {}
    for name in chosen.groups or [*SOON, *(LONG if chosen.all else ())]:
        for title, figure in {**SOON, **LONG}[name](chosen.runs).items():
            found[title] = figure
            if not chosen.json:
                print(row(title, figure) if chosen.table else line(title, figure), flush=True)
    if chosen.json:
        print(json.dumps({"machine": machine(), "figures": found}, indent=1))


if __name__ == "__main__":
    main()
