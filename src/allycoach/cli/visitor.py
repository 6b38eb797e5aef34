"""What a visitor's browser shows: the app, in a process and a folder of its own, started by `allycoach serve`."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from allycoach.journal import home
from allycoach.serving.orphan import end_with_parent
from allycoach.tui.app import run_app

from .export import document_of, put_own
from .parts import full_screen_parts


def main() -> None:
    """With one argument, that is a folder of content."""
    end_with_parent(home())
    content = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    raise SystemExit(run_app(replace(full_screen_parts(content), export_sitting=partial(_page, content))))


def _page(content: Path | None, sitting: str) -> Path:
    """A sitting as a page, which every computer can open."""
    return put_own(home() / "exports" / f"{sitting}.html", document_of(sitting, content, to="html"))


if __name__ == "__main__":
    main()
