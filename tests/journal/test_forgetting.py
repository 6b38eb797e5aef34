"""What is deleted is gone with all that was made from it, and nothing else is touched."""

import json
import os
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from allycoach.errors import NotSaved, SittingUnreadable
from allycoach.journal import Journal, forgetting

ONE = "20261121-203104-library-amina-7f3a"
TWO = "20261122-091500-friend-ngozi-0b1c"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("sittings", "exports", "content/scenarios", "cache/content"):
        (tmp_path / name).mkdir(parents=True)
    for sitting in (ONE, TWO):
        (tmp_path / "sittings" / f"{sitting}.jsonl").write_text("{}\n", encoding="utf-8")
        (tmp_path / "exports" / f"{sitting}-plan.html").write_text("a plan", encoding="utf-8")
    (tmp_path / "sittings" / f"{ONE}.torn").write_text("half", encoding="utf-8")
    (tmp_path / "rounds.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "content" / "scenarios" / "mine.yaml").write_text("id: mine\n", encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "index.sqlite3")) as kept:
        kept.execute("create table facts (id text primary key, facts text)")
        kept.executemany("insert into facts values (?, ?)", [(ONE, "one"), (TWO, "two")])
        kept.commit()
    return tmp_path


def left(home: Path) -> set[str]:
    return {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}


def test_one_sitting_goes_with_what_was_made_from_it(home: Path) -> None:
    before = left(home)
    done = forgetting.forget_sitting(home, ONE)
    assert before - left(home) == {f"sittings/{ONE}.jsonl", f"sittings/{ONE}.torn", f"exports/{ONE}-plan.html"}
    assert {path.name for path in done.gone} == {Path(each).name for each in before - left(home)}
    with closing(sqlite3.connect(home / "index.sqlite3")) as kept:
        assert [row[0] for row in kept.execute("select id from facts")] == [TWO]


def test_a_damaged_index_is_thrown_away_rather_than_kept_with_what_was_forgotten(home: Path) -> None:
    (home / "index.sqlite3").write_bytes(b"no database" * 100)
    forgetting.forget_sitting(home, ONE)
    assert not (home / "index.sqlite3").exists()


def test_everything_is_all_but_the_content_somebody_wrote(home: Path) -> None:
    forgetting.forget_everything(home)
    assert left(home) == {"content/scenarios/mine.yaml"}
    assert [path.name for path in home.iterdir()] == ["content"]


def test_drills_alone(home: Path) -> None:
    assert forgetting.delete(forgetting.of_drills(home)).gone == (home / "rounds.jsonl",)
    assert forgetting.of_drills(home) == ()


def test_what_another_window_writes_is_not_deleted(home: Path) -> None:
    holder = {"pid": os.getppid(), "host": socket.gethostname()}
    (home / "sittings" / f"{TWO}.lock").write_text(json.dumps(holder), encoding="utf-8")
    before = left(home)
    with pytest.raises(NotSaved):
        forgetting.forget_everything(home)
    with pytest.raises(NotSaved):
        forgetting.forget_sitting(home, TWO)
    assert left(home) == before


@pytest.mark.parametrize("name", ["../content", "..", "/etc/passwd", "", "a/b"])
def test_no_name_leaves_the_folder(home: Path, name: str) -> None:
    before = left(home)
    with pytest.raises(SittingUnreadable):
        forgetting.forget_sitting(home, name)
    assert left(home) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_unlinked_and_not_followed(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "precious.txt").write_text("keep", encoding="utf-8")
    (home / "exports" / "elsewhere").symlink_to(outside)
    forgetting.forget_everything(home)
    assert (outside / "precious.txt").read_text(encoding="utf-8") == "keep"
    assert not (home / "exports").exists()


def test_nothing_there_is_nothing_to_delete(tmp_path: Path) -> None:
    assert forgetting.forget_everything(tmp_path / "none").gone == ()
    assert Journal(tmp_path / "none").ids() == ()
