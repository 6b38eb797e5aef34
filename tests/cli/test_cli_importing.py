"""A transcript is brought in with everybody's consent and without names, or nothing at all is kept."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allycoach.cli.app import app
from allycoach.cli.importing import Agreed, bring_in
from allycoach.cli.transcript import HowRead
from allycoach.conversation.sitting import Sitting, fold
from allycoach.errors import AllycoachError, NotSaved
from allycoach.journal import Journal
from allycoach.plain.importing import CONSENT
from tests.stand_ins import SimpleReader, Typed

TALK = """\
[00:01] Jo Whitlow: Hi Sam. What brings you?
[00:02] Sam: I left Harrowgate Mills. My brother Declan says to ring.
[00:03] Kim: Wrong room!
[00:04] Jo Whitlow: You should. Try Bristol, or 07700 900123.
[00:05] Sam: <script>alert("x")</script> \x1b[31m, said Whitlow to sam.lee@example.com.
"""
NAMES = ("Jo", "Whitlow", "Sam", "Harrowgate", "Declan", "Kim", "Bristol", "900123", "sam.lee")
WHO = HowRead(speakers="ally=Jo Whitlow,person=sam")
YES = Agreed(consent=True, unseen=True)


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> SimpleReader:
    simple = SimpleReader()
    monkeypatch.setattr("allycoach.language.reader.load_reader", lambda _library, **_kept: simple)
    return simple


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    file = tmp_path / "Sam Lee.txt"
    file.write_text(TALK, encoding="utf-8")
    return file


def kept(home: Path) -> list[Sitting]:
    journal = Journal(home)
    return [fold(journal.events(one.id)) for one in journal.sittings()]


def run(*args: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["import", *args], input=typed)


def test_it_is_kept_without_names_and_says_who_agreed(home: Path, talk: Path) -> None:
    terminal = Typed()
    name = bring_in(talk, WHO, YES, terminal, title="Sam's week")
    (made,) = kept(home)
    assert (made.started.sitting, made.started.title, len(made.turns)) == (name, "[name 1]'s week", 2)
    assert made.imported is not None
    assert (made.imported.form, made.imported.consent, made.imported.typed, made.imported.left_out) == (
        "text", CONSENT, False, 1,
    )  # fmt: skip
    signs = {sign for words in _texts(made) for sign in re.findall(r"\[[a-zN -]+ \d\]", words)}
    assert made.imported.replaced == len(signs) == len(NAMES) - 2  # Jo and Kim are nowhere in the words
    log = (home / "sittings" / f"{name}.jsonl").read_text(encoding="utf-8")
    assert [one for one in NAMES if one in log] == []
    assert [one for one in NAMES if one in name] == []
    shown = "\n".join(terminal.said)
    assert all(f"“{one}”" in shown for one in ("Sam", "Harrowgate Mills", "Declan", "Bristol", "07700 900123"))
    assert terminal.starting("LEFT OUT") == ["LEFT OUT: Kim, who speaks once, first on line 3."]


def _texts(made: Sitting) -> list[str]:
    return [made.started.title, *(one.text for one in made.utterances)]


def test_names_never_reach_the_disk_or_the_reader(home: Path, talk: Path, reader: SimpleReader) -> None:
    bring_in(talk, WHO, YES, Typed())
    assert [one for one in NAMES for read in reader.asked if one in read] == []
    for file in home.rglob("*"):
        if file.is_file() and file.parent.name != "content":  # what ships has lists of names
            assert [one for one in NAMES if one.encode() in file.read_bytes()] == [], file


def test_at_the_keyboard_consent_comes_first_then_who_is_who_then_the_names(home: Path, talk: Path) -> None:
    terminal = Typed("“Agreed.”", "4", "1", "1", "2", "x", "p", "hide room", "", interactive=True)
    bring_in(talk, HowRead(), Agreed(), terminal)
    order = [terminal.said.index(one) for one in terminal.said if one.startswith(("CONSENT", "SPEAKERS", "PREVIEW"))]
    assert order == sorted(order)
    assert "2: Sam, 2 times, beginning “I left Harrowgate Mills. My brother Declan says to ring.”" in terminal.said
    (made,) = kept(home)
    assert made.imported is not None
    assert (made.imported.typed, made.imported.left_out) == (True, 0)
    assert next(turn.answer.text for turn in made.turns if turn.answer).endswith("\nWrong [name 3]!")


def _refusals() -> list[tuple[str, Callable[[Path], object]]]:
    def typing(*lines: str, how: HowRead = WHO, agreed: Agreed = Agreed()) -> Callable[[Path], object]:  # noqa: B008
        return lambda file: bring_in(file, how, agreed, Typed(*lines, interactive=True))

    def piped(how: HowRead = WHO, agreed: Agreed = YES) -> Callable[[Path], object]:
        return lambda file: bring_in(file, how, agreed, Typed())

    return [
        ("agreed was not typed", typing("yes")),
        ("agreed was not typed", typing()),
        ("agreed was not typed", typing(agreed=Agreed(unseen=True))),
        ("Nobody has said", piped(agreed=Agreed(unseen=True))),
        ("not brought in", typing("agreed", "stop")),
        ("not brought in", piped(agreed=Agreed(consent=True))),
        ("Who is the ally", typing("agreed", how=HowRead())),
        ("Who is the ally and who the person.*Jo Whitlow, Sam, Kim", piped(HowRead())),
        ("nobody here is called “Jo”", piped(HowRead(speakers="ally=Jo"))),
        ("cannot be both", piped(HowRead(speakers="ally=Sam,person=sam"))),
        ("write ally=NAME", piped(HowRead(speakers="Jo"))),
        ("nobody is named as the person", piped(HowRead(speakers="ally=Kim"))),
        ("not understood: line 1: a WebVTT file", piped(HowRead(form="vtt", speakers="ally=Sam"))),
        ("no conversation “x”", piped(HowRead(conversation="x"))),
        ("names no column", piped(HowRead(form="csv", columns="who"))),
    ]


@pytest.mark.parametrize(("words", "refused"), _refusals())
def test_refusing_keeps_nothing(home: Path, talk: Path, words: str, refused: Callable[[Path], object]) -> None:
    with pytest.raises(AllycoachError, match=words) as error:
        refused(talk)
    assert error.value.kept == "Nothing was kept."
    assert kept(home) == []
    assert [one for one in home.rglob("*.jsonl") if one.is_file()] == []


def test_a_full_disk_keeps_nothing(home: Path, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("allycoach.journal.log.os.write", full)
    with pytest.raises(NotSaved):
        bring_in(talk, WHO, YES, Typed())
    monkeypatch.undo()
    assert [one for one in (home / "sittings").glob("*.jsonl") if one.stat().st_size] == []


def test_the_command(home: Path, talk: Path) -> None:
    assert "Nobody has said" in run(str(talk), "--speakers", WHO.speakers, "--yes").stderr
    assert "there is no such file" in run(str(talk) + "x", "--consent").stderr
    assert "it is a folder" in run(str(talk.parent), "--consent").stderr
    assert run(str(talk), "--speakers", WHO.speakers, "--consent", typed="stop\n").exit_code == 2
    assert kept(home) == []
    done = run(str(talk), "--speakers", WHO.speakers, "--consent", "--keep", "bristol", typed="\n")
    assert (done.exit_code, "PREVIEW: " in done.output, "\x1b" in done.output) == (0, True, False)
    (made,) = kept(home)
    name = made.started.sitting
    assert made.turns[1].reply.text == "You should. Try Bristol, or [phone number 1]."

    listed = CliRunner().invoke(app, ["sessions"]).output
    assert "An imported conversation" in listed
    assert ", imported, 2 replies sent, ended" in listed
    lens = CliRunner().invoke(app, ["lens", name, "--model", "grow"]).output
    assert "Ally: You should." in lens
    for to in ("md", "html", "csv", "json"):
        document = CliRunner().invoke(app, ["export", name, "--to", to])
        assert document.exit_code == 0
        assert [one for one in (*NAMES[:6], "\x1b", "made up", "openness, from") if one in document.output] == []
        assert ("<script>" in document.output) == (to in ("csv", "json"))
    assert json.loads(document.output)["imported"]["consent"] == CONSENT
    for to in ("xapi", "cohort"):
        assert "no practice" in CliRunner().invoke(app, ["export", name, "--to", to]).stderr
    assert (
        "everybody who speaks in it agreed"
        in CliRunner().invoke(app, ["export", name, "--to", "circle", "--yes"]).output
    )
    on = CliRunner().invoke(app, ["practise", "--plain", "--continue", name]).output
    assert "BROUGHT IN: Consent" in on
    assert "it takes a talk of" in CliRunner().invoke(app, ["progress"]).output


def test_the_record_and_a_group_do_not_count_it(home: Path, talk: Path, tmp_path: Path) -> None:
    from allycoach.cli.remembered import facts_of_all
    from tests.shipped import shipped

    name = bring_in(talk, WHO, YES, Typed())
    assert facts_of_all(Journal(home), shipped()) == ()
    file = tmp_path / "a.json"
    file.write_text(CliRunner().invoke(app, ["export", name, "--to", "json"]).output, encoding="utf-8")
    assert "a real conversation and no practice" in CliRunner().invoke(app, ["cohort", str(file)]).stderr
