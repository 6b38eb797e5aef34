"""Packs: the minutes add up, what a part uses is there, and the shipped ones can be run as they are."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from allycoach.content.check import check_path
from allycoach.content.library import Library
from allycoach.content.rule_pages import rule_page
from allycoach.content.schema.pack import Pack
from allycoach.errors import ContentError

EXAMPLE = rule_page("S014").example().replace("minutes: 20", "minutes: 15", 1)


def said_of(text: str, folder: Path) -> tuple[str, ...]:
    path = folder / "packs" / "first-evening.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (checked,) = check_path(path, today=date(2026, 11, 22))
    return tuple(one.splitlines()[0].removeprefix("packs/first-evening.yaml:") for one in checked.failures)


def test_the_example_is_right(tmp_path: Path) -> None:
    assert said_of(EXAMPLE, tmp_path) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "minutes: 15",
            "minutes: 16",
            "7:10  S014 minutes: the parts take 15 minutes, and this says 16; change one of them",
        ),
        (
            "drill: advice-to-question",
            "drill: advice-to-questoin",
            '21:12  S003 parts[1].drill: "advice-to-questoin" is not a drill; did you mean "advice-to-question"?',
        ),
        ("level: 1", "level: 4", '22:12  S001 parts[1].level: "4" is not one of 1, 2, 3'),
        (
            "level: 1",
            "items: [aq-01, aq-99]",
            '22:20  S003 parts[1].items[1]: "aq-99" is not an item of the drill "advice-to-question"',
        ),
        (
            "drill: advice-to-question\n    level: 1",
            "scenario: library-amna",
            "15:11  S001 parts[1].kind: a part of the kind `drill` says which `drill` it uses",
        ),
        (
            'do:\n      - "Go round once more."',
            'do: ["Again."]\n    scenario: library-amna\n    model: growe',
            '28:15  S003 parts[2].scenario: "library-amna" is not one of the people; did you mean "library-amina"?',
        ),
        (
            'do:\n      - "Go round once more."',
            'do: ["Again."]\n    mode: coach',
            "28:11  S001 parts[2].mode: `mode` goes with `scenario`, and there is none here",
        ),
        (
            "level: 1",
            'answers: [{poor: "x", good: ["y"], slip: advise}]',
            '22:46  S003 parts[1].answers[0].slip: "advise" is not one of',
        ),
        (
            "level: 1",
            'answers: [{good: ["y"], slip: advice}]',
            "22:35  S001 parts[1].answers[0].slip: `slip` says what is wrong with `poor`, and there is no `poor`",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_place(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    assert EXAMPLE.count(right) == 1
    found = said_of(EXAMPLE.replace(right, wrong), tmp_path)
    assert any(each.startswith(said) for each in found), found


def test_a_level_without_items_is_found(tmp_path: Path, shipped: Library) -> None:
    drill = (shipped.origins[0].path.parents[1] / "drills" / "yet.yaml").read_text(encoding="utf-8")
    (tmp_path / "drills").mkdir()
    (tmp_path / "drills" / "mine.yaml").write_text(
        drill.replace('id: "yet"', "id: mine").replace("level: 3", "level: 2"), encoding="utf-8"
    )
    text = EXAMPLE.replace("drill: advice-to-question\n    level: 1", "drill: mine\n    level: 3")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "p.yaml").write_text(text, encoding="utf-8")
    failures = [one for checked in check_path(tmp_path, today=date(2026, 11, 22)) for one in checked.failures]
    assert len(failures) == 1
    assert failures[0].startswith('packs/p.yaml:22:12  S003 parts[1].level: the drill "mine" has nothing at level 3')


def test_there_are_six_and_each_begins_and_ends_well(shipped: Library) -> None:
    assert len(shipped.packs) == 6
    for pack in shipped.packs.values():
        assert 10 <= pack.minutes <= 40
        assert pack.parts[0].kind == "welcome"
        assert pack.parts[-1].kind == "close"
        assert {part.kind for part in pack.parts} >= {"drill", "reflect"}
        assert any(part.answers for part in pack.parts)
        assert any(part.write for part in pack.parts)


def test_between_them_they_use_people_that_are_open_to_everybody(shipped: Library) -> None:
    used = {part.scenario for pack in shipped.packs.values() for part in pack.parts if part.scenario}
    assert len(used) == 6
    assert all(shipped.scenario(name).safeguarding is None for name in used)


def test_a_name_that_is_nearly_right_is_guessed(shipped: Library) -> None:
    with pytest.raises(ContentError, match='Did you mean "ask-dont-tell"'):
        shipped.pack("ask-dont-tel")


def test_text_fits_the_wall(shipped: Library) -> None:
    """A task is read from the back of a room: 28 words in an 80x24 terminal beside the clock."""

    def words(text: Any) -> int:
        return len(str(text).split())

    pack: Pack
    for pack in shipped.packs.values():
        for part in pack.parts:
            assert words(part.task) <= 32, (pack.id, part.title)
            assert len(part.title) <= 40
