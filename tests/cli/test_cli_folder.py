"""A folder of replies gives the same lines in the same order, whoever reads them: one process, two, or a cluster."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from allycoach.cli import folder as folders
from allycoach.cli import on_dask, spread
from allycoach.cli.app import app
from allycoach.cli.asked import Asked, asked_in
from allycoach.cli.folder import Gone, HowMany, answers
from allycoach.cli.spread import Batch, in_order, shelf_of
from allycoach.errors import AllycoachError
from allycoach.reading import Context, Reading
from allycoach.transcripts.said import NotReadError
from tests.shipped import shipped
from tests.stand_ins import SimpleReader

REPLIES = Path(__file__).parents[1] / "corpus" / "further" / "parish-nurse.jsonl"


def asked(name: str, text: str, speakers: str = "") -> list[tuple[int, str | None, str, str]]:
    """Line, speaker, what was said just before, and the reply."""
    complaints: list[str] = []
    found = [
        (one.line, one.who, one.context.previous, one.reply)
        for one in asked_in(name, text, speakers, complaints.append)
    ]
    return [*found, *((0, None, "", words) for words in complaints)]


def test_lists_of_replies() -> None:
    assert asked("a.txt", "Hi: there\n\nYou should.\nWhat now?\n") == [
        (1, None, "", "Hi: there"), (3, None, "", "You should."), (4, None, "", "What now?"),
    ]  # fmt: skip
    assert asked("a.csv", "previous,reply\nI left.,And?\n,\n,Hm.") == [
        (2, None, "I left.", "And?"),
        (4, None, "", "Hm."),
    ]
    lines = '{"id": 1, "reply": "And?", "previous": "I left."}\n{"id": 2}\n\n{"id": 3, "reply": "Hm."}'
    one, three, complaint = asked("a.jsonl", lines)
    assert (one, three) == ((1, None, "I left.", "And?"), (4, None, "", "Hm."))
    assert complaint[3] == 'a.jsonl, line 2 was not read: it has no "reply" that is text.'


def test_in_a_transcript_the_ally_is_read_where_it_is_known_who_that_is() -> None:
    talk = "Jo: Hi.\nSam: I left.\nJo: Oh.\nJo: And?\nSam: Well."
    assert asked("a.txt", talk, "ally=Jo") == [(1, None, "", "Hi."), (3, None, "I left.", "Oh.\nAnd?")]
    assert asked("a.txt", talk.replace("Jo", "Coach").replace("Sam", "Client"))[1][2:] == ("I left.", "Oh.\nAnd?")
    assert asked("a.txt", talk) == [
        (1, "Jo", "", "Hi."), (2, "Sam", "Hi.", "I left."), (3, "Jo", "I left.", "Oh.\nAnd?"), (5, "Sam", "Oh.\nAnd?", "Well."),
    ]  # fmt: skip
    assert asked("a.txt", talk, "ally=Kim") == [
        (0, None, "", "a.txt was not read: nobody here is called “Kim”; there are Jo, Sam.")
    ]
    (_, _, third, _) = asked_in("a.txt", talk, "", lambda _: None)
    assert [(one.speaker, one.text) for one in third.context.history] == [("helper", "Hi.")]


def test_conversations_of_one_file_are_kept_apart() -> None:
    said = [("b", "Jo", "Hi."), ("a", "Sam", "I left."), ("b", "Kim", "Hm."), ("a", "Jo", "And?")]
    lines = "\n".join(json.dumps({"conversation_id": talk, "speaker": who, "text": text}) for talk, who, text in said)
    assert [one[2:] for one in asked("a.jsonl", lines)] == [
        ("", "I left."),
        ("I left.", "And?"),
        ("", "Hi."),
        ("Hi.", "Hm."),
    ]


@given(name=st.sampled_from(["a.txt", "a.csv", "a.jsonl", "a.vtt"]), text=st.text(max_size=60), talk=st.booleans())
def test_any_file_is_read_or_refused(name: str, text: str, talk: bool) -> None:
    begins = (
        {"a.txt": "Jo: Hi.\nSam: ", "a.csv": "speaker,text\nJo,", "a.vtt": "WEBVTT\n\n"}.get(name, "") if talk else ""
    )
    try:
        found = list(asked_in(name, begins + text, "", lambda _: None))
    except NotReadError:
        return
    assert all(one.said[one.at][1] == one.reply and isinstance(one.context, Context) for one in found)


@given(st.lists(st.integers(0, 50), max_size=20), st.integers(1, 9))
def test_batches_come_back_in_order_and_never_too_many_wait(upto: list[int], ahead: int) -> None:
    waiting = most = 0

    def begin(batch: Batch) -> "Iterator[int]":
        nonlocal waiting, most
        waiting += 1
        most = max(most, waiting)
        return iter([batch.upto])

    def wait(handed: "Iterator[int]") -> int:
        nonlocal waiting
        waiting -= 1
        return next(handed)

    batches = iter([Batch((), one) for one in upto])
    made = list(in_order(batches, lambda batch: (lambda handed: lambda: wait(handed))(begin(batch)), ahead))
    assert [(batch.upto, got) for batch, got in made] == [(one, one) for one in upto]
    assert most <= ahead


class ManyReader(SimpleReader):
    rules = pipeline = "simple"

    def read_all(self, pairs: Iterable[tuple[str, Context]]) -> Iterator[Reading]:
        return (self.read(text, context) for text, context in pairs)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two lists, a talk, a file that is not understood, and what is not looked at."""
    inside = tmp_path / "said"
    (inside / "b").mkdir(parents=True)
    (inside / "b" / "nurse.jsonl").write_bytes(REPLIES.read_bytes())
    (inside / "a.txt").write_text("Jo: What brings you?\nSam: I left.\nJo: You should ring.\n", encoding="utf-8")
    (inside / "c.csv").write_text("reply\nWhat would good look like?\n", encoding="utf-8")
    (inside / "d.vtt").write_text("no captions", encoding="utf-8")
    (inside / "notes.docx").write_bytes(b"PK\x03\x04")
    (inside / ".hidden.txt").write_text("Hidden.", encoding="utf-8")
    return inside


def read(folder: Path, how: HowMany) -> tuple[list[str], list[str]]:
    """The lines, and what was complained of."""
    said: list[str] = []
    gone = Gone(said.append)
    steps: list[tuple[int, int]] = []
    lines = list(
        answers(folder, shelf_of(shipped()), how, speakers="", gone=gone, watch=lambda *far: steps.append(far))
    )
    assert steps == sorted(steps)
    assert steps[-1][0] <= steps[-1][1]
    assert gone.replies == len(lines)
    return lines, said


def test_what_is_printed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "reader_of", lambda _shelf: ManyReader())
    done = CliRunner().invoke(app, ["analyse", str(folder), "--jobs", "1"])
    made = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["file"], one["line"], one["speaker"]) for one in made[:4]] == [
        ("a.txt", 1, "Jo"), ("a.txt", 2, "Sam"), ("a.txt", 3, "Jo"), ("b/nurse.jsonl", 1, None),
    ]  # fmt: skip
    assert (made[-1]["file"], len(made)) == ("c.csv", 104)
    assert [flag["kind"] for flag in made[2]["flags"]] == ["advice"]
    assert "d.vtt was not read: line 1: a WebVTT file begins" in done.stderr
    assert "Read: 104 replies in 4 files." in done.stderr
    assert done.exit_code == 2


def test_a_folder_without_anything_to_read_is_said(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["analyse", str(tmp_path)])
    assert "There is nothing to read" in done.stderr
    assert done.exit_code == 2


@pytest.mark.parametrize("option", [("--previous", "I left."), ("--explain",)])
def test_what_is_for_one_reply_is_refused_with_a_folder(folder: Path, option: tuple[str, ...]) -> None:
    assert f"{option[0]} is for one reply" in CliRunner().invoke(app, ["analyse", str(folder), *option]).stderr


@pytest.mark.parametrize("option", [("--jobs", "2"), ("--dask", "tcp://a:1"), ("--speakers", "ally=Jo")])
def test_what_is_for_a_folder_is_refused_with_one_reply(folder: Path, option: tuple[str, ...]) -> None:
    assert f"{option[0]} is for a folder" in CliRunner().invoke(app, ["analyse", str(folder / "a.txt"), *option]).stderr


@pytest.mark.filterwarnings("ignore:Couldn't detect a suitable IP address")  # where there is no network at all
def test_two_processes_and_a_cluster_give_the_same_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "AT_ONCE", 16)
    here = read(folder, HowMany(jobs=1))
    assert len(here[0]) == 104
    assert read(folder, HowMany(jobs=2)) == here
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(  # threads of this process, which have the one reader
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        assert read(folder, HowMany(dask=cluster.scheduler_address)) == here


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "a b:1", ""])
def test_what_is_no_address_is_said(address: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(AllycoachError, match="no address of a Dask scheduler"):
        list(on_dask.read_on_dask(iter([]), shelf_of(shipped()), address))


def test_a_scheduler_that_does_not_answer_is_said_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(on_dask, "PATIENCE", 0.5)
    with pytest.raises(AllycoachError, match=r"No Dask scheduler answers at tcp://127.0.0.1:9 "):
        list(on_dask.read_on_dask(iter([]), shelf_of(shipped()), "tcp://127.0.0.1:9"))


@pytest.mark.filterwarnings("ignore:Couldn't detect a suitable IP address")  # where there is no network at all
def test_a_cluster_without_workers_and_one_that_fails_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    one = Batch((Asked("a", 1, None, None, (("helper", "Hi."),), 0),), 1)
    shelf = shelf_of(shipped())
    with distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=None) as cluster:
        monkeypatch.setattr(on_dask, "PATIENCE", 0.5)
        with pytest.raises(AllycoachError, match="has no workers"):
            list(on_dask.read_on_dask(iter([one]), shelf, cluster.scheduler_address))
        monkeypatch.setattr(on_dask, "PATIENCE", 10.0)
        cluster.scale(1)
        for error, words in ((ImportError("allycoach"), "Install the same allycoach"), (MemoryError(), "MemoryError")):
            monkeypatch.setattr(on_dask, "reader_of", _raising(error))
            with pytest.raises(AllycoachError, match=words):
                list(on_dask.read_on_dask(iter([one]), shelf, cluster.scheduler_address))


def _raising(error: BaseException) -> object:
    def reader_of(_shelf: object) -> None:
        raise error

    return reader_of


def test_workers_that_read_differently_are_said() -> None:
    alike = on_dask._Alike()
    alike.check("rules 1")
    with pytest.raises(AllycoachError, match="do not read alike: one by rules 1, another by rules 2"):
        alike.check("rules 2")


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(AllycoachError, match=r"pip install 'allycoach\[dask\]'"):
        list(on_dask.read_on_dask(iter([]), shelf_of(shipped()), "tcp://127.0.0.1:9"))
