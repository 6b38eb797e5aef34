"""`allycoach pack save` and `add`: all or nothing, never over anything unasked, and into the user's own content alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from allycoach.cli.pack_sharing import add_pack, save_pack
from allycoach.content.library import Layer, load_library, shipped_folder
from allycoach.content.pack_file import SharedFile, unzipped, zipped
from allycoach.errors import AllycoachError, ContentError, NotSaved
from allycoach.language.reader import SpacyReader, load_reader
from tests.shipped import shipped

EXAMPLE = (shipped_folder() / "docs/rules/examples/packs/first-evening.yaml").read_text(encoding="utf-8")
DRILL = (shipped_folder() / "drills" / "yet.yaml").read_text(encoding="utf-8").replace('id: "yet"', "id: our-drill")
OURS = EXAMPLE.replace("drill: advice-to-question", "drill: our-drill")


@pytest.fixture(scope="module")
def reader() -> SpacyReader:
    return load_reader(shipped())


@pytest.fixture(autouse=True)
def read_at_once(reader: SpacyReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """One reader for all: what comes in brings no phrases, so that it is the same one."""
    monkeypatch.setattr("allycoach.cli.check._reader_of", lambda _path: reader)


class Elsewhere:
    """Another computer, with a pack and a drill of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Elsewhere:
    there = Elsewhere(tmp_path / "elsewhere")
    there.put("packs/evening.yaml", OURS)
    there.put("drills/ours.yaml", DRILL)
    return there


def nobody_is_asked(taken: Sequence[str]) -> bool:
    raise AssertionError(f"asked about {taken}")


def own_files(home: Path) -> dict[str, str]:
    own = home / "content"
    return {path.relative_to(own).as_posix(): path.read_text("utf-8") for path in own.rglob("*") if path.is_file()}


def test_from_one_computer_to_another(elsewhere: Elsewhere, home: Path, tmp_path: Path) -> None:
    shared = tmp_path / "evening.zip"
    said = list(save_pack("first-evening", shared, elsewhere.folder))
    assert said[0].endswith("packs/first-evening.yaml, drills/our-drill.yaml.")
    assert own_files(home) == {}
    first = list(add_pack(shared, replace=False, may_replace=nobody_is_asked))
    assert first == [
        "checking packs/first-evening.yaml, drills/our-drill.yaml",
        "added: packs/first-evening.yaml",
        "added: drills/our-drill.yaml",
        "Run it with: allycoach pack run first-evening",
    ]
    assert own_files(home) == {"packs/first-evening.yaml": OURS, "drills/our-drill.yaml": DRILL}
    library = load_library([Layer("shipped", shipped_folder()), Layer("user", home / "content")])
    assert library.failures == ()
    assert library.pack("first-evening").parts[1].drill == "our-drill"
    again = list(add_pack(shared, replace=False, may_replace=nobody_is_asked))
    assert again[1] == "already here: packs/first-evening.yaml"


def test_a_shipped_pack_takes_its_drill_and_its_person_along(tmp_path: Path) -> None:
    list(save_pack("ask-dont-tell", tmp_path / "x.zip", None))
    names = [file.name for file in unzipped((tmp_path / "x.zip").read_bytes(), "x.zip")]
    assert names == ["packs/ask-dont-tell.yaml", "drills/advice-to-question.yaml", "scenarios/library-amina.yaml"]
    with pytest.raises(NotSaved, match="already a file"):
        list(save_pack("ask-dont-tell", tmp_path / "x.zip", None))
    with pytest.raises(AllycoachError, match=r"should end in \.zip"):
        list(save_pack("ask-dont-tell", tmp_path / "x.yaml", None))
    with pytest.raises(ContentError, match="Did you mean"):
        list(save_pack("ask-dont-tel", tmp_path / "y.zip", None))


def test_what_is_here_already_is_not_questioned_again(
    elsewhere: Elsewhere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drill that is in use stays in use, also when today's rules would hear one of its lines otherwise."""
    checked: list[list[str]] = []

    def note_what_is_checked(paths: Sequence[Path]) -> list[tuple[str, bool]]:
        checked.append(sorted(path.name for path in paths[0].rglob("*.yaml")))
        return []

    list(save_pack("first-evening", tmp_path / "x.zip", elsewhere.folder))
    list(add_pack(tmp_path / "x.zip", replace=False, may_replace=nobody_is_asked))
    elsewhere.put("packs/evening.yaml", OURS.replace("A first evening", "The same, better"))
    list(save_pack("first-evening", tmp_path / "y.zip", elsewhere.folder))
    monkeypatch.setattr("allycoach.cli.check.check_lines", note_what_is_checked)
    list(add_pack(tmp_path / "y.zip", replace=True, may_replace=nobody_is_asked))
    list(add_pack(tmp_path / "y.zip", replace=False, may_replace=nobody_is_asked))
    assert checked == [["first-evening.yaml"]]


def shared_of(tmp_path: Path, **files: str) -> Path:
    """A shared pack of these texts; `packs__mine` is packs/mine.yaml."""
    path = tmp_path / "in.zip"
    named = ((*name.replace("_", "-").split("--"), text) for name, text in files.items())
    path.write_bytes(zipped(SharedFile(kind, each, text.encode()) for kind, each, text in named))
    return path


def refused(path: Path, home: Path) -> str:
    before = own_files(home)
    with pytest.raises(AllycoachError) as caught:
        list(add_pack(path, replace=True, may_replace=nobody_is_asked))
    assert "Nothing was added." in str(caught.value)
    assert own_files(home) == before
    return str(caught.value)


def test_a_bad_file_beside_good_ones_adds_nothing_and_is_named_at_its_line(home: Path, tmp_path: Path) -> None:
    wrong = EXAMPLE.replace("minutes: 15", "minutes: 50")
    said = refused(shared_of(tmp_path, packs__first_evening=wrong, drills__our_drill=DRILL), home)
    assert said.startswith("packs/first-evening.yaml:7:10  S014 minutes: the parts take 15 minutes")


def test_a_pack_that_needs_what_is_neither_in_it_nor_here_is_refused(home: Path, tmp_path: Path) -> None:
    said = refused(shared_of(tmp_path, packs__first_evening=OURS), home)
    assert 'S003 parts[1].drill: "our-drill" is not a drill' in said


def test_a_drill_whose_examples_do_not_hold_is_refused(home: Path, tmp_path: Path) -> None:
    at = DRILL.index('good: "')
    wrong = DRILL[:at] + 'good: "You should just ring them."' + DRILL[DRILL.index("\n", at) :]
    said = refused(shared_of(tmp_path, packs__first_evening=OURS, drills__our_drill=wrong), home)
    assert "S012 pair.good" in said


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"drills__our_drill": DRILL}, "There is no pack in this file"),
        ({"packs__first_evening": EXAMPLE, "packs__two": EXAMPLE.replace("first-evening", "two")}, "There are 2 packs"),
        ({"packs__another": EXAMPLE}, "another id inside than its name"),
        ({"packs__first_evening": "a: &a [1]\nb: *a\n"}, "packs/first-evening.yaml:1:4"),
        ({"packs__first_evening": "\x1b[2J: 1"}, "packs/first-evening.yaml:1:1"),
        ({"packs__first_evening": "- 1"}, "must begin with keys"),
    ],
)
def test_what_is_no_pack_is_refused(files: dict[str, str], said: str, home: Path, tmp_path: Path) -> None:
    assert said in refused(shared_of(tmp_path, **files), home)


def test_nothing_of_mine_or_of_what_is_shipped_is_replaced_unasked(home: Path, tmp_path: Path) -> None:
    mine = Elsewhere(home / "content")
    mine.put("packs/my-own-name.yaml", EXAMPLE.replace("A first evening", "My own"))
    changed = (shipped_folder() / "drills" / "yet.yaml").read_text("utf-8").replace("minutes: 5", "minutes: 4", 1)
    path = shared_of(tmp_path, packs__first_evening=EXAMPLE, drills__yet=changed)
    asked: list[str] = []

    def no(taken: Sequence[str]) -> bool:
        asked.extend(taken)
        return False

    before = own_files(home)
    with pytest.raises(AllycoachError, match="With --replace they are replaced") as caught:
        list(add_pack(path, replace=False, may_replace=no))
    assert "Nothing was added." in str(caught.value)
    assert own_files(home) == before
    assert len(asked) == 2
    assert str(home / "content" / "packs" / "my-own-name.yaml") in asked[0]
    list(add_pack(path, replace=False, may_replace=lambda _: True))
    assert own_files(home) == {"packs/my-own-name.yaml": EXAMPLE, "drills/yet.yaml": changed}


def test_when_the_disk_refuses_halfway_what_was_there_is_as_it_was(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Elsewhere(home / "content")
    mine.put("packs/first-evening.yaml", "id: broken\n")
    path = shared_of(tmp_path, packs__first_evening=OURS, drills__our_drill=DRILL)
    import allycoach.cli.export as export

    real = export.put_own

    def full(at: Path, text: str) -> Path:
        if at.parent.name == "drills":
            raise NotSaved("No space left.")
        return real(at, text)

    monkeypatch.setattr(export, "put_own", full)
    with pytest.raises(NotSaved, match=r"No space left\. Nothing was added\."):
        list(add_pack(path, replace=True, may_replace=nobody_is_asked))
    assert own_files(home) == {"packs/first-evening.yaml": "id: broken\n"}
