"""`allycoach new`: a dozen answers, or a sheet, become a person that passes check; nothing is ever written over."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from allycoach.cli.check import check_lines
from allycoach.cli.new import QUESTIONS, ask_all, file_of, person_from_sheet, person_of, write_person
from allycoach.content.library import shipped_folder
from allycoach.content.loader import load_file
from allycoach.content.schema.scenario import Scenario
from allycoach.content.sheets.conversion import sheet_of
from allycoach.errors import AllycoachError, NotSaved

SHEETS = shipped_folder() / "docs" / "sheets"
EXAMPLES = shipped_folder() / "docs" / "rules" / "examples"
ANSWERS = (
    "Priya, she/her, 50s",
    "The hatch of a community kitchen, after the lunch rush.",
    "You dry the plates, and you can listen and ask.",
    "To bring back a casserole dish.",
    "Priya has brought the dish back washed. She stays to dry up.",
    "The school kitchen where she cooked has closed. She misses feeding people.",
    "reserved",
    "I've brought your dish back. It's been through twice.",
    "I was at the school kitchen. It closed at Easter. I wake at five and there's nobody to cook for.",
    "I can feed two hundred on a Tuesday and nobody waits.",
    "I'd like a kitchen again. I'd teach them to chop.",
    "I'll ask the woman who runs this place if she needs somebody on Thursdays",
)
HOSTILE = 'A: "quoted" # not a remark, {echo}? - [x] & *y! \'s | > % @ ` \\ "'


class Run(Protocol):
    def run(self, *args: str, typed: str = "") -> object: ...


def asked(*answers: str) -> dict[str, str]:
    given: Iterator[str] = iter(answers)

    def ask() -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    return ask_all(ask, lambda _: None)


def lines_of(person: Scenario, topic: str) -> list[tuple[str, str]]:
    return [(line.at, line.say[0]) for line in person.topics[topic].lines]


def test_there_are_a_dozen_questions() -> None:
    assert len(QUESTIONS) == 12 == len(ANSWERS)


def test_a_dozen_answers_make_a_person_that_passes_check() -> None:
    person = person_of(asked(*ANSWERS), None)
    said = list(write_person(person))
    assert said[1:3] == ["ok: scenarios/priya.yaml priya", "1 file: no errors, nothing to look at again."]
    path = file_of("priya")
    assert load_file(path, Scenario, name="x") == person
    assert person.person.pronouns == "she/her"
    assert person.person.age_band == "50s"
    assert lines_of(person, "happening") == [
        ("closed", "I was at the school kitchen."),
        ("wary", "It closed at Easter."),
        ("open", "I wake at five and there's nobody to cook for."),
    ]
    assert lines_of(person, "hope") == [("wary", "I'd like a kitchen again."), ("open", "I'd teach them to chop.")]
    assert "kitchen" in person.topics["happening"].words
    assert person.endings.next_step.say[0].endswith("on Thursdays.")
    text = path.read_text(encoding="utf-8")
    assert "{name}" not in text
    assert text.count("\n# ") >= 10


def test_the_examples_that_the_questions_give_are_answers_that_pass() -> None:
    list(write_person(person_of(asked(*(question.such_as for question in QUESTIONS)), "example")))
    lines = list(check_lines([file_of("example")]))
    assert [line for line, wrong in lines if wrong] == []
    assert lines[-1][0] == "1 file: no errors, nothing to look at again."


def test_any_signs_at_all_may_be_typed() -> None:
    answers = [HOSTILE if number in (1, 4, 5, 7, 8, 9, 10, 11) else answer for number, answer in enumerate(ANSWERS)]
    person = person_of(asked(*answers), "hostile")
    list(write_person(person))
    assert load_file(file_of("hostile"), Scenario, name="x") == person
    assert person.setting == HOSTILE
    assert [line for line, wrong in check_lines([file_of("hostile")]) if wrong] == []


@pytest.mark.parametrize("answer", ["One", "One. Two. Three. Four. Five. Six.", "No stop at all, and on it goes"])
def test_any_number_of_sentences(answer: str) -> None:
    given = asked(*ANSWERS)
    person = person_of({**given, "happening": answer, "worked": answer}, "any")
    for topic in ("happening", "strength"):
        said = lines_of(person, topic)
        assert 1 <= len(said) <= 4
        assert " ".join(text for _, text in said) == answer
    assert lines_of(person, "strength")[0][0] == "wary"


@pytest.mark.parametrize(
    ("who", "pronouns", "age"),
    [("Sam", "they/them", "adult"), ("Sam, he/him", "he/him", "adult"), ("Sam,,30s", "they/them", "30s")],
)
def test_a_name_alone_will_do(who: str, pronouns: str, age: str) -> None:
    person = person_of({**asked(*ANSWERS), "who": who}, None)
    assert (person.id, person.person.name, person.person.pronouns, person.person.age_band) == (
        "sam",
        "Sam",
        pronouns,
        age,
    )


def test_an_empty_answer_is_asked_again_and_a_style_must_be_one() -> None:
    said: list[str] = []
    given = iter([*ANSWERS[:2], "", "   ", *ANSWERS[2:6], "shy", "Reserved", *ANSWERS[7:]])
    found = ask_all(lambda: next(given), said.append)
    assert found["helper_role"] == ANSWERS[2]
    assert said.count("A few words are enough, but some are needed.") == 2
    assert any(line.startswith('"shy" is not one of plain') for line in said)
    assert person_of(found, None).person.style == "reserved"


def test_answers_that_end_too_soon_write_nothing() -> None:
    with pytest.raises(AllycoachError, match=r"The answers ended at question 4 of 12\. Nothing was written\."):
        asked(*ANSWERS[:3])


def test_nothing_is_written_over_and_a_taken_name_gets_a_number() -> None:
    given = asked(*ANSWERS)
    list(write_person(person_of(given, None)))
    before = file_of("priya").read_bytes()
    with pytest.raises(NotSaved, match="There is already a file"):
        list(write_person(person_of(given, "priya")))
    assert file_of("priya").read_bytes() == before
    assert person_of(given, None).id == "priya-2"
    with pytest.raises(AllycoachError, match="cannot be the id"):
        person_of(given, "../priya")


def test_at_a_terminal_or_through_a_pipe(command: Run, home: Path) -> None:
    done = command.run("new", "scenario", "kitchen-priya", typed="\n".join(ANSWERS) + "\n")
    out, err = done.stdout, done.stderr  # type: ignore[attr-defined]
    assert err == ""
    assert "12 of 12." in out
    assert "ok: scenarios/kitchen-priya.yaml kitchen-priya" in out
    assert (home / "content" / "scenarios" / "kitchen-priya.yaml").is_file()


def test_a_sheet_goes_out_and_comes_back(tmp_path: Path) -> None:
    robin = load_file(EXAMPLES / "scenarios" / "robin.yaml", Scenario, name="x")
    for form in ("md", "csv"):
        path = tmp_path / f"robin.{form}"
        path.write_text(sheet_of(robin, "md" if form == "md" else "csv"), encoding="utf-8")
        list(write_person(person_from_sheet(path, f"robin-{form}")))
        found = load_file(file_of(f"robin-{form}"), Scenario, name="x")
        assert found.model_copy(update={"id": "robin"}) == robin


def test_a_sheet_is_printed(command: Run) -> None:
    done = command.run("new", "sheet", "robin", "--to", "csv", "--content", str(EXAMPLES))
    assert done.stdout == (SHEETS / "robin.csv").read_text(encoding="utf-8")  # type: ignore[attr-defined]


def test_a_sheet_with_errors_writes_nothing_and_names_its_lines(command: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "robin.csv"
    text = (SHEETS / "robin.csv").read_text(encoding="utf-8")
    path.write_text(text.replace("topic.mending begun\n", "topic.mendign begun\n", 1), encoding="utf-8")
    done = command.run("new", "scenario", "--from", str(path))
    at = next(number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if "mendign" in line)
    assert done.returncode == 2  # type: ignore[attr-defined]
    assert f'robin.csv:{at}:1  S003 topics.showing.opens_when: "mendign" is not' in done.stderr  # type: ignore[attr-defined]
    assert "Nothing was written." in done.stderr  # type: ignore[attr-defined]
    assert not (home / "content").exists()
