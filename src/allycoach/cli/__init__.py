"""The command line: the only place where the parts are put together."""


def main() -> None:
    """The `allycoach` command."""
    from .app import app

    app()
