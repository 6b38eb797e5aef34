"""The content that comes with allycoach is whole."""

from datetime import date

import pytest

from allycoach.content.check import Checked, check_path
from allycoach.content.library import Layer, load_library, shipped_folder

CHECKED = check_path(shipped_folder(), today=date(2026, 1, 1))


@pytest.mark.parametrize("checked", CHECKED, ids=lambda checked: f"{checked.kind}-{checked.path.stem}")
def test_nothing_is_wrong(checked: Checked) -> None:
    assert checked.failures == ()


def test_there_is_enough_to_practise_with() -> None:
    library = load_library([Layer("shipped", shipped_folder())])
    assert library.failures == ()
    assert library.scenarios
    assert "four_question" in library.models
    assert "advice" in library.phrases
    assert library.coaching.disclaimer == "Practice record, not assessment."
