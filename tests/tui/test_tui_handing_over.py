from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from allycoach.errors import NotSaved
from allycoach.tui.handing_over import hand_over
from allycoach.tui.present import before
from allycoach.tui.shell import Shell


def stand_in(given: list[tuple[Path, str]], *, is_web: bool, sealed: bool = False) -> Shell:
    def deliver_text(path: Path, *, save_filename: str) -> None:
        path.read_bytes()
        given.append((path, save_filename))

    parts = SimpleNamespace(sealed=lambda: sealed)
    return cast(Shell, SimpleNamespace(is_web=is_web, deliver_text=deliver_text, parts=parts))


def test_in_a_terminal_a_document_stays_where_it_was_written(tmp_path: Path) -> None:
    given: list[tuple[Path, str]] = []
    said = hand_over(stand_in(given, is_web=False), tmp_path / "talk.md")
    assert (given, said.plain) == ([], f"Saved as {tmp_path / 'talk.md'}")


def test_what_leaves_a_sealed_folder_is_said_to_be_readable(tmp_path: Path) -> None:
    said = hand_over(stand_in([], is_web=False, sealed=True), tmp_path / "talk.md")
    assert said.plain == f"Saved as {tmp_path / 'talk.md'}, not sealed"


def test_in_a_browser_it_is_downloaded(tmp_path: Path) -> None:
    page = tmp_path / "talk.html"
    page.write_text("<p>", encoding="utf-8")
    given: list[tuple[Path, str]] = []
    said = hand_over(stand_in(given, is_web=True), page)
    assert given == [(page, "talk.html")]
    assert said.plain == "It is among your browser's downloads: talk.html"


def test_a_document_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="could not be handed"):
        hand_over(stand_in([], is_web=True), tmp_path / "gone.html")


def test_in_a_browser_nobody_is_told_that_words_stay_on_their_computer() -> None:
    folder = Path("/home/somebody/sittings")
    assert "stay on this computer" in before.kept(folder, in_browser=False).plain
    said = before.kept(folder, in_browser=True).plain
    assert "go to the computer that runs this" in said
    assert "somebody" not in said
