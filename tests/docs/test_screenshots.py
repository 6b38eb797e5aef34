"""Pictures on the pages are pictures: whoever looks at one fetches nothing else."""

import re
from pathlib import Path

import pytest

PICTURES = sorted((Path(__file__).parents[2] / "docs/screenshots").glob("*.svg"))


def test_there_are_pictures() -> None:
    assert len(PICTURES) >= 6


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_fetches_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"url\(.?https?:|(?:href|src)=.https?:|@import|<script", text)
