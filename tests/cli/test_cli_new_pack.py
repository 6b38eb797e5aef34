"""`allycoach new pack`: eight answers, or a copy, become a session that passes check; nothing is ever written over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.cli.new_pack import QUESTIONS, ask_for_pack, copied, new_pack_lines, pack_of, write_pack
from allycoach.content.library import Library
from allycoach.content.loader import FaultyFileError, load_file
from allycoach.content.pack_starter import LONGEST, SHORTEST, PackAnswers, apportioned, new_pack, pack_text
from allycoach.content.schema.pack import Pack
from allycoach.errors import AllycoachError, ContentError, NotSaved
from allycoach.language.reader import SpacyReader, load_reader
from tests import shipped as content

ANSWERS = tuple(question.such_as for question in QUESTIONS)
HOSTILE = 'A: "quoted" # not a remark, {echo}? - [x] & *y! \'s | > % @ ` \\ "'


@pytest.fixture(scope="module")
def reader() -> SpacyReader:
    return load_reader(content.shipped())


@pytest.fixture(autouse=True)
def read_at_once(reader: SpacyReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allycoach.cli.check._reader_of", lambda _path: reader)


def asked(shelf: Library, *answers: str, said: list[str] | None = None) -> dict[str, str]:
    left: Iterator[str] = iter(answers)

    def ask() -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return ask_for_pack(ask, (said if said is not None else []).append, shelf)


def test_the_examples_that_the_questions_give_make_a_pack_that_passes(shipped: Library, home: Path) -> None:
    lines = list(write_pack(pack_of(asked(shipped, *ANSWERS), None)))
    path = home / "content" / "packs" / "asking-first-at-the-food-bank.yaml"
    assert lines[1:] == [
        "ok: packs/asking-first-at-the-food-bank.yaml asking-first-at-the-food-bank",
        "1 file: no errors, nothing to look at again.",
        "Run it with: allycoach pack run asking-first-at-the-food-bank",
    ]
    pack = load_file(path, Pack, name="x")
    assert [(part.kind, part.minutes) for part in pack.parts] == [
        ("welcome", 3),
        ("drill", 6),
        ("room", 6),
        ("reflect", 4),
        ("close", 1),
    ]
    assert path.read_text(encoding="utf-8").count("\n# ") >= 5


def test_any_signs_at_all_may_be_typed(shipped: Library, home: Path) -> None:
    answers = [HOSTILE if number in (0, 1, 3, 7) else answer for number, answer in enumerate(ANSWERS)]
    pack = pack_of(asked(shipped, *answers), "hostile")
    assert list(write_pack(pack))[1] == "ok: packs/hostile.yaml hostile"
    assert load_file(home / "content" / "packs" / "hostile.yaml", Pack, name="x") == pack


def test_what_cannot_be_is_asked_again_with_a_reason(shipped: Library) -> None:
    said: list[str] = []
    typed = [
        "T",
        "",
        "W",
        "five",
        "9",
        "15",
        "A",
        "yett",
        "none",
        "4",
        "",
        "NONE",
        "library-amna",
        "library-amina",
        "Go.",
    ]
    given = asked(shipped, *typed, said=said)
    assert (given["minutes"], given["level"], given["scenario"]) == ("15", "1", "library-amina")
    for words in (
        "A few words are enough",
        "A number from 10 to 120, please.",
        'There is no drill "yett". Did you mean "yet"?',
        "1, 2 or 3, please.",
        "A session needs a drill or a person",
        'Did you mean "library-amina"',
    ):
        assert any(line.startswith(words) or words in line for line in said), words
    assert [part.kind for part in pack_of(given, None).parts] == ["welcome", "room", "reflect", "close"]


def test_a_copy_under_a_name_of_its_own(shipped: Library, home: Path, tmp_path: Path) -> None:
    pack = copied("ask-dont-tell", "ours", shipped)
    assert list(write_pack(pack))[1] == "ok: packs/ours.yaml ours"
    made = home / "content" / "packs" / "ours.yaml"
    assert load_file(made, Pack, name="x") == shipped.pack("ask-dont-tell").model_copy(update={"id": "ours"})
    assert copied(str(made), None, shipped).id == "ours-2"
    with pytest.raises(NotSaved, match="There is already a file"):
        list(write_pack(pack))
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(made.read_text("utf-8").replace("minutes: 20", "minutes: 21", 1), encoding="utf-8")
    with pytest.raises(FaultyFileError, match=r"wrong\.yaml:\d+:\d+  S014"):
        copied(str(wrong), None, shipped)
    with pytest.raises(ContentError, match="Did you mean"):
        copied("ask-dont-tel", None, shipped)
    with pytest.raises(AllycoachError, match="cannot be the id of a pack"):
        copied("ask-dont-tell", "../ours", shipped)


def test_answers_that_end_too_soon_write_nothing(home: Path) -> None:
    def ended() -> str:
        raise EOFError

    with pytest.raises(AllycoachError, match=r"The answers ended at question 1 of 8\. Nothing was written\."):
        list(new_pack_lines(None, None, ended, lambda _: None))
    assert not (home / "content").exists()


@given(st.integers(SHORTEST, LONGEST), st.booleans(), st.booleans())
def test_any_length_adds_up(minutes: int, drill: bool, person: bool) -> None:
    answers = PackAnswers("T", "W", minutes, "A", "yet" if drill else "", 1, "x" if person else "", "Go.")
    if not drill and not person:
        with pytest.raises(ValueError, match="a drill or a person"):
            new_pack(answers, pack_id="x")
        return
    pack = new_pack(answers, pack_id="x")
    assert pack.minutes == minutes == sum(part.minutes for part in pack.parts)
    assert "minutes: " in pack_text(pack)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(8, 300))
def test_shares_are_kept_as_nearly_as_whole_minutes_can(shares: list[int], total: int) -> None:
    each = apportioned(total, shares)
    assert sum(each) == total
    assert min(each) >= 1
    for share, minutes in zip(shares, each, strict=True):
        assert minutes <= max(1, total * share / sum(shares) + 1)
