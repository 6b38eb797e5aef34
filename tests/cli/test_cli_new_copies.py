"""`allycoach new drill` and `new phrases`: what they write passes check, and nothing is written over."""

from pathlib import Path

import pytest

from allycoach.cli.new_copies import drill_table, new_drill_lines, new_phrases_lines
from allycoach.cli.shelves import library
from allycoach.errors import AllycoachError, NotSaved


def test_a_copy_of_a_drill_is_there_beside_the_first(home: Path) -> None:
    lines = list(new_drill_lines("asking-at-the-hatch", "advice-to-question", None))
    assert "1 file: no errors, nothing to look at again." in lines
    shelf = library(None)
    assert shelf.drill("asking-at-the-hatch").items == shelf.drill("advice-to-question").items
    assert (home / "content/drills/asking-at-the-hatch.yaml").exists()
    with pytest.raises(NotSaved):
        list(new_drill_lines("asking-at-the-hatch", "yet", None))


def test_items_come_from_a_table(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    rows = drill_table("closed-to-open", None).splitlines(keepends=True)
    table.write_text("".join(rows[:7]), encoding="utf-8")
    list(new_drill_lines("six-of-mine", "closed-to-open", table))
    made = library(None).drill("six-of-mine")
    assert len(made.items) == 6
    assert made.steps == library(None).drill("closed-to-open").steps


@pytest.mark.parametrize(("kept", "said"), [(3, "a drill needs 5 or more"), (0, "is missing")])
def test_a_table_that_will_not_do_writes_nothing(home: Path, tmp_path: Path, kept: int, said: str) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("".join(drill_table("yet", None).splitlines(keepends=True)[:kept]), encoding="utf-8")
    with pytest.raises(AllycoachError, match=said):
        list(new_drill_lines("few", "yet", table))
    assert not (home / "content").exists()


def test_phrases_of_ones_own_stand_in_place_of_the_shipped(home: Path) -> None:
    list(new_phrases_lines("vague_signposting"))
    origin = next(one for one in library(None).origins if one.id == "vague_signposting")
    assert (origin.layer, origin.path.parent) == ("user", home / "content/phrasebank")
    with pytest.raises(NotSaved):
        list(new_phrases_lines("vague_signposting"))
    with pytest.raises(AllycoachError, match="There are no phrases for"):
        list(new_phrases_lines("no\x1bpe"))
