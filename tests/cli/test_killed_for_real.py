"""Talks that the system kills at any moment are gone on with, and no reply that was answered is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals and signals are another thing on Windows")
ROOT = Path(__file__).parents[2]


def killing(*args: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.killing", *args],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_twenty_talks_are_killed_and_gone_on_with() -> None:
    assert killing("--runs", "20").startswith("20 talks killed and gone on with")


def test_folders_are_killed_while_they_are_sealed() -> None:
    assert "nothing lost" in killing("--runs", "3", "--sealing")
