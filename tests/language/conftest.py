"""The real reader, loaded once: what is tested here is what trainees get."""

from pathlib import Path

import pytest

from allycoach.content.library import Library, layers, load_library
from allycoach.language.reader import SpacyReader, load_reader


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Library:
    nobody: Path = tmp_path_factory.mktemp("nobody")
    return load_library(layers(nobody, None))


@pytest.fixture(scope="session")
def reader(shipped: Library) -> SpacyReader:
    return load_reader(shipped)
