"""Where a person's files live on this computer."""

import os
from pathlib import Path


def home() -> Path:
    """The folder that holds everything kept: `ALLYCOACH_HOME`, or this system's place for a person's data.

    Nothing is created here.
    """
    named = os.environ.get("ALLYCOACH_HOME", "").strip()
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("allycoach", appauthor=False)
