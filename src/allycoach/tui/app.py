"""The full-screen face. `run_app` is the way in; see `parts.Parts` for what it is given."""

from .parts import Parts


def run_app(
    parts: Parts,
    *,
    start: str | None = None,
    mode: str | None = None,
    seed: int | None = None,
    resume: str | None = None,
) -> int:
    """Runs until the trainee leaves; the exit code. See `parts` for the arguments."""
    raise NotImplementedError
