"""What comes along when the pipeline is loaded, in a process of its own."""

import subprocess
import sys

ASKED = """
import sys
from allycoach.language.pipeline import load

nlp = load()
there = [name for name in ("requests", "httpx", "urllib3", "spacy.cli", "spacy.cli.info", "weasel") if name in sys.modules]
print(there, nlp("It works.")[1].lemma_)
from spacy.cli import info
print(info.__module__)
"""


def test_nothing_that_reaches_the_network_comes_with_the_pipeline() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["[] work", "spacy.cli.info"]
