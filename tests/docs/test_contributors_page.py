"""What the contributors' page shows of the house is what import-linter holds."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_layers_are_those_that_are_held() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    held = next(each for each in contracts if each["type"] == "layers")["layers"]
    page = (ROOT / "docs/contributors.md").read_text(encoding="utf-8")
    shown = re.search(r"## Who may import whom\n\n```\n(.*?)```", page, re.DOTALL)
    assert shown is not None
    assert shown[1].splitlines() == [layer.replace("allycoach.", "") for layer in held]
