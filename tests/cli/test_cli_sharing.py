"""What is handed out, through the commands. One home serves many checks: each new one reads all content again."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from allycoach.cli.app import app
from allycoach.journal.seal import sealed, unsealed


def run(*args: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, list(args), input=typed)


def rewrite(log: Path, old: bytes, new: bytes) -> None:
    """Another word in a log, whose lines are sealed anew."""
    lines = [unsealed(line) or b"" for line in log.read_bytes().splitlines()]
    log.write_bytes(b"".join(sealed(line.replace(old, new)) + b"\n" for line in lines))


def test_every_form_is_printed_and_written_alike(home: Path, saved: str, tmp_path: Path) -> None:
    for to in ("html", "csv", "json", "xapi", "cohort"):
        file = tmp_path / f"out.{to}"
        printed = run("export", saved, "--to", to)
        assert run("export", saved, "--to", to, "-o", str(file)).exit_code == 0
        assert file.read_bytes() == printed.stdout_bytes
        assert ("<b>" in printed.output) == (to in ("csv", "json"))
    made = json.loads(printed.output)
    assert (made["turns"], made["slipped"], made["lost"]) == (1, {"advice": 1}, {"advice": 1})
    assert not {"Amina at", saved} & set(printed.output.split('"'))
    assert made["who"] == (home / "who").read_text(encoding="utf-8").strip()
    assert made["scenario"] == "library-amina"

    log = home / "sittings" / f"{saved}.jsonl"
    rewrite(log, b'"scenario":"library-amina"', b'"scenario":"dave-at-greggs"')
    again = json.loads(run("export", saved, "--to", "cohort").output)
    assert (again["scenario"], again["who"]) == ("own", made["who"])
    assert "greggs" not in run("export", saved, "--to", "xapi").output


def test_names_are_taken_out_once_the_preview_is_taken(home: Path, saved: str) -> None:
    log = home / "sittings" / f"{saved}.jsonl"
    rewrite(log, b"care</b> work", b"Bronwen Maddox</b>")
    refused = run("export", saved, "--redact", typed="stop\n")
    assert refused.exit_code == 2
    assert "No document was made." in refused.stderr
    assert refused.stdout == ""
    taken = run("export", saved, "--redact", "--to", "csv", typed="\n")
    assert "[name 1] for “Bronwen Maddox”" in taken.stderr
    assert "<b>[name 1]</b>" in taken.stdout
    assert "Bronwen" not in taken.stdout
    unasked = run("export", saved, "--redact", "--yes", "--hide", "thought", "--to", "csv")
    assert "Have you [name 1] about <b>[name 2]</b>?" in unasked.stdout
    assert "Bronwen Maddox" in run("export", saved).stdout
    sheet = run("export", saved, "--to", "circle", typed="\n").stdout
    assert "One question" in sheet
    assert "[name 1]&lt;/b&gt;?" in sheet
    assert not {"Bronwen", saved, "2026"} & set(sheet.replace(",", " ").split())
    assert "there is no turn 7; there are 1" in run("export", saved, "--to", "circle", "--turn", "7").stderr
