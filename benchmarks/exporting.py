"""One start that makes a document, timed: python -m benchmarks.exporting bare|FORM HOME STARTED

Prints the seconds from STARTED. `bare` imports what a document stands on, and makes none: pydantic, Jinja2, Typer. A FORM is what
`allycoach export last --to FORM` does with a talk of forty replies, imports and all.
"""

import io
import os
import sys
import time
from contextlib import redirect_stdout, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

FORMS = ("md", "html", "csv", "json", "xapi", "cohort")
TURNS = 40


def bare() -> None:
    import jinja2
    import pydantic
    import typer

    del jinja2, pydantic, typer


def export(form: str) -> None:
    from allycoach.cli import main

    sys.argv = ["allycoach", "export", "last", "--to", form]
    with redirect_stdout(io.StringIO()) as made, suppress(SystemExit):
        main()
    if not made.getvalue():
        raise RuntimeError(f"no {form} was made")


def make_home(home: Path) -> None:
    """A folder with one sitting in it, and the content parsed."""
    from allycoach.conversation.events import EVENT, Event, PersonSpoke, ReplySent, SittingEnded, SittingStarted
    from allycoach.reading import Reading
    from benchmarks.many_sittings import FIRST

    name = "20260101-190000-library-amina-0001"
    events: list[Event] = [
        SittingStarted(
            at=FIRST, sitting=name, scenario="library-amina", scenario_version="1.0", title="Amina at the library desk",
            person="Amina", model="four_question", mode="coach", seed=1, app="0",
        ),
        PersonSpoke(at=FIRST, turn=0, text="It's just the printing."),
    ]  # fmt: skip
    for turn in range(1, TURNS + 1):
        at, text = FIRST + timedelta(minutes=turn), f"What would it be about being with people, for number {turn}?"
        events.append(ReplySent(at=at, turn=turn, text=text, reading=Reading(text)))
        events.append(PersonSpoke(at=at, turn=turn, text="I'd like something with people."))
    events.append(SittingEnded(at=datetime(2026, 1, 1, 20, tzinfo=UTC), why="trainee"))
    (home / "sittings").mkdir(parents=True)
    (home / "sittings" / f"{name}.jsonl").write_bytes(b"".join(EVENT.dump_json(event) + b"\n" for event in events))


if __name__ == "__main__":
    which, folder, started = sys.argv[1:]
    os.environ["ALLYCOACH_HOME"] = folder
    bare() if which == "bare" else export(which)
    print(time.time() - float(started), flush=True)
