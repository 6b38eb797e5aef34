"""A fault of the program on the full screen ends it with a sentence, and nobody's words are printed."""

from functools import partial
from typing import TYPE_CHECKING

import pytest

from allycoach.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from .conftest import House

WORDS = "what she told me about her son"


class UnforeseenError(Exception):
    pass


def test_a_fault_goes_to_whoever_runs_the_app_and_nothing_is_printed(
    house: "House", monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def show_rows(_screen: HomeScreen) -> None:
        draft = WORDS
        raise UnforeseenError(draft)

    app = house.app()
    monkeypatch.setattr(HomeScreen, "show_rows", show_rows)
    monkeypatch.setattr(app, "run", partial(app.run, headless=True))
    with pytest.raises(UnforeseenError):
        app.ran()
    printed = "".join(capsys.readouterr())
    assert WORDS not in printed
    assert "Traceback" not in printed
