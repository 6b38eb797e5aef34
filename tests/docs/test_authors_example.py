"""What docs/authors.md tells authors to write works as it says."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from allycoach.cli.check import check_lines
from allycoach.content.check import check_path
from allycoach.content.library import Library, layers, load_library, shipped_folder
from allycoach.content.schema.phrasebank import Condition, Cue
from allycoach.content.schema.scenario import Act, Scenario
from allycoach.language.examples import check_examples
from allycoach.language.reader import SpacyReader, load_reader
from allycoach.playtest.own_tests import failures
from allycoach.playtest.runs import play
from allycoach.playtest.talk import Script, hold
from allycoach.playtest.trainees import TRAINEES
from allycoach.playtest.verdicts import verdicts

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "authors.md").read_text(encoding="utf-8")

UNTAUGHT = {"id", "kind", "patterns", "subtype", "form", "function", "source"}
"""Keys of cues for those who know spaCy and the grammar of questions; tutors do without."""


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)


def beginning(remark: str) -> str:
    """The one YAML block whose first line is that remark, without it."""
    (block,) = [block for block in fenced("yaml") if block.startswith(f"# {remark}\n")]
    return block


def notation() -> list[tuple[str, str]]:
    """Each phrase of the notation block with the sentence that it is said to catch."""
    (block,) = fenced("notation")
    rows = [re.split(r" {2,}", line) for line in block.splitlines()]
    return [(row[0], row[1]) for row in rows]


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    """The example, written where the document says, checked and loaded."""
    folder = tmp_path_factory.mktemp("author")
    path = folder / "content" / "scenarios" / "my-person.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(beginning("content/scenarios/my-person.yaml"), encoding="utf-8")
    (checked,) = check_path(path, today=date(2026, 1, 1))
    assert checked.failures == ()
    assert checked.warnings == ()
    return load_library(layers(folder, None)).scenario("my-person")


@pytest.fixture(scope="module")
def reader(shipped: Library) -> SpacyReader:
    return load_reader(shipped)


def test_the_persons_own_tests_hold_when_played(person: Scenario, reader: SpacyReader) -> None:
    assert [failures(person, each, reader) for each in person.tests] == [()]


def test_the_person_answers_a_whole_talk_and_can_name_a_step(person: Scenario, reader: SpacyReader) -> None:
    replies = (
        "What brings you in today?",
        "You've got more time than you used to. What's that like?",
        "It sounds like the cut feels personal, some mornings.",
        "What do people ask you to mend?",
        "A kettle on your table as we speak. What do you enjoy about it?",
        "What would good look like for you?",
        "So somebody goes home able to do a thing.",
        "What would you love to do more of?",
        "What feels like a good next step?",
    )
    talk = hold(person, reader, Script(replies), seed=3)
    said = [one.text for one in talk.spoken]
    assert all(said)
    assert len(set(said)) == len(said)
    assert {"lamp", "mending", "showing"} <= set(talk.told)
    assert set(person.endings.next_step.say) & set(said)


@pytest.mark.parametrize("trainee", TRAINEES)
def test_the_person_works_for_every_scripted_trainee(
    person: Scenario, shipped: Library, reader: SpacyReader, trainee: str
) -> None:
    played = play(person, trainee, library=shipped, reader=reader, seeds=range(1, 11))
    assert [one.said for one in verdicts(played) if not one.holds] == []


def test_every_scripted_trainee_is_explained() -> None:
    table = DOCUMENT[DOCUMENT.index("| trainee |") :].partition("\n\n")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == list(TRAINEES)


def test_every_act_is_explained() -> None:
    table = DOCUMENT[DOCUMENT.index("| act |") :].partition("\n\n")[0]
    named = set(re.findall(r"\| `([a-z_]+)` \|", table))
    assert named == set(Act.__args__)  # type: ignore[attr-defined]


def test_the_cue_and_the_phrase_pass_check_in_a_copy_of_the_shipped_file(tmp_path: Path) -> None:
    text = (shipped_folder() / "phrasebank" / "minimising.yaml").read_text(encoding="utf-8")
    for part in ("cues", "phrases"):
        entry = beginning(f"in content/phrasebank/minimising.yaml, under {part}:")
        assert text.count(f"\n{part}:\n") == 1
        text = text.replace(f"\n{part}:\n", f"\n{part}:\n{entry}")
    path = tmp_path / "phrasebank" / "minimising.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    lines = list(check_lines([path]))
    assert [line for line, wrong in lines if wrong] == []
    assert lines[0][0].startswith("ok: phrasebank/minimising.yaml")


def test_the_notation_catches_what_it_says(shipped: Library) -> None:
    rows = notation()
    assert len(rows) > 8
    cues = tuple(
        Cue(id=f"row.{number}", any=(source,), catch=(sentence,), leave=("Hello.",))
        for number, (source, sentence) in enumerate(rows)
    )
    file = shipped.phrases["minimising"].model_copy(update={"cues": cues})
    reader = load_reader(replace(shipped, phrases={"minimising": file}))
    assert [fault.why for fault in reader.faults] == []
    assert [failing.said for failing in check_examples(file, reader)] == []


def test_the_error_shown_is_the_one_that_check_gives(tmp_path: Path) -> None:
    text = beginning("content/scenarios/my-person.yaml")
    text = text.replace("is_key:", "is_kye:", 1).replace('"trust >= 45"', '"trust over 45"', 1)
    path = tmp_path / "scenarios" / "my-person.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    (shown,) = (block for block in fenced("") if block.startswith("$ allycoach check content/"))
    assert [line for message, _ in check_lines([path]) for line in message.splitlines()] == shown.splitlines()[1:]


@pytest.mark.parametrize("name", sorted(set(Cue.model_fields) - UNTAUGHT))
def test_every_key_of_a_cue_is_explained(name: str) -> None:
    assert f"`{name}`" in DOCUMENT


@pytest.mark.parametrize("name", Condition.__args__)  # type: ignore[attr-defined]
def test_every_fact_is_explained(name: str) -> None:
    assert f"`{name}`" in DOCUMENT
