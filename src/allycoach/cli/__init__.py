"""The command line: the only place where the parts are put together."""

import sys


def main() -> None:
    """The `allycoach` command."""
    if len(sys.argv) == 1:
        from .full_screen import alone

        sys.exit(alone())
    from .app import app

    app()
