"""Each rule's page shows a file that breaks it, what check says about that, and the same file mended."""

import re
from pathlib import Path

import pytest

from allycoach.cli.check import check_lines
from allycoach.content.library import shipped_folder
from allycoach.content.rule_pages import RulePage, rule_numbers, rule_page
from allycoach.content.rules import is_error
from allycoach.errors import ContentError

PAGES = shipped_folder() / "docs" / "rules"
SOURCES = shipped_folder() / "src" / "allycoach"
ALL = rule_numbers()
WANTED = {*(f"S{number:03}" for number in range(1, 12)), *(f"S{number}" for number in range(101, 111))}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all, so that what is shipped is parsed once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def nobody(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLYCOACH_HOME", str(home))


def said_of(page: RulePage, text: str, folder: Path) -> list[str]:
    path = folder / page.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [line for line, _ in check_lines([path])]


@pytest.mark.parametrize("rule", ALL)
def test_the_failing_example_is_caught_with_its_number_its_line_and_its_mend(rule: str, tmp_path: Path) -> None:
    page = rule_page(rule)
    said = [line for line in said_of(page, page.example(), tmp_path)[:-1] if not line.startswith("ok: ")]
    assert "\n".join(said) == page.message
    heads = [line for message in said for line in message.splitlines() if page.name in line]
    assert {re.findall(r"S[0-9]{3}", head)[0] for head in heads} == {rule}
    assert all(line.startswith("look again: ") is not is_error(rule) for line in said)


ABOUT_THE_WHOLE = {"S108", "S109", "S111"}
"""What leads to the ending, what is nowhere in the topics, and where the file lies."""


@pytest.mark.parametrize("rule", sorted(set(ALL) - ABOUT_THE_WHOLE))
def test_the_line_named_lies_in_the_part_that_is_wrong(rule: str) -> None:
    page = rule_page(rule)
    line = int(page.message.removeprefix("look again: ").split(":")[1])
    assert page.example().splitlines()[line - 1] in page.wrong.splitlines()


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule_page(rule).right])
def test_the_mended_example_is_right(rule: str, tmp_path: Path) -> None:
    page = rule_page(rule)
    assert page.example().count(page.wrong) == 1
    mended = page.example().replace(page.wrong, page.right, 1)
    last = said_of(page, mended, tmp_path)[-1]
    assert last == "1 file: no errors, nothing to look at again."


def test_every_rule_that_check_names_has_a_page_and_the_other_way_round() -> None:
    named = {rule for path in SOURCES.rglob("*.py") for rule in re.findall(r'"(S[0-9]{3})"', path.read_text("utf-8"))}
    assert named == set(ALL)
    assert set(ALL) >= WANTED


@pytest.mark.parametrize("rule", ALL)
def test_a_page_says_whether_the_file_is_used_and_is_in_the_list(rule: str) -> None:
    page = rule_page(rule)
    assert page.title.startswith(f"{rule}: ")
    assert ("*Error:" if is_error(rule) else "*Warning:") in page.text
    listed = (PAGES / "README.md").read_text(encoding="utf-8")
    assert f"| [{rule}]({rule}.md) | {page.title.removeprefix(f'{rule}: ')} |" in listed


def test_a_number_that_is_no_rule_names_those_there_are() -> None:
    with pytest.raises(ContentError, match="There is no rule") as caught:
        rule_page("../S001")
    assert all(rule in str(caught.value) for rule in ALL)
    assert rule_page(" s003 ").rule == "S003"
