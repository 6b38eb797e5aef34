"""Files that people chose to hand in: what can be read is counted, what cannot is said, and no one is seen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allycoach.cli.app import app
from allycoach.cli.cohort import Read, counts_in

HOSTILE = "<script>x</script>=1+1\x1b[2J\u202e"


def run(*args: str) -> Result:
    return CliRunner().invoke(app, list(args))


def counts(number: int, **more: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "format": "allycoach-counts", "v": 1, "who": f"{number:032x}", "scenario": "library-amina", "mode": "coach",
        "turns": 10, "reflections": 3, "open_questions": 4, "helper_words": 100, "person_words": 120,
        "slipped": {"advice": 2} if number % 2 else {}, "lost": {"advice": 1} if number % 4 == 1 else {},
    }  # fmt: skip
    return plain | more


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Twenty people, two sittings each, some as documents, some as lines."""
    folder = tmp_path / "handed in"
    folder.mkdir()
    for who in range(10):
        document = {"format": "allycoach-session", "turns": [HOSTILE], "counts": counts(who)}
        (folder / f"{who}.json").write_text(json.dumps(document, indent=2), encoding="utf-8")
    lines = [json.dumps(counts(who)) for who in (*range(10), *range(10, 20), *range(10, 20))]
    (folder / "many.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_folder_is_counted_in_every_form(handed_in: Path, tmp_path: Path) -> None:
    made = json.loads(run("cohort", str(handed_in), "--to", "json").stdout)
    assert made["sittings"] == 40
    advice = next(row for row in made["slips"] if row["kind"] == "advice")
    assert (advice["sittings"], advice["came_back"]) == (20, 10)
    assert made["practise_next"][0]["drill"] == "advice-to-question"
    markdown = run("cohort", str(handed_in)).stdout
    assert "| advice | 20 of 40 sittings |" in markdown
    assert "hard,advice,20,40" in run("cohort", str(handed_in), "--to", "csv").stdout
    page = tmp_path / "group.html"
    assert run("cohort", str(handed_in / "many.jsonl"), "--to", "html", "-o", str(page)).exit_code == 0
    assert "What the group found hard" in page.read_text(encoding="utf-8")


def test_too_few_people_show_nothing(tmp_path: Path) -> None:
    file = tmp_path / "few.jsonl"
    file.write_text("".join(json.dumps(counts(n % 4)) + "\n" for n in range(40)), encoding="utf-8")
    for to in ("md", "html", "csv", "json"):
        said = run("cohort", str(file), "--to", to).stdout
        assert "40" not in said.replace("(40", "")
        assert not to.startswith(("md", "html")) or "There are too few" in said


def test_what_is_not_counts_is_told_and_the_rest_counted(handed_in: Path) -> None:
    bad = [
        HOSTILE, "[]", "{}", "null", json.dumps(counts(1, who="Dave")), json.dumps(counts(1, scenario=HOSTILE)),
        json.dumps(counts(1, turns=-1)), json.dumps(counts(1, name="Dave")), json.dumps(counts(1, reflections=11)),
        json.dumps(counts(1, lost={"advice": 9})), json.dumps(counts(1, slipped={"advice": "many"})),
        "x" * 200_000, json.dumps(counts(1, turns=1e999)), "[" * 50_000,
    ]  # fmt: skip
    (handed_in / "bad.jsonl").write_text("\n".join(bad) + "\n" + json.dumps(counts(21)), encoding="utf-8")
    (handed_in / "broken.json").write_text('{\n"counts": ', encoding="utf-8")
    (handed_in / "list.json").write_text("[\n1\n]", encoding="utf-8")
    done = run("cohort", str(handed_in), "--to", "json")
    assert json.loads(done.stdout)["sittings"] == 41
    assert f"And {len(bad) + 2 - 5} more like these. Everything else is counted." in done.stderr
    assert "bad.jsonl, line 1: " in done.stderr
    assert not {"\x1b", "\u202e"} & set(done.stdout + done.stderr)


def test_a_line_without_an_end_is_not_kept_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    file.write_bytes(b"x" * 5_000_000 + b"\n" + json.dumps(counts(1)).encode())
    read = Read()
    found = [(one is not None, size) for one, size in counts_in(file, read)]
    assert [one for one, _ in found] == [False, False, True]
    assert sum(size for _, size in found) == file.stat().st_size
    assert read.problems == 1


def test_a_file_that_is_not_there_and_an_empty_folder(tmp_path: Path) -> None:
    assert "There is no file" in run("cohort", str(tmp_path / "nowhere")).stderr
    assert "There are no files to count." in run("cohort", str(tmp_path)).stderr


def test_counting_loads_no_face_and_no_language(handed_in: Path) -> None:
    code = (
        "import sys\nfrom allycoach.cli import main\n"
        f"sys.argv = ['allycoach', 'cohort', {str(handed_in)!r}, '--to', 'html']\n"
        "try:\n    main()\nexcept SystemExit as end:\n    status = end.code or 0\n"
        "print([n for n in ('textual', 'spacy', 'thinc', 'numpy', 'ruamel', 'rich') if n in sys.modules], status, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60, encoding="utf-8"
    )
    assert done.stderr.strip() == "[] 0"
