"""A file that is checked alone may name what lies beside it."""

from pathlib import Path

import pytest

from allycoach.cli.check import check_lines
from allycoach.content.library import shipped_folder


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person who uses a model of the author's own, in their content folder."""
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path / "home"))
    content = tmp_path / "home" / "content"
    for kind, name, old, new in (
        ("models", "four_question.yaml", "id: four_question", "id: my-model"),
        ("scenarios", "library-amina.yaml", "model: four_question", "model: my-model"),
    ):
        text = (shipped_folder() / kind / name).read_text(encoding="utf-8")
        assert old in text
        (content / kind).mkdir(parents=True)
        (content / kind / name).write_text(text.replace(old, new), encoding="utf-8")
    return content


def faults(path: Path) -> list[str]:
    return [line for line, wrong in check_lines([path]) if wrong]


def test_a_person_checked_alone_may_use_a_model_of_the_same_folder(own: Path) -> None:
    assert faults(own / "scenarios" / "library-amina.yaml") == []


def test_a_person_elsewhere_may_use_a_model_of_the_users(own: Path, tmp_path: Path) -> None:
    person = tmp_path / "draft" / "scenarios" / "mine.yaml"
    person.parent.mkdir(parents=True)
    (own / "scenarios" / "library-amina.yaml").rename(person)
    assert faults(person) == []


def test_a_model_that_is_nowhere_is_still_missed(own: Path) -> None:
    (own / "models" / "four_question.yaml").unlink()
    (fault,) = faults(own / "scenarios" / "library-amina.yaml")
    assert '"my-model" is not a conversation model' in fault
