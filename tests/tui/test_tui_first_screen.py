"""What the first screen waits for."""

import subprocess
import sys

_RUN = """
import sys
from allycoach.cli.parts import full_screen_parts
from allycoach.tui.app import AllycoachApp

def painted(app):
    print(sorted({name.split(".")[0] for name in sys.modules} & {"spacy", "pydantic", "ruamel", "jinja2", "sqlite3"}))
    app.exit()

AllycoachApp.load = lambda self: None  # what comes after the first screen
AllycoachApp.on_ready = lambda self: self.call_after_refresh(painted, self)
AllycoachApp(full_screen_parts(None)).run(headless=True, size=(80, 24))
"""


def test_the_first_screen_stands_before_anything_slow_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", _RUN], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
