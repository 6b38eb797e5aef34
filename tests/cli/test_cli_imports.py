"""What a command must not pay for is proved in a process of its own: nothing else shows that a deferral defers."""

import subprocess
import sys

import pytest

_RUN = """
import sys
from allycoach.cli import main
sys.argv = ["allycoach", *{args!r}]
try:
    main()
except SystemExit as end:
    status = end.code or 0
print([name for name in {forbidden!r} if name in sys.modules], status, file=sys.stderr)
"""
HEAVY = ("textual", "spacy", "thinc", "numpy", "aiohttp", "psutil")


@pytest.mark.parametrize(
    ("args", "forbidden"),
    [
        (["--help"], (*HEAVY, "ruamel", "rich", "pydantic")),
        (["practise", "--help"], (*HEAVY, "ruamel", "rich")),
        (["room", "--help"], (*HEAVY, "ruamel", "rich")),
        (["serve", "--help"], (*HEAVY, "ruamel", "rich", "textual_serve")),
        (["version"], (*HEAVY, "ruamel", "rich")),
        (["sessions"], (*HEAVY, "ruamel", "rich")),
        (["where"], (*HEAVY, "rich")),
        (["people"], (*HEAVY, "rich")),
        (["models"], (*HEAVY, "rich")),
        (["packs"], (*HEAVY, "rich")),
        (["export", "last"], (*HEAVY, "rich")),
    ],
)
def test_light_commands_load_nothing_heavy(saved: str, args: list[str], forbidden: tuple[str, ...]) -> None:
    assert saved
    code = _RUN.format(args=args, forbidden=forbidden)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr.strip() == "[] 0"
