"""The published schemas are those of the code, and every editor hint in the docs leads to one of them."""

import json
import re
from pathlib import Path

import pytest

from allycoach.cli.schema import kinds, overview, schema_text, write_all
from allycoach.content.library import shipped_folder
from allycoach.errors import AllycoachError

DOCS = shipped_folder() / "docs"


@pytest.mark.parametrize("kind", kinds())
def test_the_published_schema_is_the_one_that_is_used(kind: str) -> None:
    published = (DOCS / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    assert published == schema_text(kind), "after a change of the format: allycoach schema --write docs/schemas"


def test_nothing_else_is_published() -> None:
    assert {path.stem for path in (DOCS / "schemas").glob("*")} == set(kinds())


@pytest.mark.parametrize("name", ["scenario", "Scenarios", "scenarios.json"])
def test_a_kind_goes_by_several_names(name: str) -> None:
    assert schema_text(name) == schema_text("scenarios")


def test_an_unknown_kind_names_the_nearest_or_all() -> None:
    with pytest.raises(AllycoachError, match='Did you mean "phrasebank"'):
        schema_text("phrase-bank")
    with pytest.raises(AllycoachError, match="There are: scenarios, models"):
        schema_text("xyz")


def test_all_are_written_and_the_first_line_that_uses_one_is_shown(tmp_path: Path) -> None:
    said = list(write_all(tmp_path / "content" / "schemas"))
    assert {path.stem for path in (tmp_path / "content" / "schemas").iterdir()} == set(kinds())
    hint = re.search(r"\$schema=(\S+)", said[-1])
    assert hint is not None
    assert json.loads((tmp_path / "content" / "scenarios" / hint[1]).resolve().read_text(encoding="utf-8"))["title"]


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(AllycoachError, match="could not be written"):
        list(write_all(tmp_path / "taken"))


def test_the_overview_names_every_kind() -> None:
    said = "\n".join(overview())
    assert all(f"  {kind}\n" in said for kind in kinds())


def test_hints_in_the_docs_are_relative_and_lead_to_a_published_schema() -> None:
    hints = re.findall(r"yaml-language-server: \$schema=(\S+)", (DOCS / "authors.md").read_text(encoding="utf-8"))
    assert hints
    for hint in hints:
        assert re.fullmatch(r"\.\./schemas/[a-z]+\.json", hint)
        assert (DOCS / "schemas" / Path(hint).name).is_file()
