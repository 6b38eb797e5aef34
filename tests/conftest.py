import pytest

from allycoach.content.library import Library
from tests import shipped as content


@pytest.fixture(scope="session")
def shipped() -> Library:
    return content.shipped()
