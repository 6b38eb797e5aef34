import pytest

from allycoach.content.library import Library, layers, load_library
from allycoach.language.reader import SpacyReader, load_reader


@pytest.fixture(scope="package")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(layers(tmp_path_factory.mktemp("nobody"), None))


@pytest.fixture(scope="package")
def reader(library: Library) -> SpacyReader:
    return load_reader(library)
