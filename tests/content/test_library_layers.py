"""Layers of content: who wins, what fails, and that one bad file hides no good one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from allycoach.content.cache import ParsedFiles, cache_folder
from allycoach.content.library import Layer, Library, layers, load_library, shipped_folder
from allycoach.errors import ContentError

Put = Callable[..., Path]
LOW, HIGH = "shipped", "user"


@pytest.fixture
def load(tmp_path: Path) -> Callable[[], Library]:
    return lambda: load_library([Layer(LOW, tmp_path / LOW), Layer(HIGH, tmp_path / HIGH)])


def test_every_kind_is_found_by_its_id(
    put: Put, load: Callable[[], Library], scenario: str, model: str, phrases: str
) -> None:
    put(f"{LOW}/scenarios/a.yaml", scenario)
    put(f"{LOW}/models/b.yml", model)
    put(f"{LOW}/phrasebank/c.yaml", phrases)
    library = load()
    assert library.failures == ()
    assert library.scenario("library-amina").title == "Amina at the library desk"
    assert library.model("four_question").stages[1].id == "good"
    assert library.phrases["advice"].phrases[0].id == "advice.back-to-you"
    assert [(origin.kind, origin.id, origin.path.name, origin.hidden) for origin in library.origins] == [
        ("scenarios", "library-amina", "a.yaml", ()),
        ("models", "four_question", "b.yml", ()),
        ("phrasebank", "advice", "c.yaml", ()),
    ]


def test_the_later_layer_wins_whole(put: Put, load: Callable[[], Library], scenario: str) -> None:
    below = put(f"{LOW}/scenarios/amina.yaml", scenario)
    above = put(f"{HIGH}/scenarios/other-name.yaml", scenario.replace("title: Amina", "title: Our Amina"))
    library = load()
    assert library.scenario("library-amina").title == "Our Amina at the library desk"
    (origin,) = library.origins
    assert (origin.layer, origin.path, origin.hidden) == (HIGH, above, (below,))


def test_phrase_files_replace_each_other_by_kind(put: Put, load: Callable[[], Library], phrases: str) -> None:
    put(f"{LOW}/phrasebank/advice.yaml", phrases)
    put(f"{HIGH}/phrasebank/ours.yaml", phrases.replace("id: advice\n", "id: our-advice\n"))
    library = load()
    assert library.phrases["advice"].id == "our-advice"
    assert list(library.phrases) == ["advice"]


def test_the_users_word_lists_replace_the_shipped_ones(put: Put, load: Callable[[], Library]) -> None:
    words = "schema: 1\nid: {}\ntitle: t\nabout: a\nlists: {{x: [no, yes]}}\nspellings: {{u: you, 2: to}}\n"
    put(f"{LOW}/phrasebank/words.yaml", words.format("words"))
    assert load().words.lists == {"x": ("no", "yes")}
    assert load().words.spellings == {"u": "you", "2": "to"}
    put(f"{HIGH}/phrasebank/words.yaml", words.format("ours"))
    assert load().words.id == "ours"


def test_without_word_lists_there_are_empty_ones_and_without_coaching_an_error(load: Callable[[], Library]) -> None:
    assert load().words.lists == {}
    with pytest.raises(ContentError, match="no usable phrasebank"):
        _ = load().coaching


def test_one_bad_file_hides_no_good_one(put: Put, load: Callable[[], Library], scenario: str, phrases: str) -> None:
    put(f"{LOW}/scenarios/amina.yaml", scenario)
    bad = put(f"{HIGH}/scenarios/amina.yaml", scenario.replace("minutes: 8", "minutes: lots"))
    put(f"{HIGH}/phrasebank/advice.yaml", phrases)
    put(f"{HIGH}/phrasebank/broken.yaml", "a: [")
    library = load()
    assert library.scenario("library-amina").minutes == 8
    assert list(library.phrases) == ["advice"]
    assert [failure.path.name for failure in library.failures] == ["amina.yaml", "broken.yaml"]
    assert (library.failures[0].path, library.failures[0].layer) == (bad, HIGH)
    assert library.failures[0].message == (
        'scenarios/amina.yaml:8:10  S001 minutes: "lots" is not a whole number\n    8 | minutes: lots\n      |          ^'
    )


def test_two_files_of_one_layer_cannot_share_an_id(put: Put, load: Callable[[], Library], scenario: str) -> None:
    put(f"{LOW}/scenarios/b.yaml", scenario.replace("title: Amina", "title: Second"))
    put(f"{LOW}/scenarios/a.yaml", scenario)
    library = load()
    assert library.scenario("library-amina").title.startswith("Amina")
    assert library.failures[0].message == (
        'scenarios/b.yaml:2:5  S002 id: "library-amina" is taken by scenarios/a.yaml, so this file is not used\n'
        "    2 | id: library-amina\n      |     ^"
    )


def test_what_is_not_content_is_left_alone(put: Put, load: Callable[[], Library], scenario: str) -> None:
    for name in (".hidden.yaml", ".#a.yaml", "#a.yaml", "~a.yaml", "a.yaml~", "a.yaml.bak", "a.txt", "deep/a.yaml"):
        put(f"{LOW}/scenarios/{name}", scenario)
    assert load() == Library()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_folder_called_like_a_file_and_a_dead_link(tmp_path: Path, put: Put, load: Callable[[], Library]) -> None:
    put(f"{LOW}/scenarios/folder.yaml/x.txt", "")
    (tmp_path / LOW / "scenarios" / "gone.yaml").symlink_to(tmp_path / "nowhere")
    assert [failure.message for failure in load().failures] == [
        "scenarios/folder.yaml  S001 this is a folder, not a file; rename it or take it away",
        "scenarios/gone.yaml  S001 there is no such file, or it links to one that is gone",
    ]


def test_a_file_that_may_not_be_read(
    put: Put, load: Callable[[], Library], scenario: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(f"{LOW}/scenarios/a.yaml", scenario)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert load().failures[0].message == "scenarios/a.yaml  S001 this file may not be read; change its permissions"


def test_a_file_where_a_folder_belongs(put: Put, load: Callable[[], Library]) -> None:
    put(f"{LOW}/scenarios", "")
    assert load().failures[0].message.startswith("scenarios  this folder cannot be read: ")


def test_absent_layers_are_empty_but_a_folder_asked_for_is_missed(tmp_path: Path) -> None:
    library = load_library([Layer("user", tmp_path / "none"), Layer("--content", tmp_path / "typo")])
    (failure,) = library.failures
    assert failure.message == f"{tmp_path / 'typo'}  there is no such folder, so nothing is taken from it"


def test_an_unknown_scenario_names_near_ones(put: Put, load: Callable[[], Library], scenario: str) -> None:
    put(f"{LOW}/scenarios/a.yaml", scenario)
    put(f"{LOW}/scenarios/b.yaml", "a: [")
    with pytest.raises(ContentError) as caught:
        load().scenario("library-aminah")
    assert str(caught.value) == (
        'There is no scenario "library-aminah". Did you mean "library-amina"? '
        "1 content file could not be used; `allycoach where` shows which and why."
    )
    with pytest.raises(ContentError, match="There are: library-amina"):
        load().scenario("zzz")


def test_the_order_of_layers(tmp_path: Path) -> None:
    assert [layer.name for layer in layers(tmp_path, None)] == ["shipped", "user"]
    three = layers(tmp_path, tmp_path / "extra")
    assert [layer.folder for layer in three] == [shipped_folder(), tmp_path / "content", tmp_path / "extra"]
    assert (shipped_folder() / "phrasebank").is_dir()


def test_kept_parses_are_used_until_the_file_changes(put: Put, tmp_path: Path, scenario: str) -> None:
    path = put(f"{LOW}/scenarios/a.yaml", scenario)
    parsed = ParsedFiles(tmp_path / "cache")
    where = [Layer(LOW, tmp_path / LOW)]
    fresh = load_library(where, parsed=parsed)
    kept = parsed.get(path, path.read_bytes())
    assert isinstance(kept, dict)
    parsed.put(path, path.read_bytes(), {**kept, "title": "Proof that the kept one is read"})
    assert load_library(where, parsed=parsed).scenario("library-amina").title.startswith("Proof")
    path.write_text(scenario + "\n", encoding="utf-8")
    assert load_library(where, parsed=parsed) == fresh


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[1]", b"\xff", b'{"digest": 1}', b"[" * 99999])
def test_a_spoilt_cache_costs_only_time(put: Put, tmp_path: Path, scenario: str, spoilt: bytes) -> None:
    put(f"{LOW}/scenarios/a.yaml", scenario)
    parsed = ParsedFiles(tmp_path / "cache")
    where = [Layer(LOW, tmp_path / LOW)]
    fresh = load_library(where, parsed=parsed)
    (entry,) = parsed.folder.iterdir()
    entry.write_bytes(spoilt)
    assert load_library(where, parsed=parsed) == fresh


def test_what_is_kept_is_checked_again(put: Put, tmp_path: Path, scenario: str) -> None:
    path = put(f"{LOW}/scenarios/a.yaml", scenario)
    parsed = ParsedFiles(tmp_path / "cache")
    parsed.put(path, path.read_bytes(), {"id": "nonsense"})
    library = load_library([Layer(LOW, tmp_path / LOW)], parsed=parsed)
    assert list(library.scenarios) == ["library-amina"]


def test_a_cache_that_cannot_be_written_is_no_news(put: Put, tmp_path: Path, scenario: str) -> None:
    put(f"{LOW}/scenarios/a.yaml", scenario)
    library = load_library([Layer(LOW, tmp_path / LOW)], parsed=ParsedFiles(put("a-file", "") / "cache"))
    assert list(library.scenarios) == ["library-amina"]


def test_the_cache_stays_inside_a_chosen_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "cache" / "content"


def test_importing_the_library_reads_no_yaml_and_loads_no_parser() -> None:
    code = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "import allycoach.content.library\n"
        "assert not [name for name in opened if name.endswith(('.yaml', '.yml'))], opened\n"
        "assert not [name for name in sys.modules if name.split('.')[0] in ('ruamel', 'spacy', 'textual', 'rich')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
