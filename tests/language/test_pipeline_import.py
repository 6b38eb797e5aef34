"""What comes along when the pipeline is loaded, in a process of its own."""

import subprocess
import sys
from typing import Any

from allycoach.language.pipeline import PACKAGES, UNUSED, load

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


def test_the_tokenizer_is_the_one_on_disk() -> None:
    import spacy

    ours: Any = load().tokenizer
    plain: Any = spacy.load(PACKAGES[-1], exclude=list(UNUSED)).tokenizer
    assert ours.to_bytes() == plain.to_bytes()
