"""What `check --play` plays, by file, folder and id."""

import shutil
from pathlib import Path

import pytest

from allycoach.cli.playable import playable
from allycoach.content.library import shipped_folder
from allycoach.errors import ContentError

AMINA = shipped_folder() / "scenarios" / "library-amina.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Scenarios of one's own: my-amina, and one that is broken."""
    scenarios = tmp_path / "mine" / "scenarios"
    scenarios.mkdir(parents=True)
    text = AMINA.read_text(encoding="utf-8").replace("id: library-amina", "id: my-amina")
    (scenarios / "my-amina.yaml").write_text(text, encoding="utf-8")
    (scenarios / "broken.yaml").write_text("schema: 1\nid: [", encoding="utf-8")
    return scenarios.parent


def test_a_file_is_played_with_what_lies_beside_it(folder: Path) -> None:
    found = playable([str(folder / "scenarios" / "my-amina.yaml")])
    assert [who.id for who in found.scenarios] == ["my-amina"]
    assert [path for _, path in found.shelves] == [shipped_folder(), folder]
    assert not found.unusable


def test_a_folder_is_played_but_for_what_is_broken(folder: Path) -> None:
    found = playable([str(folder)])
    assert [who.id for who in found.scenarios] == ["my-amina"]
    assert len(found.unusable) == 1
    assert "scenarios/broken.yaml" in found.unusable[0]


def test_without_targets_the_shipped_ones_and_the_users_own_are_played(folder: Path, home: Path) -> None:
    home.mkdir()
    shutil.copytree(folder, home / "content")
    found = playable([])
    assert {"library-amina", "my-amina"} <= {who.id for who in found.scenarios}
    assert len(found.unusable) == 1
    assert [who.id for who in playable(["my-amina"]).scenarios] == ["my-amina"]


def test_each_is_played_once_with_each_trainee_and_its_own_tests() -> None:
    jobs = playable([str(AMINA), str(AMINA)]).jobs(["ideal", "silent"], range(3))
    assert [(job.scenario.id, job.trainee) for job in jobs] == [
        ("library-amina", "ideal"),
        ("library-amina", "silent"),
        ("library-amina", None),
    ]


def test_many_runs_are_parted_without_losing_one() -> None:
    jobs = playable([str(AMINA)]).jobs(["ideal"], range(7, 607))
    assert [seed for job in jobs if job.trainee for seed in job.seeds] == list(range(7, 607))
    assert len(jobs) == 4


def test_an_empty_folder_has_nobody_to_play(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    with pytest.raises(ContentError, match="no scenarios to play"):
        playable([str(tmp_path)])
