"""`allycoach check`: what it finds under a path, and what it says about it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from allycoach.content.check import Checked, check_path
from allycoach.content.kinds import SHAPES, SPECIAL, json_schema
from allycoach.content.layers import Layer

Put = Callable[..., Path]
TODAY = date(2026, 11, 21)


@pytest.fixture
def check(model: str, put: Put, tmp_path: Path) -> Callable[[Path], tuple[Checked, ...]]:
    put("elsewhere/models/m.yaml", model)
    beside = [Layer("elsewhere", tmp_path / "elsewhere")]
    return lambda path: check_path(path, today=TODAY, beside=beside)


Check = Callable[[Path], tuple[Checked, ...]]


def heads(messages: tuple[str, ...]) -> list[str]:
    return [message.splitlines()[0] for message in messages]


def test_a_good_folder_of_everything(
    put: Put, tmp_path: Path, check: Check, scenario: str, model: str, phrases: str
) -> None:
    put("mine/scenarios/a.yaml", scenario)
    put("mine/models/b.yaml", model)
    put("mine/phrasebank/c.yaml", phrases)
    found = check(tmp_path / "mine")
    assert [(each.kind, each.id, each.failures, each.warnings) for each in found] == [
        ("scenarios", "library-amina", (), ()),
        ("models", "four_question", (), ()),
        ("phrasebank", "advice", (), ()),
    ]


def test_one_file_and_a_folder_of_one_kind(put: Put, check: Check, scenario: str) -> None:
    path = put("mine/scenarios/a.yaml", scenario)
    assert check(path)[0].warnings == ()
    assert check(path) == check(path.parent)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("scenario", "scenarios"), ("model", "models"), ("phrases", "phrasebank"), ("words", "phrasebank")],
)
def test_a_file_elsewhere_is_known_by_its_keys(
    put: Put, check: Check, request: pytest.FixtureRequest, text: str, kind: str
) -> None:
    words = "schema: 1\nid: w\ntitle: t\nabout: a\nlists: {}\nspellings: {}\n"
    (checked,) = check(put("x.yaml", words if text == "words" else request.getfixturevalue(text)))
    assert (checked.kind, checked.failures) == (kind, ())
    assert heads(checked.warnings) == [f"x.yaml:1:1  S111 this is used only when it is in a folder called {kind}"]


def test_a_file_of_no_kind(put: Put, check: Check) -> None:
    (checked,) = check(put("x.yaml", "id: a\ncolour: red\n"))
    kinds = ", ".join(SHAPES)
    assert heads(checked.failures) == [f"x.yaml:1:1  S001 this is none of {kinds}, going by its keys"]


def test_paths_that_lead_to_nothing(put: Put, tmp_path: Path, check: Check) -> None:
    gone = tmp_path / "gone.yaml"
    assert "there is no such file" in check(gone)[0].failures[0]
    assert "there is no such file or folder" in check(tmp_path / "gone")[0].failures[0]
    assert "is not a content file" in check(put("a.txt", ""))[0].failures[0]
    (tmp_path / "empty").mkdir()
    assert "has none of scenarios/, models/, phrasebank/, " in check(tmp_path / "empty")[0].failures[0]
    (tmp_path / "started" / "scenarios").mkdir(parents=True)
    assert check(tmp_path / "started") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "review_by:",
            "model: four_questions\nreview_by:",
            'scenarios/a.yaml:13:8  S003 model: "four_questions" is not a conversation model; did you mean "four_question"?',
        ),
        (
            "part: good",
            "part: nope",
            (
                'scenarios/a.yaml:33:43  S003 topics.hope.part: "nope" is not a stage of the model "four_question"; '
                "there are good, happening"
            ),
        ),
        (
            "topic.search begun",
            "topic.serch begun",
            'scenarios/a.yaml:52:11  S003 endings.next_step.when: "serch" is not one of the topics; did you mean "search"?',
        ),
        (
            "  - replies: [Hello]",
            "  - replies: [Hello]\n    untold: [moneys]",
            'scenarios/a.yaml:67:14  S003 tests[0].untold[0]: "moneys" is not one of the topics; did you mean "money"?',
        ),
    ],
)
def test_names_that_lead_nowhere(put: Put, check: Check, scenario: str, old: str, new: str, said: str) -> None:
    (checked,) = check(put("scenarios/a.yaml", scenario.replace(old, new, 1)))
    assert heads(checked.failures) == [said]


def test_a_model_beside_the_scenario_counts(put: Put, tmp_path: Path, scenario: str, model: str) -> None:
    put("mine/models/b.yaml", model)
    put("mine/scenarios/a.yaml", scenario)
    assert not any(each.failures for each in check_path(tmp_path / "mine", today=TODAY, beside=[]))


def test_a_phrase_for_no_stage(put: Put, check: Check, phrases: str) -> None:
    (checked,) = check(put("phrasebank/a.yaml", phrases.replace("[happening]", "[hapening]")))
    assert heads(checked.failures) == [
        (
            'phrasebank/a.yaml:16:14  S003 phrases[0].stages[0]: "hapening" is not a stage of any conversation model; '
            'did you mean "happening"?'
        )
    ]


def test_ids_are_unique_across_files(put: Put, tmp_path: Path, check: Check, phrases: str) -> None:
    put("phrasebank/a.yaml", phrases)
    put("phrasebank/b.yaml", phrases.replace("kind: advice", "kind: jargon"))
    put("phrasebank/c.yaml", phrases.replace("id: advice.", "id: other."))
    one, two, three = check(tmp_path / "phrasebank")
    assert one.failures == ()
    assert heads(two.failures) == [
        'phrasebank/b.yaml:9:9  S002 cues[0].id: "advice.should" is an id in a.yaml already; give this one another',
        'phrasebank/b.yaml:14:9  S002 phrases[0].id: "advice.back-to-you" is an id in a.yaml already; give this one another',
    ]
    assert heads(three.failures) == [
        'phrasebank/c.yaml:5:7  S002 kind: "advice" is taken by a.yaml; give this another, or put them together'
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "2027-01-31",
            "2026-11-20",
            "13:12  S110 review_by: this was to be reviewed by 2026-11-20; read it again and set a new date",
        ),
        (
            "Amina wants a page printed.",
            "Nine months, one interview, and she is ashamed.",
            "20:10  S102 person.brief: this may give away what is hidden; both have nine, months, interview, ashamed",
        ),
        (
            '["1.4"]',
            '["1.4", "2.1"]',
            "12:15  S107 competencies: nothing tests 2.1; add a moment that does, say in `exercises` what does, or take it out",
        ),
        (
            "[Older people.]",
            f"[{'word ' * 46}]",
            "33:64  S103 topics.hope.lines[0].say[0]: this line has 46 words; over 45 is long to read in one go; make it two",
        ),
        (
            "[Bye., ",
            "['Ring 020 7123 4567.', ",
            '61:13  S106 endings.goodbye[0]: "020 7123 4567" may be a real telephone number; 07700 900xxx never is',
        ),
        (
            "[Bye., ",
            "[Write to amina@work.org.uk., ",
            '61:13  S106 endings.goodbye[0]: "amina@work.org.uk" may be a real e-mail address; one at example.org never is',
        ),
        (
            "[Bye., ",
            "[It's on www.jobs.org.uk now., ",
            '61:13  S106 endings.goodbye[0]: "www.jobs.org.uk" may be a real web address; one at example.org never is',
        ),
    ],
)
def test_what_deserves_a_second_look(put: Put, check: Check, scenario: str, old: str, new: str, said: str) -> None:
    (checked,) = check(put("scenarios/a.yaml", scenario.replace(old, new, 1)))
    assert checked.failures == ()
    assert heads(checked.warnings) == [f"scenarios/a.yaml:{said}"]


@pytest.mark.parametrize(
    "harmless",
    [
        "'Ring 999 or 116 123.'",
        "'It was 07700 900123.'",
        "'Mail a@example.org or see www.example.com.'",
        "'In 2026, 45 of 60.'",
        "'Well.So.'",
        "'I earn 24000 a year.'",
    ],
)
def test_what_is_plainly_invented_or_no_contact_passes(put: Put, check: Check, scenario: str, harmless: str) -> None:
    (checked,) = check(put("scenarios/a.yaml", scenario.replace("[Bye., ", f"[{harmless}, ", 1)))
    assert (checked.failures, checked.warnings) == ((), ())


def test_a_broken_file_is_a_result_too(put: Put, tmp_path: Path, check: Check, scenario: str) -> None:
    put("scenarios/a.yaml", "a: [")
    put("scenarios/b.yaml", scenario)
    broken, good = check(tmp_path / "scenarios")
    assert (broken.kind, broken.id, broken.content) == ("scenarios", "", None)
    assert heads(broken.failures) == ["scenarios/a.yaml:1:5  S001 a bracket is opened and never closed"]
    assert good.failures == ()


@pytest.mark.parametrize("kind", [*SHAPES, *SPECIAL])
def test_editors_get_a_schema_of_every_kind(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"schema", "id", "title"} <= set(schema["required"])
    assert schema["additionalProperties"] is False
